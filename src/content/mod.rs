//! The content of a page, as plain values: tested natively, drawn by `components::content`, and readable
//! without a browser. A page that only shows things is a function that returns a `PageContent`.

mod about;
mod area_map;
mod bands;
mod below_picture;
mod block;
mod cancelled;
mod case;
mod case_clip;
mod case_columns;
mod case_item;
mod cases_csv;
mod changes;
mod closeness;
mod compare;
mod counterparts;
mod data;
mod facts;
mod faq;
mod fields;
mod figures;
mod found;
mod funding;
mod joining;
mod later;
mod matrix;
mod municipality;
mod names;
mod next_system;
mod not_found;
mod not_understood;
mod overview;
mod page_content;
mod pictures;
mod prefecture;
mod prefectures;
mod printed_cases;
mod prose;
mod route;
mod schedule;
mod shared;
mod size_strip;
mod subsidy;
mod system;
mod systems;
mod table;
mod text;
mod walk;

pub use about::{about, maintainer_guide};
pub use area_map::{AreaMap, MapArea};
pub use below_picture::below_picture;
pub use block::{
    Bar, Block, Card, Chart, CopyText, DomainTile, FactRow, Group, KeyFigure, Mail, Picture, Question,
    Reference, References, Save, SavedFile, SavingTile, Screen, Section, Tone,
};
pub use cancelled::cancelled;
pub use case::case;
pub use case_clip::CaseClip;
pub use case_columns::{case_cell, column_align, column_sort, shown_columns};
pub use case_item::{CaseItem, case_item};
pub use cases_csv::{case_csv, cases_csv};
pub use changes::Named;
pub use closeness::{SizeFit, size_fit, town_text};
pub use compare::{
    Addable, AddableCase, Compared, ComparedCase, ComparedGroup, ComparedRow, ComparedValue, Comparison,
    OwnSize, compare, own_size,
};
pub use data::{data, errata};
pub use facts::SiteFacts;
pub use faq::faq;
pub use figures::{Figures, figures, figures_choices, figures_page, figures_questions};
pub use found::{Found, also_searched, mark};
pub use funding::funding;
pub use joining::open_unknown;
pub use later::{Later, OfCase, OfDetails, OfMunicipalities};
pub use matrix::{Choice, Matrix, matrix_choices, matrix_legend};
pub use municipality::{municipalities, municipality};
pub use names::{NameOption, keyword_page, name_options, named_page, names_found};
pub use not_found::{not_found, unknown_case, unknown_municipality, unknown_system};
pub use overview::overview;
pub use page_content::{Contents, PageContent};
pub use prefecture::prefecture;
pub use prefectures::prefectures;
pub use printed_cases::{PrintedCases, printed_cases};
pub use route::{cases, of_route};
pub use schedule::{CALENDAR, calendar};
pub use size_strip::SizeStrip;
pub use system::system;
pub use systems::systems;
pub use table::{Align, Cell, Column, SortName, SummedTable, Table};
pub use text::{Inline, Link, Target, Text, cases_link, list_of};

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::text::Percent;
use joint_procurement_core::text::percent;

use crate::words;
use names::find_by_name;

/// The number of values from which on a picture says more than a list.
const PICTURE_FROM: usize = 8;
/// The number of cases from which on figures say more than a list.
const FIGURES_FROM: usize = 5;

/// Writes a share; in a file it is a bare number where it is one.
fn share_cell(share: Percent) -> Cell {
    let text = percent(share);
    match share {
        Percent::Rounded(number) => Cell::number(text, number),
        Percent::BelowOne | Percent::AboveNinetyNine => Cell::new(text),
    }
}

/// Gives the source and date under a figure.
fn source_line(snapshot: &Snapshot) -> String {
    words::snapshot::source_line(snapshot.meta.kind, snapshot.meta.as_of)
}
