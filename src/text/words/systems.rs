//! The words of the pages about system types.

pub struct SystemWords {
    pub title: &'static str,
}
