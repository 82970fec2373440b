//! The counterparts of a municipality for a system type: users nearby, and those not confirmed to be any.

use super::{Certainty, certainty};
use crate::domain::{CaseRef, Municipalities, Municipality, MunicipalityCode, Scope, Slug, Snapshot};
use crate::ordering;

/// The counterparts of one municipality for one system type, across the borders of prefectures.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterparts {
    /// Cases of the type in which a municipality nearby certainly takes part, the nearest first.
    pub with: Vec<CounterpartCase>,
    /// Municipalities nearby that are not confirmed to take part in any case of the type, the nearest first.
    pub without: Vec<CounterpartTown>,
    /// Cases of the type that its own prefecture leads. With each stand the municipalities of the prefecture that are not
    /// among its named participants.
    pub not_yet_in: Vec<NotYetIn>,
    /// Rows of the cases in which municipalities of several prefectures take part. Those of the type come first, then the
    /// order is that of the rows.
    pub precedents: Vec<usize>,
}

/// A case in which municipalities nearby take part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CounterpartCase {
    pub row: usize,
    /// The nearest municipality that certainly takes part.
    pub nearest: MunicipalityCode,
    /// Its distance in kilometres.
    pub distance: f64,
    /// The number of municipalities nearby that certainly take part.
    pub towns: usize,
}

/// A municipality nearby.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CounterpartTown {
    pub code: MunicipalityCode,
    /// Kilometres.
    pub distance: f64,
    /// A flag for one that may take part in a case whose participants are not named.
    pub may_have: bool,
}

/// A case with the municipalities of its prefecture that are not among its named participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotYetIn {
    pub row: usize,
    /// In order of code.
    pub towns: Vec<MunicipalityCode>,
}

impl Counterparts {
    /// The distance of town halls up to which municipalities are near, in kilometres. It is that of a day's visit by car.
    pub const NEAR: u32 = 100;

    /// Looks around a municipality; `None` for a code that no municipality has, or where places are not known.
    pub fn of(
        snapshot: &Snapshot,
        municipalities: &Municipalities,
        code: MunicipalityCode,
        slug: &Slug,
    ) -> Option<Self> {
        let office = municipalities.get(code)?.office?;
        let cases: Vec<CaseRef<'_>> =
            snapshot.cases.iter().filter(|case| case.system_type() == slug).collect();
        let distance = |it: Municipality<'_>| Some(office.distance(it.office?));
        let mut nearby: Vec<(f64, MunicipalityCode)> = municipalities
            .iter()
            .filter(|it| it.code != code)
            .filter_map(|it| Some((distance(it)?, it.code)))
            .filter(|(distance, _)| *distance <= f64::from(Self::NEAR))
            .collect();
        ordering::sort_by(&mut nearby, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        Some(Self {
            with: with(&cases, &nearby),
            without: without(&cases, &nearby),
            not_yet_in: not_yet_in(&cases, municipalities, code),
            precedents: precedents(snapshot, slug),
        })
    }
}

fn with(cases: &[CaseRef<'_>], nearby: &[(f64, MunicipalityCode)]) -> Vec<CounterpartCase> {
    let found = cases.iter().filter_map(|case| {
        let mut there = nearby.iter().filter(|(_, code)| case.certainly_includes(*code));
        let &(distance, nearest) = there.next()?;
        Some(CounterpartCase { row: case.row(), nearest, distance, towns: 1 + there.count() })
    });
    let mut found: Vec<CounterpartCase> = found.collect();
    ordering::sort_by(&mut found, |a, b| a.distance.total_cmp(&b.distance));
    found
}

fn without(cases: &[CaseRef<'_>], nearby: &[(f64, MunicipalityCode)]) -> Vec<CounterpartTown> {
    let towns = nearby.iter().filter_map(|&(distance, code)| {
        let found = cases.iter().filter_map(|case| certainty(*case, code)).min();
        let town = |may_have| CounterpartTown { code, distance, may_have };
        match found {
            None => Some(town(false)),
            Some(Certainty::Possible) => Some(town(true)),
            Some(Certainty::Named | Certainty::WholePrefecture) => None,
        }
    });
    towns.collect()
}

fn not_yet_in(
    cases: &[CaseRef<'_>],
    municipalities: &Municipalities,
    code: MunicipalityCode,
) -> Vec<NotYetIn> {
    let own = cases.iter().filter(|case| {
        case.lead_prefecture() == code.prefecture()
            && case.scope() == Scope::Prefecture
            && case.participants().is_known()
    });
    let found = own.map(|case| NotYetIn {
        row: case.row(),
        towns: municipalities
            .of_prefecture(code.prefecture())
            .map(|it| it.code)
            .filter(|town| !case.certainly_includes(*town))
            .collect(),
    });
    found.filter(|it| !it.towns.is_empty()).collect()
}

/// Lists the cases whose participants are of several prefectures.
fn precedents(snapshot: &Snapshot, slug: &Slug) -> Vec<usize> {
    let crosses = |case: &CaseRef<'_>| {
        let named = case.participants().known().unwrap_or_default();
        !case.partner_prefectures().is_empty()
            || named.iter().any(|code| code.prefecture() != case.lead_prefecture())
    };
    let found = snapshot.cases.iter().filter(|case| case.is_joint() && crosses(case));
    let mut rows: Vec<usize> = found.map(CaseRef::row).collect();
    ordering::sort_by_key(&mut rows, |&row| snapshot.cases.row(row).system_type() != slug);
    rows
}
