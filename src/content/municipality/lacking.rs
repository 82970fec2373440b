//! The types that municipalities like this one use, and it is not confirmed to use.

use joint_procurement_core::query::{CaseFilter, CaseQuery, Selection, Sort};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{NextSystem, PeerGroups, PeerSystem, Peers};

use super::super::next_system::{ask_first, documents_and_funding, money, newest};
use super::super::prefecture::nationwide_cell;
use super::super::{Block, Cell, Column, Inline, Link, Section, Table, Text};
use super::Town;
use crate::words;

/// Types that are shown at once; the others are behind a line.
const FIRST: usize = 8;

impl Town<'_> {
    pub(super) fn lacking(&self, peers: &Peers) -> Block {
        let heading = words::municipality::lacking_heading(self.it.name);
        let absence = words::municipality::absence(self.snapshot.meta.kind);
        let (first, others) = peers.lacking.split_at(peers.lacking.len().min(FIRST));
        let mut blocks = Vec::new();
        if !first.is_empty() {
            blocks.push(Block::Table(self.peer_table(peers, first, "lacking-table", &heading)));
        }
        if !others.is_empty() {
            let caption = words::municipality::LACKING_OTHERS;
            blocks.push(Block::Disclosure {
                summary: words::municipality::others(others.len()).into(),
                blocks: vec![Block::Table(self.peer_table(peers, others, "others-table", caption))],
            });
        }
        if !peers.noted.is_empty() {
            let caption = words::municipality::NOTED;
            blocks.push(Block::Disclosure {
                summary: caption.into(),
                blocks: vec![
                    Block::paragraph(words::municipality::NOTED_LEAD),
                    Block::Table(self.peer_table(peers, &peers.noted, "noted-table", caption)),
                ],
            });
        }
        let lead = match peers.lacking.len() {
            0 => words::municipality::lacking_none(self.it.name, &absence),
            systems => words::municipality::lacking_lead(systems, &absence),
        };
        Block::Section(Section {
            id: "lacking".to_owned(),
            heading,
            lead: lead.into(),
            blocks,
            ..Section::default()
        })
    }

    fn peer_table(&self, peers: &Peers, systems: &[PeerSystem], id: &str, caption: &str) -> Table {
        let columns = vec![
            Column::text(words::facet::SYSTEM),
            Column::number(words::prefecture::neighbours::NATIONWIDE),
            Column::text(words::municipality::USERS),
            Column::number(words::prefecture::elsewhere::NEWEST),
            Column::text(words::prefecture::elsewhere::MONEY),
            Column::text(words::prefecture::elsewhere::MORE),
            Column::text(words::prefecture::elsewhere::TO_ASK),
        ];
        Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            caption_hidden: true,
            columns,
            rows: systems.iter().map(|it| self.peer_row(peers, it)).collect(),
            file_name: self.file_name(caption),
        }
    }

    fn peer_row(&self, peers: &Peers, system: &PeerSystem) -> Vec<Cell> {
        let snapshot = self.snapshot;
        let slug = &system.slug;
        let mut name = Cell::new(Link::system(slug, snapshot.system_name(slug)));
        if !system.possible.is_empty() {
            name.text.push(Inline::Break);
            name.text.push(Inline::Remark(words::municipality::possible(system.possible.len())));
        }
        let filter = CaseFilter { system: [slug.clone()].into(), ..CaseFilter::default() };
        let query = CaseQuery { filter, ..CaseQuery::default() };
        let to = Address {
            card: "counterparts".to_owned(),
            ..Address::with_query(Route::Municipality(self.it.code), query)
        };
        name.text.push(Inline::Break);
        name.text.push(Link::new(to, words::municipality::FIND_COUNTERPARTS));
        let next = NextSystem::of(snapshot, slug);
        let used = Selection::new(&snapshot.cases, system.rows.clone());
        let mut asked = Sort::default().apply(snapshot, used).rows().to_vec();
        asked.extend(Sort::default().apply(snapshot, next.cases.clone()).rows());
        let mut row = vec![name];
        row.push(nationwide_cell(snapshot, system.nationwide));
        row.push(Cell::new(users(peers.groups, system.users)));
        row.extend([newest(snapshot, &next), money(snapshot, &next), documents_and_funding(snapshot, &next)]);
        row.push(Cell::new(ask_first(snapshot, asked.into_iter())));
        row
    }
}

/// Counts the users in each group of peers. Groups without any are left out: that none is confirmed says nothing.
fn users(groups: PeerGroups<usize>, users: PeerGroups<usize>) -> Text {
    let lines = [
        (words::municipality::SIMILAR_USERS, users.similar, groups.similar),
        (words::municipality::PREFECTURE_USERS, users.prefecture, groups.prefecture),
        (words::municipality::NEAR_USERS, users.near.unwrap_or_default(), groups.near.unwrap_or_default()),
    ];
    let mut text = Text::default();
    for (group, users, all) in lines.into_iter().filter(|(_, users, _)| *users > 0) {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(Inline::Number(words::municipality::users(group, users, all)));
    }
    text
}
