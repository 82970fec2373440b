//! The page of a municipality, and the search for one.

use joint_procurement_core::domain::{MunicipalityCode, SnapshotKind};
use joint_procurement_core::stats::{Certainty, Peers};
use joint_procurement_core::text::{cases, grouped, persons};

use super::snapshot::sources;

/// Names the page of a municipality whose name has not come.
pub fn coded(code: MunicipalityCode) -> String {
    format!("市区町村（団体コード {code}）")
}

pub const HEADING: &str = "市区町村を選ぶ";
pub const LEAD: &str =
    "市区町村ごとに、参加を確認できた共同調達、近い規模や近くの市区町村が使う種別、相談先をまとめています。";
pub const FIND: &str = "名前か団体コードで探す";
pub const BY_PREFECTURE: &str = "都道府県から選ぶ";
pub const BY_PREFECTURE_LEAD: &str = "都道府県のページの末尾に、市区町村の一覧と地図があります。";

pub fn title(name: &str, prefecture: &str) -> String {
    format!("{name}（{prefecture}）")
}

pub fn heading(name: &str, certain: usize) -> String {
    match certain {
        0 => format!("{name}：参加を確認できた共同調達はありません"),
        certain => format!("{name}：参加を確認できた共同調達は{}", cases(certain)),
    }
}

/// Tells the size. `staff` is known with its source.
pub fn size(population: u64, as_of: &str, staff: Option<(u32, &str)>) -> String {
    let staff =
        staff.map(|(staff, source)| format!("、職員は{}（{source}、普通会計）", persons(u64::from(staff))));
    format!("人口は{}（住民基本台帳、{as_of}）{}です。", persons(population), staff.unwrap_or_default())
}

/// Tells the `size`, and how many others are like it.
pub fn lead(size: &str, similar: usize) -> String {
    format!("{size}人口が半分から2倍の市区町村は、全国にほかに{}団体あります。", grouped(similar as u64))
}

pub fn absence(kind: SnapshotKind) -> String {
    format!("{}で見つからないことは、使っていない、参加していないという意味ではありません。", sources(kind))
}

pub const UNKNOWN_HEADING: &str = "この団体コードの市区町村はありません";
pub const UNKNOWN_TEXT: &str =
    "団体コードは6桁（最後の1桁は検査数字）です。合併や市制施行で、コードが変わっていることがあります。";
pub const IN_PREFECTURE: &str = "同じ都道府県の市区町村";
pub const CODE: &str = "団体コード";
pub const SEE_ALL: &str = "市区町村を選ぶページ";

// The parts in the contents.
pub const PART_LACKING: &str = "近い団体が使う種別";
pub const PART_CASES: &str = "参加する事例";
pub const PART_NOT_IN: &str = "参加を相談できそうな事例";
pub const PART_SIMILAR: &str = "規模の近い事例と相談先";
pub const PART_PLACE: &str = "位置と近くの市区町村";

pub fn lacking_heading(name: &str) -> String {
    format!("近い規模や近くの市区町村が使い、{name}では確認できていない種別")
}

pub fn lacking_lead(systems: usize, absence: &str) -> String {
    format!(
        "{systems}種類を、47都道府県のうち確認できた数の多い順（同数なら、使う近い規模の団体の多い順）に並べています。参加が確かで、計画でも終了でもない事例で数えました。{absence}"
    )
}

pub fn lacking_none(name: &str, absence: &str) -> String {
    format!("近い規模や近くの市区町村が使うと確認でき、{name}では確認できていない種別はありません。{absence}")
}

pub const LACKING_OTHERS: &str = "ほかの種別";

pub fn others(systems: usize) -> String {
    format!("ほかの{systems}種類")
}

pub const NOTED: &str = "国の制度の注記がある種別";
pub const NOTED_LEAD: &str =
    "国の標準化など制度の注記があるため、上の表には入れていません。注記は種別のページにあります。";

pub const USERS: &str = "使うと確認できた団体";
pub const SIMILAR_USERS: &str = "近い規模";
pub const PREFECTURE_USERS: &str = "同じ都道府県";
pub const NEAR_USERS: &str = "50km以内";

/// The first columns of the file, a fact each.
pub const FILE: [&str; 5] = [
    "システム種別",
    "確認できた都道府県の数",
    "使う近い規模の団体の数",
    "使う同じ都道府県の団体の数",
    "使う50km以内の団体の数",
];

// The values by which the table can be sorted, and what of their names is seen.
pub const BY_USERS: [(&str, &str); 3] = [
    ("使う近い規模の団体の数", SIMILAR_USERS),
    ("使う同じ都道府県の団体の数", PREFECTURE_USERS),
    ("使う50km以内の団体の数", NEAR_USERS),
];

