//! The frame of every page: header, footer, loading and failure, the swap with the page that was sent, arrival.

mod arrival;
mod edition;
mod embed;
mod failure;
mod footer;
mod header;
mod reader;
mod site;
mod swap;
mod theme;
mod update_bar;
#[cfg(feature = "ssr")]
mod written;

pub use site::App;
pub use swap::start;
#[cfg(feature = "ssr")]
pub use written::written;
