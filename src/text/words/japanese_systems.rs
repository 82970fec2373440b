use super::SystemWords;

pub(super) const SYSTEM: SystemWords = SystemWords { title: "システム種別" };
