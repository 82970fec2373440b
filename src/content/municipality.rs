//! One municipality: what those like it use, its cases, counterparts, and whom to ask.

mod cases;
mod lacking;
mod place;

use joint_procurement_core::domain::{Municipalities, Municipality, MunicipalityCode, Slug, Snapshot};
use joint_procurement_core::query::{CaseQuery, NameScope};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Home, Peers, StateTable, TownCases};

use super::counterparts::{choose, counterparts, town_link};
use super::not_understood::not_understood;
use super::{Block, Cell, Contents, Group, Inline, Link, PageContent, Section, Table, Text};
use super::{Column, find_by_name, unknown_municipality};
use crate::words;

/// The page of a municipality as its parts see it.
struct Town<'a> {
    snapshot: &'a Snapshot,
    municipalities: &'a Municipalities,
    it: Municipality<'a>,
    cases: TownCases,
}

/// Makes the page of a municipality. `query` is that of its address: with a system type it has the counterparts for that.
pub fn municipality(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    code: MunicipalityCode,
    query: &str,
) -> PageContent {
    let (query, mut problems) = CaseQuery::parse(query);
    let (query, unknown) = query.known_in(snapshot);
    problems.extend(unknown);
    let states = StateTable::of(snapshot);
    let cases = TownCases::of(snapshot, code);
    let found = municipalities.get(code).zip(Peers::of(snapshot, &states, municipalities, code, &cases));
    let Some((it, peers)) = found else { return unknown_municipality(code) };
    let town = Town { snapshot, municipalities, it, cases };
    let prefecture = snapshot.prefecture_name(code.prefecture());
    let (mut blocks, parts) = town.parts(&peers, query.filter.system.iter().next());
    if let Some(notice) = not_understood(problems.iter()) {
        blocks.insert(0, notice);
    }
    let staff = it.staff.map(|staff| (staff, municipalities.staff_as_of.as_str()));
    let as_of = words::date(municipalities.population_as_of);
    let size = words::municipality::size(it.population, &as_of, staff);
    PageContent {
        title: words::municipality::title(it.name, prefecture),
        ancestors: vec![Route::Overview, Route::Municipalities],
        kicker: Link::new(Route::Prefecture(code.prefecture()), prefecture).into(),
        heading: words::municipality::heading(it.name, town.cases.certain().len()),
        lead: words::municipality::lead(&size, peers.groups.similar).into(),
        contents: Contents {
            parts: parts.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned())).collect(),
            has_sheet: false,
        },
        blocks,
    }
}

impl Town<'_> {
    fn parts(&self, peers: &Peers, system: Option<&Slug>) -> (Vec<Block>, Vec<(&'static str, &'static str)>) {
        let mut blocks = vec![self.lacking(peers)];
        let mut parts = vec![("lacking", words::municipality::PART_LACKING)];
        if self.it.office.is_some() {
            let found = system.filter(|slug| self.snapshot.system_type(slug).is_some());
            let found =
                found.and_then(|slug| counterparts(self.snapshot, self.municipalities, self.home(), slug));
            blocks.push(found.unwrap_or_else(choose));
            parts.push(("counterparts", words::counterparts::PART));
        }
        blocks.push(self.own_cases());
        parts.push(("cases", words::municipality::PART_CASES));
        if let Some(open) = self.open() {
            blocks.push(open);
            parts.push(("open", words::municipality::PART_OPEN));
        }
        if let Some(not_in) = self.not_in() {
            blocks.push(not_in);
            parts.push(("not-in", words::municipality::PART_NOT_IN));
        }
        if let Some(similar) = self.similar() {
            blocks.push(similar);
            parts.push(("similar", words::municipality::PART_SIMILAR));
        }
        blocks.push(self.place());
        parts.push(("place", words::municipality::PART_PLACE));
        (blocks, parts)
    }

    /// Gives the name of a file of this page.
    fn file_name(&self, of: &str) -> String {
        format!("{}_{of}_{}", self.it.name, self.snapshot.meta.id)
    }

    fn home(&self) -> Home {
        Home::Municipality(self.it.code)
    }

    fn link(&self, code: MunicipalityCode) -> Inline {
        town_link(self.snapshot, self.municipalities, self.home(), code)
    }
}

/// Makes the page to find a municipality.
pub fn municipalities(snapshot: &Snapshot) -> PageContent {
    let link = |code, name: &str| {
        let to =
            joint_procurement_core::routes::Address::with_card(Route::Prefecture(code), "municipalities");
        Link::new(to, name)
    };
    let prefectures = || snapshot.prefectures.prefectures.iter();
    let groups = snapshot.prefectures.regions.iter().map(|region| {
        let there = prefectures().filter(|it| it.region == region.slug);
        Group {
            name: region.name.clone(),
            entries: there.map(|it| Cell::area(link(it.code, &it.name), it.code)).collect(),
        }
    });
    let rows = prefectures().map(|it| {
        vec![
            Cell::new(link(it.code, &it.name)),
            Cell::number(words::municipality::towns(it.municipalities as usize), it.municipalities),
        ]
    });
    let file = Table {
        id: "prefectures-table".to_owned(),
        caption: words::municipality::BY_PREFECTURE.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::PREFECTURE),
            Column::number(words::prefectures::MUNICIPALITIES),
        ],
        rows: rows.collect(),
        file_name: format!("{}_{}", words::municipality::BY_PREFECTURE, snapshot.meta.id),
    };
    PageContent {
        title: words::site::page_name(&Route::Municipalities).to_owned(),
        ancestors: vec![Route::Overview],
        heading: words::municipality::HEADING.to_owned(),
        lead: words::municipality::LEAD.into(),
        blocks: vec![
            find_by_name(words::municipality::FIND, NameScope::Municipalities),
            Block::Section(Section {
                id: "by-prefecture".to_owned(),
                heading: words::municipality::BY_PREFECTURE.to_owned(),
                lead: words::municipality::BY_PREFECTURE_LEAD.into(),
                more: Text::default(),
                blocks: vec![Block::Groups { groups: groups.collect(), file }],
            }),
        ],
        ..PageContent::default()
    }
}
