//! The texts of the pages that explain. A maintainer writes them in Markdown (`prose/` at the root); the build of the
//! application reads and checks them, and gives the browser the values below, without any Markdown.

mod names;
mod page;

#[cfg(not(target_arch = "wasm32"))]
pub mod markdown;

pub use names::{Kind, Place, Run, State, Value};
pub use page::{Block, Definition, Item, Line, Page, Picture, Piece, Section, Table, Test, To, When};
