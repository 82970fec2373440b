//! The number of municipalities that take part, prefecture by prefecture.

use joint_procurement_core::domain::{FileRole, PrefectureCode};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{KnownCount, PrefectureReach, Reach};
use joint_procurement_core::text::Percent;

use super::SystemPage;
use crate::content::{
    AreaMap, Card, Cell, Column, FIGURES_FROM, Link, MapArea, Picture, Table, share_cell, source_line,
};
use crate::words;

impl SystemPage<'_> {
    /// Makes the card of the prefectures of which a number is known. In order of code: never by share.
    pub(super) fn reach(&self) -> Option<Card> {
        let reach = Reach::of(self.snapshot, &self.cases);
        let known = reach.prefectures.len();
        (known > 0).then(|| Card {
            id: "reach".to_owned(),
            heading: words::system::reach::HEADING.to_owned(),
            reading: words::system::reach::reading(known, reach.together()).into(),
            picture: (known >= FIGURES_FROM).then(|| Picture::Map(self.reach_map(&reach))),
            table: self.reach_table(&reach),
            source: source_line(self.snapshot),
        })
    }

    fn reach_map(&self, reach: &Reach) -> AreaMap {
        let areas = PrefectureCode::all().map(|code| {
            let known = reach.prefectures.iter().find(|it| it.prefecture == code);
            let said = known.map(|it| words::system::reach::share(it.share()));
            let said = said.unwrap_or_else(|| self.missing().to_owned());
            MapArea {
                code: code.to_string(),
                name: words::map::short(self.snapshot.prefecture_name(code)).to_owned(),
                words: words::map::area(self.snapshot.prefecture_name(code), &said),
                class: known.map_or(0, |it| class_of(it.share())),
                to: Some(Route::Prefecture(code).into()),
            }
        });
        // All classes, whether they occur or not: a shade means the same share on the page of each type.
        let classes = words::system::reach::CLASSES
            .iter()
            .zip(1..)
            .map(|(class, number)| (number, (*class).to_owned()));
        AreaMap {
            outlines: FileRole::MapOfJapan,
            label: words::system::reach::map(&self.system.name),
            areas: areas.collect(),
            legend: [(0, self.missing().to_owned())].into_iter().chain(classes).collect(),
            caption: words::system::reach::caption(reach.prefectures.iter().any(|it| it.is_capped())),
            open_table: true,
        }
    }

    fn reach_table(&self, reach: &Reach) -> Table {
        let number = |count: usize| Cell::number(words::system::participants::value(count as u64), count);
        let row = |it: &PrefectureReach| {
            let share = it.share();
            vec![
                Cell::area(
                    Link::new(Route::Prefecture(it.prefecture), self.snapshot.prefecture_name(it.prefecture)),
                    it.prefecture,
                ),
                number(share.known),
                number(share.total),
                share_cell(share.percent().unwrap_or(Percent::Rounded(0))),
                Cell::new(words::system::reach::basis_value(*it)),
            ]
        };
        Table {
            id: "reach-table".to_owned(),
            caption: words::system::reach::HEADING.to_owned(),
            caption_hidden: true,
            columns: vec![
                Column::text(words::facet::PREFECTURE),
                Column::number(words::system::reach::TAKING_PART),
                Column::number(words::system::reach::MUNICIPALITIES),
                Column::number(words::system::reach::PERCENT),
                Column::prose(words::system::reach::BASIS),
            ],
            rows: reach.prefectures.iter().map(row).collect(),
            file_name: self.file_name(words::system::reach::HEADING),
        }
    }
}

/// Quarters, a half, and all: from 1.
fn class_of(share: KnownCount) -> usize {
    match share {
        KnownCount { known, total } if known >= total => 4,
        KnownCount { known, total } if known * 2 >= total => 3,
        KnownCount { known, total } if known * 4 >= total => 2,
        _ => 1,
    }
}
