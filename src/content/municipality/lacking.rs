//! The types that municipalities like this one use, and it is not confirmed to use.

use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::{Selection, Sort};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{NextSystem, PeerSystem, Peers};

use super::super::counterparts::to_counterparts;
use super::super::next_system::{
    Asked, asked_first, documents_and_funding, facts_alone, facts_said, file_header, found, money, newest,
    sentences,
};
use super::super::{Block, Cell, Column, Inline, Link, SortName, SummedTable, Table, Text};
use super::Town;
use crate::words;

/// Types that are shown at once; the others are behind a line.
const FIRST: usize = 8;
/// The table of the types that are never suggested, which stands apart from the others.
const NOTED: &str = "noted-table";

impl Town<'_> {
    pub(super) fn lacking(&self, peers: &Peers) -> Block {
        let heading = words::municipality::lacking_heading(self.it.name);
        let absence = words::municipality::absence(self.snapshot.meta.kind);
        let (first, others) = peers.lacking.split_at(peers.lacking.len().min(FIRST));
        let mut blocks = Vec::new();
        if !first.is_empty() {
            blocks.push(self.peer_table(peers, first, "lacking-table", &heading));
        }
        if !others.is_empty() {
            let caption = words::municipality::LACKING_OTHERS;
            blocks.push(Block::Disclosure {
                summary: words::municipality::others(others.len()).into(),
                blocks: vec![self.peer_table(peers, others, "others-table", caption)],
            });
        }
        if !first.is_empty() {
            let as_of = words::date(self.snapshot.meta.as_of);
            let of = words::municipality::sentences_of(self.it.name, &absence, &as_of);
            blocks.push(sentences(of, peers.lacking.iter().map(|it| self.sentence(peers, it)).collect()));
        }
        if !peers.noted.is_empty() {
            let caption = words::municipality::NOTED;
            blocks.push(Block::Disclosure {
                summary: caption.into(),
                blocks: vec![
                    Block::paragraph(words::municipality::NOTED_LEAD),
                    self.peer_table(peers, &peers.noted, NOTED, caption),
                ],
            });
        }
        let lead = match peers.lacking.len() {
            0 => words::municipality::lacking_none(self.it.name, &absence),
            systems => words::municipality::lacking_lead(systems, &absence),
        };
        Block::section("lacking", &heading, lead.into(), Text::default(), blocks)
    }

    fn peer_table(&self, peers: &Peers, systems: &[PeerSystem], id: &str, caption: &str) -> Block {
        let is_sorted = id != NOTED;
        let sorted = |column: Column, by: &[SortName]| {
            if is_sorted { column.sorted_by(by) } else { column }
        };
        let columns = vec![
            Column::text(words::facet::SYSTEM),
            sorted(
                Column::number(words::prefecture::elsewhere::NATIONWIDE),
                &[words::prefecture::elsewhere::BY_PREFECTURES[0]],
            ),
            sorted(Column::text(words::municipality::USERS), &words::municipality::BY_USERS),
            sorted(
                Column::number(words::prefecture::elsewhere::NEWEST),
                &[words::prefecture::elsewhere::BY_YEAR],
            ),
            sorted(
                Column::text(words::prefecture::elsewhere::MONEY),
                &words::prefecture::elsewhere::BY_MONEY,
            ),
            sorted(Column::text(words::prefecture::elsewhere::MORE), &words::prefecture::elsewhere::BY_MORE),
            sorted(
                Column::text(words::prefecture::elsewhere::TO_ASK),
                &[words::prefecture::elsewhere::BY_CONTACTS],
            ),
        ];
        let rows = systems.iter().map(|it| self.peer_row(peers, it));
        let (rows, lines) = rows.unzip();
        let table = Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            caption_hidden: true,
            columns,
            rows,
            file_name: self.file_name(caption),
        };
        let file = CsvTable { header: file_header(&words::municipality::FILE), rows: lines };
        Block::SummedTable(Box::new(SummedTable { table, note: String::new(), total: Vec::new(), file }))
    }

    /// Gives the cells of a type, and its line in the file with each fact alone.
    fn peer_row(&self, peers: &Peers, system: &PeerSystem) -> (Vec<Cell>, Vec<String>) {
        let snapshot = self.snapshot;
        let slug = &system.slug;
        let mut name = Cell::new(Link::system(slug, snapshot.system_name(slug)));
        if !system.possible.is_empty() {
            name.text.push(Inline::Break);
            name.text.push(Inline::Remark(words::municipality::possible(system.possible.len())));
        }
        name.text.push(Inline::Break);
        name.text.push(to_counterparts(Route::Municipality(self.it.code), slug));
        let next = NextSystem::of(snapshot, slug);
        let nationwide = words::prefecture::elsewhere::prefectures(system.nationwide, 0);
        let counts = [system.users.similar, system.users.prefecture, system.users.near.unwrap_or_default()];
        let to_ask = self.to_ask(system, &next).link;
        let mut line = vec![snapshot.system_name(slug).to_owned(), system.nationwide.to_string()];
        line.extend(counts.iter().map(|&count| self.counted(count)));
        line.extend(facts_alone(snapshot, &next));
        line.push(to_ask.plain());
        let row = vec![
            name,
            Cell::number(Inline::Number(nationwide), system.nationwide)
                .with_keys(&[found(system.nationwide)]),
            Cell::new(users_cell(peers, system)).with_keys(&counts.map(found)),
            newest(snapshot, &next),
            money(snapshot, &next),
            documents_and_funding(snapshot, &next),
            Cell::new(to_ask).with_keys(&[found(next.with_department)]),
        ];
        (row, line)
    }

    /// Says the facts of a type in a line.
    fn sentence(&self, peers: &Peers, system: &PeerSystem) -> String {
        let next = NextSystem::of(self.snapshot, &system.slug);
        let mut line = words::municipality::sentence(
            self.snapshot.system_name(&system.slug),
            &users(peers, system, words::municipality::users_among).join(words::BETWEEN),
            system.nationwide,
            system.possible.len(),
        );
        line.push_str(&facts_said(&next, &self.to_ask(system, &next)));
        line
    }

    /// Leads to the case to ask about. It is of a peer if one names its department; else most is known of it.
    fn to_ask(&self, system: &PeerSystem, next: &NextSystem<'_>) -> Asked {
        let snapshot = self.snapshot;
        let used = Selection::new(&snapshot.cases, system.rows.clone());
        let mut asked = Sort::default().apply(snapshot, used).rows().to_vec();
        asked.extend(Sort::default().apply(snapshot, next.cases.clone()).rows());
        asked_first(snapshot, asked.into_iter())
    }

    /// Writes a number of what was found. Finding none is not known to be none.
    fn counted(&self, count: usize) -> String {
        if count > 0 { count.to_string() } else { words::missing(None, self.snapshot.meta.kind).to_owned() }
    }
}

/// Says the users in each group of peers. Groups without any are left out: that none is confirmed says nothing.
fn users(peers: &Peers, system: &PeerSystem, said: fn(&str, usize, usize) -> String) -> Vec<String> {
    let (groups, users) = (peers.groups, system.users);
    let groups = [
        (words::municipality::SIMILAR_USERS, users.similar, groups.similar),
        (words::municipality::PREFECTURE_USERS, users.prefecture, groups.prefecture),
        (words::municipality::NEAR_USERS, users.near.unwrap_or_default(), groups.near.unwrap_or_default()),
    ];
    let found = groups.into_iter().filter(|(_, users, _)| *users > 0);
    found.map(|(group, users, all)| said(group, users, all)).collect()
}

fn users_cell(peers: &Peers, system: &PeerSystem) -> Text {
    let mut text = Text::default();
    for line in users(peers, system, words::municipality::users) {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(Inline::Number(line));
    }
    text
}
