//! Japanese: questions and answers.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::{Answer, CaseQuery, Direction, Has, Range, SortKey};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::cases;

use super::{FaqWords, faq_reading as reading};
use crate::content::{Block, Link, SiteFacts, Target, Topic, TopicGroup, places};
use crate::words::date;

pub(in crate::content) static FAQ: FaqWords = FaqWords {
    lead: |kind| match kind {
        SnapshotKind::Compiled => {
            "このサイトの数字は、公開資料で確認できた範囲のものです。書かれていないことは、「ない」という意味ではありません。件数は、ことわりがなければ都道府県が関わる事例を数えています。"
        }
        SnapshotKind::Official => {
            "このデータ版の数字は、都道府県への調査で回答のあった範囲のものです。件数は、ことわりがなければ都道府県が関わる事例を数えています。"
        }
        SnapshotKind::Synthetic => "このデータ版は架空です。数字は実際の共同調達を表しません。",
    },
    group: |group| match group {
        TopicGroup::Finding => "事例を探す",
        TopicGroup::Reading => "数字の読み方",
        TopicGroup::Procuring => "調達を進める",
        TopicGroup::UsingData => "データを使う・直す",
    },
    question: |topic, kind| match topic {
        Topic::SimilarSize => "自分の町と似た規模の事例を探すには",
        Topic::Nearby => "近隣の都道府県の事例を見るには",
        Topic::Specification => "仕様書は手に入りますか",
        Topic::NoCosts => "費用が載っていない事例が多いのはなぜですか",
        Topic::Subsidy => "補助金を使った事例を探すには",
        Topic::Difference => "国のダッシュボードと何が違いますか",
        Topic::Unconfirmed if kind == SnapshotKind::Compiled => "「公開情報で未確認」とは何ですか",
        Topic::Unconfirmed => "「不明」「未回答」とは何ですか",
        Topic::Ranking => "件数が多い都道府県ほど進んでいますか",
        Topic::Amounts => "契約額、公表額、予算・計画額はどう違いますか",
        Topic::Population => "人口や職員数はいつのものですか",
        Topic::Cumulative => "参加自治体の「延べ」とは何ですか",
        Topic::Municipal => "市町村どうしの事例を別に数えるのはなぜですか",
        Topic::AcrossPrefectures => "都道府県をまたぐ事例は、どこに数えますか",
        Topic::Years => "導入年は、調達した年ですか、使い始めた年ですか",
        Topic::Benefits => "「効果・ねらい」は、実際に得られた効果ですか",
        Topic::Contact => "事例の担当に問い合わせるには",
        Topic::Joining => "いまある共同調達に、あとから参加できますか",
        Topic::Standardization => "国の標準化の対象になる基幹系は、どう扱っていますか",
        Topic::Excel => "一覧をExcelで使うには",
        Topic::Sharing => "リンクを送ると、相手にも同じ内容が見えますか",
        Topic::Reuse => "データを再利用してよいですか",
        Topic::Mistakes => "誤りを見つけたら",
        Topic::Updates => "データはいつ更新されますか",
        Topic::Maintainer => "このサイトはだれが運営していますか",
        Topic::Privacy => "個人情報を集めたり、アクセスを解析したりしていますか",
    },
    answer: |topic, facts| match topic {
        Topic::SimilarSize => similar_size(facts),
        Topic::Nearby => vec![Block::linked(
            "[都道府県]のページから都道府県を選ぶと、近隣で確認できた種別と事例が分かります。[事例一覧]の絞り込みでは、複数の都道府県を一緒に選べます。都道府県をまたいで参加できるかどうかは、代表団体に確かめてください。",
            vec![Route::Prefectures.into(), Route::Cases.into()],
        )],
        Topic::Specification => specification(facts),
        Topic::NoCosts => no_costs(facts),
        Topic::Subsidy => subsidy(facts),
        Topic::Difference => reading::difference(facts),
        Topic::Unconfirmed => reading::unconfirmed(facts),
        Topic::Ranking => reading::ranking(facts),
        Topic::Amounts => reading::amounts(facts),
        Topic::Population => reading::population(facts),
        Topic::Cumulative => reading::cumulative(facts),
        Topic::Municipal => reading::municipal(facts),
        Topic::AcrossPrefectures => reading::across_prefectures(facts),
        Topic::Years => reading::years(facts),
        Topic::Benefits => reading::benefits(facts),
        Topic::Contact => vec![Block::linked(
            "[事例一覧]から事例を開くと、「問い合わせ先」に、確認できた担当部署の名前があります。電話番号とメールアドレスは載せていないため、団体のウェブサイトで確かめてください。担当部署が分からない事例は、代表団体にお尋ねください。このサイトでは取り次ぎをしていません。",
            vec![Route::Cases.into()],
        )],
        Topic::Joining => vec![Block::linked(
            "事例ごとに違い、このサイトでは分かりません。追加の参加を受け付けているか、費用と時期がどうなるかを、代表団体にお尋ねください。取り決めの実例は、[参考文書がある事例]の協定・規約や負担割合で読めます。",
            vec![has(Has::Documents)],
        )],
        Topic::Standardization => standardization(facts),
        Topic::Excel => vec![Block::linked(
            "[事例一覧]の「CSVで保存」を押すと、絞り込んだ結果のすべての行を保存できます。ほかの表や図にも「CSVで保存」があります。文字コードはBOM付きのUTF-8で、Excelでそのまま開けます。一覧のCSVでは、金額は円単位の数値で、分からない値は0や空欄にせず言葉で書いています。「=」などで始まる値は、数式として動かないよう先頭に「'」を付けています。",
            vec![Route::Cases.into()],
        )],
        Topic::Sharing => sharing(facts),
        Topic::Reuse => reuse(facts),
        Topic::Mistakes => mistakes(facts),
        Topic::Updates => updates(facts),
        Topic::Maintainer => maintainer(facts),
        Topic::Privacy => vec![Block::linked(
            "個人情報の入力を求めず、Cookieもアクセス解析も使いません。検索と集計は、お使いの端末の中で行います。端末に覚えるのは、ページのどこまで見たか（タブを閉じるまで）と、選んだ「表示の色」だけです。このサイトが読み込むのは、[データの目録]などこのサイトの中のファイルだけです。ただし、検索のキーワードはアドレスに入るため、そのアドレスを開くとサーバーの記録に残ることがあります。",
            vec![Target::File("data/catalog.json".to_owned())],
        )],
    },
};

