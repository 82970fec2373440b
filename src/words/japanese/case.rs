//! The page of a case.

use joint_procurement_core::domain::{
    CaseRef, Date, Field, Form, IntroducedKind, Introduction, JoinAnswer, Link, LinkState, SnapshotKind,
    Status, Term,
};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::text::{cases, decimal, grouped, persons_rounded};

use super::snapshot::{paper, sources};
use super::{answer, date, year_month};
use crate::words::{CaseSummary, Evident};

pub const TITLE: &str = "事例名";
pub const LEAD: &str = "代表団体";
pub const PARTICIPANTS: &str = "参加自治体";

pub fn participants_count(count: u32) -> String {
    format!("{}団体", grouped(u64::from(count)))
}

pub const ALL_IN_PREFECTURE: &str = "都道府県内のすべての市区町村";
pub const POPULATION: &str = "人口規模";
pub const POPULATION_IN_FILES: &str = "人口規模（人）";

pub const POPULATION_RESTS_ON: &str = "人口規模の根拠";
pub const STAFF: &str = "職員規模";
pub const STAFF_IN_FILES: &str = "職員規模（人）";
pub const STAFF_RESTS_ON: &str = "職員規模の根拠";

pub fn size_value(persons: u64) -> String {
    persons_rounded(persons)
}

/// Tells where the size of the participants together comes from.
pub fn size_rests_on(is_stated: bool) -> &'static str {
    if is_stated { "調査への回答" } else { "参加自治体の合計" }
}

/// Marks a size as what it rests on.
pub fn size_marked(persons: u64, is_stated: bool) -> String {
    format!("{}（{}）", size_value(persons), size_rests_on(is_stated))
}

/// Gives what stands before a way to reach the department.
pub fn contact_line(name: &str) -> String {
    format!("{name}：")
}

pub const INTRODUCED: &str = "導入時期";

/// `as_of` is the day on which the sources were read.
pub fn introduced_value(case: CaseRef<'_>, introduced: Introduction, as_of: Date) -> String {
    let at = year_month(introduced.at);
    let what = match (introduced.kind, case.is_plan()) {
        (IntroducedKind::ServiceStart, false) => "稼働開始",
        (IntroducedKind::ServiceStart, true) => "稼働予定",
        (IntroducedKind::Procurement, false) => "調達",
        (IntroducedKind::Procurement, true) => "調達予定",
    };
    let outcome = if case.is_cancelled() {
        "、実現せず"
    } else if case.is_plan() && Date::from(introduced.at).is_before(as_of) {
        "。その後は未確認"
    } else {
        ""
    };
    format!("{at}（{what}{outcome}）")
}

pub fn summary(case: &CaseSummary<'_>) -> String {
    let CaseSummary { lead, system, .. } = case;
    let verb = match case.status {
        Some(Status::Planned) => "で計画されている",
        Some(Status::Cancelled) => "で計画され、実現しなかった",
        _ => "による",
    };
    let members = case.participants.map(|count| format!("参加自治体は{}団体", grouped(u64::from(count))));
    let begun = case.introduced.as_ref().map(|text| format!("導入は{text}"));
    let rest: Vec<String> = members.into_iter().chain(begun).collect();
    let form = match case.form {
        Some(Form::JointProcurement) => "共同調達",
        Some(Form::JointUse) => "共同利用",
        Some(Form::SharedService) => "事例（県等のシステムを利用）",
        None => "事例",
    };
    let first = format!("代表団体「{lead}」{verb}、{system}の{form}です。");
    if rest.is_empty() { first } else { format!("{first}{}です。", rest.join("、")) }
}

/// Stands at the top of a plan that came to nothing; its `[words in brackets]` are links.
pub const CANCELLED: &str = "この計画は実現しませんでした。分かっている理由は[調達の経緯と契約]にあります。ほかの利用者の参考のために残しているもので、件数、集計、一覧には含めていません（[実現しなかった計画の一覧]）。";

pub const DOCUMENTS_HEADING: &str = "参考文書";
pub const MONEY_HEADING: &str = "費用";
pub const COSTS_HEADING: &str = "費用と負担";
pub const CONTACT_HEADING: &str = "問い合わせ先";
pub const CONTACT_TEXT: &str = "電話番号とメールアドレスは、団体のウェブサイトでお確かめください。";
pub const WHO_HEADING: &str = "だれが・何を";
pub const AMOUNTS_IN_TEXT: &str = "文章の中の金額";

/// Leads to a text that names amounts although the fields for them are empty.
pub fn amounts_in_text(field: &str) -> String {
    format!("[{field}]に金額の記載があります。この事例の費用かどうかは未確認です。")
}

pub const HOW_HEADING: &str = "調達の経緯と契約";
pub const SOURCES_HEADING: &str = "出典";
pub const OTHERS_HEADING: &str = "ほかの事例";

pub fn others_of_type(count: usize) -> String {
    format!("同じ種別の事例（{}）", cases(count))
}

pub fn others_of_prefecture(count: usize) -> String {
    format!("同じ都道府県の事例（{}）", cases(count))
}

pub fn others_with_documents(count: usize) -> String {
    format!("同じ種別で参考文書がある事例（{}）", cases(count))
}

