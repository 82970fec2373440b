//! The parts of a page.

use joint_procurement_core::domain::{Domain, MailAddress};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::NameScope;

use super::{AreaMap, Cell, Later, Link, SummedTable, Table, Target, Text};
use crate::charts::ChartOption;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Paragraph(Text),
    List(Vec<Text>),
    /// Steps in order, numbered.
    Steps(Vec<Text>),
    /// A picture of a screen.
    Screen(Screen),
    /// Running text: narrower, with room between its parts.
    Prose(Vec<Block>),
    /// A remark that stands out.
    Notice {
        tone: Tone,
        texts: Vec<Text>,
    },
    Section(Section),
    /// A section whose heading stands beside it, so that many can be scanned.
    FactGroup(Section),
    /// Sections side by side in frames: what readers came for.
    Tiles(Vec<Section>),
    KeyFigures(Vec<KeyFigure>),
    /// The same in one line, with what they leave out folded away.
    FigureLine(Vec<KeyFigure>),
    Facts(Vec<FactRow>),
    /// Facts whose values are large.
    Amounts(Vec<FactRow>),
    Savings(Vec<SavingTile>),
    /// The domains side by side, and the same as a file.
    Domains {
        tiles: Vec<DomainTile>,
        file: Table,
    },
    Bars(Vec<Bar>),
    Links(Vec<(Link, Text)>),
    /// Short links in a row.
    Chips(Vec<Link>),
    /// Pages elsewhere, each with what it is.
    References(References),
    /// Short entries under names, such as prefectures by region, and the same as a file.
    Groups {
        groups: Vec<Group>,
        file: Table,
    },
    Table(Table),
    /// A table of states, as marks.
    Marks(Table),
    SummedTable(Box<SummedTable>),
    Card(Box<Card>),
    /// Maps of the same areas by several measures, each with a short name: one is shown at a time.
    Measures(Vec<(&'static str, Card)>),
    /// A field for a name, which leads to its page.
    NameSearch(NameScope),
    /// Parts that stand side by side where there is room for it.
    Beside(Vec<Block>),
    /// Cases by row of the snapshot's table, as a list with its CSV.
    Cases {
        rows: Vec<usize>,
        file_name: String,
    },
    /// Files of the whole page.
    Save(Vec<Save>),
    CopyText(CopyText),
    /// A reference to the data; only the browser knows address and day.
    Citation,
    /// The address, case or type that was asked for and is not there.
    Asked(Text),
    Questions(Vec<Question>),
    /// A part that opens on demand.
    Disclosure {
        summary: Text,
        blocks: Vec<Block>,
    },
    /// A part that comes with a file of its own.
    Later(Later),
}

/// The weight of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Warning,
}

/// A part with a heading of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    pub id: String,
    pub heading: String,
    pub lead: Text,
    /// A link beside the heading, where there is more.
    pub more: Text,
    pub blocks: Vec<Block>,
}

/// A number one should know, with what it leaves out, linked to what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    pub label: String,
    /// The digits, or words where nothing is known.
    pub value: String,
    /// The unit; empty where `value` is words.
    pub unit: String,
    pub to: Target,
    pub note: Text,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    pub name: String,
    pub value: Text,
    /// A value that is more than a run of text.
    pub blocks: Vec<Block>,
}

/// A domain with its system types as bars.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainTile {
    pub domain: Domain,
    pub cases: usize,
    pub to: Target,
    pub note: String,
    pub bars: Vec<Bar>,
    /// The types behind a disclosure: its summary, its hint, and the bars.
    pub others: Option<(String, String, Vec<Bar>)>,
}

/// A counted name whose bar is `cases` of `largest` long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub name: String,
    /// The page of what is named, where it has one.
    pub page: Option<Target>,
    pub cases: usize,
    pub largest: usize,
    /// The list of the cases.
    pub to: Target,
}

/// Short entries under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    pub entries: Vec<Cell>,
}

/// A figure in a frame: what it says, the picture, its table and its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The id that links lead to: `#years`.
    pub id: String,
    pub heading: String,
    /// One sentence read from the figures.
    pub reading: Text,
    pub picture: Option<Picture>,
    /// The same rows as the picture.
    pub table: Table,
    /// The source and its date.
    pub source: String,
}

/// The picture that a card shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Chart(Chart),
    Map(AreaMap),
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub option: ChartOption,
    /// The words read out in place of the picture.
    pub description: String,
    /// A note on what is measured, in which unit, and what is left out.
    pub caption: String,
}

/// A saving that a source says was or will be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavingTile {
    pub value: String,
    pub of: String,
    /// The kind, measured or not, and the one who says so.
    pub by: Text,
}

/// Pages elsewhere, in the order of their numbers where they have any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct References {
    pub numbered: bool,
    pub entries: Vec<Reference>,
}

/// A page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The id to which evidence leads.
    pub id: Option<String>,
    pub kind: Option<&'static str>,
    pub title: Text,
    /// The publisher of the page, and since when it is there.
    pub meta: Text,
}

/// A file behind a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    pub label: &'static str,
    /// The name without its ending.
    pub file_name: String,
    pub file: SavedFile,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedFile {
    Csv(CsvTable),
    Json(String),
}

/// A text to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyText {
    pub label: &'static str,
    pub text: String,
    /// A flag for a text that has the address of the page below it.
    pub page_address: bool,
    pub mail: Option<Mail>,
}

/// A mail with the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub to: MailAddress,
    pub subject: String,
    /// The text in ever fewer letters, since mails that links open must be short.
    pub texts: Vec<String>,
}

/// A picture of a screen, which shows what the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The file, relative to the site's base.
    pub file: &'static str,
    /// The words for those who do not see it.
    pub alt: &'static str,
    /// Width and height in pixels of the file.
    pub size: (u32, u32),
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: String,
    pub question: String,
    pub answer: Vec<Block>,
}

impl FactRow {
    pub fn new(name: impl Into<String>, value: impl Into<Text>) -> Self {
        Self { name: name.into(), value: value.into(), blocks: Vec::new() }
    }
}

impl Block {
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph(text.into())
    }

    /// Makes a part of a page. Once for all of them: each would bring its own copy to the browser's program.
    #[inline(never)]
    pub(super) fn section(id: &str, heading: &str, lead: Text, more: Text, blocks: Vec<Block>) -> Self {
        Self::Section(Section { id: id.to_owned(), heading: heading.to_owned(), lead, more, blocks })
    }

    pub fn info(text: impl Into<Text>) -> Self {
        Self::Notice { tone: Tone::Info, texts: vec![text.into()] }
    }
}
