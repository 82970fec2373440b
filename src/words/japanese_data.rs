use joint_procurement_core::domain::{FileEntry, FileRole, SnapshotKind};
use joint_procurement_core::text::{cases, grouped};

use super::DataWords;

pub(super) static DATA: DataWords = DataWords {
    heading: "データの内容・定義・ダウンロード",
    lead: |kind, as_of, count| match kind {
        SnapshotKind::Compiled => format!(
            "公開資料から集めた共同調達の事例{}を、{as_of}の時点でまとめたデータです。国の調査ではなく、すべての事例を集めたものでもありません。",
            cases(count)
        ),
        SnapshotKind::Official => {
            format!(
                "都道府県への調査で回答のあった共同調達の事例{}を、{as_of}の時点でまとめたデータです。",
                cases(count)
            )
        }
        SnapshotKind::Synthetic => format!("動作を確かめるための架空のデータ{}です。", cases(count)),
    },
    about: "このデータ版",
    snapshot: "データ版",
    cases: "事例の数",
    between: "、",
    updates: "更新の予定",
    not_set: "未設定",
    coverage: "含むもの・含まないもの",
    coverage_list: |kind| match kind {
        SnapshotKind::Compiled | SnapshotKind::Synthetic => &[
            "含むもの：複数の自治体が情報システムを共同で調達・利用した事例で、自治体や国、事業者などの公開資料で確認できたもの。事例ごとに出典を示しています。",
            "件数・一覧・図は、都道府県が代表・参加・事務局・オブザーバーのどれかで関わる事例を数えます。市町村どうしの事例は参考として別に数え、一覧の「対象」で切り替えられます。",
            "含まないもの：公開資料で確認できなかった事例。見つからないことは、行っていないことを意味しません。都道府県を件数で順位づけることもしません。",
            "項目の値は資料に書かれたとおりで、推計していません。人口規模と職員規模は、参加自治体の名前が分かる事例などで足し上げています。1年あたりや人口千人あたりの額には、このサイトで計算したことを添えています。",
        ],
        SnapshotKind::Official => &[
            "含むもの：都道府県が回答した共同調達の事例。",
            "含まないもの：回答のなかった事例、掲載を望まない事例、都道府県が関わらない事例、対象期間の外の事例。これらは数値にも入りません。",
        ],
    },
    definitions: "用語の定義",
    definition_list: definitions,
    reasons: "分からない理由",
    reasons_text: |reasons| {
        format!(
            "理由が分かる場合は、そのとおりに示します（{reasons}）。分からないものを0や「なし」として数えることはありません。"
        )
    },
    fill: "項目ごとの判明状況",
    fill_lead: "どの項目も、分かる事例は一部です。図や中央値は、分かる事例だけから計算しています。",
    fill_caption: |count| format!("都道府県が関わる{}のうち、値が分かる事例", cases(count)),
    fill_known: "分かる事例",
    fill_percent: "割合",
    fill_unknown: "分からない事例",
    fill_reasons: "分からない理由（分かるもの）",
    fill_no_reason: "理由の記録なし",
    fill_complete: "－",
    files: "ダウンロード",
    files_lead: "名前を選ぶとダウンロードできます。SHA-256 は、ファイルが公開したものと同じかを確かめるための値です。",
    file: "ファイル",
    file_content: "内容",
    file_size: "大きさ",
    file_checksum: "SHA-256",
    file_role,
    snapshot_files: "公開データ（JSON）",
    more_snapshot_files: "詳細と地図のファイル（JSON）",
    source_files: "もとの表（CSV など）",
    more_source_files: "もとの地図（TopoJSON）",
    schemas: "データの形式（JSON Schema）：",
    schema: |name| {
        let of = match name {
            "catalog" => "データの目録",
            "cases" => "事例の表",
            "details" => "事例の長い文章・文書・出典",
            "errata" => "正誤情報",
            "map" => "地図",
            "municipalities" => "市区町村",
            "prefectures" => "都道府県",
            "terms" => "システム種別などの用語",
            other => return other.to_owned(),
        };
        format!("{of}（{name}）")
    },
    bytes: |bytes| match bytes {
        0..1000 => format!("{bytes}バイト"),
        _ => format!("{}.{} kB", grouped(bytes / 1000), bytes % 1000 / 100),
    },
    snapshots: "公開しているデータ版：",
    errata: "正誤情報",
    errata_lead: "公開した後に直した内容です。新しい順に並べています。",
    errata_columns: ["訂正日", "事例", "項目", "誤", "正", "理由"],
    no_errata: |published_at| format!("これまでに訂正したものはありません（{published_at}の公開から）。"),
    errata_general: "全体",
    errata_nothing: "記載なし",
    errata_source: "出典",
    credits: "出典とライセンスの表示",
    contact: "問い合わせ先",
    contact_cases: "事例の内容は、各事例のページにある担当部署や出典の発行元にお尋ねください。データの誤りは、このサイトの運営者にお知らせください。",
    contact_cases_only: "誤りの連絡先は、まだ決まっていません。事例の内容は、出典の発行元か代表団体にお尋ねください。",
    maintainer: "このサイトの運営者",
    original_offices: &[
        ("内閣官房 デジタル行財政改革会議事務局", "03-5253-2111"),
        (
            "総務省 自治行政局 地域DX推進室",
            "03-5253-5111、gyousei_dx_atmark_soumu.go.jp（「_atmark_」を「@」に替えてください）",
        ),
    ],
    original_note: "上の二つの部署は国のダッシュボードの問い合わせ先で、このサイトの運営者ではありません。",
    original: "国のダッシュボード（総務省）",
    original_url: "https://www.soumu.go.jp/denshijiti/kyoudou_dashboard.html",
};

