//! Japanese: lists and tables.

use joint_procurement_core::domain::{SnapshotKind, Term, YenRange};
use joint_procurement_core::query::{Answer, Direction, Range, ScopeFilter, Sort, SortKey};
use joint_procurement_core::text::{cases, grouped, yen};

use super::{ListWords, TableWords};

pub(super) const LIST: ListWords = ListWords {
    heading: "事例一覧",
    lead: |kind, total, with_prefecture| {
        let found = match kind {
            SnapshotKind::Compiled => "公開資料で確認できた共同調達の事例",
            SnapshotKind::Official => "都道府県への調査で回答のあった共同調達の事例",
            SnapshotKind::Synthetic => "架空の事例",
        };
        format!(
            "{found}{}を、条件で絞り込み、並べ替えて探せます。はじめは都道府県が関わる{}を表示しています。",
            cases(total),
            cases(with_prefecture)
        )
    },
    filter: "絞り込み",
    filter_label: "事例の絞り込み",
    filters_set: |count| format!("条件{count}個"),
    search: "キーワード",
    search_hint: "事例名・団体・参加自治体・製品・経緯などから探します。空白で区切ると、すべてのキーワードを含む事例を探します。",
    search_button: "探す",
    searching_texts: "背景と経緯の文章を読み込んでいます。結果が増えることがあります。",
    scope: "対象",
    scope_name: |scope| match scope {
        ScopeFilter::Prefecture => "都道府県が関わる事例",
        ScopeFilter::Municipal => "市町村どうしの事例",
        ScopeFilter::All => "すべて",
    },
    domain: "領域",
    system: "システム種別",
    prefecture: "都道府県",
    subsidy: "補助金",
    subsidy_answer: |answer| match answer {
        Answer::Yes => "利用あり",
        Answer::No => "利用なし",
        Answer::Unknown => "未確認",
    },
    specification: "仕様書の提供",
    specification_answer: |answer| match answer {
        Answer::Yes => "提供あり",
        Answer::No => "提供なし",
        Answer::Unknown => "未確認",
    },
    status: "現況",
    status_name: Term::ja,
    region: "地方",
    lead_kind: "代表団体の種類",
    benefit: "効果・ねらい",
    has: "分かること",
    vendor: "事業者",
    product: "製品・サービス",
    members: "参加自治体数",
    population: "人口規模",
    staff: "職員規模",
    initial: "初期費用",
    annual: "年間運用費",
    year: "導入年",
    partner: "参加する都道府県",
    participant: "参加自治体",
    end: "契約終了",
    count_range: |range, unit| numbers(range, unit),
    year_range: |range| match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => format!("{min}年"),
        (Some(min), Some(max)) => format!("{min}年～{max}年"),
        (Some(min), None) => format!("{min}年以降"),
        (None, Some(max)) => format!("{max}年以前"),
        (None, None) => String::new(),
    },
    yen_range: |range| {
        let said = |amount: u64| yen(YenRange::exact(amount));
        match (range.min(), range.max()) {
            (Some(min), Some(max)) if min == max => said(min),
            (Some(min), Some(max)) => format!("{}～{}", said(min), said(max)),
            (Some(min), None) => format!("{}以上", said(min)),
            (None, Some(max)) => format!("{}以下", said(max)),
            (None, None) => String::new(),
        }
    },
    filter_by: "条件：",
    active: "いまの条件",
    remove: "条件を外す：",
    clear: "条件をすべて解除",
    chip: |condition, value| format!("{condition}：{value}"),
    results: "検索結果",
    range: |first, last| format!("{}～{}件目を表示", grouped(first as u64), grouped(last as u64)),
    result_note: |scope, shown, of_scope| match scope {
        ScopeFilter::Prefecture => format!("都道府県が関わる事例{}のうち{}", cases(of_scope), cases(shown)),
        ScopeFilter::Municipal => format!("市町村どうしの事例{}のうち{}", cases(of_scope), cases(shown)),
        ScopeFilter::All => format!("すべての事例{}のうち{}", cases(of_scope), cases(shown)),
    },
    sort: "並び順",
    sort_name,
    per: "表示件数",
    per_name: |per| format!("{}件", per.rows()),
    csv: "CSVで保存",
    empty: "条件に合う事例は見つかりませんでした（0件）",
    empty_text: "このサイトに集めた事例の中にないという意味で、共同調達がないという意味ではありません。条件を外すか、キーワードを短くしてお試しください。",
    without: |condition, count| format!("「{condition}」を外す（{}）", cases(count)),
    pages: "ページ",
    previous: "前へ",
    next: "次へ",
    page: |page| format!("{page}ページ目"),
    page_of: |page, pages| format!("全{pages}ページ中{page}ページ目"),
    file_name: "共同調達事例一覧",
    csv_columns: [
        "事例番号",
        "事例名",
        "領域",
        "システム種別",
        "代表団体の都道府県",
        "代表団体",
        "代表団体の種類",
        "都道府県の関わり",
        "参加自治体数",
        "人口規模（人）",
        "職員規模（人）",
        "導入時期",
        "導入時期の種類",
        "現況",
        "初期費用の下限（円）",
        "初期費用の上限（円）",
        "年間運用費の下限（円）",
        "年間運用費の上限（円）",
        "契約総額の下限（円）",
        "契約総額の上限（円）",
        "契約年数（年）",
        "金額の根拠",
        "補助金の利用",
        "仕様書の提供",
        "調達方式",
        "事業者",
        "製品・サービス",
        "契約終了",
        "効果・ねらい",
        "参考文書",
        "データ版",
    ],
};

