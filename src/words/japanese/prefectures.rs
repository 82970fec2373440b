//! The page about all prefectures.

use joint_procurement_core::domain::SnapshotKind;

use super::absence_note;

pub const HEADING: &str = "都道府県ごとの共同調達状況";

pub fn lead(kind: SnapshotKind, confirmed: usize) -> String {
    let found = found(kind);
    if confirmed == 0 {
        return format!("都道府県が関わる共同調達を{found}確認できた都道府県は、まだありません。");
    }
    if confirmed == 47 {
        format!(
            "47都道府県のすべてで、都道府県が関わる共同調達を{found}確認しています。件数の多い少ないは、取組の多い少ないを示しません。"
        )
    } else {
        format!(
            "47都道府県のうち{confirmed}都道府県で、都道府県が関わる共同調達を{found}確認しています。ほかの都道府県では確認できていませんが、取組がないことを示すものではありません。"
        )
    }
}

/// Tells how many prefectures answered the survey, and how many of them have a case.
pub fn lead_official(answered: usize, confirmed: usize) -> String {
    let answers = match answered {
        0 => "都道府県への調査に回答した都道府県は、まだありません。".to_owned(),
        47 => "47都道府県のすべてが調査に回答しました。".to_owned(),
        answered => format!("47都道府県のうち{answered}都道府県が調査に回答しました。"),
    };
    match confirmed {
        0 => format!("{answers}都道府県が関わる共同調達の事例は、まだありません。"),
        confirmed => format!(
            "{answers}都道府県が関わる共同調達の事例があるのは{confirmed}都道府県です。件数の多い少ないは、取組の多い少ないを示しません。"
        ),
    }
}

pub fn order(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Official => "並びは都道府県コードの順です。件数による順位は付けません。",
        SnapshotKind::Compiled | SnapshotKind::Synthetic => {
            "並びは都道府県コードの順です。確認できた件数は集めた資料の量にも左右されるため、件数による順位は付けません。"
        }
    }
}

pub const COUNTING: &str =
    "事例は、代表団体の都道府県で1回だけ数えます。ほかの都道府県が代表の事例への参加は、別の列に示します。";
pub const BY_REGION: &str = "地方から選ぶ";
pub const TABLE: &str = "47都道府県の状況";

pub fn table_lead(kind: SnapshotKind) -> String {
    format!("件数を選ぶと、その事例の一覧が開きます。{}", absence_note(kind))
}

pub const LED: &str = "都道府県が関わる事例";
pub const PARTNER: &str = "ほかの都道府県の事例に参加";
pub const MUNICIPAL: &str = "市町村どうしの事例";
pub const SYSTEMS: &str = "確認できた種別";

pub fn systems_value(count: usize) -> String {
    format!("{count}種類")
}

pub const MUNICIPALITIES: &str = "市区町村数";

pub fn municipalities_value(count: u32) -> String {
    format!("{count}団体")
}

pub const POPULATION: &str = "人口";
pub const STAFF: &str = "市区町村職員数（普通会計）";

/// Gives a credit line with what it is owed for.
pub fn credit(subject: &str, text: &str) -> String {
    format!("{subject}：{text}")
}

/// Tells where the confirmed cases were found.
pub(super) fn found(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "公開資料で",
        SnapshotKind::Official => "都道府県への調査で",
        SnapshotKind::Synthetic => "架空のデータで",
    }
}
