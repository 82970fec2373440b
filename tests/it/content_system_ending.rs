//! The cases of a type whose contract ends soon.

use joint_procurement::content::Block;
use joint_procurement_testing::published;

use crate::content_system_reach::cases;
use crate::content_systems::{page, parts};

#[test]
fn cases_whose_contract_ends_soon_are_listed_by_month() {
    let snapshot = published().snapshot;
    let first = snapshot.meta.as_of.year_month();
    let mut seen = 0;
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let table = parts(&content).into_iter().find_map(|block| match block {
            Block::Table(table) if table.id == "ending-table" => Some(table.to_csv()),
            _ => None,
        });
        let soon = cases(&snapshot, system).filter(|case| {
            case.contract_end().known().is_some_and(|end| end >= first && end.year <= first.year + 2)
        });
        // The examples name months, and none in the last year after this month.
        assert_eq!(table.as_ref().map_or(0, |it| it.rows.len()), soon.len(), "{}", system.name);
        seen += soon.len();
        let mut expected: Vec<_> =
            soon.iter().map(|case| (case.contract_end().known(), case.row())).collect();
        expected.sort();
        let expected = expected.into_iter().map(|(end, row)| {
            let (end, case) = (end.unwrap(), snapshot.cases.row(row));
            let month = end.month().map_or(String::new(), |month| format!("{month}月"));
            let vendor = case.vendor().known().unwrap_or("公開情報で未確認");
            let prefecture = snapshot.prefecture_name(case.lead_prefecture());
            [case.title(), prefecture, &format!("{}年{month}", end.year), vendor].map(str::to_owned).to_vec()
        });
        assert_eq!(
            table.map(|it| it.rows).unwrap_or_default(),
            expected.collect::<Vec<_>>(),
            "{}",
            system.name
        );
    }
    assert!(seen > 0, "the examples show nothing");
}