pub(super) const TABLE: TableWords = TableWords {
    show: "表で見る",
    csv: "CSVで保存",
    chart_loading: "図を読み込んでいます…",
    chart_failed: "図を表示できません。同じ数値を下の表でご覧ください。",
    more: "保存・共有",
    save_svg: "図をSVGで保存",
    save_png: "図をPNGで保存",
    save_failed: "図を保存できませんでした。もう一度お試しください。",
    all_data: "すべてのデータを見る（データのページ）",
    no_rows: "表示できる値がありません。",
    municipality: "参加自治体",
    municipality_code: "団体コード",
    prefecture: "都道府県",
    population: "人口",
    staff: "職員数",
    total: "合計",
    field: "項目",
    value: "内容",
};

fn numbers(range: Range, unit: &str) -> String {
    match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => format!("{}{unit}", grouped(min)),
        (Some(min), Some(max)) => format!("{}～{}{unit}", grouped(min), grouped(max)),
        (Some(min), None) => format!("{}{unit}以上", grouped(min)),
        (None, Some(max)) => format!("{}{unit}以下", grouped(max)),
        (None, None) => String::new(),
    }
}

fn sort_name(sort: Sort) -> &'static str {
    let ascending = sort.direction == Direction::Ascending;
    match sort.key {
        SortKey::Introduced if ascending => "導入時期の古い順",
        SortKey::Introduced => "導入時期の新しい順",
        SortKey::Members if ascending => "参加自治体の少ない順",
        SortKey::Members => "参加自治体の多い順",
        SortKey::Pop if ascending => "人口規模の小さい順",
        SortKey::Pop => "人口規模の大きい順",
        SortKey::Staff if ascending => "職員規模の小さい順",
        SortKey::Staff => "職員規模の大きい順",
        SortKey::Initial if ascending => "初期費用の安い順",
        SortKey::Initial => "初期費用の高い順",
        SortKey::Annual if ascending => "年間運用費の安い順",
        SortKey::Annual => "年間運用費の高い順",
        SortKey::Pref if ascending => "都道府県順",
        SortKey::Pref => "都道府県の逆順",
        SortKey::System if ascending => "システム種別順",
        SortKey::System => "システム種別の逆順",
        SortKey::Title if ascending => "事例名順",
        SortKey::Title => "事例名の逆順",
        SortKey::Near if ascending => "規模の近い順",
        SortKey::Near => "規模の遠い順",
    }
}
