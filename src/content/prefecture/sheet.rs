//! The part that only the sheet on paper has, and what is not known. The page on paper is one sheet for an
//! assembly or a meeting, made of these, of the neighbours and of the cases nearby.

use joint_procurement_core::domain::{Field, PrefectureCode, Slug, Snapshot, SystemState, Term};
use joint_procurement_core::query::{Matches, SearchIndex};
use joint_procurement_core::stats::{FieldFill, Neighbours, StateTable};
use joint_procurement_core::text::cases;

use super::super::{Block, FactRow, Link, Section, Text};
use super::led_by;
use crate::words;

/// The fields that readers ask for first.
const ASKED_FOR: [Field; 5] = [
    Field::ParticipantsNames,
    Field::InitialCost,
    Field::AnnualCost,
    Field::SpecificationAvailable,
    Field::Status,
];

/// Lists the types that are known here by state, each with the prefectures that have it. It is on paper only,
/// where the table of the comparison has no room.
pub(super) fn states_here(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let cells: Vec<_> =
        neighbours.systems.iter().map(|it| (it, states.counts(code, [&it.slug]).parts)).collect();
    let facts = SystemState::ALL.iter().filter_map(|&state| {
        let parts = cells.iter().flat_map(|(it, parts)| parts.iter().map(move |part| (it, part)));
        let types = parts.filter(|(_, part)| part.state == state).map(|(it, part)| {
            let name = snapshot.system_name(&it.slug);
            words::prefecture::sheet::system(name, part.led, part.partner, it.nationwide)
        });
        let types: Vec<String> = types.collect();
        (!types.is_empty()).then(|| FactRow::new(state.ja(), types.join(words::BETWEEN)))
    });
    let facts: Vec<FactRow> = facts.collect();
    Block::Section(Section {
        id: "sheet".to_owned(),
        heading: words::prefecture::sheet::heading(snapshot.prefecture_name(code)),
        lead: words::prefecture::sheet::LEAD.into(),
        blocks: vec![Block::Facts(facts)],
        ..Section::default()
    })
}

/// Names the types without a case here, and what of the cases is not public.
pub(super) fn not_known(snapshot: &Snapshot, code: PrefectureCode, neighbours: &Neighbours) -> Block {
    let without = neighbours.systems.iter().filter(|it| !it.here.state.has_case());
    let mut types = Text::default();
    let mut count = 0;
    for it in without {
        if count > 0 {
            types.push(words::BETWEEN);
        }
        types.push(type_link(snapshot, &it.slug));
        count += 1;
    }
    let mut facts = Vec::new();
    if count > 0 {
        facts.push(FactRow::new(
            words::prefecture::sheet::not_known_types(snapshot.absent(code).ja(), count),
            types,
        ));
    }
    let matches = Matches::new(snapshot, &SearchIndex::default(), &led_by(code));
    let fields = FieldFill::of(&matches.selection(&snapshot.cases), None).into_iter();
    let missing: Vec<String> = fields
        .filter(|fill| ASKED_FOR.contains(&fill.field) && fill.known.unknown() > 0)
        .map(|fill| words::prefecture::sheet::not_known_field(words::field(fill.field), fill.known))
        .collect();
    if !missing.is_empty() {
        let total = matches.selection(&snapshot.cases).len();
        facts.push(FactRow::new(
            words::prefecture::sheet::not_known_cases(snapshot.meta.kind, &cases(total)),
            missing.join(words::BETWEEN),
        ));
    }
    Block::Section(Section {
        id: "not-known".to_owned(),
        heading: words::prefecture::sheet::NOT_KNOWN_HEADING.to_owned(),
        lead: words::prefecture::sheet::not_known_lead(snapshot.absent(code)).into(),
        blocks: vec![Block::Facts(facts)],
        ..Section::default()
    })
}

fn type_link(snapshot: &Snapshot, slug: &Slug) -> Link {
    Link::system(slug, snapshot.system_name(slug))
}
