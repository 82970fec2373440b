//! Answers, statuses, benefits and participation.

use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::query::{Answer, CaseFilter, Has, Range};
use joint_procurement_core::stats::AnswerCounts;
use joint_procurement_core::text::cases;

use super::Page;
use crate::charts::bars;
use crate::content::{Block, Card, Cell, Chart, Column, Fact, Inline, Link, Picture, Section, Table, Text};
use crate::content::{PICTURE_FROM, cases_link, source_line};

impl Page<'_> {
    /// Subsidy, specification and status of all cases.
    pub(super) fn answers(&self) -> Block {
        let words = self.words.system;
        let list = &self.words.list;
        let unknown = (list.subsidy_answer)(Answer::Unknown);
        let subsidy = self.answer_row(Field::SubsidyUsed.ja(), self.figures.subsidy, |it, answer| {
            it.subsidy = [answer].into();
        });
        let specification =
            self.answer_row(Field::SpecificationAvailable.ja(), self.figures.specification, |it, answer| {
                it.spec = [answer].into();
            });
        let [yes, no] = [Answer::Yes, Answer::No].map(Term::ja);
        let mut columns =
            vec![Column::text(words.item), Column::number(yes), Column::number(no), Column::number(unknown)];
        // Where one answer alone occurs the column would repeat the one before.
        columns.extend(self.with_shares().then(|| Column::text(words.share)));
        let answers = Table {
            id: "answers-table".to_owned(),
            caption: words.answers_table.to_owned(),
            columns,
            rows: vec![subsidy, specification],
            file_name: self.file_name(words.answers_table),
            ..Table::default()
        };
        let statuses = self.figures.statuses.iter().filter(|it| it.cases > 0).map(|it| {
            let filter = CaseFilter { status: [it.value].into(), ..self.filter() };
            vec![Cell::new(Inline::Status(it.value)), Cell::number(cases_link(it.cases, filter), it.cases)]
        });
        let statuses = Table {
            id: "status-table".to_owned(),
            caption: words.statuses.to_owned(),
            columns: vec![Column::text(words.statuses), Column::number(self.words.overview.count)],
            rows: statuses.collect(),
            file_name: self.file_name(words.statuses),
            ..Table::default()
        };
        Block::Section(Section {
            id: "answers".to_owned(),
            heading: words.answers_heading.to_owned(),
            blocks: vec![Block::Table(answers), Block::Table(statuses)],
            ..Section::default()
        })
    }

    /// Tells if both answers occur to any question.
    fn with_shares(&self) -> bool {
        [self.figures.subsidy, self.figures.specification].iter().any(|it| it.yes > 0 && it.no > 0)
    }

    /// A share only where both answers occur: where nobody ever publishes "no" it would tell nothing.
    fn answer_row(&self, name: &str, counts: AnswerCounts, set: fn(&mut CaseFilter, Answer)) -> Vec<Cell> {
        let words = self.words.system;
        let cell = |count: usize, answer: Answer| {
            let mut filter = self.filter();
            set(&mut filter, answer);
            // All others answered: then none is a number.
            let is_number = count == 0 && (counts.unknown == 0 || answer == Answer::Unknown);
            if is_number { Cell::number(cases(0), 0) } else { self.count(count, filter) }
        };
        let share = match (counts.yes, counts.no) {
            (0, 0) => Text::from(self.unknown()),
            (yes, 0) => (words.confirmed)(yes).into(),
            (0, no) => (words.answer_no)(no).into(),
            _ => (words.share_value)(counts).into(),
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
        let (words, kind) = (self.words.system, self.snapshot.meta.kind);
        let counts = &self.figures.benefits;
        let top = counts.benefits.first()?;
        let name = |slug| self.snapshot.terms.benefit(slug).map_or("", |it| it.name.as_str());
        let rows = counts.benefits.iter().map(|it| {
            let filter = CaseFilter { benefit: [it.value.clone()].into(), ..self.filter() };
            vec![Cell::new(name(&it.value)), Cell::number(cases_link(it.cases, filter), it.cases)]
        });
        let heading = (words.benefits_heading)(kind, name(&top.value), top.cases);
        let description = (words.benefits_chart)(counts);
        let labels: Vec<&str> = counts.benefits.iter().map(|it| name(&it.value)).collect();
        let values: Vec<usize> = counts.benefits.iter().map(|it| it.cases).collect();
        let is_distribution = counts.stated.known >= PICTURE_FROM && labels.len() > 1;
        Some(Block::Card(Box::new(Card {
            id: "benefits".to_owned(),
            reading: (words.benefits_reading)(kind, counts.stated).into(),
            picture: is_distribution.then(|| {
                Picture::Chart(Chart {
                    option: bars(&labels, &values, "件", &description),
                    caption: (words.benefits_caption)(counts.stated),
                    description,
                })
            }),
            table: Table {
                id: "benefits-table".to_owned(),
                caption: heading.clone(),
                caption_hidden: true,
                columns: vec![Column::text((words.benefit)(kind)), Column::number(self.words.overview.count)],
                rows: rows.collect(),
                file_name: self.file_name((words.benefit)(kind)),
            },
            source: source_line(self.snapshot, self.words),
            heading,
        })))
    }

    /// How many municipalities take part.
    pub(super) fn participation(&self) -> Option<Block> {
        let (words, more) = (self.words.system, self.words.system_more);
        let it = &self.figures.participation;
        let number = |count: u64| {
            // The cases with just this number.
            let members = Range::new(Some(count), Some(count));
            let filter = CaseFilter { members, ..self.filter() };
            Text::from(Link::new(filter, (words.participants_value)(count)))
        };
        let stated = CaseFilter { has: [Has::Participants].into(), ..self.filter() };
        let mut facts = vec![
            Fact::new(words.stated, cases_link(it.stated.known, stated)),
            Fact::new(words.smallest, number(it.smallest?)),
            Fact::new(words.median, Inline::Number((words.participants_value)(it.median?))),
            Fact::new(words.largest, number(it.largest?)),
        ];
        if let Some((low, high)) = it.middle_half.filter(|_| it.stated.known >= PICTURE_FROM) {
            let value = (more.middle_half_value)(low, high);
            facts.insert(3, Fact::new(more.middle_half, Inline::Number(value)));
        }
        if let Some(median) = it.population.median {
            let value = (more.population_median_value)(median, it.population.known);
            facts.push(Fact::new(more.population_median, Inline::Number(value)));
        }
        if it.named.known > 0 {
            facts.push(Fact::new(words.named, (words.named_value)(it)));
        }
        Some(Block::Section(Section {
            id: "participation".to_owned(),
            heading: words.participation_heading.to_owned(),
            lead: (words.participation_lead)(it).into(),
            blocks: vec![Block::Facts(facts)],
            ..Section::default()
        }))
    }
}
