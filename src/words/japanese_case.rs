//! Japanese: the case page.

use joint_procurement_core::domain::{IntroducedKind, Saving, Status, Term, YenRange};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::text::{cases, decimal, grouped, persons_rounded, yen, yen_exact};

use super::CaseWords;
use super::japanese::year_month;
use crate::words::CaseSummary;

pub(super) const CASE: CaseWords = CaseWords {
    lead: "代表団体",
    participants: "参加自治体",
    participants_count: |count| format!("{}団体", grouped(u64::from(count))),
    all_in_prefecture: "都道府県内のすべての市区町村",
    population: "人口規模",
    population_value: persons_rounded,
    staff: "職員規模",
    staff_value: persons_rounded,
    introduced: "導入時期",
    introduced_value: |case, introduced| {
        let at = year_month(introduced.at);
        let planned = case.status().known() == Some(Status::Planned);
        match (introduced.kind, planned) {
            (IntroducedKind::ServiceStart, false) => format!("{at}（稼働開始）"),
            (IntroducedKind::ServiceStart, true) => format!("{at}（稼働予定）"),
            (IntroducedKind::Procurement, false) => format!("{at}（調達）"),
            (IntroducedKind::Procurement, true) => format!("{at}（調達予定）"),
        }
    },
    basis: Term::ja,
    amount: yen,
    amount_exact: yen_exact,
    summary,
    documents_heading: "参考文書",
    money_heading: "費用",
    costs_heading: "費用と負担",
    contact_heading: "問い合わせ先",
    contact_text: "電話番号とメールアドレスは、団体のウェブサイトでお確かめください。",
    who_heading: "だれが・何を",
    how_heading: "調達の経緯と契約",
    benefits_heading: "資料に書かれた効果・ねらい",
    benefits_official: "職員が実感したメリット",
    sources_heading: "出典",
    others_heading: "ほかの事例",
    others_of_type: |count| format!("同じ種別の事例（{}）", cases(count)),
    others_of_prefecture: |count| format!("同じ都道府県の事例（{}）", cases(count)),
    others_with_documents: |count| format!("同じ種別で参考文書がある事例（{}）", cases(count)),
    sources_note: "この事例の内容は、次の公開資料によります。リンク先は外部サイトで、なくなっていることがあります。",
    savings_heading: "資料に書かれた効果額",
    participants_heading: "参加自治体の人口と職員数",
    participants_note: |population, staff, named| {
        let names = if named { "参加自治体の名前は資料によります。" } else { "" };
        format!("人口は住民基本台帳（{population}）、職員数は{staff}（普通会計）。{names}")
    },
    participants_unnamed: "参加自治体の名前は、公開資料で確認できていません。",
    lead_prefecture: "代表団体の都道府県",
    lead_kind: "代表団体の種類",
    scope: "都道府県の関わり",
    domain: "領域",
    system_type: "システム種別",
    prefecture_participates: |yes| if yes { "参加している" } else { "参加していない" },
    partners: "参加するほかの都道府県",
    status_missing: |missing| format!("{}（{missing}）", StatusAnswer::Unknown.ja()),
    subsidy: |used, name| match (used, name) {
        (true, Some(name)) => format!("利用あり（{name}）"),
        (true, None) => "利用あり".to_owned(),
        (false, _) => "利用なし".to_owned(),
    },
    specification: |available| if available { "提供あり" } else { "提供なし" },
    years: |years| format!("{}年", decimal(years)),
    saving_value,
    saving_of,
    no_documents: "仕様書・公募・協定などの公開は確認できていません。",
    published: |date| format!("{date}公開"),
    csv: "この事例をCSVで保存",
    between_names: "、",
    identifier: "事例番号",
    loading_details: "背景・経緯・出典を読み込んでいます…",
    basis_label: "金額の根拠",
};

fn summary(case: &CaseSummary<'_>) -> String {
    let CaseSummary { lead, system, .. } = case;
    let verb = if case.planned { "で計画されている" } else { "による" };
    let members = case.participants.map(|count| format!("参加自治体は{}団体", grouped(u64::from(count))));
    let begun = case.introduced.as_ref().map(|text| format!("導入は{text}"));
    let rest: Vec<String> = members.into_iter().chain(begun).collect();
    let first = format!("代表団体「{lead}」{verb}、{system}の共同調達です。");
    if rest.is_empty() { first } else { format!("{first}{}です。", rest.join("、")) }
}

fn saving_value(saving: &Saving) -> String {
    let saved = saving.saved_yen.map(|amount| yen(YenRange::exact(amount)));
    match (saved, saving.percent, saving.before_yen.zip(saving.after_yen)) {
        (Some(saved), Some(percent), _) => format!("{saved}（{}%）の削減", decimal(percent)),
        (Some(saved), None, _) => format!("{saved}の削減"),
        (None, Some(percent), _) => format!("{}%の削減", decimal(percent)),
        (None, None, Some((before, after))) => {
            format!("{}から{}に", yen(YenRange::exact(before)), yen(YenRange::exact(after)))
        }
        (None, None, None) => "額の記載なし".to_owned(),
    }
}

fn saving_of(saving: &Saving) -> String {
    let of = saving.of.ja();
    let over =
        saving.period_years.map_or_else(|| of.to_owned(), |years| format!("{of}（{}年分）", decimal(years)));
    match saving.before_yen.zip(saving.after_yen) {
        Some((before, after)) => {
            format!("{over}　{}から{}へ", yen(YenRange::exact(before)), yen(YenRange::exact(after)))
        }
        None => over,
    }
}
