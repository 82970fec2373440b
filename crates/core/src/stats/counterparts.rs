//! The counterparts of a place for a system type: users nearby, and those not confirmed to be any.

use super::{Certainty, certainty};
use crate::domain::{
    CaseRef, Municipalities, Municipality, MunicipalityCode, Position, PrefectureCode, Scope, Slug, Snapshot,
};
use crate::ordering;

/// The place that looks for counterparts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    Municipality(MunicipalityCode),
    /// All municipalities of a prefecture.
    Prefecture(PrefectureCode),
}

impl Home {
    pub fn prefecture(self) -> PrefectureCode {
        match self {
            Self::Municipality(code) => code.prefecture(),
            Self::Prefecture(code) => code,
        }
    }

    pub fn contains(self, code: MunicipalityCode) -> bool {
        match self {
            Self::Municipality(home) => home == code,
            Self::Prefecture(home) => home == code.prefecture(),
        }
    }
}

/// The counterparts of one place for one system type, across the borders of prefectures.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterparts {
    /// Cases of the type in which a municipality nearby certainly takes part, the nearest first.
    pub with: Vec<CounterpartCase>,
    /// Municipalities nearby that are not confirmed to take part in any case of the type, the nearest first.
    pub without: Vec<CounterpartTown>,
    /// The municipalities of its prefecture in order of code. With each stands how certainly it takes part in a case of the
    /// type; `None` where nothing says that it does or might.
    pub at_home: Vec<(MunicipalityCode, Option<Certainty>)>,
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

    /// Looks around a place. The distance of another municipality is that to the nearest one of the place. `None` for a
    /// place that is not in the table, or where positions are not known.
    pub fn of(snapshot: &Snapshot, municipalities: &Municipalities, home: Home, slug: &Slug) -> Option<Self> {
        let inside = municipalities.of_prefecture(home.prefecture()).filter(|it| home.contains(it.code));
        let offices: Vec<Position> = inside.filter_map(|it| it.office).collect();
        if offices.is_empty() {
            return None;
        }
        let cases: Vec<CaseRef<'_>> =
            snapshot.cases.iter().filter(|case| case.system_type() == slug).collect();
        let distance = |it: Municipality<'_>| {
            let there = it.office?;
            offices.iter().map(|office| office.distance(there)).min_by(f64::total_cmp)
        };
        let mut nearby: Vec<(f64, MunicipalityCode)> = municipalities
            .iter()
            .filter(|it| !home.contains(it.code))
            .filter_map(|it| Some((distance(it)?, it.code)))
            .filter(|(distance, _)| *distance <= f64::from(Self::NEAR))
            .collect();
        ordering::sort_by(&mut nearby, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let at_home = municipalities.of_prefecture(home.prefecture());
        Some(Self {
            with: with(&cases, &nearby),
            without: without(&cases, &nearby),
            at_home: at_home.map(|it| (it.code, best(&cases, it.code))).collect(),
            not_yet_in: not_yet_in(&cases, municipalities, home.prefecture()),
            precedents: precedents(snapshot, slug),
        })
    }
}

/// Tells how certainly a municipality takes part in any of the cases.
fn best(cases: &[CaseRef<'_>], code: MunicipalityCode) -> Option<Certainty> {
    cases.iter().filter_map(|case| certainty(*case, code)).min()
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
        let town = |may_have| CounterpartTown { code, distance, may_have };
        match best(cases, code) {
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
    prefecture: PrefectureCode,
) -> Vec<NotYetIn> {
    let own = cases.iter().filter(|case| {
        case.lead_prefecture() == prefecture
            && case.scope() == Scope::Prefecture
            && case.participants().is_known()
    });
    let found = own.map(|case| NotYetIn {
        row: case.row(),
        towns: municipalities
            .of_prefecture(prefecture)
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
