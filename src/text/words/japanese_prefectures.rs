use super::PrefectureWords;

pub(super) const PREFECTURE: PrefectureWords = PrefectureWords { title: "都道府県" };
