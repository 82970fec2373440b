//! The words of the pages about prefectures.

pub struct PrefectureWords {
    pub title: &'static str,
}
