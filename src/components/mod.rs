//! Pieces that several pages share.

mod breadcrumb;
mod clipboard;
mod comparison;
mod content;
mod download;
pub mod element;
mod link;
mod loading;
mod markup;
mod notice;
mod pagination;
mod town_search;

pub use breadcrumb::breadcrumb;
pub use clipboard::copy_button;
pub use comparison::{comparison_page, focus_comparison};
pub use content::{Level, blocks, case_item, case_item_with, content_page, content_page_with, text};
pub use download::{csv_button, json_button};
pub use link::external_link;
pub use loading::loading;
pub use notice::notice;
pub use pagination::Pagination;
pub use town_search::{TownSearch, town_search_to_cases};
