//! The overview and the cards that other pages share with it.

use joint_procurement_core::domain::{Date, SnapshotKind};
use joint_procurement_core::stats::{CostFigures, KnownCount, Most, YearCounts};
use joint_procurement_core::text::cases;

use super::date;
use super::prefectures::found;
use super::snapshot::paper;

pub fn heading(cases_count: usize, prefectures: usize) -> String {
    format!("都道府県が関わる共同調達は{}、{prefectures}都道府県で確認", cases(cases_count))
}

pub fn heading_none(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "都道府県が関わる共同調達は公開情報で未確認",
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県が関わる共同調達は、このデータ版にありません"
        }
    }
}

pub fn all_cases(count: usize) -> String {
    format!("このデータ版のすべての事例を見る（{}）", cases(count))
}

pub fn lead(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => {
            "複数の自治体が一つの仕様書で一つの事業者から情報システムを調達する「共同調達」の事例を、公開資料から集めて示しています。"
        }
        SnapshotKind::Official => {
            "複数の自治体が一つの仕様書で一つの事業者から情報システムを調達する「共同調達」の事例のうち、都道府県への調査で回答のあったものを示しています。"
        }
        SnapshotKind::Synthetic => "動作を確かめるための架空の事例です。実際の共同調達を表しません。",
    }
}

/// Says what the figures do not tell; empty where nothing is to be said.
pub fn limits(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => {
            "国の調査の結果ではなく、すべてを集めたものでもありません。件数の多い少ないは、取組の多い少ないを示しません。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => "",
    }
}

/// Says what is counted; with the forms, where any is known.
pub fn scope_note(forms_known: bool) -> &'static str {
    if forms_known {
        "数えているのは、都道府県が代表・参加・事務局などで関わる、共同調達と共同利用の事例です。形態の分からない事例も含みます。"
    } else {
        "数えているのは、都道府県が代表・参加・事務局などで関わる事例です。"
    }
}

/// Tells of the cases that are no joint procurement; its `[words in brackets]` are a link.
pub fn lead_shared(count: usize) -> String {
    format!("ほかに[県等のシステムを利用する事例が{}]あり、件数には含みません。", cases(count))
}

pub fn shared_services(count: usize) -> String {
    format!("県等のシステムを利用する事例 {}", cases(count))
}

pub const KEY_FIGURES: &str = "主な数字";
/// Names what is folded away: what each figure counts.
pub const COUNTING: &str = "数え方";
pub const CASES: &str = "都道府県が関わる事例";

pub fn municipal_cases(count: usize) -> String {
    format!("市町村どうしの事例 {}", cases(count))
}

/// Ends a sentence that a link stands in.
pub const STOP: &str = "。";
pub const PREFECTURES: &str = "事例を確認できた都道府県";
pub const PREFECTURES_UNIT: &str = "都道府県";

pub fn prefectures_note(count: usize) -> String {
    match count {
        47 => "47都道府県のすべてです。代表団体の都道府県で数えています。".to_owned(),
        _ => format!("47都道府県のうち{count}都道府県です。代表団体の都道府県で数えています。"),
    }
}

fn none_known(total: usize, what: &str) -> String {
    format!("{}のどれも、{what}を確認できていません。", cases(total))
}

pub const PARTICIPANTS: &str = "参加自治体（延べ）";
pub const PARTICIPANTS_UNIT: &str = "団体";

pub fn participants_note(known: KnownCount) -> String {
    if known.known == 0 {
        return none_known(known.total, "参加自治体の数");
    }
    format!("{}のうち、数が分かる{}の合計です。", cases(known.total), cases(known.known))
}

pub const COSTS: &str = "費用が分かる事例";

pub fn costs_note(known: KnownCount, not_budget: usize) -> String {
    if known.known == 0 {
        return none_known(known.total, "費用");
    }
    let of = format!("{}のうち{}です。", cases(known.total), cases(known.known));
    match known.known - not_budget {
        0 => of,
        budgets if not_budget == 0 => format!("{of}{}とも予算・計画額だけです。", cases(budgets)),
        budgets => {
            format!(
                "{of}契約額か公表額が分かるのは{}、予算・計画額だけが分かるのは{}です。",
                cases(not_budget),
                cases(budgets)
            )
        }
    }
}

pub const DOCUMENTS: &str = "参考文書がある事例";

pub fn documents_note(known: KnownCount) -> String {
    if known.known == 0 {
        return none_known(known.total, "参考文書");
    }
    format!(
        "{}のうち{}です。仕様書・公募・協定・負担割合などの文書です。",
        cases(known.total),
        cases(known.known)
    )
}

pub const DOMAINS: &str = "領域とシステム種別";
pub const DOMAINS_LEAD: &str = "件数を選ぶと、その事例の一覧が開きます。2件以上ある種別を並べ、1件だけの種別と種別がはっきりしない事例は「その他」にまとめています。";

pub fn others(count: usize) -> String {
    format!("その他 {}", cases(count))
}

pub const OTHERS_HINT: &str = "1件だけの種別など";

pub fn years_heading(years: &YearCounts) -> String {
    match years.most() {
        Most::None => "確認できた導入年はありません".to_owned(),
        Most::Only(year, 1) => format!("確認できた導入は{year}年の{}", cases(1)),
        Most::Only(year, count) => format!("確認できた導入は{}とも{year}年", cases(count)),
        Most::One(year, count) => format!("確認できた導入は{year}年が{}で最も多い", cases(count)),
        Most::Tied(years, count) if years.len() <= NAMED_YEARS => {
            format!("確認できた導入は{}が{}ずつで最も多い", named_years(&years), cases(count))
        }
        Most::Tied(years, count) => {
            format!("確認できた導入は{}ずつの{}つの年が最も多い", cases(count), years.len())
        }
        Most::Even(years, count) if years.len() <= NAMED_YEARS => {
            format!("確認できた導入は{}に{}ずつ", named_years(&years), cases(count))
        }
        Most::Even(years, count) => format!("確認できた導入は{}つの年に{}ずつ", years.len(), cases(count)),
    }
}

