//! Japanese: the pages about prefectures.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::text::{cases, persons_rounded};

use super::PrefectureWords;

pub(super) static PREFECTURE: PrefectureWords = PrefectureWords {
    list_heading: "都道府県ごとの共同調達状況",
    list_lead: |kind, confirmed| {
        let found = found(kind);
        if confirmed == 47 {
            format!(
                "47都道府県のすべてで、都道府県が関わる共同調達を{found}確認しています。件数の多い少ないは、取組の多い少ないを示しません。"
            )
        } else {
            format!(
                "47都道府県のうち{confirmed}都道府県で、都道府県が関わる共同調達を{found}確認しています。ほかの都道府県では確認できていませんが、取組がないことを示すものではありません。"
            )
        }
    },
    list_order: "並びは都道府県コードの順です。確認できた件数は集めた資料の量にも左右されるため、件数による順位は付けません。",
    list_counting: "事例は、代表団体の都道府県で1回だけ数えます。ほかの都道府県が代表の事例への参加は、別の列に示します。",
    by_region: "地方から選ぶ",
    table: "47都道府県の状況",
    table_lead: |absent| {
        format!(
            "件数を選ぶと、その事例の一覧が開きます。「{absent}」は、事例がないという意味ではありません。"
        )
    },
    led: "都道府県が関わる事例",
    partner: "ほかの都道府県の事例に参加",
    municipal: "市町村どうしの事例",
    systems: "確認できた種別",
    systems_value: |count| format!("{count}種類"),
    municipalities: "市区町村数",
    municipalities_value: |count| format!("{count}団体"),
    population: "人口",
    staff: "市区町村職員数（普通会計）",
    credit: |subject, text| format!("{subject}：{text}"),

    region: |name| format!("{name}地方"),
    heading: |name, count| format!("{name}：{}が関わる共同調達は{}を確認", authority(name), cases(count)),
    heading_unconfirmed: |name, absent| format!("{name}：{}が関わる共同調達は{absent}", authority(name)),
    lead: |kind, count, systems| {
        format!(
            "{}見つかったのは{}で、システム種別は{systems}種類です。これがすべてとは限りません。",
            found(kind),
            cases(count)
        )
    },
    lead_unconfirmed: "公開資料では見つかっていませんが、共同調達を行っていないという意味ではありません。近隣の都道府県で確認できた事例を、先に示します。",
    contents: "このページの後半：[近隣で確認でき、ここで確認できていない種別]、[近隣との比較]、[市区町村ごとの参加]。印刷すると、議会や庁内での説明に使える1枚の要約になります。",
    led_figure: |name| format!("{}が関わる事例", authority(name)),
    led_note: "代表団体の都道府県で数えています。",
    systems_unit: "種類",
    systems_note: |domains| format!("3領域のうち{domains}領域"),
    partner_note: "代表はほかの都道府県です。全国の件数では、代表の都道府県の1件と数えます。",
    municipal_note: "都道府県の関わりを確認できていない事例です。ほかの件数には含みません。",
    municipal_partner: "ほかの都道府県の市町村どうしの事例に参加",
    municipal_partner_note: "代表はほかの都道府県の団体です。ほかの件数には含みません。",
    municipalities_unit: "団体",
    size: |population, staff| match staff {
        Some(staff) => {
            format!("人口{}、職員{}（普通会計）", persons_rounded(population), persons_rounded(staff))
        }
        None => format!("人口{}", persons_rounded(population)),
    },
    cases_heading: "確認できた事例",
    cases_shown: |count| format!("導入時期の新しい{}です。", cases(count)),
    cases_all: |count| format!("{}を一覧で見る", cases(count)),
    cases_table: "領域と種別ごとの件数",
    cases_newest: "導入時期の新しい事例",
    partner_heading: "参加：ほかの都道府県が代表の事例",
    partner_lead: "この都道府県か、その中の市区町村が参加していて、代表はほかの都道府県の団体です。",

    neighbours_heading: "近隣の都道府県",
    on_land: "陸で接する",
    none_on_land: "陸で接する都道府県はありません。",
    by_crossing: "橋・トンネル・海路などで結ばれる",
    crossing: |by| format!("（{by}）"),
    comma: "、",
    nearby_heading: |name| format!("近隣で確認でき、{name}では確認できていない種別"),
    nearby_lead: |systems, name| {
        format!(
            "近隣で確認できた種別のうち{systems}種類は、{name}では都道府県が関わる事例を確認できていません。公開資料で見つかっていないという意味で、行っていないという意味ではありません。近隣で確認できた都道府県の多い順です。"
        )
    },
    nearby_none: |name| {
        format!(
            "近隣で確認できた種別は、国の制度の注記がある種別を除いて、{name}でもすべて確認できています。"
        )
    },
    nearby: "近隣で確認",
    nationwide: "全国で確認",
    nationwide_value: |count| format!("{count}都道府県"),
    evidence_table: |name| format!("{name}では確認できていない種別の、近隣の事例"),
    state: "状況",
    evidence_case: "事例",
    evidence_documents: "参考文書",
    evidence_contact: "担当部署",
    document: |kind| format!("{kind}："),
    takes_part: |count| format!("参加{}", cases(count)),
    notes_heading: "国の制度の注記がある種別",
    notes_lead: "次の種別は国の制度と関わるため、近隣で確認できていても、次に検討する種別としては示しません。",
    noted_table: |name| format!("注記があり、近隣で確認でき、{name}では確認できていない種別"),
    noted: "国の制度の注記",
    note_from: "出典：",
    note_source: |title, publisher| format!("{title}（{publisher}）"),
    comparison_heading: "近隣との比較",
    comparison_lead: |absent| {
        format!(
            "種別ごとに、都道府県での状況と件数を並べています。「参加」は、代表がほかの都道府県の事例です。「{absent}」は、行っていないという意味ではありません。"
        )
    },
    comparison_table: |name| format!("{name}と近隣の都道府県での状況"),
    elsewhere: |systems, absent| format!("ここでも近隣でも{absent}の種別（{systems}種類）"),
    elsewhere_table: "この都道府県と近隣で未確認の種別",

    sheet_heading: |name| format!("{name}での種別ごとの状況"),
    sheet_lead: "かっこの中は、ここでの件数と、全国47都道府県のうち確認できた都道府県の数です。",
    sheet_type: |system, led, partner, nationwide| {
        let mut inside = Vec::new();
        if led > 0 {
            inside.push(cases(led));
        }
        if partner > 0 {
            inside.push(format!("参加{}", cases(partner)));
        }
        if nationwide > 0 {
            inside.push(format!("全国{nationwide}都道府県"));
        }
        format!("{system}（{}）", inside.join("、"))
    },
    not_known_heading: "分かっていないこと",
    not_known_lead: "公開資料で見つかっていないという意味で、行っていない、存在しないという意味ではありません。",
    not_known_types: |absent, types| format!("{absent}の種別（{types}種類）"),
    not_known_cases: |cases| format!("代表の事例{cases}のうち、公開資料で分からないもの"),
    not_known_field: |field, known| format!("{field}：{}", cases(known.unknown())),

    municipalities_heading: |name| format!("{name}の市区町村"),
    taking_part: |taking_part, all| {
        if taking_part == 0 {
            format!("{all}団体のうち、参加が確かなものは公開資料で確認できていません。")
        } else if taking_part == all {
            format!("{all}団体のすべてで、都道府県が関わる事例への参加を確認しています。")
        } else {
            format!("{all}団体のうち、都道府県が関わる事例への参加が確かなのは{taking_part}団体です。")
        }
    },
    taking_part_known: |known| match (known.known, known.unknown()) {
        (0, 0) => "数えられる事例は、公開資料で確認できていません。".to_owned(),
        (known, 0) => format!("数えた事例{}のすべてで、参加する市区町村が分かります。", cases(known)),
        (0, unknown) => {
            format!("数えた事例{}のいずれも、参加する市区町村の名前が分かりません。", cases(unknown))
        }
        (known, unknown) => format!(
            "参加する市区町村が分かる{}で数えました。ほかの{}は、参加する市区町村の名前が分かりません。",
            cases(known),
            cases(unknown)
        ),
    },
    taking_part_absent: |absent| format!("「{absent}」は、参加していないという意味ではありません。"),
    municipality: "市区町村",
    municipality_kind: "区分",
    staff_of_one: "職員数（普通会計）",
    takes_part_in: "参加が確かな事例",
    size_sources: |population, staff| {
        format!("人口は住民基本台帳（{population}）、職員数は{staff}（普通会計）です。")
    },
};

/// Where what is confirmed was found.
fn found(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "公開資料で",
        SnapshotKind::Official => "都道府県への調査で",
        SnapshotKind::Synthetic => "架空のデータで",
    }
}

/// 都, 道, 府 or 県: the last character of the name.
fn authority(name: &str) -> String {
    name.chars().next_back().map(String::from).unwrap_or_default()
}
