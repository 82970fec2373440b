//! The use of subsidies.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::AnswerCounts;
use joint_procurement_core::text::cases;

use super::snapshot::sources;

pub const HEADING: &str = "補助金の利用";
pub const BY_TYPE: &str = "システム種別ごとの補助金の利用";
pub const BY_YEAR: &str = "導入年ごとの補助金の利用";
/// The words in place of a number of cases of which it is not known.
pub const NONE_UNKNOWN: &str = "なし";
pub const NAMES: &str = "利用された補助金";

/// Says how many cases tell it. That a source says nothing is no "no".
pub fn lead(kind: SnapshotKind, counts: AnswerCounts) -> String {
    let place = sources(kind);
    match (counts.total(), counts.known()) {
        (0, _) => "数える事例がありません。".to_owned(),
        (total, 0) => {
            format!("{}のいずれも、補助金を利用したかどうかが{place}から分かりません。", cases(total))
        }
        (total, known) if total == known => {
            format!("{}のすべてで、補助金を利用したかどうかが{place}から分かります。", cases(total))
        }
        (total, known) => format!(
            "{}のうち{}で、補助金を利用したかどうかが{place}から分かります。残りは、利用していないという意味ではありません。",
            cases(total),
            cases(known)
        ),
    }
}
