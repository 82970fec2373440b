//! The list of cases.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::{Direction, PerPage, ScopeFilter, Sort, SortKey, THINGS};
use joint_procurement_core::text::{cases, grouped};

pub const HEADING: &str = "事例一覧";

/// The names of the things that cases are ordered by.
pub const THINGS_NAMES: [&str; THINGS] = ["費用", "文書", "担当", "参加団体名", "仕様書"];
pub const THINGS_KNOWN: &str = "分かっていること";

pub fn lead(kind: SnapshotKind, total: usize, with_prefecture: usize) -> String {
    let found = match kind {
        SnapshotKind::Compiled => "公開資料で確認できた共同調達の事例",
        SnapshotKind::Official => "都道府県への調査で回答のあった共同調達の事例",
        SnapshotKind::Synthetic => "架空の事例",
    };
    format!(
        "{found}{}を探せます。まず都道府県が関わる{}を、分かっていること（{}）の多い順に示し、計画は最後です。",
        cases(total),
        cases(with_prefecture),
        THINGS_NAMES.join("・")
    )
}

pub const SEARCHING_TEXTS: &str = "背景と経緯の文章を読み込んでいます。結果が増えることがあります。";
pub const RESULTS: &str = "検索結果";

pub fn range(first: usize, last: usize) -> String {
    format!("{}～{}件目を表示", grouped(first as u64), grouped(last as u64))
}

pub fn result_note(scope: ScopeFilter, shown: usize, of_scope: usize) -> String {
    match scope {
        ScopeFilter::Prefecture => format!("都道府県が関わる事例{}のうち{}", cases(of_scope), cases(shown)),
        ScopeFilter::Municipal => format!("市町村どうしの事例{}のうち{}", cases(of_scope), cases(shown)),
        ScopeFilter::All => format!("すべての事例{}のうち{}", cases(of_scope), cases(shown)),
    }
}

/// Says that much of a list is of one type.
pub fn prevailing(system: &str, count: usize) -> String {
    format!("（うち{}は{system}）", cases(count))
}

/// Begins the list on paper.
pub fn printed_count(count: &str, order: &str) -> String {
    format!("条件に合う事例は{count}です（{order}）。")
}

/// Tells how the page of a case is found by the number beside its name.
pub fn printed_pages(list: &str, id: &str) -> String {
    format!("事例のページは「{list}事例番号/」で開きます（例：{list}{id}/）。")
}

pub const SORT: &str = "並び順";

pub fn sort_name(sort: Sort) -> &'static str {
    let ascending = sort.direction == Direction::Ascending;
    match sort.key {
        SortKey::Known if ascending => "分かっていることの少ない順",
        SortKey::Known => "分かっていることの多い順",
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

pub const PER: &str = "表示件数";

pub fn per_name(per: PerPage) -> String {
    format!("{}件", per.rows())
}

pub const CSV: &str = "CSVで保存";
pub const EMPTY: &str = "条件に合う事例は見つかりませんでした（0件）";
pub const EMPTY_TEXT: &str = "このサイトに集めた事例の中にないという意味で、共同調達がないという意味ではありません。条件を外すか、キーワードを短くしてお試しください。";

/// Says that nothing is known of joining, where no case states it.
pub fn open_unknown(kind: SnapshotKind) -> String {
    format!(
        "ほかの団体が今から参加できるかどうかは、{}では、どの事例についても分かっていません。参加できないという意味ではありません。",
        super::snapshot::public(kind)
    )
}

pub fn without(condition: &str, count: usize) -> String {
    format!("「{condition}」を外す（{}）", cases(count))
}

pub const PAGES: &str = "ページ";
pub const PREVIOUS: &str = "前へ";
pub const NEXT: &str = "次へ";

pub fn page(page: usize) -> String {
    format!("{page}ページ目")
}

pub fn page_of(page: usize, pages: usize) -> String {
    format!("全{pages}ページ中{page}ページ目")
}

pub const FILE_NAME: &str = "共同調達事例一覧";

pub fn found_in(field: &str) -> String {
    format!("{field}に一致")
}

/// The participants where the source says that all of the prefecture take part.
pub const ALL_IN_PREFECTURE: &str = "参加自治体（都道府県内のすべての市区町村）";

/// Writes a participant in all the forms in which it is found.
pub fn in_full(prefecture: &str, name: &str, kana: &str) -> String {
    format!("{prefecture}{name}（{kana}）")
}

/// Says that synonyms of a word are searched for too.
pub fn also(word: &str, others: &[&str]) -> String {
    format!("「{word}」は「{}」でも探しています。", others.join("」「"))
}

pub const VIEW: &str = "表示";
pub const COLUMNS: &str = "表示する項目";
pub const TABLE: &str = "事例の表";

pub fn all_again(count: usize) -> String {
    format!("条件をすべて解除（{}）", cases(count))
}

pub fn any_scope(count: usize) -> String {
    format!("市町村どうしの事例も含める（{}）", cases(count))
}
