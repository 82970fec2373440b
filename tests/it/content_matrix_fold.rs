//! The column of the matrix into which types with hardly a case are folded.

use joint_procurement::content::{Block, PageContent, Target, matrix_choices};
use joint_procurement_testing::published;

use super::content_matrix::matrix;

#[test]
fn types_that_the_shown_prefectures_have_no_case_of_are_one_column_that_opens() {
    let snapshot = published().snapshot;
    let types = |query: &str| matrix(&snapshot, query).table.columns.len() - 2;
    assert!(types("region=hokkaido") < types(""), "fewer prefectures have fewer types");
    assert!(types("") < types("cols=all"));
    let shown = matrix(&snapshot, "region=tohoku");
    let fold = shown.heads[shown.heads.len() - 2].clone();
    let folded = shown.table.columns.len() - 3;
    assert_eq!(fold.plain(), format!("ほか{}種別", types("cols=all&region=tohoku") - folded));
    let content = PageContent { blocks: vec![Block::Paragraph(fold)], ..PageContent::default() };
    let Target::Internal(address) = content.blocks[0].links()[0] else { panic!("no link") };
    assert_eq!(address.query.to_string(), "region=tohoku&cols=all");
    // The type that orders the rows always has a column of its own.
    for (value, _) in &matrix_choices(&snapshot, None)[2][1..] {
        let shown = matrix(&snapshot, &format!("region=hokkaido&sort={value}"));
        assert_ne!(shown.sorted, 0, "{value}");
    }
}
