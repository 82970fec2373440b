//! The participants with population and staff.

use super::{Page, group};
use crate::content::{Block, Cell, Column, Inline, SummedTable, Table, Text};
use crate::domain::{self, Municipalities, Municipality};
use crate::export::CsvTable;
use crate::text::persons;

impl Page<'_> {
    /// The largest first.
    pub(super) fn participants(&self, table: &Municipalities) -> Block {
        let words = &self.words.case;
        let domain::Fact::Known(codes) = self.case.participants() else {
            let unnamed = Block::paragraph(Inline::Unknown(words.participants_unnamed.to_owned()));
            return group("participants", words.participants_heading, vec![unnamed]);
        };
        let mut members: Vec<Municipality<'_>> = codes.iter().filter_map(|&code| table.get(code)).collect();
        members.sort_by_key(|member| std::cmp::Reverse(member.population));
        let columns = &self.words.table;
        let shown = Table {
            id: "participants-table".to_owned(),
            caption: (words.participants_count)(u32::try_from(members.len()).unwrap_or(u32::MAX)),
            columns: vec![
                Column::text(columns.municipality),
                Column::number(columns.population),
                Column::number(columns.staff),
            ],
            rows: members.iter().map(|member| self.row(member)).collect(),
            file_name: format!("{}_{}", words.participants, self.case.id()),
            ..Table::default()
        };
        let summed = SummedTable {
            table: shown,
            note: (words.participants_note)(&self.words.date(table.population_as_of), &table.staff_as_of),
            total: vec![
                columns.total.into(),
                self.persons(self.case.population()),
                self.persons(self.case.staff()),
            ],
            file: self.file(&members),
        };
        group("participants", words.participants_heading, vec![Block::SummedTable(Box::new(summed))])
    }

    fn row(&self, member: &Municipality<'_>) -> Vec<Cell> {
        let several_prefectures = !self.case.partner_prefectures().is_empty();
        let prefecture = self.snapshot.prefecture_name(member.code.prefecture());
        let name =
            if several_prefectures { format!("{prefecture}{}", member.name) } else { member.name.to_owned() };
        vec![
            Cell::new(name),
            Cell::new(self.persons(Some(member.population))),
            Cell::new(self.persons(member.staff.map(u64::from))),
        ]
    }

    fn persons(&self, count: Option<u64>) -> Text {
        self.said(domain::Fact::from(count.map(persons)))
    }

    /// With the codes, by which other tables know a municipality.
    fn file(&self, members: &[Municipality<'_>]) -> CsvTable {
        let words = &self.words.table;
        let header =
            [words.municipality_code, words.prefecture, words.municipality, words.population, words.staff];
        let rows = members.iter().map(|member| {
            let staff = domain::Fact::from(member.staff.map(|count| count.to_string()));
            vec![
                member.code.to_string(),
                self.snapshot.prefecture_name(member.code.prefecture()).to_owned(),
                member.name.to_owned(),
                member.population.to_string(),
                self.said(staff).plain(),
            ]
        });
        CsvTable { header: header.map(str::to_owned).to_vec(), rows: rows.collect() }
    }
}
