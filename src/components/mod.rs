//! Pieces that several pages share.

mod breadcrumb;
mod case_item;
mod content;
mod download;
pub mod element;
mod fact;
mod link;
mod loading;
mod notice;
mod pagination;

pub use breadcrumb::breadcrumb;
pub use case_item::case_item;
pub use content::{Level, blocks, content_page};
pub use download::csv_button;
pub use fact::{amount, fact_text, query_beside};
pub use link::{RouteLink, external_link};
pub use loading::loading;
pub use notice::notice;
pub use pagination::Pagination;
