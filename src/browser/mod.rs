//! The features of the platform that are used, each in one module.

mod focus;
mod normalize;
mod task;

pub use focus::{keep_focus, take_lost_focus};
pub use normalize::normalize;
pub use task::next_task;