fn similar_size(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![Block::linked(
        &format!(
            "[事例一覧]の「似た規模の事例を探す」か、概要の[自治体名で探す]で市区町村を選ぶと、参加自治体の規模が近い順に事例が並びます。人口と職員数を入力しても並べられます。[人口規模の小さい順]や[参加自治体の少ない順]に並べることや、[参加自治体が5団体以下の事例]のように絞り込むこともできます。人口規模は参加自治体の人口の合計で、{}のうち{}で分かります。分からない事例は最後に並びます。",
            cases(facts.summary.total),
            cases(facts.summary.population.known)
        ),
        vec![
            Route::Cases.into(),
            places::part(Route::Overview, "town-search"),
            places::sorted(SortKey::Pop, Direction::Ascending),
            places::sorted(SortKey::Members, Direction::Ascending),
            places::list(|it| it.members = Range::new(None, Some(5))),
        ],
    )]
}

fn specification(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![Block::linked(
        &format!(
            "仕様書の提供ありと分かる事例は[{}]です。[参考文書がある事例]（{}）からは、公開されている仕様書、公募、協定、負担割合などを開けます。ほかの事例は、代表団体にお尋ねください。",
            cases(facts.summary.by_specification.yes),
            cases(facts.documents)
        ),
        vec![places::list(|it| it.spec = [Answer::Yes].into()), has(Has::Documents)],
    )]
}

fn no_costs(facts: &SiteFacts<'_>) -> Vec<Block> {
    let (known, total) = (cases(facts.costs.known), cases(facts.costs.total));
    let text = match facts.meta().kind {
        SnapshotKind::Compiled => format!(
            "公開資料に金額まで書かれていることが少ないためです。都道府県が関わる{total}のうち、金額が一つでも分かるのは[{known}]です。ほかは「公開情報で未確認」と示し、0円とはしていません。金額は、代表団体にお尋ねください。"
        ),
        SnapshotKind::Official | SnapshotKind::Synthetic => format!(
            "金額が分からない事例や、公表されていない事例があるためです。都道府県が関わる{total}のうち、金額が一つでも分かるのは[{known}]です。分からない金額を0円とはしていません。"
        ),
    };
    vec![Block::linked(&text, vec![has(Has::Costs)])]
}

