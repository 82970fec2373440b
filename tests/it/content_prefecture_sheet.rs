//! The sheet for paper.

use joint_procurement::content::{Block, FactRow, prefecture};
use joint_procurement_core::domain::{PrefectureCode, Slug, SystemState, Term};
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::{Published, published};

#[test]
fn the_sheet_and_what_is_not_known_hold_every_type_once() {
    let Published { snapshot, .. } = published();
    let states = StateTable::of(&snapshot);
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, code);
        let facts = |id: &str| -> Vec<FactRow> {
            let section = content.blocks.iter().find_map(|block| match block {
                Block::Section(section) if section.id == id => Some(&section.blocks),
                _ => None,
            });
            let Some(Block::Facts(facts)) = section.unwrap().first() else { panic!("no facts in {id}") };
            facts.clone()
        };
        let mut found: Vec<String> = Vec::new();
        for fact in facts("sheet") {
            for said in fact.value.plain().split("）、") {
                let name = said.split('（').next().unwrap();
                let system = snapshot.terms.system_types.iter().find(|it| it.name == name).unwrap();
                let counts = states.counts(code, [&system.slug]);
                let part = counts.parts.iter().find(|part| part.state.ja() == fact.name).unwrap();
                let counted = [(part.led, "（"), (part.partner, "参加")];
                for (cases, before) in counted.into_iter().filter(|(cases, _)| *cases > 0) {
                    assert!(said.contains(&format!("{before}{cases}件")), "{name} in {code}: {said}");
                }
                let nationwide = states.prefectures_confirmed(&system.slug);
                assert!(nationwide == 0 || said.contains(&format!("全国{nationwide}")), "{said}");
                found.push(name.to_owned());
            }
        }
        let not_known = facts("not-known");
        let types = not_known[0].value.plain();
        for name in types.split('、') {
            let system = snapshot.terms.system_types.iter().find(|it| it.name == name).unwrap();
            assert_eq!(states.state(code, &system.slug), SystemState::Unconfirmed, "{name} in {code}");
        }
        found.extend(types.split('、').map(str::to_owned));
        // A type of two states stands under both.
        found.sort();
        found.dedup();
        let all = snapshot.terms.system_types.iter().filter(|it| it.slug.as_str() != Slug::OTHER);
        let mut all: Vec<String> = all.map(|it| it.name.clone()).collect();
        all.sort();
        assert_eq!(found, all, "{code}");
        assert!(not_known[0].name.ends_with(&format!("（{}種類）", types.split('、').count())));
    }
}
