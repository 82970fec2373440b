//! The table of the reader's choice.

use joint_procurement_core::domain::{Date, Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::{
    Answer, Class, Dimension, FormAnswer, Measure, ScopeFilter, StatusAnswer, size,
};
use joint_procurement_core::text::{cases, grouped, persons_rounded};

use super::snapshot::sources;
use super::{facet, overview, unit};

pub const LEAD: &str =
    "行と列と数えるものを選ぶと、事例を集計した表になります。数字を選ぶと、その事例の一覧が開きます。";
pub const QUESTIONS: &str = "よくある問い";
/// The label of the figures themselves.
pub const RESULT: &str = "集計の結果";
pub const ROWS: &str = "行";
pub const COLUMNS: &str = "列";
pub const MEASURE: &str = "数えるもの";
pub const NO_COLUMNS: &str = "なし";
/// Holds plans that came to nothing too, where they are asked for.
const PLANNED: &str = "計画段階";
pub const TO_LIST: &str = "条件を変える（事例一覧）";

/// The link of the list to the figures of the same cases.
pub const FROM_LIST: &str = "この条件で集計する";

/// Questions that officers ask.
pub const SUBSIDIES: &str = "補助金が使われたのは、どの種別か";
pub const YEARS: &str = "いつ、どの領域で導入されたか";
pub const LEADS: &str = "だれが代表団体になっているか";
pub const SPECIFICATIONS: &str = "仕様書を参考にできるのは、どの種別か";
pub const STATUSES: &str = "地方ごとに、いま動いているか";
pub const SIZES: &str = "どの種別が、どの人口規模で行われたか";

pub fn heading(rows: Dimension, columns: Option<Dimension>, measure: Measure) -> String {
    let measure = measure.ja();
    match columns {
        Some(columns) => format!("{}と{}ごとの{measure}", rows.ja(), columns.ja()),
        None => format!("{}ごとの{measure}", rows.ja()),
    }
}

pub fn title(page: &str, heading: &str) -> String {
    format!("{page}：{heading}")
}

/// Says what the figures are made of, so that they can be read away from the page.
/// Says why there is no picture of so few cases.
pub fn too_few(least: usize) -> String {
    format!("数えられる事例が{}に満たないので、図は描かず、表で示しています。", cases(least))
}

pub fn caption(scope: ScopeFilter, total: usize, conditions: &str, as_of: Date) -> String {
    let of = match scope {
        ScopeFilter::All => "すべての事例",
        scope => facet::scope_name(scope),
    };
    let conditions = if conditions.is_empty() { "なし" } else { conditions };
    format!("対象：{of}{}。ほかの条件：{conditions}。データ時点：{}。", cases(total), super::date(as_of))
}

/// A note on the words in place of numbers, and on sums.
pub fn note(kind: SnapshotKind, measure: Measure, has_empty: bool) -> String {
    let empty = "「－」は、当てはまる事例を確認できていないことを示します。";
    let empty = if has_empty { empty } else { "" };
    match measure {
        Measure::Cases => empty.to_owned(),
        Measure::Participants | Measure::Population => {
            format!("値が分かる事例だけの合計です。同じ自治体も、事例ごとに数えます（延べ）。{empty}")
        }
        Measure::Costs | Measure::Documents => {
            format!("{empty}「不明」は、事例があっても{}で確認できないことを示します。", sources(kind))
        }
    }
}

/// Says on a picture what its numbers are where they are not cases.
pub fn measured(measure: Measure) -> &'static str {
    match measure {
        Measure::Participants | Measure::Population => "値が分かる事例だけの延べの合計。",
        Measure::Cases | Measure::Costs | Measure::Documents => "",
    }
}

/// The mark of a cell without a case.
pub const NO_CASE: &str = "－";

pub fn unknown(of: usize) -> String {
    format!("不明（{}）", cases(of))
}

pub fn known_of(known: usize, of: usize) -> String {
    format!("{}中{}で判明", cases(of), cases(known))
}

pub fn of_cases(of: usize) -> String {
    format!("{}中", cases(of))
}

pub fn value(measure: Measure, value: u64) -> String {
    match measure {
        Measure::Population => persons_rounded(value),
        measure => format!("{}{}", grouped(value), self::unit(measure)),
    }
}

/// Writes a number where there is little room.
pub fn label(measure: Measure, value: u64) -> String {
    match measure {
        Measure::Population => persons_rounded(value).trim_end_matches(unit::PERSONS).to_owned(),
        _ => grouped(value),
    }
}

pub fn unit(measure: Measure) -> &'static str {
    match measure {
        Measure::Cases | Measure::Costs | Measure::Documents => unit::CASES,
        Measure::Participants => unit::MEMBERS,
        Measure::Population => unit::PERSONS,
    }
}

