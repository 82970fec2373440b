//! Japanese: what joint procurement is, and how to use this site.

use joint_procurement_core::domain::{SnapshotKind, Term};
use joint_procurement_core::query::{CaseFilter, Has, ScopeFilter};
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::cases;

use super::{AboutWords, Comparison, Guide, Passage, guides};
use crate::content::{Block, Fact, SiteFacts, Target, Text, Topic, cases_link, places};
use crate::words::date;

/// How many benefits are named.
const BENEFITS: usize = 3;

pub(in crate::content) static ABOUT: AboutWords = AboutWords {
    lead: "共同調達は、参加する自治体が合意した一つの仕様書で、一つの事業者から情報システムを調達する方法です。人口と職員が減るなかでも行政サービスを続けるための、手段の一つです。",
    why: Passage { heading: "なぜ共同で調達するのか", blocks: why },
    definition: Passage { heading: "このサイトでの定義", blocks: definition },
    comparison: Comparison {
        heading: "単独調達と共同調達の違い",
        lead: "一般に言われる違いです。個々の事例がこのとおりになるとは限りません。",
        columns: ["観点", "単独調達", "共同調達"],
        rows: [
            [
                "調整",
                "仕様書づくり、事業者選び、契約などの調整を、自治体がそれぞれ行います。",
                "都道府県や協議会などの代表団体が、調整をまとめて行います。",
            ],
            [
                "費用",
                "一つの団体で負担するため、下がりにくくなります。",
                "分担と集約により、導入と運用の費用の削減が期待できます。",
            ],
            [
                "事務体制",
                "自治体ごとに、担当者と体制が必要です。",
                "十分な体制を作りにくい小さな自治体でも調達できます。",
            ],
            [
                "専門性・ノウハウ",
                "人材や専門知識が足りないことがあります。",
                "参加団体の人材とノウハウを出し合えます。",
            ],
            [
                "情報・データ",
                "持っている情報やデータが、自治体ごとに異なります。",
                "業務が共通になり、情報やデータを連携しやすくなります。",
            ],
        ],
    },
    demands: Passage { heading: "共同調達で必要になること", blocks: demands },
    guide: "このサイトの使い方",
    guide_lead: "立場ごとに、四つの手順で案内します。",
    guides: [
        Guide { heading: "市区町村のDX担当の方", steps: guides::for_municipalities },
        Guide { heading: "都道府県の担当の方", steps: guides::for_prefectures },
        Guide { heading: "研究者・事業者・住民の方", steps: guides::for_readers },
        Guide { heading: "データを整備する方", steps: guides::for_maintainers },
    ],
    coverage: Passage { heading: "数字が表すもの、表さないもの", blocks: coverage },
    original: Passage { heading: "国のダッシュボードとの関係", blocks: original },
};

fn why(facts: &SiteFacts<'_>) -> Vec<Block> {
    let benefits = facts.benefits(BENEFITS).into_iter().map(|(slug, name, count)| {
        let filter = CaseFilter { benefit: [slug.clone()].into(), ..CaseFilter::default() };
        Text::from(format!("{name}：")).then(cases_link(count, filter))
    });
    vec![
        Block::paragraph(
            "人口が急に減り、行政サービスを担う人も足りなくなると見込まれています。少ない人数でサービスを続けるには、デジタル技術で仕事を効率よくし、サービスを使いやすくすることが欠かせません。",
        ),
        Block::paragraph(
            "そのための方法の一つが共同調達です。都道府県が中心になると、一般に次のことが期待されます。",
        ),
        Block::List(vec![
            "まとめて調達し、導入と運用の費用を下げる".into(),
            "手続きを共通にし、自治体ごとの事務を減らす".into(),
            "小さな自治体でも、システムを導入しやすくする".into(),
            "専門知識とノウハウを、参加団体の間で補い合う".into(),
        ]),
        Block::paragraph(match facts.meta().kind {
            SnapshotKind::Compiled => {
                "公開資料に書かれた効果・ねらいで多いのは、次のものです。一つの事例が複数を挙げることもあります。"
            }
            SnapshotKind::Official => {
                "職員が実感したメリットで多いのは、次のものです。一つの事例が複数を挙げることもあります。"
            }
            SnapshotKind::Synthetic => "架空のデータで多い効果・ねらいは、次のものです。",
        }),
        Block::List(benefits.collect()),
    ]
}

fn definition(facts: &SiteFacts<'_>) -> Vec<Block> {
    let leads = facts.leads().into_iter().map(|(kind, count)| {
        let filter = CaseFilter { lead: [kind].into(), ..CaseFilter::default() };
        Text::from(format!("{}：", kind.ja())).then(cases_link(count, filter))
    });
    vec![
        Block::paragraph(
            "参加団体が一つの仕様書に合意し、同じ一つの事業者から調達することを、共同調達と呼びます。一つのシステムを一緒に使う「共同利用」も含みます。",
        ),
        Block::linked(
            &format!(
                "調達を取りまとめる団体を「代表団体」と呼びます。都道府県が関わる事例[{}]の代表団体は、次のとおりです。",
                cases(facts.summary.total)
            ),
            vec![Route::Cases.into()],
        ),
        Block::List(leads.collect()),
        Block::linked(
            &format!(
                "都道府県の関わりを確認できていない[市町村どうしの事例{}]は、別に数えています。",
                cases(facts.municipal)
            ),
            vec![municipal()],
        ),
    ]
}

