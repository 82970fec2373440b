//! The municipalities of a prefecture.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

use crate::words::japanese::snapshot::sources;

pub fn heading(name: &str) -> String {
    format!("{name}の市区町村")
}

pub fn taking_part(kind: SnapshotKind, taking_part: usize, all: usize) -> String {
    if taking_part == 0 {
        format!("{all}団体のうち、参加が確かなものは{}で確認できていません。", sources(kind))
    } else if taking_part == all {
        format!("{all}団体のすべてで、都道府県が関わる事例への参加を確認しています。")
    } else {
        format!("{all}団体のうち、都道府県が関わる事例への参加が確かなのは{taking_part}団体です。")
    }
}

pub fn taking_part_known(kind: SnapshotKind, known: KnownCount) -> String {
    match (known.known, known.unknown()) {
        (0, 0) => format!("数えられる事例は、{}で確認できていません。", sources(kind)),
        (known, 0) => format!("数えた事例{}のすべてで、参加する市区町村が分かります。", cases(known)),
        (0, unknown) => {
            format!("数えた事例{}のいずれも、参加する市区町村の名前が分かりません。", cases(unknown))
        }
        (known, unknown) => format!(
            "参加する市区町村が分かる{}で数えました。ほかの{}は、参加する市区町村の名前が分かりません。",
            cases(known),
            cases(unknown)
        ),
    }
}

pub fn taking_part_absent(absent: &str) -> String {
    format!("「{absent}」は、参加していないという意味ではありません。")
}

pub const MUNICIPALITY: &str = "市区町村";
pub const KIND: &str = "区分";
pub const STAFF_OF_ONE: &str = "職員数（普通会計）";
pub const TAKES_PART_IN: &str = "参加が確かな事例";

pub fn size_sources(population: &str, staff: &str) -> String {
    format!("人口は住民基本台帳（{population}）、職員数は{staff}（普通会計）です。")
}
