//! The words around every page.

use joint_procurement_core::routes::Route;

pub const NAME: &str = "自治体システム共同調達ダッシュボード";
pub const NAME_SHORT: &str = "自治体システム共同調達";
pub const NAME_PART: &str = "ダッシュボード";
pub const SKIP: &str = "本文へ移動";
/// The name of the links to the parts of a page.
pub const CONTENTS: &str = "このページの内容";
pub const PRINT_SHEET: &str = "1枚で印刷";
pub const MENU: &str = "メインメニュー";
pub const FOOTER_MENU: &str = "ページ下部のメニュー";
pub const THIS_SITE: &str = "このサイト";
pub const HERE: &str = "現在位置";

/// The label of the page's address, on paper.
pub const PAGE_ADDRESS: &str = "このページのアドレス";
pub const EXTERNAL: &str = "外部サイト";

/// The mark of a source that was found only as a copy on another site.
pub const REHOSTED: &str = "転載";

pub fn page_name(route: &Route) -> &'static str {
    match route {
        Route::Overview => "概要",
        Route::About => "共同調達とは",
        Route::Cases => "事例一覧",
        Route::Case(_) => "事例",
        Route::Compare => "事例の比較",
        Route::Systems | Route::System(_) => "システム種別",
        Route::Prefectures | Route::Prefecture(_) => "都道府県",
        Route::Municipalities | Route::Municipality(_) => "市区町村",
        Route::Figures => "集計表",
        Route::Data => "データ",
        Route::MaintainerGuide => "データを直して公開する",
        Route::Faq => "よくある質問",
        Route::NotFound(_) => "ページが見つかりません",
    }
}
