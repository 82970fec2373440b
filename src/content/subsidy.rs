//! The use of subsidies: a part that the overview, a system type and a prefecture have in common.

use joint_procurement_core::domain::{Field, Snapshot, Term};
use joint_procurement_core::query::{Answer, CaseFilter, Range, Selection};
use joint_procurement_core::stats::{AnswerCounts, SubsidyFigures};
use joint_procurement_core::text::cases;

use super::{Block, Cell, Column, Inline, Link, Section, Table, Text, cases_link};
use crate::words;

/// The cases that a page counts, and the filter by which they were selected.
pub(super) struct Subsidies<'a> {
    pub snapshot: &'a Snapshot,
    pub cases: &'a Selection<'a>,
    pub filter: CaseFilter,
    /// A flag for a page about several types.
    pub by_type: bool,
    /// The subject of the page, for the names of files; empty on the overview.
    pub subject: &'a str,
}

impl Subsidies<'_> {
    /// Shows how many cases used a subsidy, by type and by year, and which. Where nothing is known that alone is said.
    pub fn section(&self) -> Block {
        let figures = SubsidyFigures::of(self.snapshot, self.cases);
        let answers = columns(figures.all);
        let mut blocks = self.whole(figures.all, &answers);
        if self.by_type {
            let systems = figures.systems.iter().map(|it| {
                let name = Link::system(&it.value, self.snapshot.system_name(&it.value));
                let filter = CaseFilter { system: [it.value.clone()].into(), ..self.filter.clone() };
                self.row(name, it.counts, &answers, &filter)
            });
            let rows = systems.collect();
            blocks.extend(self.table("types", words::subsidy::BY_TYPE, words::facet::SYSTEM, &answers, rows));
        }
        let as_of = self.snapshot.meta.as_of;
        let years = figures.years.iter().map(|it| {
            let year = Some(u64::from(it.value));
            let filter = CaseFilter { year: Range::new(year, year), ..self.filter.clone() };
            self.row(words::overview::year_of_data(it.value, as_of), it.counts, &answers, &filter)
        });
        let rows = years.collect();
        blocks.extend(self.table("years", words::subsidy::BY_YEAR, words::overview::YEAR, &answers, rows));
        blocks.extend(self.names(&figures));
        Block::Section(Section {
            id: "subsidy".to_owned(),
            heading: words::subsidy::HEADING.to_owned(),
            lead: words::subsidy::lead(self.snapshot.meta.kind, figures.all).into(),
            more: super::funding::link(self.snapshot, self.filter.system.iter().next(), words::funding::LINK),
            blocks,
        })
    }

    /// Draws all cases as one bar, and says each part with its list.
    fn whole(&self, counts: AnswerCounts, answers: &[Answer]) -> Vec<Block> {
        let mut key = Text::default();
        for &answer in answers {
            if !key.is_empty() {
                key.push("　");
            }
            key.push(Inline::Swatch(answer));
            key.push(format!("{} ", words::facet::subsidy_answer(answer)));
            key = self.count(key, counts, answer, &self.filter);
        }
        vec![Block::paragraph(Inline::Answers(counts)), Block::Paragraph(key)]
    }

    fn count(&self, text: Text, counts: AnswerCounts, answer: Answer, filter: &CaseFilter) -> Text {
        match counts.of(answer) {
            0 if answer == Answer::Unknown => text.then(words::subsidy::NONE_UNKNOWN),
            0 => text.then(Inline::Unknown(words::missing(None, self.snapshot.meta.kind).to_owned())),
            count => text.then(cases_link(count, CaseFilter { subsidy: [answer].into(), ..filter.clone() })),
        }
    }

    fn row(
        &self,
        name: impl Into<Text>,
        counts: AnswerCounts,
        answers: &[Answer],
        filter: &CaseFilter,
    ) -> Vec<Cell> {
        let cells = answers.iter().map(|&answer| {
            let text = self.count(Text::default(), counts, answer, filter);
            match counts.of(answer) {
                0 if answer != Answer::Unknown => Cell::new(text),
                count => Cell::number(text, count),
            }
        });
        [Cell::new(name.into().then(Inline::Answers(counts)))].into_iter().chain(cells).collect()
    }

    /// Makes a table of what is counted apart; one row alone would repeat the bar.
    fn table(
        &self,
        id: &str,
        caption: &str,
        of: &str,
        answers: &[Answer],
        rows: Vec<Vec<Cell>>,
    ) -> Option<Block> {
        let answers = answers.iter().map(|&answer| Column::number(words::facet::subsidy_answer(answer)));
        (rows.len() > 1).then(|| {
            Block::Table(Table {
                id: format!("subsidy-{id}"),
                caption: caption.to_owned(),
                columns: [Column::text(of)].into_iter().chain(answers).collect(),
                rows,
                file_name: self.file_name(caption),
                ..Table::default()
            })
        })
    }

    fn names(&self, figures: &SubsidyFigures<'_>) -> Option<Block> {
        let names = figures.names.names.iter();
        let rows: Vec<Vec<Cell>> =
            names.map(|it| vec![Cell::new(it.value), Cell::number(cases(it.cases), it.cases)]).collect();
        (!rows.is_empty()).then(|| {
            Block::Table(Table {
                id: "subsidy-names".to_owned(),
                caption: words::subsidy::NAMES.to_owned(),
                columns: vec![
                    Column::prose(words::field(Field::SubsidyName)),
                    Column::number(words::overview::COUNT),
                ],
                rows,
                file_name: self.file_name(words::subsidy::NAMES),
                ..Table::default()
            })
        })
    }

    fn file_name(&self, what: &str) -> String {
        let parts = [self.subject, what, self.snapshot.meta.id.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
    }
}

/// Gives the answers that have a column. One that no case has would say in each row that it was not found.
fn columns(counts: AnswerCounts) -> Vec<Answer> {
    let occurs = |answer: &Answer| *answer == Answer::Unknown || counts.of(*answer) > 0;
    Answer::ALL.iter().copied().filter(occurs).collect()
}
