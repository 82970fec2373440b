//! The words of the pages about the data.

pub struct DataWords {
    pub title: &'static str,
}