/// Tells how many of a group use a type.
pub fn users(group: &str, users: usize, all: usize) -> String {
    format!("{group} {}/{}団体", grouped(users as u64), grouped(all as u64))
}

/// Says the same within a sentence.
pub fn users_among(group: &str, users: usize, all: usize) -> String {
    format!("{group}の{}団体のうち{}団体", grouped(all as u64), grouped(users as u64))
}

/// Says which types the sentences below are about, and that finding nothing says nothing.
pub fn sentences_of(name: &str, absence: &str, as_of: &str) -> String {
    format!(
        "{name}では確認できていない種別（{as_of}時点）。{absence}参加が確かで、計画でも終了でもない事例で数えました。近い規模は、人口が半分から2倍です。"
    )
}

/// Says which of the others use a type, and in how many prefectures it is confirmed.
pub fn sentence(system: &str, users: &str, prefectures: usize, possible: usize) -> String {
    let prefectures = match prefectures {
        0 => String::new(),
        count => format!("、47都道府県のうち{count}で、都道府県が関わる共同調達を確認できます"),
    };
    let possible = match possible {
        0 => String::new(),
        count => format!("参加しているか分からない事例が{}あります。", cases(count)),
    };
    let found = if prefectures.is_empty() { "確認できます" } else { "確認でき" };
    format!("・{system}は、{users}が使うと{found}{prefectures}。{possible}")
}

pub fn towns(count: usize) -> String {
    format!("{}団体", grouped(count as u64))
}

/// Marks a type of a case in which it may take part.
pub fn possible(count: usize) -> String {
    format!("参加不明の事例{}", cases(count))
}

/// Names the cases of a certainty.
pub fn cases_heading(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Named => "名前が挙がっている事例",
        Certainty::WholePrefecture => "都道府県内の全市区町村が参加する事例",
        Certainty::Possible => {
            "参加しているか分からない、同じ都道府県の事例（参加自治体の名前が公開されていないもの）"
        }
    }
}

pub const CASES_HEADING: &str = "参加する事例";
pub const CASES_ALL: &str = "参加が確かな事例を一覧で見る";

/// Names a group of cases with its number.
pub fn group(heading: &str, count: usize) -> String {
    format!("{heading}：{}", cases(count))
}

pub fn cases_none(absence: &str) -> String {
    format!("参加が確かな事例は確認できていません。{absence}")
}

pub const PART_OPEN: &str = "参加を受け付けている事例";
pub const OPEN_HEADING: &str = "同じ都道府県で、参加を受け付けている事例";
pub const OPEN_LEAD: &str = "出典に、あとから参加できる、または相談に応じると書かれている事例です。期限と条件は事例のページにあります。";

pub const NOT_IN_HEADING: &str = "同じ都道府県の共同調達で、参加自治体に名前がないもの";
pub const NOT_IN_LEAD: &str = "都道府県が関わり、参加自治体の名前が公開されている事例です。あとから参加できるかは、書かれていないかぎり分かりません。担当部署に確かめてください。";

pub const SIMILAR_HEADING: &str = "ほかの都道府県の、規模の近い事例と担当部署";
pub const SIMILAR_LEAD: &str = "担当部署の分かる事例を、参加自治体の規模の近い順に並べています。";
pub const SIMILAR_ALL: &str = "規模の近い順に事例を見る";

pub const PLACE_HEADING: &str = "近くの市区町村";

pub fn place_reading(near: usize) -> String {
    format!(
        "役所・役場どうしの直線距離で{}km以内に、ほかに{}団体あります。",
        Peers::NEAR,
        grouped(near as u64)
    )
}

pub const PLACE_UNKNOWN: &str = "このデータ版には役所・役場の位置がなく、距離は分かりません。";

pub fn map_label(prefecture: &str, name: &str) -> String {
    format!("{prefecture}の中の{name}の位置")
}

pub const HERE: &str = "この市区町村";
pub const NEAR_CLASS: &str = "50km以内";
pub const FAR_CLASS: &str = "そのほか";
pub const MAP_CAPTION: &str = "直線距離は役所・役場の位置から求めた値で、道のりではありません。ほかの都道府県の市区町村と小さな島は描いていません。";
pub const DISTANCE: &str = "直線距離";

pub fn kilometres(distance: f64) -> String {
    match distance.round() as u64 {
        0 => "1km未満".to_owned(),
        distance => format!("約{distance}km"),
    }
}

pub fn nearest_table(name: &str) -> String {
    format!("{name}に近い市区町村")
}

pub const SOURCES: &str = "出典：住民基本台帳の人口と、役所・役場の位置（ページの下の「出典」）";
