//! Japanese: system types.

mod sentences;

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::text::{cases, grouped};
use sentences::{
    answer_note, costs_lead, lead, lead_none, list_lead, names_lead, newest_heading, participants_known,
    participants_note,
};

use super::SystemWords;
use super::japanese::date;

pub(super) static SYSTEM: SystemWords = SystemWords {
    list_heading: |types| format!("共同調達を確認できたシステム種別は{types}種類"),
    list_lead,
    scope_counted: |scope| match scope {
        ScopeFilter::Prefecture => "数えているのは、都道府県が代表・参加・事務局などで関わる事例です。",
        ScopeFilter::Municipal => "数えているのは、市町村どうしの事例だけです。",
        ScopeFilter::All => "数えているのは、都道府県が関わる事例と、市町村どうしの事例の両方です。",
    },
    scope_other: |scope| match scope {
        ScopeFilter::Prefecture => "市町村どうしの事例も含めて数える",
        ScopeFilter::Municipal | ScopeFilter::All => "都道府県が関わる事例だけを数える",
    },
    domain_heading: |domain, types, count| format!("{domain}：{types}種類、{}", cases(count)),
    domain_table: |domain| format!("{domain}のシステム種別"),
    domain_list: |domain, count| format!("{domain}の事例一覧（{}）", cases(count)),
    prefectures: "都道府県数",
    prefectures_value: |count| format!("{count}都道府県"),
    subsidy: "補助金の利用を確認",
    specification: "仕様書の提供を確認",
    documents: "参考文書を確認",
    note: "制度の注記",
    noted: "あり",
    not_noted: "－",
    list_note: |kind| match kind {
        SnapshotKind::Compiled => {
            "都道府県数は、代表団体の都道府県で数えています。「公開情報で未確認」は、利用や提供がないという意味ではありません。領域は事例ごとに決まるので、二つの領域に並ぶ種別もあります。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県数は、代表団体の都道府県で数えています。領域は事例ごとに決まるので、二つの領域に並ぶ種別もあります。"
        }
    },
    unconfirmed_heading: |kind, scope, types| {
        let of = match scope {
            ScopeFilter::Prefecture => "都道府県が関わる事例",
            ScopeFilter::Municipal => "市町村どうしの事例",
            ScopeFilter::All => "事例",
        };
        match kind {
            SnapshotKind::Compiled => format!("{of}が公開情報で未確認の種別：{types}種類"),
            SnapshotKind::Official | SnapshotKind::Synthetic => {
                format!("このデータ版に{of}がない種別：{types}種類")
            }
        }
    },
    unconfirmed_text: |kind, scope| match (kind, scope) {
        (SnapshotKind::Official | SnapshotKind::Synthetic, _) => {
            "次の種別の事例は、このデータ版にありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::Prefecture) => {
            "次の種別は、都道府県が関わる共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::Municipal) => {
            "次の種別は、市町村どうしの共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::All) => {
            "次の種別は、共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
    },
    prefecture_cases: |count| format!("都道府県が関わる事例 {}", cases(count)),

    heading: |name, count, prefectures| {
        format!("{name}：都道府県が関わる共同調達は{}、{prefectures}都道府県で確認", cases(count))
    },
    heading_none: |name, kind| match kind {
        SnapshotKind::Compiled => format!("{name}：都道府県が関わる共同調達は公開情報で未確認"),
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            format!("{name}：都道府県が関わる共同調達は、このデータ版にありません")
        }
    },
    lead,
    lead_municipal: |count| format!("ほかに[市町村どうしの事例が{}]あります。", cases(count)),
    lead_none,
    note_source: |title, publisher, published| match published {
        Some(published) => format!("出典：{title}（{publisher}、{}）", date(published)),
        None => format!("出典：{title}（{publisher}）"),
    },
    contents: "このページの内容：",
    no_municipal: |kind| match kind {
        SnapshotKind::Compiled => "市町村どうしの事例は公開情報で未確認",
        SnapshotKind::Official | SnapshotKind::Synthetic => "市町村どうしの事例は、このデータ版にありません",
    },
    prefectures_note: |leads, partners| {
        let counted = format!("47都道府県のうち{leads}都道府県です。代表団体の都道府県で数えています。");
        match partners {
            0 => counted,
            _ => format!("{counted}ほかに{partners}都道府県が参加しています。"),
        }
    },
    participants_note,
    subsidy_label: "補助金の利用を確認した事例",
    specification_label: "仕様書の提供を確認した事例",
    answer_note,
    answer_no: |count| format!("「なし」が{}", cases(count)),
    documents_note: |known| match (known.known, known.unknown()) {
        (_, 0) => format!("{}のすべてです。", cases(known.total)),
        (0, _) => format!("{}のどれも、参考文書を確認できていません。", cases(known.total)),
        (some, unknown) => format!(
            "{}のうち{}です。残る{}は確認できていません。",
            cases(known.total),
            cases(some),
            cases(unknown)
        ),
    },

    answers_heading: "補助金・仕様書・現況",
    answers_table: "補助金の利用と仕様書の提供",
    item: "項目",
    share: "まとめ",
    share_value: |counts| {
        let known = counts.yes + counts.no;
        let percent = (counts.yes * 100 + known / 2) / known.max(1);
        format!("答えが分かる{}のうち「あり」が{percent}%", cases(known))
    },
    confirmed: |count| format!("確認できた{}", cases(count)),
    statuses: "現況",

    benefits_heading: |kind, name, count| match kind {
        SnapshotKind::Compiled => {
            format!("資料に書かれた効果・ねらいは「{name}」が{}で最も多い", cases(count))
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            format!("職員が実感したメリットは「{name}」が{}で最も多い", cases(count))
        }
    },
    benefits_reading: |kind, known| match kind {
        SnapshotKind::Compiled => format!(
            "{}のうち、資料に効果・ねらいの記載があるのは{}です。一つの事例に複数の記載があります。",
            cases(known.total),
            cases(known.known)
        ),
        SnapshotKind::Official | SnapshotKind::Synthetic => format!(
            "{}のうち、回答があったのは{}です。一つの事例に複数の回答があります。",
            cases(known.total),
            cases(known.known)
        ),
    },
    benefits_chart: |benefits| {
        format!("{}項目の件数の横棒グラフ。数値は下の表にあります。", benefits.benefits.len())
    },
    benefits_caption: |known| match known.unknown() {
        0 => "横軸は件数（件）。".to_owned(),
        unknown => format!("横軸は件数（件）。記載を確認できない{}は含みません。", cases(unknown)),
    },
    benefit: |kind| match kind {
        SnapshotKind::Compiled => "資料に書かれた効果・ねらい",
        SnapshotKind::Official | SnapshotKind::Synthetic => "職員が実感したメリット",
    },

    participation_heading: "参加自治体の数",
    participation_lead: |it| {
        format!(
            "{}のうち、参加自治体の数が分かる{}では、1件あたりの中央値は{}団体です。都道府県と一部事務組合は数えません。",
            cases(it.stated.total),
            cases(it.stated.known),
            grouped(it.median.unwrap_or_default())
        )
    },
    stated: "数が分かる事例",
    smallest: "最も少ない事例",
    median: "中央値",
    largest: "最も多い事例",
    named: "名前が分かる自治体",
    named_value: |it| {
        format!(
            "{}団体（名前が分かる{}の、重複を除いた数）",
            grouped(it.distinct as u64),
            cases(it.named.known)
        )
    },
    participants_value: |count| format!("{}団体", grouped(count)),

    costs_heading: "費用",
    costs_lead,
    costs_note: "中央値と範囲は、金額が分かる事例だけのもので、予算・計画額を除いています。",
    costs_link: |count| format!("費用が分かる事例を一覧で見る（{}）", cases(count)),
    costs_table: "費用の中央値と範囲",
    few_for_median: |count| format!("{}だけのため出しません", cases(count)),
    no_budgets: "なし",
    amounts_table: "事例ごとの金額",
    case: "事例",
    basis: "金額の根拠",

    savings_lead: |stated| {
        format!(
            "{}のうち{}の資料に、費用の削減額や割合（見込を含みます）の記載があります。対象や期間がそれぞれ違うため、合計はしません。",
            cases(stated.total),
            cases(stated.known)
        )
    },
    savings_table: "事例ごとの効果額",
    savings_link: |count| format!("効果額が分かる事例を一覧で見る（{}）", cases(count)),
    saving_of: "何の費用か",
    saving: "資料に書かれた額・割合",
    saving_kind: "実績・見込",
    saving_by: "だれの見積り・負担分か",
    saving_whole: "事業の全体",

    names_heading: "事業者と製品・サービス",
    names_lead,
    names_all: |table, names| format!("{table}（{names}種類）を見る"),

    places_heading: "事例を確認できた都道府県",
    places_lead: |kind, leads, partners| {
        let found = match partners {
            0 => format!("47都道府県のうち、代表団体があるのは{leads}都道府県です。"),
            _ => format!(
                "47都道府県のうち、代表団体があるのは{leads}都道府県、ほかの都道府県の事例に参加しているのは{partners}都道府県です。"
            ),
        };
        match kind {
            SnapshotKind::Compiled => {
                format!("{found}そのほかは公開情報で未確認で、共同調達がないという意味ではありません。")
            }
            SnapshotKind::Official | SnapshotKind::Synthetic => found,
        }
    },
    places_table: "都道府県での状況",
    state: "都道府県での状況",
    leads: "代表する事例",
    partners: "参加する事例",
    not_lead: "－",
    as_partner: "参加",

    documents_heading: "参考文書",
    documents_lead: |known| {
        format!(
            "{}のうち{}で、仕様書・公募・協定などの文書を確認しています。リンク先は外部サイトで、なくなっていることがあります。",
            cases(known.total),
            cases(known.known)
        )
    },
    documents_link: |count| format!("参考文書がある事例を一覧で見る（{}）", cases(count)),
    no_documents: |kind| match kind {
        SnapshotKind::Compiled => {
            "都道府県が関わる事例の仕様書・公募・協定などの文書は、公開情報で未確認です。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県が関わる事例の仕様書・公募・協定などの文書は、このデータ版にありません。"
        }
    },
    documents_table: "都道府県が関わる事例の文書",
    municipal_documents: "市町村どうしの事例の文書",
    municipal_documents_count: |count| format!("市町村どうしの事例の文書（{}）", cases(count)),
    document: "文書",
    document_kind: "種類",
    published: "公開日",
    site: "リンク先",

    cases_heading: |count, shown| newest_heading("事例：", count, shown),
    all_cases: |count| format!("事例一覧で見る（{}）", cases(count)),
    municipal_heading: |count, shown| newest_heading("参考：市町村どうしの事例", count, shown),
    municipal_lead: "都道府県の関わりを確認できていない、市町村どうしの共同調達です。ほかの数字には含めていません。",
    known_heading: "分かっていること",
    found: |count| format!("{}で確認", cases(count)),
    name_with_cases: |name, count| format!("{name}（{}）", cases(count)),
    participants_known,
    near_heading: |with_domain| {
        if with_domain { "同じ領域のほかの種別" } else { "ほかの種別" }
    },
    near_lead: |with_domain| {
        if with_domain {
            "同じ領域で、都道府県が関わる事例を確認できた種別です。"
        } else {
            "都道府県が関わる事例を確認できた種別です。"
        }
    },
    search: "事例一覧でこのキーワードを探す",

    unknown_heading: "このシステム種別は見つかりません",
    unknown_text: |asked| {
        format!(
            "「{asked}」というシステム種別は、このデータ版にありません。アドレスの誤りか、名前が変わった種別かもしれません。"
        )
    },
    see_all: "システム種別をすべて見る",
};
