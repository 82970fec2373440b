//! The features of the platform that are used, each in one module.

mod areas;
mod canvas;
mod clipboard;
mod clock;
mod embed;
mod focus;
mod follow;
pub mod history;
mod input_method;
mod media;
mod normalize;
mod observe;
mod print;
mod reading;
mod save;
mod scroll;
mod storage;
mod task;

pub use areas::mark_areas;
pub use canvas::svg_to_png;
pub use clipboard::copy;
pub use clock::today;
pub use embed::{embed_card, embedded_card};
pub use focus::{focus_in_place, keep_focus, show_focus, show_part, take_lost_focus};
pub use follow::follow;
pub use input_method::composing;
pub use media::matches_media;
pub use normalize::normalize;
pub use observe::{InView, Resizes};
pub use print::{on_printing, open_closed, print_sheet};
pub use reading::part_read;
pub use save::{save_blob, save_file};
pub use scroll::{has_scrolled, scroll_into_view};
pub use storage::Stored;
pub use task::next_task;
