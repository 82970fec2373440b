//! The comparison of cases, and picking cases for it.

use joint_procurement_core::domain::{CaseRef, IntroducedKind, Status, Term};
use joint_procurement_core::query::CompareQuery;
use joint_procurement_core::stats::DifferenceCounts;
use joint_procurement_core::text::cases;

/// Heads the column of a case. A plan that came to nothing is marked there: its values are no experience.
pub fn title(case: CaseRef<'_>) -> String {
    match case.is_cancelled() {
        true => format!("{}（{}）", case.title(), Status::Cancelled.ja()),
        false => case.title().to_owned(),
    }
}

/// Names the button by what it does.
pub fn toggle(is_picked: bool) -> &'static str {
    if is_picked { "比較から外す" } else { "比較に加える" }
}

/// Says that the case is among those picked, and what can be done with so many.
pub fn added(count: usize) -> String {
    let next = match count {
        0 | 1 => "もう1件加えると比較できます。",
        2..=CompareQuery::AT_MOST => "",
        _ => PICKED_TOO_MANY,
    };
    format!("比較に加えました（{}）。{next}", picked(count))
}

pub fn of_picked(count: usize) -> String {
    format!("選んだ{}を比較する", cases(count))
}

/// Tells which of all columns a narrow window shows, from `first` on.
pub fn position(all: usize, first: usize, seen: usize) -> String {
    format!("{}中 {}～{}件目", cases(all), first + 1, (first + seen).min(all))
}

/// Tells how many of how many items differ.
pub fn reading(count: usize, it: DifferenceCounts) -> String {
    let total = it.total();
    let first = format!(
        "{}の事例を比べています。{total}項目のうち、違いがあるのは{}項目、同じなのは{}項目です。",
        cases(count),
        it.differs,
        it.same
    );
    match it.unclear {
        0 => first,
        unclear => format!("{first}残る{unclear}項目は、値の分からない事例があるため比べられません。"),
    }
}

pub const ONE: &str = "1件の事例を表示しています。";
pub const NONE: &str = "事例を4件まで横に並べて、規模・費用・契約・仕様書などの違いを確かめられます。";

/// The steps to choose cases; `[words in brackets]` lead to the list.
pub const STEPS: [&str; 3] = [
    "[事例一覧]で、比べたい事例の選択欄に印を付けます（2件から4件）。",
    "一覧の下に出る「選んだ事例を比較する」を押します。",
    "表示された比較のアドレスを送ると、相手も同じ比較を見られます。",
];
pub const ONE_MORE: &str = "比べるには、もう1件以上を選んでください。[事例一覧]で選べます。";

/// The words before the ids that the snapshot does not have.
pub const UNKNOWN_IDS: &str = "次の事例番号は、このデータ版にありません：";
pub const UNKNOWN_IDS_REST: &str = "。ほかの事例だけを表示しています。";
pub const DROP_UNKNOWN: &str = "この番号を外す";

/// The words before the ids for which there is no room.
pub const TOO_MANY: &str = "並べられるのは4件までのため、次の事例は表示していません：";
pub const BASES_DIFFER: &str = "金額の根拠（契約額・公表額・予算・計画額）が事例によって違います。費用の多い少ないは、根拠の違いを確かめたうえで比べてください。";

pub fn caption(count: usize) -> String {
    format!("{}の事例の比較", cases(count))
}

pub const DIFFERENCE: &str = "違い";
pub const GROUP: &str = "分類";
pub const DROP: &str = "外す";

pub fn drop_label(title: &str) -> String {
    format!("「{title}」を比較から")
}

/// The field that finds a case to compare with.
pub const ADD: &str = "比較に事例を加える";
pub const ADD_HINT: &str =
    "事例名・代表団体・システム種別・都道府県の一部を入力すると、候補が出ます。4件まで並べられます。";

/// Tells a case from others of its name.
pub fn addable(lead: &str, system: &str) -> String {
    format!("{lead}、{system}")
}

/// Tells how many cases can be added, and how many of them are shown.
pub fn addable_count(found: usize, shown: usize) -> String {
    match found {
        0 => "当てはまる事例はありません。".to_owned(),
        _ if shown < found => format!("候補{}のうち{}を表示", cases(found), cases(shown)),
        _ => format!("候補{}", cases(found)),
    }
}

/// Names the switch that leaves the rows that differ.
pub fn only_differences(count: usize) -> String {
    format!("違いだけ（{count}項目）")
}

/// Names the items of which nothing is known, after the words that say so.
pub fn untold(words: &str, names: &[&str]) -> String {
    format!("{words}：{}", names.join(crate::words::BETWEEN))
}

pub const CHOOSE_OTHERS: &str = "事例一覧で選び直す";
pub const WHO: &str = "だれが・何を";
pub const SIZE: &str = "規模";
pub const MONEY: &str = "費用と負担";
pub const CONTRACT: &str = "契約と時期";
pub const SUBSIDY: &str = "補助金";
pub const DOCUMENTS: &str = "仕様書と参考文書";

/// The name of the row with the documents themselves.
pub const LINKS: &str = "参考文書へのリンク";
pub const VENDOR: &str = "事業者と製品・サービス";
pub const BENEFITS: &str = "効果";

pub fn all_members(all: bool) -> &'static str {
    if all { "すべての市区町村が参加" } else { "一部の市区町村が参加" }
}

/// Gives the name of the row of a date of this kind.
pub fn date_row(kind: IntroducedKind) -> &'static str {
    match kind {
        IntroducedKind::Procurement => "調達の時期",
        IntroducedKind::ServiceStart => "稼働開始の時期",
    }
}

pub fn planned(at: &str) -> String {
    format!("{at}（予定）")
}

pub fn population_note(credit: &str) -> String {
    format!("人口規模：{credit}。参加自治体の合計です。")
}

pub fn staff_note(credit: &str) -> String {
    format!("職員規模：{credit}。参加自治体の合計です。")
}

pub fn version_note(id: &str) -> String {
    format!("データ版：{id}")
}

pub fn pick(title: &str) -> String {
    format!("「{title}」を選ぶ")
}

pub const PICK_SHORT: &str = "選ぶ";
pub const PICK_COLUMN: &str = "選択";

pub fn picked(count: usize) -> String {
    format!("{}を選択中", cases(count))
}

pub const OF_PICKED: &str = "選んだ事例を比較する";
pub const PICK_ONE_MORE: &str = "比較するには、もう1件選んでください。";
pub const PICKED_TOO_MANY: &str = "並べて比較できるのは4件までです。";
pub const DROP_PICKED: &str = "選択をすべて解除";
