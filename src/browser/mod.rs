//! What the platform offers, each part of it in one module.

mod focus;
mod normalize;
mod task;

pub use focus::{keep_focus, take_lost_focus};
pub use normalize::normalize;
pub use task::next_task;
