//! The prefectures with a system type.

use joint_procurement_core::domain::SnapshotKind;

pub const HEADING: &str = "事例を確認できた都道府県";

pub fn lead(kind: SnapshotKind, leads: usize, partners: usize) -> String {
    let found = match partners {
        0 => format!("47都道府県のうち、代表団体があるのは{leads}都道府県です。"),
        _ => format!(
            "47都道府県のうち、代表団体があるのは{leads}都道府県、ほかの都道府県の事例に参加しているのは{partners}都道府県です。"
        ),
    };
    match kind {
        SnapshotKind::Compiled => {
            format!("{found}そのほかは公開情報で未確認で、共同調達がないという意味ではありません。")
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => found,
    }
}

/// The name of the map, by what its colours say.
pub const MAP: &str = "都道府県ごとの事例の件数";
pub const TABLE: &str = "都道府県での状況";
pub const STATE: &str = "都道府県での状況";
pub const LEADS: &str = "代表する事例";
pub const PARTNERS: &str = "参加する事例";
pub const NOT_LEAD: &str = "－";
pub const AS_PARTNER: &str = "参加";
