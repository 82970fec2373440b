//! The import of a table with any columns: a mapping says which of them mean what.

mod convert;
mod file;
mod find;
mod grid;
mod guess;
mod header;
mod known;
mod mapped;
mod rows;
mod sheets;
mod skip;
mod source;
mod syntax;
mod text;
mod told;
mod units;
mod voice;

pub use file::read;
pub use grid::read as read_grids;
pub use guess::guess;
pub use known::{Known, answers};
pub use rows::map;

use joint_procurement_core::domain::Date;

use crate::source::columns::{CASES, Column, SOURCES};
use crate::values::{AmountUnit, FiscalYear, Period};

/// The key of the names of the participants, which stand on a sheet of their own in a workbook.
const PARTICIPANTS: &str = "participants_names";

/// The columns that have a value only beside one of others.
const BESIDE: [(&str, &[&str]); 2] = [
    ("introduced_kind", &["introduced"]),
    ("cost_basis", &["initial_cost_yen", "annual_cost_yen", "contract_total_yen"]),
];

/// The thing that a column is mapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    /// The column of `CASES` at this place.
    Case(usize),
    Participants,
    /// The column of `SOURCES` at this place: a page of each row.
    Source(usize),
}

impl To {
    fn of(key: &str) -> Option<Self> {
        if key == PARTICIPANTS { Some(Self::Participants) } else { CASES.place(key).map(Self::Case) }
    }

    /// Gives the key that a mapping has for it.
    fn key(self) -> &'static str {
        match self {
            Self::Case(_) | Self::Source(_) => self.column().name,
            Self::Participants => PARTICIPANTS,
        }
    }

    /// Gives the place of the key in a mapping, with its section.
    fn path(self) -> String {
        let section = if matches!(self, Self::Source(_)) { "source" } else { "columns" };
        format!("{section}.{}", self.key())
    }

    fn column(self) -> &'static Column {
        static NAMES: Column = crate::source::columns::PARTICIPANTS.columns[1];
        match self {
            Self::Case(at) => CASES.columns.get(at).unwrap_or(&NAMES),
            Self::Participants => &NAMES,
            Self::Source(at) => SOURCES.columns.get(at).unwrap_or(&NAMES),
        }
    }
}

/// The words of a mapping on one column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Target {
    to: To,
    /// The names of the column; the first that a sheet has counts.
    heads: Vec<String>,
    /// The unit of amounts that name none; that of the head, or yen, where the mapping has none.
    unit: Option<AmountUnit>,
    /// The worth of numbers that name no unit, by the head: 1,000 for 人口（千人）.
    times: u64,
    fiscal: FiscalYear,
    /// The head says that its years are fiscal ones: 導入年度.
    is_fiscal: bool,
    /// The period that a number without one counts, by the head.
    period: Option<Period>,
    about: About,
    /// Words of the table, and those that they mean.
    words: Vec<(String, String)>,
}

impl Target {
    /// Maps nothing yet, and asks where a word can mean two things.
    fn of(to: To) -> Self {
        let (fiscal, about) = (FiscalYear::Ask, About::Ask);
        Self {
            to,
            heads: Vec::new(),
            unit: None,
            times: 1,
            fiscal,
            is_fiscal: false,
            period: None,
            about,
            words: Vec::new(),
        }
    }
}

/// The meaning of numbers that are said to be near the true one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum About {
    /// A person has to say.
    #[default]
    Ask,
    /// The number itself.
    Take,
}

/// Gives the day as far as a kind of column takes it.
fn to_month(date: Date) -> String {
    let text = date.to_string();
    text.get(..7).unwrap_or(&text).to_owned()
}