fn demands(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![
        Block::paragraph("一般に、次のことが必要です。このサイトのデータから導いたものではありません。"),
        Block::List(vec![
            "仕様の合意：一つの仕様書に合意し、必要に応じて仕事の進め方をそろえます。".into(),
            "時間：各団体の意思決定と予算の時期を合わせるため、準備に時間がかかります。".into(),
            "費用の分担：負担の割合と、途中で加わるときや抜けるときの扱いを決めます。".into(),
        ]),
        Block::linked(
            &format!(
                "取り決めや負担割合の実例は、[参考文書がある事例]（{}）で探せます。",
                cases(facts.documents)
            ),
            vec![places::list(|it| it.has = [Has::Documents].into())],
        ),
    ]
}

fn coverage(facts: &SiteFacts<'_>) -> Vec<Block> {
    let meta = facts.meta();
    let as_of = date(meta.as_of);
    let total = cases(facts.summary.total);
    let mut rows = match meta.kind {
        SnapshotKind::Compiled => vec![
            Fact::new(
                "集めた範囲",
                format!(
                    "公開資料で確認できた事例です（{as_of}時点）。国の調査の結果ではなく、すべての事例でもありません。"
                ),
            ),
            Fact::new(
                "公開情報で未確認",
                "読んだ公開資料には書かれていなかった、という意味です。「実施していない」という意味ではありません。",
            ),
            Fact::new(
                "件数",
                "資料の見つけやすさにも左右されます。都道府県の順位や、取組の度合いは表しません。",
            ),
        ],
        SnapshotKind::Official => vec![
            Fact::new(
                "集めた範囲",
                format!(
                    "都道府県への調査で回答のあった事例です（{as_of}時点）。回答のない事例と、掲載を希望しない事例は含みません。"
                ),
            ),
            Fact::new("件数", "回答のしかたにも左右されます。都道府県の順位や、取組の度合いは表しません。"),
        ],
        SnapshotKind::Synthetic => {
            vec![Fact::new("集めた範囲", "架空の事例です。実在する団体や契約のものではありません。")]
        }
    };
    rows.push(Fact::new(
        "数える範囲",
        Text::linked(
            &format!(
                "ことわりがなければ、都道府県が代表・参加・事務局などで関わる[{total}]です。[市町村どうしの事例{}]は含まず、別に見られます。",
                cases(facts.municipal)
            ),
            vec![Route::Cases.into(), municipal()],
        ),
    ));
    rows.push(Fact::new(
        "参加自治体数",
        Text::linked(
            &format!(
                "資料に書かれた市区町村の数です。合計は[延べ]の数で、{total}のうち{}で分かります。",
                cases(facts.summary.participants.known)
            ),
            vec![places::question(Topic::Cumulative)],
        ),
    ));
    rows.push(Fact::new(
        "費用",
        Text::linked(
            &format!(
                "{total}のうち[{}]で分かります。うち{}は予算・計画額で、実際の額とは限りません。",
                cases(facts.costs.known),
                cases(facts.budgets)
            ),
            vec![places::list(|it| it.has = [Has::Costs].into())],
        ),
    ));
    rows.extend(facts.population_credit().map(|credit| {
        let known = cases(facts.summary.population.known);
        Fact::new(
            "人口規模",
            format!("参加自治体の人口の合計で、{total}のうち{known}で分かります。出典：{credit}"),
        )
    }));
    rows.extend(facts.staff_credit().map(|credit| {
        let known = cases(facts.summary.staff.known);
        let text = if facts.staff_is_partial() {
            format!(
                "参加自治体の職員数の合計で、{total}のうち{known}で分かります。普通会計の職員だけで、国のダッシュボードが使う職員数とは別のものです。出典：{credit}"
            )
        } else {
            format!("参加自治体の職員数の合計で、{total}のうち{known}で分かります。出典：{credit}")
        };
        Fact::new("職員規模", text)
    }));
    vec![Block::Facts(rows)]
}

fn original(facts: &SiteFacts<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::linked(
        "このサイトは、内閣官房デジタル行財政改革会議事務局と総務省の[都道府県を中心とした地方自治体システムの共同調達に関するダッシュボード]とは別のものです。定義と項目の多くは、これにならっています。",
        vec![places::original()],
    )];
    if facts.meta().kind == SnapshotKind::Compiled {
        blocks.push(Block::linked(
            "国のダッシュボードは、全都道府県に依頼して集めた回答を載せています。このサイトは公開資料から集めているため、[件数も内容も一致しません]。",
            vec![places::question(Topic::Difference)],
        ));
    }
    blocks
}

fn municipal() -> Target {
    places::list(|it| it.scope = ScopeFilter::Municipal)
}
