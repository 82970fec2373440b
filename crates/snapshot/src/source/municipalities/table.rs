//! The municipalities with what is told of them.

use std::collections::HashSet;

use joint_procurement_core::domain::{
    Municipalities, MunicipalityCode, MunicipalityKind, PrefectureCode, Term,
};

use super::{CODE, COLUMNS};
use crate::problem::Report;
use crate::source::lost::is_like;
use crate::source::row::Row;

/// The municipalities, right or wrong. One with a wrong cell is among them: what refers to it is not wrong.
pub struct MunicipalityTable {
    pub table: Municipalities,
    /// The rows without a code that can be read, which the table lacks.
    pub uncoded: Vec<Uncoded>,
    /// The names that are told, as they are written.
    pub misnamed: Vec<Misnamed>,
    /// The columns that are told, with the prefecture where it is known. A row without a code lacks all.
    wrong: HashSet<(Option<PrefectureCode>, &'static str)>,
    /// The rows of which the kind is told.
    unkind: u64,
}

/// A row of which the code is wrong.
pub struct Uncoded {
    pub prefecture: Option<PrefectureCode>,
    pub name: String,
}

/// A row of which the name is wrong.
pub struct Misnamed {
    pub code: MunicipalityCode,
    pub written: String,
    /// The kind, where it is known.
    pub kind: Option<MunicipalityKind>,
}

impl MunicipalityTable {
    pub fn new(table: Municipalities) -> Self {
        Self { table, uncoded: Vec::new(), misnamed: Vec::new(), wrong: HashSet::new(), unkind: 0 }
    }

    /// Takes note that a column is wrong in all rows.
    pub fn doubt_column(&mut self, column: &'static str) {
        self.wrong.insert((None, column));
    }

    /// Tells if a column is right in all rows of a prefecture, or in all rows there are.
    pub fn is_sure(&self, prefecture: Option<PrefectureCode>, column: &str) -> bool {
        let concerns =
            |of: &Option<PrefectureCode>| prefecture.is_none() || of.is_none() || *of == prefecture;
        !self.wrong.iter().any(|(of, wrong)| concerns(of) && (*wrong == column || *wrong == CODE))
    }

    /// Tells if a name may be that of a row in these prefectures with a wrong code or name.
    pub fn may_be(&self, name: &str, within: &[PrefectureCode]) -> bool {
        let is_within = |prefecture: Option<PrefectureCode>| prefecture.is_none_or(|it| within.contains(&it));
        self.uncoded
            .iter()
            .any(|row| is_within(row.prefecture) && !row.name.is_empty() && name.ends_with(&row.name))
            || self.misnamed.iter().filter(|row| is_within(Some(row.code.prefecture()))).any(|row| {
                is_like(&row.written, name) || row.kind.is_none_or(|kind| name.ends_with(suffix(kind)))
            })
    }

    /// Counts the rows of which the kind may be another, or which the table lacks.
    pub fn without_kind(&self) -> u64 {
        self.uncoded.len() as u64 + self.unkind
    }

    /// Takes note of what is told of a row.
    pub fn doubt(&mut self, row: &Row<'_>, names: &[String], is_broken: bool, report: &Report) {
        let named = || {
            PrefectureCode::all()
                .find(|it| names.get(it.index()).is_some_and(|name| name == row.cell("prefecture")))
        };
        let code: Option<MunicipalityCode> = row.cell(CODE).parse().ok();
        let prefecture = code.map(MunicipalityCode::prefecture).or_else(named);
        let is_wrong = |column: &str| is_broken || report.is_wrong(row.place, column);
        self.wrong.extend(COLUMNS.iter().filter(|it| is_wrong(it)).map(|column| (prefecture, *column)));
        self.unkind += u64::from(is_wrong("kind"));
        let name = row.cell("name").to_owned();
        match code {
            Some(code) if !is_wrong(CODE) => {
                if is_wrong("name") {
                    let kind = MunicipalityKind::from_ja(row.cell("kind"));
                    self.misnamed.push(Misnamed { code, written: name, kind });
                }
            }
            _ => self.uncoded.push(Uncoded { prefecture, name }),
        }
    }
}

/// Gives the end of the names of a kind.
pub fn suffix(kind: MunicipalityKind) -> &'static str {
    if kind == MunicipalityKind::SpecialWard { "区" } else { kind.ja() }
}