/// Tells what the facts of a case rest on. A survey needs no page that states them.
pub fn sources_note(kind: SnapshotKind, as_of: Date, evident: Evident) -> String {
    const OUTSIDE: &str = "リンク先は外部サイトで、なくなっていることがあります。";
    let survey = format!("この事例の内容は、都道府県への調査（{}時点）への回答によります。", date(as_of));
    let values = match evident {
        Evident::NoSource | Evident::OneSource => "",
        Evident::InPart => {
            "値の横の「出典1」などは、その値が書かれた資料です。それのない値は、どの資料によるかの記録がなく、どれかに書かれています。"
        }
        Evident::AsAWhole => "どの値がどの資料によるかの記録はありません。",
    };
    match (kind, evident) {
        (SnapshotKind::Official, Evident::NoSource) => survey,
        (SnapshotKind::Official, _) => format!("{survey}次のページにも書かれています。{values}{OUTSIDE}"),
        _ => format!("この事例の内容は、次の公開資料によります。{values}{OUTSIDE}"),
    }
}

/// Names a source by its number in the list.
pub fn source(number: usize) -> String {
    format!("出典{number}")
}

/// Tells in a file which sources state a value.
pub fn evidence_of(name: &str) -> String {
    format!("{name}の出典")
}

pub const COST_SOURCES: &str = "金額の出典";
pub const ARCHIVED: &str = "保存されたページ";

/// Tells the state of an address, with the day when it was seen; nothing where it is not known.
pub fn link_state(link: Link) -> Option<String> {
    let seen = date(link.seen_on);
    Some(match link.state? {
        LinkState::Ok => format!("{seen}に閲覧できました"),
        LinkState::Gone => format!("{seen}には、もとのページがありませんでした"),
        LinkState::Rehosted => format!("{seen}には、別のアドレスに移っていました"),
        LinkState::Unknown => return None,
    })
}

pub fn savings_heading(kind: SnapshotKind) -> String {
    format!("{}に書かれた効果額", paper(kind))
}

pub const PARTICIPANTS_HEADING: &str = "参加自治体の人口と職員数";

pub fn participants_note(kind: SnapshotKind, population: &str, staff: &str, named: bool) -> String {
    let names = match named {
        true => format!("参加自治体の名前は{}によります。", paper(kind)),
        false => String::new(),
    };
    format!("人口は住民基本台帳（{population}）、職員数は{staff}（普通会計）。{names}")
}

pub fn participants_unnamed(kind: SnapshotKind) -> String {
    format!("参加自治体の名前は、{}で確認できていません。", sources(kind))
}

pub const LEAD_PREFECTURE: &str = "代表団体の都道府県";
pub const LEAD_KIND: &str = "代表団体の種類";
pub const SCOPE: &str = "都道府県の関わり";
pub const DOMAIN: &str = "領域";
pub const SYSTEM_TYPE: &str = "システム種別";

pub fn prefecture_participates(yes: bool) -> &'static str {
    if yes { "参加している" } else { "参加していない" }
}

pub const PARTNERS: &str = "参加するほかの都道府県";

/// Gives what stands in place of a status that is not known, with the reason.
pub fn status_missing(missing: &str) -> String {
    format!("{}（{missing}）", StatusAnswer::Unknown.ja())
}

pub fn subsidy(used: bool, name: Option<&str>) -> String {
    let used_or_not = answer(Field::SubsidyUsed, used);
    match name {
        Some(name) if used => format!("{used_or_not}（{name}）"),
        _ => used_or_not.to_owned(),
    }
}

pub fn years(years: f64) -> String {
    format!("{}年", decimal(years))
}

pub const NO_DOCUMENTS: &str = "仕様書・公募・協定などの公開は確認できていません。";

pub fn published(date: &str) -> String {
    format!("{date}公開")
}

pub const CSV: &str = "この事例をCSVで保存";
pub const IDENTIFIER: &str = "事例番号";
pub const REUSE_HEADING: &str = "参考にする・参加するには";
/// Tells if others can still join, in few words.
pub fn joining(answer: JoinAnswer, until: Option<Date>, is_over: bool) -> String {
    match until.filter(|_| answer != JoinAnswer::No) {
        Some(until) if is_over => format!("参加の受付は終了（{}まで）", date(until)),
        Some(until) => format!("{}（{}まで）", answer.ja(), date(until)),
        None => answer.ja().to_owned(),
    }
}

pub const JOINING_OVER: &str = "データの基準日より前です";
pub const REUSE_SPECIFICATION: &str = "仕様書・要求事項の文書";
pub const REUSE_CALL: &str = "公募・入札・RFIの文書";
pub const REUSE_AGREEMENT: &str = "協定・規約の文書";
pub const REUSE_COST_SHARING: &str = "負担割合の文書";

/// The sentence above the participants where no source names them.
pub fn participants_derived(kind: SnapshotKind) -> String {
    let of_today = "都道府県内のすべての市区町村が参加し、その数が現在の市区町村数と同じため、現在の市区町村を示しています。";
    format!("{}に参加自治体の名前はありません。{of_today}", paper(kind))
}
pub const JSON: &str = "この事例をJSONで保存";
pub const PREVIOUS: &str = "前の事例";
pub const NEXT: &str = "次の事例";

pub fn place_in_list(place: usize, total: usize) -> String {
    format!("一覧の{}件中{}件目", grouped(total as u64), grouped(place as u64))
}

pub const BACK_TO_LIST: &str = "一覧に戻る";

/// The name of the navigation through the list.
pub const LIST_WAY: &str = "一覧の中の移動";
