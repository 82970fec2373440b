//! The municipalities of the own prefecture: a list with the map beside it.

use joint_procurement_core::domain::{FileRole, MunicipalityCode};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Certainty;
use joint_procurement_core::text::persons;

use super::super::prefecture::unknown;
use super::super::{AreaMap, Block, Card, Cell, Column, MapArea, Picture, Table};
use super::Around;
use crate::words;

/// The classes of the map.
const CERTAIN: usize = 4;
const POSSIBLE: usize = 2;
const NOTHING_KNOWN: usize = 0;

fn class(certainty: Option<Certainty>) -> usize {
    match certainty {
        Some(Certainty::Named | Certainty::WholePrefecture) => CERTAIN,
        Some(Certainty::Possible) => POSSIBLE,
        None => NOTHING_KNOWN,
    }
}

impl Around<'_> {
    /// Shows which municipalities of the prefecture take part in a case of the type.
    pub(super) fn at_home(&self, towns: &[(MunicipalityCode, Option<Certainty>)]) -> Block {
        let count = |class_of| towns.iter().filter(|(_, certainty)| class(*certainty) == class_of).count();
        let prefecture = self.snapshot.prefecture_name(self.home.prefecture());
        let heading = words::counterparts::at_home(prefecture, self.system);
        Block::Card(Box::new(Card {
            id: "counterparts-home".to_owned(),
            reading: words::counterparts::home_reading(towns.len(), count(CERTAIN), count(POSSIBLE)).into(),
            picture: Some(Picture::Map(self.map(towns, &heading))),
            table: self.home_table(towns, &heading),
            source: words::municipality::SOURCES.to_owned(),
            heading,
        }))
    }

    fn said(&self, class: usize) -> &'static str {
        match class {
            CERTAIN => words::counterparts::CERTAIN,
            POSSIBLE => words::counterparts::MAY_HAVE,
            _ => words::missing(None, self.snapshot.meta.kind),
        }
    }

    fn map(&self, towns: &[(MunicipalityCode, Option<Certainty>)], label: &str) -> AreaMap {
        let areas = towns.iter().filter_map(|&(code, certainty)| {
            let name = self.municipalities.get(code)?.name;
            let class = class(certainty);
            Some(MapArea {
                code: code.to_string(),
                name: name.to_owned(),
                words: words::map::area(name, self.said(class)),
                class,
                to: Some(Route::Municipality(code).into()),
            })
        });
        let areas: Vec<MapArea> = areas.collect();
        let occurs = |class: &usize| areas.iter().any(|area| area.class == *class);
        let legend = [CERTAIN, POSSIBLE, NOTHING_KNOWN].into_iter().filter(occurs);
        AreaMap {
            outlines: FileRole::MapOf(self.home.prefecture()),
            label: label.to_owned(),
            legend: legend.map(|class| (class, self.said(class).to_owned())).collect(),
            caption: words::counterparts::MAP_CAPTION.to_owned(),
            open_table: false,
            areas,
        }
    }

    fn home_table(&self, towns: &[(MunicipalityCode, Option<Certainty>)], caption: &str) -> Table {
        let rows = towns.iter().filter_map(|&(code, certainty)| {
            let it = self.municipalities.get(code)?;
            let class = class(certainty);
            let said = self.said(class);
            Some(vec![
                Cell::area(self.town_name(code), code),
                Cell::number(persons(it.population), it.population),
                if class == CERTAIN { Cell::new(said) } else { Cell::new(unknown(said)) },
            ])
        });
        Table {
            id: "counterparts-home-table".to_owned(),
            file_name: self.file_name(caption),
            caption: caption.to_owned(),
            caption_hidden: true,
            columns: vec![
                Column::text(words::town::MUNICIPALITY),
                Column::number(words::prefectures::POPULATION),
                Column::text(words::counterparts::STATE),
            ],
            rows: rows.collect(),
        }
    }
}
