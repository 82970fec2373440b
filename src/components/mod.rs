//! Pieces that several pages share.

mod breadcrumb;
mod case_item;
mod content;
mod download;
mod fact;
mod link;
mod loading;
mod notice;
mod pagination;

pub use breadcrumb::Breadcrumb;
pub use case_item::CaseItem;
pub use content::{ContentHeader, ContentPage, Level, blocks};
pub use download::CsvButton;
pub use fact::{Amount, FactText, query_beside};
pub use link::{ExternalLink, RouteLink};
pub use loading::Loading;
pub use notice::Notice;
pub use pagination::Pagination;
