use super::DataWords;

pub(super) const DATA: DataWords = DataWords { title: "データ" };
