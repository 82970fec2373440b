//! The cases similar to a case.

use joint_procurement::content::Block;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::alike;
use joint_procurement_testing::published;

use crate::content_inquiry::parts;

#[test]
fn similar_cases_are_listed_with_the_reason_for_each() {
    let published = published();
    let snapshot = &published.snapshot;
    let mut seen = 0;
    for case in snapshot.cases.iter() {
        let expected = alike(snapshot, case, 5);
        let all = parts(&published, case, None);
        let section = all.iter().find_map(|part| match part {
            Block::Section(section) if section.id == "similar" => Some(section),
            _ => None,
        });
        assert_eq!(section.is_some(), !expected.is_empty(), "{}", case.id());
        let Some(section) = section else { continue };
        let Some(Block::Links(links)) = section.blocks.first() else { panic!("{:?}", section.blocks) };
        assert_eq!(links.len(), expected.len());
        for ((link, reason), it) in links.iter().zip(&expected) {
            let other = snapshot.cases.row(it.row);
            assert_eq!(link.to, Route::Case(other.id().clone()).into());
            assert_eq!(reason.plain().contains("同じシステム種別"), it.same_system);
            assert_eq!(reason.plain().contains("比べられません"), it.factor.is_none());
        }
        seen += 1;
    }
    assert!(seen > 0);
}