pub fn class_name(snapshot: &Snapshot, dimension: Dimension, class: Class) -> String {
    let place = match class {
        Class::Nth(place) => usize::from(place),
        Class::Planned => return PLANNED.to_owned(),
        Class::Unknown => return unknown_name(dimension).to_owned(),
    };
    let named = |answer: fn(Answer) -> &'static str| Answer::ALL.get(place).map_or("", |it| answer(*it));
    let name = match dimension {
        Dimension::Year => {
            let year = u16::try_from(place).unwrap_or(u16::MAX);
            return overview::year_of_data(year, snapshot.meta.as_of);
        }
        Dimension::Pop => return size(class).map(persons).unwrap_or_default(),
        Dimension::System => snapshot.terms.system_types.get(place).map_or("", |it| it.name.as_str()),
        Dimension::Region => snapshot.prefectures.regions.get(place).map_or("", |it| it.name.as_str()),
        Dimension::Pref => snapshot.prefectures.prefectures.get(place).map_or("", |it| it.name.as_str()),
        Dimension::Domain => joint_procurement_core::domain::Domain::ALL.get(place).map_or("", |it| it.ja()),
        Dimension::Lead => joint_procurement_core::domain::LeadKind::ALL.get(place).map_or("", |it| it.ja()),
        Dimension::Form => FormAnswer::ALL.get(place).map_or("", |it| it.ja()),
        Dimension::Status => StatusAnswer::ALL.get(place).map_or("", |it| it.ja()),
        Dimension::Subsidy => named(facet::subsidy_answer),
        Dimension::Spec => named(facet::specification_answer),
    };
    name.to_owned()
}

fn unknown_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Year => "導入年不明",
        Dimension::Form => FormAnswer::Unknown.ja(),
        Dimension::Status => StatusAnswer::Unknown.ja(),
        Dimension::Subsidy => facet::subsidy_answer(Answer::Unknown),
        Dimension::Spec => facet::specification_answer(Answer::Unknown),
        Dimension::Pop => "人口規模不明",
        _ => "不明",
    }
}

fn persons(range: joint_procurement_core::query::Range) -> String {
    match (range.min(), range.max()) {
        (Some(least), Some(most)) => format!("{}～{}未満", persons_rounded(least), persons_rounded(most + 1)),
        (Some(least), None) => format!("{}以上", persons_rounded(least)),
        (None, most) => format!("{}未満", persons_rounded(most.unwrap_or_default() + 1)),
    }
}

/// Names a cell in a sentence.
pub fn of_cell(row: &str, column: &str) -> String {
    format!("「{row}」の「{column}」")
}

pub fn of_row(row: &str) -> String {
    format!("「{row}」")
}

/// Says which is the largest of those whose class is known, at most three by name.
pub fn largest(names: &[String], measure: Measure, value: &str, some_left_out: bool) -> String {
    let more = names.len().saturating_sub(3);
    let mut said = names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("と");
    if more > 0 {
        said = format!("{said}ほか{more}か所");
    }
    let each = if names.len() > 1 { "それぞれ" } else { "" };
    let among = among(some_left_out);
    format!("{among}{}が最も多いのは{said}で、{each}{value}です。", measure.ja())
}

/// Says that what is not known, and plans without a year, are left aside.
fn among(some_left_out: bool) -> &'static str {
    if some_left_out { "分かるもののうち、" } else { "" }
}

/// Says it where all are alike.
pub fn alike(measure: Measure, value: &str, some_left_out: bool) -> String {
    format!("{}{}は、どこも{value}です。", among(some_left_out), measure.ja())
}

/// The prefectures are not put in an order of their numbers.
pub fn prefectures(count: usize, total: usize) -> String {
    format!("{}都道府県の{}です。", grouped(count as u64), cases(total))
}

pub fn none_known(measure: Measure, total: usize) -> String {
    format!("{}のいずれも、{}を確認できていません。", cases(total), measure.ja())
}

pub fn none_told_apart(total: usize) -> String {
    format!("{}のいずれも、行や列の間で比べられる値がありません。", cases(total))
}

/// Says how many of the cases the figures rest on.
pub fn rest_on(measure: Measure, known: usize, of: usize) -> String {
    match measure {
        _ if known == of => String::new(),
        // Unknown of none.
        Measure::Cases => String::new(),
        Measure::Participants | Measure::Population => format!("{}しています。", known_of(known, of)),
        Measure::Costs | Measure::Documents => format!("全体では{}中{}です。", cases(of), cases(known)),
    }
}

pub const EMPTY: &str =
    "条件に合う事例は見つかりませんでした。条件を外すか、事例一覧で条件を変えてください。";
pub const CLEAR: &str = "条件をすべて解除して集計する";

/// The last of the series of a picture that has not a colour for each.
pub const OTHERS: &str = "そのほか";

/// Says which columns a picture puts together.
pub fn others(count: usize) -> String {
    format!("図では、合計の少ない{count}列を「{OTHERS}」にまとめています。")
}

pub fn described(heading: &str, view: &str) -> String {
    format!("{heading}の{view}。同じ数値を下の表で示します。")
}
