//! Answers, statuses, benefits and participation.

use joint_procurement_core::domain::{Field, Slug, Term};
use joint_procurement_core::query::{Answer, CaseFilter, Has, Range};
use joint_procurement_core::stats::AnswerCounts;

use super::SystemPage;
use crate::charts::bars;
use crate::content::{
    Block, Card, Cell, Chart, Column, FactRow, Inline, Link, Picture, Section, Table, Text,
};
use crate::content::{FIGURES_FROM, PICTURE_FROM, cases_link, list_of, source_line};
use crate::words;

impl SystemPage<'_> {
    /// Counts subsidy, specification and status of all cases.
    pub(super) fn answers(&self) -> Block {
        let unknown = words::facet::subsidy_answer(Answer::Unknown);
        let subsidy = self.answer_row(Field::SubsidyUsed.ja(), self.figures.subsidy, |it, answer| {
            it.subsidy = [answer].into();
        });
        let specification =
            self.answer_row(Field::SpecificationAvailable.ja(), self.figures.specification, |it, answer| {
                it.spec = [answer].into();
            });
        let [yes, no] = [Answer::Yes, Answer::No].map(Term::ja);
        let mut columns = vec![
            Column::text(words::system::answers::ITEM),
            Column::number(yes),
            Column::number(no),
            Column::number(unknown),
        ];
        // Where one answer alone occurs the column would repeat the one before.
        columns.extend(self.with_shares().then(|| Column::text(words::system::answers::SHARE)));
        let answers = Table {
            id: "answers-table".to_owned(),
            caption: words::system::answers::TABLE.to_owned(),
            columns,
            rows: vec![subsidy, specification],
            file_name: self.file_name(words::system::answers::TABLE),
            ..Table::default()
        };
        let statuses = self.figures.statuses.iter().filter(|it| it.cases > 0).map(|it| {
            let filter = CaseFilter { status: [it.value].into(), ..self.filter() };
            vec![Cell::new(Inline::Status(it.value)), Cell::number(cases_link(it.cases, filter), it.cases)]
        });
        let statuses = Table {
            id: "status-table".to_owned(),
            caption: words::system::answers::STATUSES.to_owned(),
            columns: vec![
                Column::text(words::system::answers::STATUSES),
                Column::number(words::overview::COUNT),
            ],
            rows: statuses.collect(),
            file_name: self.file_name(words::system::answers::STATUSES),
            ..Table::default()
        };
        Block::Section(Section {
            id: "answers".to_owned(),
            heading: words::system::answers::HEADING.to_owned(),
            blocks: vec![Block::Table(answers), Block::Table(statuses)],
            ..Section::default()
        })
    }

    /// Tells if both answers occur to any question.
    fn with_shares(&self) -> bool {
        [self.figures.subsidy, self.figures.specification].iter().any(|it| it.yes > 0 && it.no > 0)
    }

    /// Counts the answers to a question. It has a share only where both occur: where nobody ever publishes
    /// "no" it would tell nothing.
    fn answer_row(&self, name: &str, counts: AnswerCounts, set: fn(&mut CaseFilter, Answer)) -> Vec<Cell> {
        let cell = |count: usize, answer: Answer| {
            let mut filter = self.filter();
            set(&mut filter, answer);
            // All others answered: then none is a number.
            let is_number = count == 0 && (counts.unknown == 0 || answer == Answer::Unknown);
            if is_number { Cell::number(words::subsidy::NONE_UNKNOWN, 0) } else { self.count(count, filter) }
        };
        let share = match (counts.yes, counts.no) {
            (0, 0) => Text::from(self.unknown()),
            (yes, 0) => words::system::answers::confirmed(yes).into(),
            (0, no) => words::system::answers::no(no).into(),
            _ => words::system::answers::share_value(counts).into(),
        };
        let mut cells = vec![
            Cell::new(name),
            cell(counts.yes, Answer::Yes),
            cell(counts.no, Answer::No),
            cell(counts.unknown, Answer::Unknown),
        ];
        cells.extend(self.with_shares().then(|| Cell::new(share)));
        cells
    }

    /// Makes the card of what sources say it is for, or what staff felt.
    pub(super) fn benefits(&self) -> Option<Block> {
        let kind = self.snapshot.meta.kind;
        let counts = &self.figures.benefits;
        if counts.benefits.is_empty() {
            return None;
        }
        let name = |slug| self.snapshot.terms.benefit(slug).map_or("", |it| it.name.as_str());
        let rows = counts.benefits.iter().map(|it| {
            let filter = CaseFilter { benefit: [it.value.clone()].into(), ..self.filter() };
            vec![Cell::new(name(&it.value)), Cell::number(cases_link(it.cases, filter), it.cases)]
        });
        let heading = words::system::benefits::heading(kind, counts.most(), name);
        let description = words::system::benefits::chart(counts);
        let link = |slug: &Slug| list_of(CaseFilter { benefit: [slug.clone()].into(), ..self.filter() });
        let links = counts.benefits.iter().map(|it| Some(link(&it.value))).collect();
        let labels: Vec<&str> = counts.benefits.iter().map(|it| name(&it.value)).collect();
        let values: Vec<usize> = counts.benefits.iter().map(|it| it.cases).collect();
        let is_distribution = counts.stated.known >= PICTURE_FROM && labels.len() > 1;
        Some(Block::Card(Box::new(Card {
            id: "benefits".to_owned(),
            reading: words::system::benefits::reading(kind, counts.stated).into(),
            picture: is_distribution.then(|| {
                Picture::Chart(Chart {
                    option: bars(&labels, &values, words::unit::CASES, &description).linked(vec![links]),
                    caption: words::system::benefits::caption(counts.stated),
                    description,
                })
            }),
            table: Table {
                id: "benefits-table".to_owned(),
                caption: heading.clone(),
                caption_hidden: true,
                columns: vec![
                    Column::text(words::system::benefits::benefit(kind)),
                    Column::number(words::overview::COUNT),
                ],
                rows: rows.collect(),
                file_name: self.file_name(words::system::benefits::benefit(kind)),
            },
            source: source_line(self.snapshot),
            heading,
        })))
    }

    /// Tells how many municipalities take part.
    pub(super) fn participation(&self) -> Option<Block> {
        let it = &self.figures.participation;
        let number = |count: u64| {
            // The cases with just this number.
            let members = Range::new(Some(count), Some(count));
            let filter = CaseFilter { members, ..self.filter() };
            Text::from(Link::new(filter, words::system::participants::value(count)))
        };
        let stated = CaseFilter { has: [Has::Participants].into(), ..self.filter() };
        let mut facts = vec![
            FactRow::new(words::system::participants::STATED, cases_link(it.stated.known, stated)),
            FactRow::new(words::system::participants::SMALLEST, number(it.smallest?)),
            FactRow::new(
                words::system::participants::MEDIAN,
                Inline::Number(words::system::participants::value(it.median?)),
            ),
            FactRow::new(words::system::participants::LARGEST, number(it.largest?)),
        ];
        if let Some((low, high)) = it.middle_half.filter(|_| it.stated.known >= FIGURES_FROM) {
            let value = words::system::participants::middle_half_value(low, high);
            facts.insert(3, FactRow::new(words::system::participants::MIDDLE_HALF, Inline::Number(value)));
        }
        if let Some(median) = it.population.median {
            let value = words::system::participants::population_median_value(median, it.population.known);
            facts.push(FactRow::new(words::system::participants::POPULATION_MEDIAN, Inline::Number(value)));
        }
        if it.named.known > 0 {
            facts.push(FactRow::new(
                words::system::participants::NAMED,
                words::system::participants::named_value(it),
            ));
        }
        Some(Block::Section(Section {
            id: "participation".to_owned(),
            heading: words::system::participants::HEADING.to_owned(),
            lead: words::system::participants::lead(it).into(),
            blocks: vec![Block::Facts(facts)],
            ..Section::default()
        }))
    }
}
