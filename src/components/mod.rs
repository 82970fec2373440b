//! Pieces that several pages share.

mod breadcrumb;
mod content;
mod download;
mod link;
mod loading;
mod notice;
mod pagination;

pub use breadcrumb::Breadcrumb;
pub use content::{ContentHeader, ContentPage, Level, blocks, case_item};
pub use download::CsvButton;
pub use link::{ExternalLink, RouteLink};
pub use loading::Loading;
pub use notice::Notice;
pub use pagination::Pagination;
