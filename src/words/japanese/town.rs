//! The search by name.

use joint_procurement_core::query::NameScope;
use joint_procurement_core::text::{grouped, persons};

pub const HEADING: &str = "探す";
/// The heading where the prefecture is what is looked for.
pub const HEADING_PREFECTURE: &str = "名前から都道府県を選ぶ";
pub const HINT: &str = "例：岩美町、いわみ";
pub const CANDIDATES: &str = "候補";

pub const MUNICIPALITY: &str = "市区町村";
pub const CASE: &str = "事例";

/// Says what a name leads to.
pub fn lead(scope: NameScope) -> &'static str {
    match scope {
        NameScope::Municipalities => "漢字・かな、名前の一部、団体コードで探せます。",
        NameScope::Places => {
            "市区町村を選ぶと、その都道府県のページを開きます。漢字・かな、名前の一部、団体コードで探せます。"
        }
        NameScope::All => {
            "選んだ市区町村、都道府県、種別、事例のページを開きます。市区町村のページには、近い規模の事例と相談先があります。漢字・かな、団体コードでも探せます。"
        }
    }
}

/// Names the field.
pub fn label(scope: NameScope) -> &'static str {
    match scope {
        NameScope::Municipalities => "市区町村名",
        NameScope::Places => "都道府県名か市区町村名",
        NameScope::All => "市区町村名、都道府県名、システム種別、事例名、キーワード",
    }
}

/// Offers the list of the cases that have the text.
pub fn keyword(text: &str) -> String {
    format!("「{text}」を含む事例を一覧で探す")
}

pub fn candidates(count: usize) -> String {
    format!("候補 {}件", grouped(count as u64))
}

pub fn rest(count: usize) -> String {
    format!("ほか{}件を表示", grouped(count as u64))
}

pub const NO_CANDIDATE: &str = "当てはまる名前は見つかりません";
pub const WRONG_CHECK_DIGIT: &str = "団体コードの6桁目（検査数字）が合いません";
/// Said where a reader goes on without having chosen.
pub const CHOOSE: &str = "候補から選んでください（上下の矢印キーで移り、Enterで決まります）";

/// Tells a place from others of its name. `ward` is that by which its city was found.
pub fn detail(ward: Option<&str>, prefecture: &str, population: u64) -> String {
    let ward = ward.map(|ward| [ward, "のある市"].concat());
    let parts = ward.as_deref().into_iter().chain([prefecture]).filter(|part| !part.is_empty());
    let population = persons(population);
    let parts: Vec<&str> = parts.chain([population.as_str()]).collect();
    ["（", &parts.join("、"), "）"].concat()
}

pub fn of_prefecture(prefecture: &str) -> String {
    ["（", prefecture, "）"].concat()
}

pub const NO_SUCH: &str = "この団体コードの市区町村はありません。";

pub fn in_prefecture(name: &str, prefecture: &str) -> String {
    format!("{name}（{prefecture}）")
}

pub fn with_size(name: &str, prefecture: &str, size: &str) -> String {
    format!("{name}（{prefecture}、{size}）")
}
