//! The features of the platform that are used, each in one module.

mod focus;
mod normalize;
mod scroll;
mod task;

pub use focus::{focus_in_place, keep_focus, take_lost_focus};
pub use normalize::normalize;
pub use scroll::has_scrolled;
pub use task::next_task;
