//! The part of a snapshot that every page needs, checked as a whole.

use std::fmt;

use super::{
    CaseId, CaseTable, Prefecture, PrefectureCode, Prefectures, Slug, SnapshotKind, SnapshotMeta,
    SystemState, SystemType, TableError, Terms,
};

/// The cases of a snapshot with the terms and prefectures they refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub meta: SnapshotMeta,
    pub cases: CaseTable,
    pub terms: Terms,
    pub prefectures: Prefectures,
}

/// The files of a snapshot do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    Table(TableError),
    /// A case is of a type that the terms do not list.
    UnknownSystemType(CaseId),
    /// A case names a benefit that the terms do not list.
    UnknownBenefit(CaseId),
    /// Not all 47 prefectures in order of code.
    Prefectures,
    /// An official snapshot does not tell of all 47 prefectures in order of code whether they answered.
    Answers,
    /// Columns of different lengths, or not in order of code.
    Municipalities,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(error) => error.fmt(f),
            Self::UnknownSystemType(id) => write!(f, "{id}: unknown system type"),
            Self::UnknownBenefit(id) => write!(f, "{id}: unknown benefit"),
            Self::Municipalities => f.write_str("the municipalities are not one a row in order"),
            Self::Answers => f.write_str("who answered the survey is not complete and in order"),
            Self::Prefectures => f.write_str("the prefectures are not complete and in order"),
        }
    }
}

impl std::error::Error for SnapshotError {}

impl Snapshot {
    /// Puts the files together after checking that every reference holds.
    pub fn new(
        meta: SnapshotMeta,
        cases: CaseTable,
        terms: Terms,
        prefectures: Prefectures,
    ) -> Result<Self, SnapshotError> {
        cases.check().map_err(SnapshotError::Table)?;
        if !prefectures.prefectures.iter().map(|prefecture| prefecture.code).eq(PrefectureCode::all()) {
            return Err(SnapshotError::Prefectures);
        }
        let answered = prefectures.answers.iter().map(|answer| answer.prefecture);
        if meta.kind == SnapshotKind::Official && !answered.eq(PrefectureCode::all()) {
            return Err(SnapshotError::Answers);
        }
        for case in cases.every() {
            if terms.system_type(case.system_type()).is_none() {
                return Err(SnapshotError::UnknownSystemType(case.id().clone()));
            }
            let benefits = case.benefits().known().unwrap_or_default();
            if benefits.iter().any(|slug| terms.benefit(slug).is_none()) {
                return Err(SnapshotError::UnknownBenefit(case.id().clone()));
            }
        }
        Ok(Self { meta, cases, terms, prefectures })
    }

    pub fn system_type(&self, slug: &Slug) -> Option<&SystemType> {
        self.terms.system_type(slug)
    }

    /// Gives the Japanese name of a system type; `new` has checked that every case's type has one.
    pub fn system_name<'a>(&'a self, slug: &'a Slug) -> &'a str {
        self.system_type(slug).map_or(slug.as_str(), |system| &system.name)
    }

    pub fn prefecture(&self, code: PrefectureCode) -> Option<&Prefecture> {
        self.prefectures.get(code)
    }

    /// Gives the state of a system type in a prefecture where the snapshot has no case. Only the answer to a survey
    /// may say that there is none.
    pub fn absent(&self, prefecture: PrefectureCode) -> SystemState {
        let answered = self.prefectures.answer(prefecture).is_some_and(|answer| answer.answered);
        match (self.meta.kind, answered) {
            (SnapshotKind::Official, true) => SystemState::None,
            (SnapshotKind::Official, false) => SystemState::NoAnswer,
            (SnapshotKind::Compiled | SnapshotKind::Synthetic, _) => SystemState::Unconfirmed,
        }
    }

    /// Gives the Japanese name of a prefecture.
    pub fn prefecture_name(&self, code: PrefectureCode) -> &str {
        self.prefecture(code).map_or("", |prefecture| &prefecture.name)
    }
}
