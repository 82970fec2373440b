//! The words that other tables have for columns.

use super::super::PARTICIPANTS;

/// Words that other tables have for the columns of the cases.
pub const OTHER_WORDS: [(&str, &[&str]); 27] = [
    ("prefecture_code", &["都道府県", "都道府県名", "都道府県コード", "県名", "府県名", "団体"]),
    ("lead_organization", &["代表団体", "代表団体名", "代表", "幹事団体", "実施主体", "主体", "団体名"]),
    ("lead_kind", &["代表団体の種類", "主体の種類"]),
    ("title", &["事例名", "案件名", "件名", "名称", "名前", "事業名", "調達名"]),
    ("system_type", &["システム種別", "種別", "システム", "システムの種類", "システム名"]),
    ("domain", &["領域", "分野", "部門"]),
    ("form", &["形態", "調達の形態"]),
    ("participants_count", &["参加自治体数", "参加団体数", "団体数", "参加市町村数", "市町村数"]),
    (
        PARTICIPANTS,
        &["参加自治体", "参加自治体名", "参加団体", "参加団体名", "参加市町村", "構成団体", "構成市町村"],
    ),
    ("stated_population", &["人口規模", "人口", "参加自治体の人口"]),
    ("stated_staff", &["職員規模", "職員数", "参加自治体の職員数"]),
    (
        "introduced",
        &[
            "導入時期",
            "導入年月",
            "稼働時期",
            "稼働年月",
            "導入年度",
            "稼働開始",
            "運用開始",
            "開始時期",
            "開始",
        ],
    ),
    ("procurement_method", &["調達方式", "調達方法", "契約方法", "契約方式"]),
    ("vendor", &["事業者", "契約事業者", "事業者名", "受託者", "委託先", "業者", "ベンダー", "契約相手"]),
    ("product", &["製品", "製品名", "サービス名", "パッケージ"]),
    (
        "initial_cost_yen",
        &["初期費用", "初期費用規模", "初期", "導入費用", "構築費用", "イニシャルコスト", "イニシャル"],
    ),
    (
        "annual_cost_yen",
        &["年間運用費", "年間運用費規模", "運用費", "運用", "ランニングコスト", "ランニング", "運用費用"],
    ),
    ("contract_total_yen", &["契約総額", "契約金額", "総額"]),
    ("cost_sharing", &["費用負担", "費用負担の方法", "負担割合", "費用分担"]),
    ("subsidy_used", &["補助金", "補助金の利用", "補助金利用の有無", "補助金の有無", "補助"]),
    ("subsidy_name", &["補助金名", "補助金の名称"]),
    (
        "specification_available",
        &["仕様書", "仕様書の提供", "仕様書提供の可否", "仕様書提供", "仕様書の有無"],
    ),
    ("benefits", &["メリット", "効果", "効果・ねらい", "実感したメリット"]),
    ("background", &["経緯", "背景", "調達の経緯"]),
    ("process", &["プロセス", "調達のプロセス", "進め方"]),
    ("contact_department", &["担当部署", "問い合わせ先", "連絡先", "担当課"]),
    ("status", &["現況", "状況", "ステータス"]),
];

/// Words that other tables have for the columns of the page that tells of a row.
pub const OF_SOURCES: [(&str, &[&str]); 4] = [
    (
        "url",
        &[
            "出典URL",
            "参考URL",
            "情報源URL",
            "URL",
            "リンク",
            "ホームページ",
            "ウェブページ",
            "掲載ページ",
            "出典",
            "参考",
            "アドレス",
        ],
    ),
    ("title", &["出典名", "出典の題名", "資料名", "ページ名", "文書名"]),
    ("publisher", &["発行者", "公表元", "公表者", "掲載元", "情報源"]),
    ("published", &["公表日", "掲載日", "発行日", "公開日"]),
];

/// Words in the heads of amounts and dates that tell what these are, by the column for that.
pub const TELLING: [(&str, &[(&str, &str)]); 2] = [
    (
        "introduced_kind",
        &[("稼働", "稼働開始"), ("運用開始", "稼働開始"), ("契約", "調達"), ("調達", "調達")],
    ),
    (
        "cost_basis",
        &[
            ("予算", "予算・計画額"),
            ("計画", "予算・計画額"),
            ("見積", "予算・計画額"),
            ("契約", "契約額"),
            ("落札", "契約額"),
        ],
    ),
];
