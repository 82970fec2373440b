//! Japanese: the answers on how to read the figures.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::{Answer, Has, ScopeFilter};
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::{cases, grouped};

use crate::content::{Block, COVERAGE, SiteFacts, places};

pub(super) fn difference(facts: &SiteFacts<'_>) -> Vec<Block> {
    let text = match facts.meta().kind {
        SnapshotKind::Compiled => {
            "[国のダッシュボード]は、内閣官房デジタル行財政改革会議事務局と総務省が都道府県に依頼し、回答のあった事例を載せています。このサイトは、公開資料で確認できた事例を別に集めました。そのため件数も内容も一致しません。どちらも、すべての事例を載せているわけではありません。くわしくは[数字が表すもの、表さないもの]にあります。"
        }
        SnapshotKind::Official => {
            "[国のダッシュボード]は、内閣官房デジタル行財政改革会議事務局と総務省のものです。このデータ版も都道府県への調査によりますが、時点や範囲が違うことがあります。くわしくは[数字が表すもの、表さないもの]にあります。"
        }
        SnapshotKind::Synthetic => {
            "[国のダッシュボード]は実際の事例を載せています。このデータ版は架空です。くわしくは[数字が表すもの、表さないもの]にあります。"
        }
    };
    vec![Block::linked(text, vec![places::original(), places::part(Route::About, COVERAGE)])]
}

pub(super) fn unconfirmed(facts: &SiteFacts<'_>) -> Vec<Block> {
    let text = match facts.meta().kind {
        SnapshotKind::Compiled => {
            "読んだ公開資料には書かれていなかった、という意味です。「実施していない」「補助金を使っていない」「0円」という意味ではありません。未確認の値は合計や中央値に入れず、分かる件数を添えて示します。たとえば[補助金の利用が未確認の事例]のように、未確認の事例だけを探せます。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "「未回答」は回答がなかったこと、「不明」は値が分からないことを表します。どちらも「ない」や「0円」という意味ではありません。その値は合計や中央値に入れず、分かる件数を添えて示します。たとえば[補助金の利用が未確認の事例]のように、分からない事例だけを探せます。"
        }
    };
    vec![Block::linked(text, vec![places::list(|it| it.subsidy = [Answer::Unknown].into())])]
}

pub(super) fn ranking(facts: &SiteFacts<'_>) -> Vec<Block> {
    let text = match facts.meta().kind {
        SnapshotKind::Compiled => {
            "件数からは分かりません。件数は、公開資料の多さや見つけやすさに左右されます。一つの仕組みが複数の事例に分かれていることもあります。[都道府県]のページの件数も、順位として読まないでください。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "件数だけからは分かりません。一つの仕組みが複数の事例に分かれていることも、掲載されない事例もあります。[都道府県]のページの件数も、順位として読まないでください。"
        }
    };
    vec![Block::linked(text, vec![Route::Prefectures.into()])]
}

pub(super) fn amounts(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![
        Block::List(vec![
            "契約額：契約した金額だと、資料に書かれているもの".into(),
            "公表額：金額は公表されているが、何の額かが書かれていないもの".into(),
            "予算・計画額：予算、上限、計画の金額で、実際の額とは限らないもの".into(),
        ]),
        Block::linked(
            &format!(
                "金額には、この根拠を必ず添えています。中央値は、予算・計画額を除いて計算します。[費用が分かる事例]は{}で、うち{}が予算・計画額です。",
                cases(facts.costs.known),
                cases(facts.budgets)
            ),
            vec![places::list(|it| it.has = [Has::Costs].into())],
        ),
    ]
}

pub(super) fn population(facts: &SiteFacts<'_>) -> Vec<Block> {
    let credits = [facts.population_credit(), facts.staff_credit()];
    let credits = credits.into_iter().flatten().map(Into::into);
    let text = if facts.staff_is_partial() {
        "導入した当時ではなく、この時点の値を足しています。職員数は普通会計の職員だけで、病院・水道・交通などの職員や、組合の職員を含みません。国のダッシュボードが使う職員数とは別のもので、少なめに出ます。定義は[データ]にあります。"
    } else {
        "導入した当時ではなく、この時点の値を足しています。定義は[データ]にあります。"
    };
    vec![
        Block::paragraph("人口と職員数の出典は、次のとおりです。"),
        Block::List(credits.collect()),
        Block::linked(text, vec![Route::Data.into()]),
    ]
}

pub(super) fn cumulative(facts: &SiteFacts<'_>) -> Vec<Block> {
    let participants = facts.summary.participants;
    vec![Block::linked(
        &format!(
            "事例ごとの参加自治体数を足した数です。3件に参加する自治体は、3回数えます。都道府県が関わる{}のうち[参加自治体数が分かる{}]の合計は、延べ{}団体です。都道府県と一部事務組合は、参加自治体に数えません。",
            cases(facts.summary.total),
            cases(participants.known),
            grouped(participants.sum)
        ),
        vec![places::list(|it| it.has = [Has::Participants].into())],
    )]
}

pub(super) fn municipal(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![Block::linked(
        &format!(
            "国のダッシュボードが、都道府県の関わる共同調達を対象にしているためです。それに合わせ、件数と図は、ことわりがなければ都道府県が関わる{}を数えます。[市町村どうしの事例{}]は参考として載せ、[すべての事例]を合わせて見ることもできます。",
            cases(facts.summary.total),
            cases(facts.municipal)
        ),
        vec![
            places::list(|it| it.scope = ScopeFilter::Municipal),
            places::list(|it| it.scope = ScopeFilter::All),
        ],
    )]
}

pub(super) fn across_prefectures(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![Block::linked(
        &format!(
            "代表団体の都道府県に1件と数え、全国でも1件です。ほかに参加する都道府県は、事例のページの「参加するほかの都道府県」にあります。都道府県が関わる事例のうち、都道府県をまたぐと分かるのは{}です。都道府県ごとの事例は[都道府県]から見られます。",
            cases(facts.across)
        ),
        vec![Route::Prefectures.into()],
    )]
}

pub(super) fn years(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![Block::linked(
        &format!(
            "資料によって違い、両方があります。事例のページでは「調達」か「稼働開始」かを示しています。{}のうち{}で分かり、計画中の事例は含みません。件数の移り変わりは[概要の図]で見られます。",
            cases(facts.years.total),
            cases(facts.years.known)
        ),
        vec![places::part(Route::Overview, "years")],
    )]
}

pub(super) fn benefits(facts: &SiteFacts<'_>) -> Vec<Block> {
    let savings = cases(facts.savings);
    let text = match facts.meta().kind {
        SnapshotKind::Official => format!(
            "都道府県への調査で、職員が実感したメリットとして回答されたものです。金額や割合が分かる効果額は[{savings}]にあり、実績か見込かを分けています。"
        ),
        SnapshotKind::Compiled | SnapshotKind::Synthetic => format!(
            "そうとは限りません。資料に書かれた効果と、始める前のねらいの両方を含みます。金額や割合が書かれた効果額は[{savings}]にあり、実績か見込かを分けています。このサイトが計算したものではありません。"
        ),
    };
    vec![Block::linked(&text, vec![places::list(|it| it.has = [Has::Savings].into())])]
}
