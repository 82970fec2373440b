use joint_procurement_core::domain::{SnapshotKind, YenRange};
use joint_procurement_core::stats::YearCounts;
use joint_procurement_core::text::{cases, grouped, yen};

use super::OverviewWords;

pub(super) const OVERVIEW: OverviewWords = OverviewWords {
    heading: |cases_count, prefectures| {
        format!("都道府県が関わる共同調達は{}、{prefectures}都道府県で確認", cases(cases_count))
    },
    lead: |kind| match kind {
        SnapshotKind::Compiled => {
            "複数の自治体が一つの仕様書で一つの事業者から情報システムを調達する「共同調達」の事例を、公開資料から集めて示しています。国の調査の結果ではなく、すべてを集めたものでもありません。件数の多い少ないは、取組の多い少ないを示しません。"
        }
        SnapshotKind::Official => {
            "複数の自治体が一つの仕様書で一つの事業者から情報システムを調達する「共同調達」の事例のうち、都道府県への調査で回答のあったものを示しています。"
        }
        SnapshotKind::Synthetic => "動作を確かめるための架空の事例です。実際の共同調達を表しません。",
    },
    scope_note: "数えているのは、都道府県が代表・参加・事務局などで関わる事例です。",
    key_figures: "主な数字",
    cases: "都道府県が関わる事例",
    municipal_cases: |count| format!("市町村どうしの事例 {}", cases(count)),
    prefectures: "事例を確認できた都道府県",
    prefectures_unit: "都道府県",
    prefectures_note: |count| match count {
        47 => "47都道府県のすべてです。代表団体の都道府県で数えています。".to_owned(),
        _ => format!("47都道府県のうち{count}都道府県です。代表団体の都道府県で数えています。"),
    },
    participants: "参加自治体（延べ）",
    participants_unit: "団体",
    participants_note: |known| {
        format!("{}のうち、数が分かる{}の合計です。", cases(known.total), cases(known.known))
    },
    costs: "費用が分かる事例",
    costs_note: |known, not_budget| {
        let of = format!("{}のうち{}です。", cases(known.total), cases(known.known));
        match known.known - not_budget {
            0 => of,
            budgets if not_budget == 0 => format!("{of}{}とも予算・計画額だけです。", cases(budgets)),
            budgets => {
                format!(
                    "{of}契約額か公表額が分かるのは{}、予算・計画額だけが分かるのは{}です。",
                    cases(not_budget),
                    cases(budgets)
                )
            }
        }
    },
    documents: "参考文書がある事例",
    documents_note: |known| {
        format!(
            "{}のうち{}です。仕様書・公募・協定・負担割合などの文書です。",
            cases(known.total),
            cases(known.known)
        )
    },
    domains: "領域とシステム種別",
    domains_lead: "件数を選ぶと、その事例の一覧が開きます。2件以上ある種別を並べ、1件だけの種別と種別がはっきりしない事例は「その他」にまとめています。",
    others: |count| format!("その他 {}", cases(count)),
    others_hint: "1件だけの種別など",
    years_heading: |years| match years.peak() {
        Some(peak) => format!("確認できた導入は{}年が{}で最も多い", peak.year, cases(peak.cases)),
        None => "確認できた導入年はありません".to_owned(),
    },
    years_reading,
    years_chart: |years| match (years.years.first(), years.years.last()) {
        (Some(first), Some(last)) => {
            format!("{}年から{}年までの導入件数の棒グラフ。数値は下の表にあります。", first.year, last.year)
        }
        _ => "導入件数の棒グラフ".to_owned(),
    },
    years_caption: |known| match known.unknown() {
        0 => "縦軸は件数（件）。計画中の事例は含みません。".to_owned(),
        unknown => {
            format!("縦軸は件数（件）。導入年を確認できない{}と計画中の事例は含みません。", cases(unknown))
        }
    },
    year: "導入年",
    year_value: |year| format!("{year}年"),
    count: "件数",
    see_list: "事例一覧で探す",
    see_systems: "システム種別をすべて見る",
    newest: "導入時期の新しい事例",
    system_table: "領域とシステム種別ごとの件数",
    prefecture_list: "都道府県ごとの事例",
    prefecture_list_lead: |kind| match kind {
        SnapshotKind::Compiled => {
            "代表団体の都道府県で数えています。公開情報で未確認の都道府県にも、事例があるかもしれません。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => "代表団体の都道府県で数えています。",
    },
    all_prefectures: "都道府県をすべて見る",
    money: "費用と効果額で分かっていること",
    money_lead: |costs, total| {
        format!(
            "{}のうち、年間運用費が分かるのは{}、初期費用が分かるのは{}だけです。中央値は、分かる事例だけのもので、予算・計画額を除いています。",
            cases(total),
            cases(costs.annual.known.known),
            cases(costs.initial.known.known),
        )
    },
    money_table: "費用の種類ごとの中央値と範囲",
    money_kind: "費用",
    money_known: "分かる事例",
    money_median: "中央値",
    money_range: "最小～最大",
    money_budgets: "除いた予算・計画額",
    money_range_value: |smallest, largest| {
        format!("{}～{}", yen(YenRange::exact(smallest)), yen(YenRange::exact(largest)))
    },
    money_more: "費用が分かる事例を見る",
    savings_reading: |stated| {
        format!(
            "効果額（費用の削減額や割合。見込を含みます）が資料に書かれている事例は、{}のうち{}です。対象や期間がそれぞれ違うため、合計はしません。",
            cases(stated.total),
            cases(stated.known),
        )
    },
    savings_more: "効果額が分かる事例を見る",
};

fn years_reading(years: &YearCounts) -> String {
    let known = years.confirmed;
    match (years.years.first(), years.years.last()) {
        (Some(first), Some(last)) => format!(
            "{}のうち、導入年を公開資料で確認できたのは{}（{}年から{}年まで）。調達の年と稼働を始めた年の両方があります。",
            cases(known.total),
            cases(known.known),
            first.year,
            last.year,
        ),
        _ => format!("{}のいずれも、導入年を確認できていません。", grouped(known.total as u64)),
    }
}
