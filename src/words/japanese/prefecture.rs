//! The page of a prefecture.

pub mod elsewhere;
pub mod municipalities;
pub mod neighbours;
pub mod sheet;

use joint_procurement_core::domain::{SnapshotKind, SystemState};
use joint_procurement_core::text::{cases, persons_rounded};

use super::prefectures::found;

pub fn region(name: &str) -> String {
    format!("{name}地方")
}

pub fn heading(name: &str, count: usize) -> String {
    format!("{name}：{}が関わる共同調達は{}を確認", authority(name), cases(count))
}

pub fn heading_unconfirmed(name: &str, absent: &str) -> String {
    format!("{name}：{}が関わる共同調達は{absent}", authority(name))
}

pub fn lead(kind: SnapshotKind, count: usize, systems: usize) -> String {
    if kind == SnapshotKind::Official {
        return format!(
            "都道府県への調査に回答のあった事例は{}で、システム種別は{systems}種類です。掲載を希望しない事例は含みません。",
            cases(count)
        );
    }
    format!(
        "{}見つかったのは{}で、システム種別は{systems}種類です。これがすべてとは限りません。",
        found(kind),
        cases(count)
    )
}

pub fn lead_unconfirmed(absent: SystemState) -> &'static str {
    match absent {
        SystemState::None => {
            "都道府県への調査に回答があり、掲載された事例はありません。近隣の都道府県で確認できた事例を、先に示します。"
        }
        SystemState::NoAnswer => {
            "都道府県への調査に回答がありません。共同調達を行っていないという意味ではありません。近隣の都道府県で確認できた事例を、先に示します。"
        }
        _ => {
            "公開資料では見つかっていませんが、共同調達を行っていないという意味ではありません。近隣の都道府県で確認できた事例を、先に示します。"
        }
    }
}

// The names of the parts, where headings are too long for the contents.
pub const PART_ELSEWHERE: &str = "ここで確認できていない種別";
pub const PART_FIGURES: &str = "内訳と国の制度の注記";
pub const PART_MUNICIPALITIES: &str = "市区町村ごとの参加";

/// The name of the part with the figures of the cases, and what of it there is.
pub const FOLDED: &str = "内訳（種別、導入年、補助金）と、国の制度の注記";
pub const FOLDED_NOTES: &str = "国の制度の注記";
pub const AMOUNT: &str = "金額";

pub fn led_figure(name: &str) -> String {
    format!("{}が関わる事例", authority(name))
}

pub const LED_NOTE: &str = "代表団体の都道府県で数えています。";
pub const SYSTEMS_UNIT: &str = "種類";

pub fn systems_note(domains: usize) -> String {
    format!("3領域のうち{domains}領域")
}

pub const PARTNER_NOTE: &str = "代表はほかの都道府県です。全国の件数では、代表の都道府県の1件と数えます。";
pub const MUNICIPAL_NOTE: &str = "都道府県の関わりを確認できていない事例です。ほかの件数には含みません。";
pub const MUNICIPAL_PARTNER: &str = "ほかの都道府県の市町村どうしの事例に参加";
pub const MUNICIPAL_PARTNER_NOTE: &str = "代表はほかの都道府県の団体です。ほかの件数には含みません。";
pub const MUNICIPALITIES_UNIT: &str = "団体";

pub fn size(population: u64, staff: Option<u64>) -> String {
    match staff {
        Some(staff) => {
            format!("人口{}、職員{}（普通会計）", persons_rounded(population), persons_rounded(staff))
        }
        None => format!("人口{}", persons_rounded(population)),
    }
}

pub const CASES_HEADING: &str = "確認できた事例";

pub fn cases_shown(count: usize) -> String {
    format!("分かっていることの多い{}です。", cases(count))
}

pub fn cases_all(count: usize) -> String {
    format!("{}を一覧で見る", cases(count))
}

pub const CASES_TABLE: &str = "領域と種別ごとの件数";
pub const CASES_SHOWN: &str = "分かっていることの多い事例";
pub const PARTNER_HEADING: &str = "参加：ほかの都道府県が代表の事例";
pub const PARTNER_LEAD: &str =
    "この都道府県か、その中の市区町村が参加していて、代表はほかの都道府県の団体です。";

/// Gives 都, 道, 府 or 県: the last character of the name.
fn authority(name: &str) -> String {
    name.chars().next_back().map(String::from).unwrap_or_default()
}