fn definitions(kind: SnapshotKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        SnapshotKind::Compiled | SnapshotKind::Synthetic => &COMPILED,
        SnapshotKind::Official => &COMMON,
    }
}

const COMMON: [(&str, &str); 13] = [
    (
        "共同調達",
        "参加する団体が合意した一つの仕様書に基づいて、一つの事業者から調達すること。共同利用も含みます。",
    ),
    ("領域", "総務部門・事業部門・ツールの三つ。システム種別ではなく、事例ごとに決まります。"),
    ("その他", "全国で1件だけのシステム種別と、種別がはっきりしない事例を、まとめて示す欄です。"),
    (
        "参加自治体数",
        "参加する市区町村の数。都道府県や一部事務組合は数えません。資料に書かれた数で、現在の市区町村数を上回ることがあります。",
    ),
    ("延べ", "事例ごとの数の合計。複数の事例に参加する自治体は、その数だけ数えています。"),
    (
        "人口規模",
        "参加する市区町村の人口の合計。住民基本台帳（2022年1月1日現在）により、10万人以上は万人未満を切り捨てて示します。",
    ),
    (
        "職員規模",
        "参加する市区町村の職員数の合計。令和5年度の市町村決算カードの普通会計の職員数で、国のダッシュボードが使う調査とは異なります。",
    ),
    (
        "都道府県の件数",
        "代表団体の都道府県で数えます。都道府県をまたぐ事例は全国で1件と数え、ほかの都道府県では「参加」と示します。",
    ),
    (
        "導入時期",
        "資料で確認できた年や月。調達の時期のものと稼働開始の時期のものがあり、どちらかを添えて示します。計画中の事例は導入年に数えません。",
    ),
    (
        "金額の根拠",
        "契約額、公表額（根拠の書かれていない額）、予算・計画額の三つ。中央値は予算・計画額を除いて計算します。金額に幅がある場合は、下限の中央値と上限の中央値の平均です。",
    ),
    ("効果額", "資料に書かれた、費用の削減額や割合。実績と見込があり、対象や期間が違うため合計しません。"),
    ("参考文書", "仕様書、要求事項、公募・入札公告、RFI、協定・規約、負担割合、手引き・報告書。"),
    (
        "都道府県での状況",
        "稼働中・調達済・実施（現況不明）・計画・終了のうち、都道府県が関わる事例が当てはまる最初のもの。市町村どうしの事例だけなら「市町村どうしのみ」と示します。",
    ),
];

const COMPILED: [(&str, &str); 15] = {
    let mut all = [("", ""); 15];
    let mut place = 0;
    while place < COMMON.len() {
        all[place] = COMMON[place];
        place += 1;
    }
    all[13] = (
        "公開情報で未確認",
        "公開資料で確認できなかったこと。「実施していない」「ない」という意味ではありません。",
    );
    all[14] = ("効果・ねらい", "資料に書かれた効果とねらい。職員への調査で答えられたものではありません。");
    all
};

fn file_role(entry: &FileEntry) -> &'static str {
    let name = entry.path.rsplit('/').next().unwrap_or_default();
    if entry.path.starts_with("source/") {
        return match name {
            "cases.jsonl" => "事例（1行に1件）",
            "municipalities.csv" => "市区町村の人口・職員数",
            "prefectures.csv" => "都道府県と隣接",
            "system_types.csv" => "システム種別",
            "domains.csv" => "領域",
            "benefits.csv" => "効果・ねらいの種類",
            "lead_kinds.csv" => "代表団体の種類",
            "regions.csv" => "地方",
            "policy_notes.csv" => "制度の注記",
            "errata.csv" => "正誤情報",
            "snapshot.toml" => "データ版の設定",
            "README.md" => "表の説明（英語）",
            _ => "地図",
        };
    }
    match entry.role() {
        Some(FileRole::Cases) => "事例の表",
        Some(FileRole::Terms) => "システム種別などの用語",
        Some(FileRole::Prefectures) => "都道府県",
        Some(FileRole::Municipalities) => "市区町村",
        Some(FileRole::Errata) => "正誤情報",
        Some(FileRole::Details(_)) => "事例の長い文章・文書・出典",
        Some(FileRole::MapOfJapan | FileRole::MapOf(_)) => "地図",
        None => "",
    }
}
