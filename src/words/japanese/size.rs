//! Cases of a similar size.

use joint_procurement_core::query::TownSize;
use joint_procurement_core::stats::{Basis, SizeComparison, SizeGroup};
use joint_procurement_core::text::{cases, grouped, persons};

pub const HEADING: &str = "似た規模の事例を探す";
pub const LEAD: &str = "参加自治体の規模が、選んだ市区町村に近い順に並べます。";
pub const TYPED: &str = "人口・職員数を入力する";
pub const POPULATION: &str = "人口（人）";
pub const STAFF: &str = "職員数（人）";
pub const APPLY: &str = "この規模で並べる";
pub const WRONG: &str = "人口か職員数を、1以上の整数で入力してください。";

pub fn compared_with(town: &str) -> String {
    format!("{town}に規模が近い順に並べています。")
}

/// Names the size where the list is in another order.
pub fn shown_beside(town: &str) -> String {
    format!("{town}との規模の近さを、事例ごとに示しています。")
}

pub const DROP: &str = "規模の比較をやめる";

pub fn of_town(size: TownSize) -> String {
    let population = size.population().map(|count| format!("人口{}", persons(count)));
    let staff = size.staff().map(|count| format!("職員{}", persons(count)));
    population.into_iter().chain(staff).collect::<Vec<_>>().join("、")
}

/// The way in which closeness is measured.
pub const MEASURE: &str = "参加自治体の人口（職員数も分かるときは職員数も）の中央値が、選んだ規模の何倍か、または何分の一かで比べます。選んだ市区町村が参加する事例は先頭に、参加自治体の名前を確認できない事例は最後に、順位をつけずに示します。";
/// The reading of the strip.
pub const LEGEND: &str = "図の見方：細い線は参加自治体の1団体ずつ、太い線は中央値、▲は選んだ規模、帯はその半分から2倍です。目盛は10倍ごとです。";
pub const CLOSENESS: &str = "規模の近さ";
pub const OWN: &str = "選んだ市区町村が参加";

pub fn own_first(fit: &str) -> String {
    format!("{OWN}。{fit}")
}

/// Says how many participants are of the size. `range` is that from the smallest to the largest.
pub fn compared(town: TownSize, it: SizeComparison, range: [u64; 2]) -> String {
    let of = match it.basis {
        Basis::Named => "参加",
        Basis::WholePrefecture => "参加する都道府県内の全",
    };
    let measure = if town.population().is_some() { "人口" } else { "職員数" };
    let (participants, similar) = (grouped(it.participants as u64), grouped(it.similar as u64));
    let staff = it.median_staff.filter(|_| town.staff().is_some());
    let mut text =
        format!("{of}{participants}団体のうち{similar}団体が、{measure}の半分から2倍。{measure}は");
    let median = if town.population().is_some() { Some(it.median_population) } else { staff };
    text += &spread(median.unwrap_or_default(), range);
    if let Some(staff) = staff.filter(|_| town.population().is_some()) {
        text += &format!("。職員数の中央値は{}", persons(staff));
    }
    text
}

/// Says between which sizes the participants lie.
fn spread(median: u64, [smallest, largest]: [u64; 2]) -> String {
    if smallest == largest {
        return persons(median);
    }
    format!("最小{}、中央値{}、最大{}", persons(smallest), persons(median), persons(largest))
}

pub fn count_only(count: u32) -> String {
    format!(
        "参加は{}団体。参加自治体の名前を確認できないため、規模は比べられません。",
        grouped(u64::from(count))
    )
}

pub const UNKNOWN: &str = "参加自治体を確認できないため、規模は比べられません。";

/// Names a part of the list, with the number of its cases on all pages.
pub fn group(group: SizeGroup, count: usize) -> String {
    let name = match group {
        SizeGroup::Own => "選んだ市区町村が参加している事例",
        SizeGroup::Ranked => "参加自治体の規模が近い順",
        SizeGroup::Unranked => "参加自治体の名前を確認できず、規模を比べられない事例（順位なし）",
    };
    format!("{name}：{}", cases(count))
}
