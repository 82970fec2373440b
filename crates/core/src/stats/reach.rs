//! The number of a prefecture's municipalities that take part.

use super::KnownCount;
use crate::domain::{CaseRef, Fact, MunicipalityCode, PrefectureCode, Snapshot, Status};
use crate::ordering;
use crate::query::Selection;

/// The prefectures of which it is known how many municipalities take part in the running cases of a
/// selection. Cases that are only planned, or have ended, are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// In order of code.
    pub prefectures: Vec<PrefectureReach>,
}

/// The number of municipalities of one prefecture that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrefectureReach {
    pub prefecture: PrefectureCode,
    /// Today's municipalities.
    pub municipalities: usize,
    pub taking_part: TakingPart,
}

/// The number of municipalities that take part, by what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakingPart {
    /// Different municipalities that take part for certain: named, or as all of today's.
    Certain(usize),
    /// The largest number that a case states without saying who. Two such numbers are never added up: both
    /// may count the same municipality.
    Stated(usize),
}

impl Reach {
    pub fn of(snapshot: &Snapshot, cases: &Selection<'_>) -> Self {
        let running: Vec<CaseRef<'_>> = cases.iter().filter(|case| runs(*case)).collect();
        let reach = |prefecture| {
            let municipalities = snapshot.prefecture(prefecture)?.municipalities as usize;
            let taking_part = TakingPart::of(&running, prefecture, municipalities)?;
            Some(PrefectureReach { prefecture, municipalities, taking_part })
        };
        Self { prefectures: PrefectureCode::all().filter_map(reach).collect() }
    }

    /// Counts the municipalities that take part, among those of these prefectures together.
    pub fn together(&self) -> KnownCount {
        KnownCount {
            known: self.prefectures.iter().map(|it| it.share().known).sum(),
            total: self.prefectures.iter().map(|it| it.municipalities).sum(),
        }
    }
}

impl PrefectureReach {
    /// Gives the share that takes part, never more than today's municipalities, of which there were more
    /// before mergers.
    pub fn share(self) -> KnownCount {
        let (TakingPart::Certain(count) | TakingPart::Stated(count)) = self.taking_part;
        KnownCount { known: count.min(self.municipalities), total: self.municipalities }
    }

    /// Tells if a source counts more than today's municipalities.
    pub fn is_capped(self) -> bool {
        matches!(self.taking_part, TakingPart::Stated(count) if count > self.municipalities)
    }
}

impl TakingPart {
    /// Gives the larger of what is certain and what is stated; `None` where neither is known.
    fn of(cases: &[CaseRef<'_>], prefecture: PrefectureCode, municipalities: usize) -> Option<Self> {
        let leads = |case: &&CaseRef<'_>| case.lead_prefecture() == prefecture;
        if cases.iter().filter(leads).any(|case| case.includes_all_in_prefecture()) {
            return Some(Self::Certain(municipalities));
        }
        let named = cases.iter().filter_map(|case| case.participants().known()).flatten();
        let mut named: Vec<MunicipalityCode> =
            named.copied().filter(|code| code.prefecture() == prefecture).collect();
        ordering::sort(&mut named);
        named.dedup();
        let stated = cases.iter().filter(leads).filter_map(|case| stated(*case)).max();
        match (named.len(), stated) {
            (0, None | Some(0)) => None,
            (named, Some(stated)) if stated > named => Some(Self::Stated(stated)),
            (named, _) => Some(Self::Certain(named)),
        }
    }
}

/// Gives the number of participants where no source names them; a number of several prefectures tells nothing
/// of one.
fn stated(case: CaseRef<'_>) -> Option<usize> {
    let of_one = case.partner_prefectures().is_empty() && !case.participants().is_known();
    case.participants_count().known().filter(|_| of_one).map(|count| count as usize)
}

fn runs(case: CaseRef<'_>) -> bool {
    !(case.is_plan() || case.status() == Fact::Known(Status::Ended))
}
