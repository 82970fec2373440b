//! What surrounds every page: address bar, header, footer, loading and failure, focus and announcement.

mod app;
mod arrival;
mod edition;
mod failure;
mod focus;
mod footer;
mod header;
mod height;
mod navigation;
mod normalize;
pub mod offline;
mod place;
mod reader;
mod steps;
mod swap;
mod theme;
mod title;
mod trail;
mod turns;
mod visit;
#[cfg(feature = "ssr")]
mod written;

pub use app::App;
pub use arrival::Hold;
pub use failure::FailureNotice;
pub use focus::{keep_focus, take_lost_focus};
pub use navigation::{Navigation, use_navigation};
pub use normalize::normalize;
pub use swap::start;
pub use theme::ThemeChoice;
pub use title::set_title;
pub use trail::{Arrival, Trail};
pub use turns::InTurn;
pub use visit::{Visit, use_visit};
#[cfg(feature = "ssr")]
pub use written::written;

use crate::words::{JAPANESE, Words};

/// The words of the interface.
pub fn use_words() -> &'static Words {
    // One language so far; a second one is chosen here, from the query key `lang`.
    &JAPANESE
}