/// Years that share the most and are named; more of them are counted.
const NAMED_YEARS: usize = 3;

fn named_years(years: &[u16]) -> String {
    years.iter().map(|year| format!("{year}年")).collect::<Vec<_>>().join("と")
}

/// Tells of how many cases the year is known. `as_of` is the day of the data.
pub fn years_reading(kind: SnapshotKind, years: &YearCounts, as_of: Date) -> String {
    let found = found(kind);
    let known = years.confirmed;
    match (years.years.first(), years.years.last()) {
        (Some(first), Some(last)) if first.year == last.year => format!(
            "{}のうち、導入年を{found}確認できたのは{}です。{}",
            cases(known.total),
            cases(known.known),
            unfinished(last.year, as_of),
        ),
        (Some(first), Some(last)) => format!(
            "{}のうち、導入年を{found}確認できたのは{}（{}年から{}年まで）。調達の年と稼働を始めた年の両方があります。{}",
            cases(known.total),
            cases(known.known),
            first.year,
            last.year,
            unfinished(last.year, as_of),
        ),
        _ => format!("{}のいずれも、導入年を確認できていません。", cases(known.total)),
    }
}

/// Says that a year was not over on the day of the data; nothing of one that was.
fn unfinished(year: u16, as_of: Date) -> String {
    match year >= as_of.year_month().year {
        true => {
            format!("{}年は途中で、データの時点（{}）までの件数です。", as_of.year_month().year, date(as_of))
        }
        false => String::new(),
    }
}

/// Names a year of the data; one that was not over is marked.
pub fn year_of_data(year: u16, as_of: Date) -> String {
    match year >= as_of.year_month().year {
        true => format!("{year}年（途中）"),
        false => year_value(year),
    }
}

pub fn years_chart(years: &YearCounts) -> String {
    match (years.years.first(), years.years.last()) {
        (Some(first), Some(last)) => {
            format!("{}年から{}年までの導入件数の棒グラフ。数値は下の表にあります。", first.year, last.year)
        }
        _ => "導入件数の棒グラフ".to_owned(),
    }
}

pub fn years_caption(years: &YearCounts, as_of: Date) -> String {
    let caption = match years.confirmed.unknown() {
        0 => "縦軸は件数（件）。計画中の事例は含みません。".to_owned(),
        unknown => {
            format!("縦軸は件数（件）。導入年を確認できない{}と計画中の事例は含みません。", cases(unknown))
        }
    };
    match years.years.last().is_some_and(|last| last.year >= as_of.year_month().year) {
        true => format!("{caption}*の年は途中です。"),
        false => caption,
    }
}

pub const YEAR: &str = "導入年";

pub fn year_value(year: u16) -> String {
    format!("{year}年")
}

pub const COUNT: &str = "件数";
pub const SEE_LIST: &str = "事例一覧で探す";
pub const SEE_NEWEST: &str = "事例一覧を導入時期の新しい順で見る";
pub const SEE_SYSTEMS: &str = "システム種別をすべて見る";
pub const COMING: &str = "計画中の事例";
pub const NEWEST: &str = "導入時期の新しい事例";
pub const SYSTEM_TABLE: &str = "領域とシステム種別ごとの件数";
pub const PREFECTURE_LIST: &str = "都道府県ごとの事例";

pub fn prefecture_list_lead(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => {
            "代表団体の都道府県で数えています。公開情報で未確認の都道府県にも、事例があるかもしれません。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => "代表団体の都道府県で数えています。",
    }
}

pub const ALL_PREFECTURES: &str = "都道府県をすべて見る";
pub const MONEY: &str = "費用と効果額で分かっていること";

pub fn money_lead(costs: &CostFigures, total: usize) -> String {
    let found = match (costs.annual.known.known, costs.initial.known.known) {
        (0, 0) => return none_known(total, "年間運用費と初期費用"),
        (annual, 0) => {
            format!("年間運用費が分かるのは{}だけで、初期費用はどれも確認できていません。", cases(annual))
        }
        (0, initial) => {
            format!("初期費用が分かるのは{}だけで、年間運用費はどれも確認できていません。", cases(initial))
        }
        (annual, initial) => {
            format!(
                "年間運用費が分かるのは{}、初期費用が分かるのは{}だけです。",
                cases(annual),
                cases(initial)
            )
        }
    };
    format!("{}のうち、{found}中央値は、分かる事例だけのもので、予算・計画額を除いています。", cases(total))
}

pub const MONEY_TABLE: &str = "費用の種類ごとの中央値と範囲";
pub const MONEY_MORE: &str = "費用が分かる事例を見る";

pub fn savings_reading(kind: SnapshotKind, stated: KnownCount) -> String {
    if stated.known == 0 {
        return none_known(stated.total, "効果額（費用の削減額や割合。見込を含みます）");
    }
    format!(
        "効果額（費用の削減額や割合。見込を含みます）が{}に書かれている事例は、{}のうち{}です。対象や期間がそれぞれ違うため、合計はしません。",
        paper(kind),
        cases(stated.total),
        cases(stated.known),
    )
}

pub const SAVINGS_MORE: &str = "効果額が分かる事例を見る";
