//! Pieces that several pages share.

mod anew;
mod answer_state;
mod breadcrumb;
mod chart;
mod clipboard;
mod comparison;
mod content;
mod download;
mod failure_notice;
mod link;
mod live;
mod live_text;
mod loading;
mod notice;
mod pagination;
mod town_search;

pub use anew::Anew;
pub use answer_state::AnswerState;
pub use breadcrumb::Breadcrumb;
pub use chart::Chart;
pub use clipboard::CopyButton;
pub use comparison::{Comparison, focus_comparison};
pub use content::{Blocks, CaseItem, ContentPage, Level, text};
pub use download::{CsvButton, JsonButton};
pub use failure_notice::FailureNotice;
pub use link::ExternalLink;
pub use live::InBrowser;
pub use live_text::LiveText;
pub use loading::Loading;
pub use notice::Notice;
pub use pagination::Pagination;
pub use town_search::{TownSearch, town_search_to_cases};