fn subsidy(facts: &SiteFacts<'_>) -> Vec<Block> {
    let counts = facts.summary.by_subsidy;
    let (no, unknown) = (cases(counts.no), cases(counts.unknown));
    // Where no source says that none was used, 「0件」 would read as if all the others had used one.
    let others = match counts.no {
        0 => format!("ほかの{unknown}は未確認です。"),
        _ => format!("使っていないと分かる事例は{no}、未確認は{unknown}です。"),
    };
    vec![Block::linked(
        &format!(
            "補助金の利用ありと分かる事例は[{}]です。補助金の名前は、分かるものを事例のページに載せています。{others}その補助金をいまも使えるかどうかは、このサイトでは分かりません。",
            cases(counts.yes),
        ),
        vec![places::list(|it| it.subsidy = [Answer::Yes].into())],
    )]
}

fn standardization(facts: &SiteFacts<'_>) -> Vec<Block> {
    let noted = facts.noted().map(|system| Link::system(&system.slug, &system.name).into());
    vec![
        Block::paragraph(
            "国の標準化の対象になる事務のシステムは、国の基準に合わせる必要があります。標準化より前からの共同クラウドなどは、これまでの取組の記録として載せています。国の制度に関わる次の種別には、出典を付けて注記しています。",
        ),
        Block::List(noted.collect()),
    ]
}

fn sharing(facts: &SiteFacts<'_>) -> Vec<Block> {
    let snapshot = Some(facts.meta().id.clone());
    let pinned = Address::with_query(Route::Cases, CaseQuery { snapshot, ..CaseQuery::default() });
    vec![Block::linked(
        "見えます。[費用が分かる事例]のように、絞り込み、並べ替え、何ページ目かは、アドレスに入っています。質問や図にも、それぞれのアドレスがあります。データが新しくなると件数は変わるため、いまのデータ版で残したいときは[データ版を指定したアドレス]を使ってください。",
        vec![has(Has::Costs), pinned.into()],
    )]
}

fn reuse(facts: &SiteFacts<'_>) -> Vec<Block> {
    vec![
        Block::paragraph("このデータ版の利用条件は、次のとおりです。"),
        Block::paragraph(facts.meta().licence.clone()),
        Block::linked(
            "使うときは、ページの下にある「出典」の文言を添えてください。定義は[データ]で確かめられます。このサイトのプログラムは、MITかApache-2.0のどちらかの条件で使えます。",
            vec![Route::Data.into()],
        ),
    ]
}

fn updates(facts: &SiteFacts<'_>) -> Vec<Block> {
    let meta = facts.meta();
    let note = if meta.update_note.is_empty() {
        "更新の予定は未設定です。".into()
    } else {
        meta.update_note.clone()
    };
    vec![
        Block::paragraph(note),
        Block::linked(
            &format!(
                "表示しているデータ版の時点は{}、公開日は{}です。くわしくは[データ]のページにあります。",
                date(meta.as_of),
                date(meta.published_at)
            ),
            vec![Route::Data.into()],
        ),
    ]
}

/// Nobody can be told where no address is given.
fn mistakes(facts: &SiteFacts<'_>) -> Vec<Block> {
    let corrections =
        Block::linked("訂正の記録（正誤情報）は[データ]のページで確かめられます。", vec![Route::Data.into()]);
    let to_whom = if facts.meta().maintainer.url.is_empty() {
        Block::paragraph(
            "誤りの連絡先は、まだ決まっていません。事例の内容は、出典の発行元か代表団体にお尋ねください。",
        )
    } else {
        Block::linked(
            "事例番号と、正しい内容が分かる公開資料のアドレスを、[運営者]に知らせてください。",
            vec![places::question(Topic::Maintainer)],
        )
    };
    vec![to_whom, corrections]
}

fn maintainer(facts: &SiteFacts<'_>) -> Vec<Block> {
    let maintainer = &facts.meta().maintainer;
    let first = if maintainer.name.is_empty() {
        Block::paragraph("運営者は未設定です。連絡先も、まだありません。")
    } else if maintainer.url.is_empty() {
        Block::paragraph(maintainer.name.clone())
    } else {
        Block::paragraph(Link::new(Target::External(maintainer.url.clone()), &maintainer.name))
    };
    vec![
        first,
        Block::linked(
            "国のダッシュボードについては、[そのページ]にある問い合わせ先にお尋ねください。",
            vec![places::original()],
        ),
    ]
}

fn has(has: Has) -> Target {
    places::list(|it| it.has = [has].into())
}
