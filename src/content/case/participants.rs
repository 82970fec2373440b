//! The participants with population and staff.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    CaseField, Fact, Field, FileRole, Municipalities, Municipality, PrefectureCode,
};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::ordering;
use joint_procurement_core::stats::{median, town_sizes};
use joint_procurement_core::text::persons;

use super::{CasePage, group, section};
use crate::charts::bars;
use crate::content::{
    AreaMap, Block, Card, Cell, Chart, Column, Inline, MapArea, PICTURE_FROM, Picture, Section, SummedTable,
    Table, Text, source_line,
};
use crate::words;

impl CasePage<'_> {
    /// Shows the participants, the largest first. Where all municipalities of the prefecture take part,
    /// unnamed, today's are shown and told to be that.
    pub(super) fn participants(&self, table: &Municipalities) -> Block {
        let kind = self.snapshot.meta.kind;
        let mut members = self.case.certain_participants(table);
        let lead = match self.case.participants() {
            Fact::Known(_) => self.with_evidence(CaseField::Field(Field::ParticipantsNames), Text::default()),
            Fact::Missing(_) if self.case.includes_all_in_prefecture() => {
                words::case::participants_derived(kind).into()
            }
            Fact::Missing(_) => {
                let unnamed = Block::paragraph(Inline::Unknown(words::case::participants_unnamed(kind)));
                return group("participants", words::case::PARTICIPANTS_HEADING, vec![unnamed]);
            }
        };
        ordering::sort_by_key(&mut members, |member| std::cmp::Reverse(member.population));
        let maps = self.maps(&members, table);
        let sizes = self.sizes(&members, table);
        let shown = Table {
            id: "participants-table".to_owned(),
            caption: words::case::participants_count(u32::try_from(members.len()).unwrap_or(u32::MAX)),
            columns: vec![
                Column::text(words::table::MUNICIPALITY),
                Column::number(words::table::POPULATION),
                Column::number(words::table::STAFF),
            ],
            rows: members.iter().map(|member| self.row(member)).collect(),
            file_name: format!("{}_{}", words::case::PARTICIPANTS, self.case.id()),
            ..Table::default()
        };
        let summed = SummedTable {
            table: shown,
            note: words::case::participants_note(
                kind,
                &words::date(table.population_as_of),
                &table.staff_as_of,
                self.case.participants().is_known(),
            ),
            total: vec![
                words::table::TOTAL.into(),
                self.persons(self.case.derived_population()),
                self.persons(self.case.derived_staff()),
            ],
            file: self.file(&members),
        };
        Block::FactGroup(Section {
            lead,
            blocks: [Block::SummedTable(Box::new(summed))].into_iter().chain(sizes).chain(maps).collect(),
            ..section("participants", words::case::PARTICIPANTS_HEADING)
        })
    }

    /// Counts the participants by population, where they are many.
    fn sizes(&self, members: &[Municipality<'_>], table: &Municipalities) -> Option<Block> {
        if members.len() < PICTURE_FROM {
            return None;
        }
        let populations: Vec<u64> = members.iter().map(|member| member.population).collect();
        let classes = town_sizes(&populations);
        let labels: Vec<String> = classes.iter().map(|it| words::town_sizes::class(*it)).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let values: Vec<usize> = classes.iter().map(|it| it.municipalities).collect();
        let rows = labels.iter().zip(&values).map(|(label, count)| {
            vec![Cell::new(*label), Cell::number(words::town_sizes::count(*count), *count)]
        });
        Some(Block::Card(Box::new(Card {
            id: "participants-sizes".to_owned(),
            heading: words::town_sizes::HEADING.to_owned(),
            reading: words::town_sizes::reading(median(populations)?, members.len()).into(),
            table: Table {
                id: "participants-sizes-table".to_owned(),
                caption: words::town_sizes::HEADING.to_owned(),
                caption_hidden: true,
                columns: vec![
                    Column::text(words::town_sizes::CLASS),
                    Column::number(words::town_sizes::COUNT),
                ],
                rows: rows.collect(),
                file_name: format!("{}_{}", words::town_sizes::HEADING, self.case.id()),
            },
            picture: Some(Picture::Chart(Chart {
                option: bars(&labels, &values, words::town_sizes::UNIT, words::town_sizes::CHART),
                description: words::town_sizes::CHART.to_owned(),
                caption: words::town_sizes::caption(&words::date(table.population_as_of)),
            })),
            source: source_line(self.snapshot),
        })))
    }

    /// Draws a map of each prefecture that has participants, where these are few.
    fn maps(&self, members: &[Municipality<'_>], table: &Municipalities) -> Vec<Block> {
        const AT_MOST: usize = 3;
        let prefectures: BTreeSet<PrefectureCode> = members.iter().map(|it| it.code.prefecture()).collect();
        if prefectures.len() > AT_MOST {
            return Vec::new();
        }
        prefectures.into_iter().map(|code| self.map(code, members, table)).collect()
    }

    fn map(&self, code: PrefectureCode, members: &[Municipality<'_>], table: &Municipalities) -> Block {
        let there = || table.iter().filter(|it| it.code.prefecture() == code);
        let takes_part = |it: &Municipality<'_>| members.iter().any(|member| member.code == it.code);
        let areas = there().map(|it| {
            let (class, said) =
                if takes_part(&it) { (3, words::map::TAKES_PART) } else { (0, words::map::OTHER) };
            let (name, words) = (it.name.to_owned(), words::map::area(it.name, said));
            MapArea { code: it.code.to_string(), name, words, class, to: None }
        });
        let areas: Vec<MapArea> = areas.collect();
        let participants = areas.iter().filter(|area| area.class > 0).count();
        let rows = there().filter(takes_part).map(|it| vec![Cell::area(it.name, it.code)]);
        let label = words::map::of_case(self.snapshot.prefecture_name(code));
        let table = Table {
            id: format!("map-{code}-table"),
            caption: label.clone(),
            caption_hidden: true,
            columns: vec![Column::text(words::table::MUNICIPALITY)],
            rows: rows.collect(),
            file_name: format!("{label}_{}", self.case.id()),
        };
        let mut legend = vec![(3, words::map::TAKES_PART.to_owned())];
        legend.extend((participants < areas.len()).then(|| (0, words::map::OTHER.to_owned())));
        Block::Card(Box::new(Card {
            id: format!("map-{code}"),
            heading: label.clone(),
            reading: words::map::of_case_reading(participants, areas.len()).into(),
            picture: Some(Picture::Map(AreaMap {
                outlines: FileRole::MapOf(code),
                label,
                areas,
                legend,
                caption: words::map::SMALL_ISLANDS.to_owned(),
                open_table: false,
            })),
            table,
            source: source_line(self.snapshot),
        }))
    }

    fn row(&self, member: &Municipality<'_>) -> Vec<Cell> {
        let several_prefectures = !self.case.partner_prefectures().is_empty();
        let prefecture = self.snapshot.prefecture_name(member.code.prefecture());
        let name =
            if several_prefectures { format!("{prefecture}{}", member.name) } else { member.name.to_owned() };
        vec![
            Cell::area(name, member.code),
            Cell::new(self.persons(Some(member.population))),
            Cell::new(self.persons(member.staff.map(u64::from))),
        ]
    }

    fn persons(&self, count: Option<u64>) -> Text {
        self.said(Fact::from(count.map(persons)))
    }

    /// Makes the file. It has the codes, by which other tables know a municipality. Spreadsheets take the zero at the
    /// beginning of some of them away, so that a column of text has them as well.
    fn file(&self, members: &[Municipality<'_>]) -> CsvTable {
        let header = [
            words::table::MUNICIPALITY_WITH_CODE,
            words::table::MUNICIPALITY_CODE,
            words::table::PREFECTURE,
            words::table::MUNICIPALITY,
            words::table::POPULATION,
            words::table::STAFF,
        ];
        let rows = members.iter().map(|member| {
            let staff = Fact::from(member.staff.map(|count| count.to_string()));
            vec![
                words::table::municipality_with_code(member.name, member.code),
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
