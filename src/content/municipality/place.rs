//! The place of a municipality on the map, and those around it.

use joint_procurement_core::domain::{FileRole, Municipality};
use joint_procurement_core::ordering;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Peers;
use joint_procurement_core::text::persons;

use super::super::{AreaMap, Block, Card, Cell, Column, MapArea, Picture, Table, Text};
use super::Town;
use crate::words;

/// The classes of the map: the municipality, those near, the others.
const CLASSES: [(usize, &str); 3] = [
    (4, words::municipality::HERE),
    (2, words::municipality::NEAR_CLASS),
    (0, words::municipality::FAR_CLASS),
];
/// Rows of the table.
const NEAREST: usize = 20;

impl Town<'_> {
    pub(super) fn place(&self) -> Block {
        let near = self.near();
        let reading = match self.it.office {
            Some(_) => words::municipality::place_reading(near.len()),
            None => words::municipality::PLACE_UNKNOWN.to_owned(),
        };
        let card = Card {
            id: "map".to_owned(),
            heading: words::municipality::nearest_table(self.it.name),
            reading: reading.into(),
            picture: Some(Picture::Map(self.map(&near))),
            table: self.nearest(&near),
            source: words::municipality::SOURCES.to_owned(),
        };
        Block::section(
            "place",
            words::municipality::PLACE_HEADING,
            Text::default(),
            Text::default(),
            vec![Block::Card(Box::new(card))],
        )
    }

    /// Gives the distance of another municipality, in kilometres.
    pub(super) fn distance(&self, other: Municipality<'_>) -> Option<f64> {
        Some(self.it.office?.distance(other.office?))
    }

    /// Gives the municipalities near, the nearest first.
    fn near(&self) -> Vec<(f64, Municipality<'_>)> {
        let others = self.municipalities.iter().filter(|it| it.code != self.it.code);
        let near = others.filter_map(|it| Some((self.distance(it)?, it)));
        let mut near: Vec<_> = near.filter(|(distance, _)| *distance <= f64::from(Peers::NEAR)).collect();
        ordering::sort_by(&mut near, |a, b| a.0.total_cmp(&b.0));
        near
    }

    fn map(&self, near: &[(f64, Municipality<'_>)]) -> AreaMap {
        let prefecture = self.it.code.prefecture();
        let areas = self.municipalities.of_prefecture(prefecture).map(|it| {
            let [here, close, far] = CLASSES;
            let (class, said) = match near.iter().find(|(_, other)| other.code == it.code) {
                _ if it.code == self.it.code => here,
                Some(_) => close,
                None => far,
            };
            MapArea {
                code: it.code.to_string(),
                name: it.name.to_owned(),
                words: words::map::area(it.name, said),
                class,
                to: (it.code != self.it.code).then(|| Route::Municipality(it.code).into()),
            }
        });
        let areas: Vec<MapArea> = areas.collect();
        let occurs = |(class, _): &(usize, &str)| areas.iter().any(|area| area.class == *class);
        let legend = CLASSES.into_iter().filter(occurs).map(|(class, name)| (class, name.to_owned()));
        AreaMap {
            outlines: FileRole::MapOf(prefecture),
            label: words::municipality::map_label(self.snapshot.prefecture_name(prefecture), self.it.name),
            legend: legend.collect(),
            caption: words::municipality::MAP_CAPTION.to_owned(),
            open_table: false,
            areas,
        }
    }

    fn nearest(&self, near: &[(f64, Municipality<'_>)]) -> Table {
        let rows = near.iter().take(NEAREST).map(|(distance, it)| {
            vec![
                Cell::area(self.link(it.code), it.code),
                Cell::number(words::municipality::kilometres(*distance), distance.round() as u64),
                Cell::number(persons(it.population), it.population),
            ]
        });
        let caption = words::municipality::nearest_table(self.it.name);
        Table {
            id: "nearest-table".to_owned(),
            file_name: format!("{caption}_{}", self.snapshot.meta.id),
            caption,
            caption_hidden: true,
            columns: vec![
                Column::text(words::town::MUNICIPALITY),
                Column::number(words::municipality::DISTANCE),
                Column::number(words::prefectures::POPULATION),
            ],
            rows: rows.collect(),
        }
    }
}
