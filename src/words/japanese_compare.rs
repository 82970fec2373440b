//! Japanese: the comparison.

use joint_procurement_core::domain::IntroducedKind;
use joint_procurement_core::stats::DifferenceCounts;
use joint_procurement_core::text::cases;

use super::CompareWords;

pub(super) static COMPARE: CompareWords = CompareWords {
    reading,
    one: "1件の事例を表示しています。",
    none: "事例を4件まで横に並べて、規模・費用・契約・仕様書などの違いを確かめられます。",
    steps: [
        "[事例一覧]で、比べたい事例の選択欄に印を付けます（2件から4件）。",
        "一覧の下に出る「選んだ事例を比較する」を押します。",
        "表示された比較のアドレスを送ると、相手も同じ比較を見られます。",
    ],
    one_more: "比べるには、もう1件以上を選んでください。[事例一覧]で選べます。",
    unknown_ids: "次の事例番号は、このデータ版にありません：",
    unknown_ids_rest: "。ほかの事例だけを表示しています。",
    drop_unknown: "この番号を外す",
    too_many: "並べられるのは4件までのため、次の事例は表示していません：",
    bases_differ: "金額の根拠（契約額・公表額・予算・計画額）が事例によって違います。費用の多い少ないは、根拠の違いを確かめたうえで比べてください。",
    caption: |count| format!("{}の事例の比較", cases(count)),
    difference: "違い",
    group: "分類",
    drop: "外す",
    drop_label: |title| format!("「{title}」を比較から"),
    choose_others: "事例一覧で選び直す",
    who: "だれが・何を",
    size: "規模",
    money: "費用と負担",
    contract: "契約と時期",
    subsidy: "補助金",
    documents: "仕様書と参考文書",
    links: "参考文書へのリンク",
    vendor: "事業者と製品・サービス",
    benefits: "効果",
    unit_members: "団体",
    unit_persons: "人",
    unit_yen: "円",
    unit_years: "年",
    all_members: |all| {
        if all { "すべての市区町村が参加" } else { "一部の市区町村が参加" }
    },
    date: |kind| match kind {
        IntroducedKind::Procurement => "調達の時期",
        IntroducedKind::ServiceStart => "稼働開始の時期",
    },
    planned: |at| format!("{at}（予定）"),
    population_note: |credit| format!("人口規模：{credit}。参加自治体の合計です。"),
    staff_note: |credit| format!("職員規模：{credit}。参加自治体の合計です。"),
    version_note: |id| format!("データ版：{id}"),
};

fn reading(count: usize, it: DifferenceCounts) -> String {
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
