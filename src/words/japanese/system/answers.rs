//! Subsidies, specifications and states of a system type.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::AnswerCounts;
use joint_procurement_core::text::cases;

pub const SUBSIDY_LABEL: &str = "補助金の利用を確認した事例";
pub const SPECIFICATION_LABEL: &str = "仕様書の提供を確認した事例";

pub fn note(counts: AnswerCounts, kind: SnapshotKind) -> String {
    let AnswerCounts { yes, no, unknown } = counts;
    let total = cases(yes + no + unknown);
    let word = match kind {
        SnapshotKind::Compiled => "公開情報で未確認",
        SnapshotKind::Official | SnapshotKind::Synthetic => "不明",
    };
    match (no, unknown) {
        (0, 0) => format!("{total}のすべてです。"),
        (0, _) if yes == 0 => format!("{total}のどれも{word}です。"),
        (0, _) => format!("{total}のうち{}です。残る{}は{word}です。", cases(yes), cases(unknown)),
        (_, 0) if yes == 0 => format!("{total}のすべてが「なし」です。"),
        (_, 0) => format!("{total}のうち{}です。「なし」は{}です。", cases(yes), cases(no)),
        _ if yes == 0 => {
            format!("{total}のうち「なし」が{}、残る{}は{word}です。", cases(no), cases(unknown))
        }
        _ => format!(
            "{total}のうち{}です。「なし」は{}、残る{}は{word}です。",
            cases(yes),
            cases(no),
            cases(unknown)
        ),
    }
}

pub fn no(count: usize) -> String {
    format!("「なし」が{}", cases(count))
}

pub const HEADING: &str = "補助金・仕様書・現況";
pub const TABLE: &str = "補助金の利用と仕様書の提供";
pub const ITEM: &str = "項目";
pub const SHARE: &str = "まとめ";

pub fn share_value(counts: AnswerCounts) -> String {
    let known = counts.yes + counts.no;
    let percent = (counts.yes * 100 + known / 2) / known.max(1);
    format!("答えが分かる{}のうち「あり」が{percent}%", cases(known))
}

pub fn confirmed(count: usize) -> String {
    format!("確認できた{}", cases(count))
}

pub const STATUSES: &str = "現況";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_leaves_out_is_said() {
        let note = |yes, no, unknown| super::note(AnswerCounts { yes, no, unknown }, SnapshotKind::Compiled);
        assert_eq!(note(3, 0, 0), "3件のすべてです。");
        assert_eq!(note(0, 0, 3), "3件のどれも公開情報で未確認です。");
        assert_eq!(note(1, 0, 2), "3件のうち1件です。残る2件は公開情報で未確認です。");
        assert_eq!(note(1, 1, 1), "3件のうち1件です。「なし」は1件、残る1件は公開情報で未確認です。");
        // No number of cases with the answer yes where there are none.
        assert_eq!(note(0, 3, 0), "3件のすべてが「なし」です。");
        assert_eq!(note(0, 1, 2), "3件のうち「なし」が1件、残る2件は公開情報で未確認です。");
    }
}
