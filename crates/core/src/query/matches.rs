//! A filter applied to a snapshot: which cases pass, and which would if one condition were dropped.

use strum::VariantArray;

use super::{Answer, CaseFilter, Facet, Has, Range, SearchIndex, Selection, Set, StatusAnswer};
use crate::domain::{CaseRef, CaseTable, Fact, Snapshot, Term};
use crate::text::organization;

/// For each case the conditions that it fails, as a set of bits; 0 passes all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    failed: Vec<u32>,
}

impl Matches {
    pub fn new(snapshot: &Snapshot, index: &SearchIndex, filter: &CaseFilter) -> Self {
        let words = index.words(&filter.text);
        let failed =
            snapshot.cases.every().map(|case| failed(snapshot, index, filter, &words, case)).collect();
        Self { failed }
    }

    /// Selects the cases that pass every condition.
    pub fn selection<'a>(&self, cases: &'a CaseTable) -> Selection<'a> {
        Selection::new(cases, self.rows(0))
    }

    /// Selects the cases that pass every condition but this one: what the choices of its own control count.
    pub fn selection_without<'a>(&self, cases: &'a CaseTable, facet: Facet) -> Selection<'a> {
        Selection::new(cases, self.rows(facet.bit()))
    }

    /// Counts the cases that each of these values of a facet would give, the facet's own condition left
    /// aside. A case with several values counts for each.
    pub fn tally<V: PartialEq>(
        &self,
        cases: &CaseTable,
        facet: Facet,
        values: &[V],
        of: &dyn Fn(CaseRef<'_>) -> Vec<V>,
    ) -> Vec<usize> {
        let mut counts = vec![0; values.len()];
        for case in self.selection_without(cases, facet).iter() {
            for found in of(case) {
                if let Some(place) = values.iter().position(|value| *value == found) {
                    counts[place] += 1;
                }
            }
        }
        counts
    }

    /// Counts the cases that each of these ranges of a facet would give, the facet's own condition left
    /// aside.
    pub fn tally_ranges(&self, cases: &CaseTable, facet: Facet, ranges: &[Range]) -> Vec<usize> {
        let others = self.selection_without(cases, facet);
        ranges.iter().map(|&range| others.count(|case| in_range(facet, case, range))).collect()
    }

    /// Counts the cases shown that have each of these too: `has` asks for all of its values.
    pub fn tally_has(&self, cases: &CaseTable) -> Vec<usize> {
        let shown = self.selection(cases);
        Has::ALL.iter().map(|has| shown.count(|case| has.holds(case))).collect()
    }

    fn rows(&self, ignored: u32) -> Vec<usize> {
        let passes = |(row, failed): (usize, &u32)| (failed & !ignored == 0).then_some(row);
        self.failed.iter().enumerate().filter_map(passes).collect()
    }
}

fn failed(
    snapshot: &Snapshot,
    index: &SearchIndex,
    filter: &CaseFilter,
    words: &[Vec<String>],
    case: CaseRef<'_>,
) -> u32 {
    Facet::VARIANTS
        .iter()
        .filter(|&&facet| !passes(snapshot, index, filter, words, case, facet))
        .fold(0, |bits, facet| bits | facet.bit())
}

fn passes(
    snapshot: &Snapshot,
    index: &SearchIndex,
    filter: &CaseFilter,
    words: &[Vec<String>],
    case: CaseRef<'_>,
    facet: Facet,
) -> bool {
    match facet {
        Facet::Text => index.contains(case.row(), words) || words.is_empty(),
        Facet::Domain => admits(&filter.domain, &case.domain()),
        Facet::System => admits(&filter.system, case.system_type()),
        Facet::Pref => admits(&filter.pref, &case.lead_prefecture()),
        Facet::Region => {
            let prefecture = snapshot.prefecture(case.lead_prefecture());
            filter.region.is_empty() || prefecture.is_some_and(|it| filter.region.contains(&it.region))
        }
        Facet::Subsidy => admits(&filter.subsidy, &Answer::from(case.subsidy_used())),
        Facet::Spec => admits(&filter.spec, &Answer::from(case.specification_available())),
        // Plans that came to nothing are there only for who asks for them.
        Facet::Status if filter.status.is_empty() => !case.is_cancelled(),
        Facet::Status => filter.status.contains(&StatusAnswer::from(case.status())),
        Facet::Scope => filter.scope.admits(case.scope()),
        Facet::Lead => admits(&filter.lead, &case.lead_kind()),
        Facet::Benefit => {
            let benefits = case.benefits().known().unwrap_or_default();
            filter.benefit.is_empty() || benefits.into_iter().any(|slug| filter.benefit.contains(slug))
        }
        Facet::Has => filter.has.iter().all(|&has: &Has| has.holds(case)),
        Facet::Vendor => {
            filter.vendor.is_empty()
                || case.vendor().known().is_some_and(|name| {
                    let plain = organization(name);
                    filter.vendor.iter().any(|wanted| organization(wanted) == plain)
                })
        }
        Facet::Product => admits_name(&filter.product, case.product()),
        Facet::Members => within(filter.members, facet, case),
        Facet::Pop => within(filter.pop, facet, case),
        Facet::Staff => within(filter.staff, facet, case),
        Facet::Initial => within(filter.initial, facet, case),
        Facet::Annual => within(filter.annual, facet, case),
        Facet::Year => within(filter.year, facet, case),
        Facet::Partner => {
            filter.partner.is_empty()
                || case.partner_prefectures().iter().any(|it| filter.partner.contains(it))
        }
        Facet::Participant => {
            filter.participant.is_empty()
                || filter.participant.iter().any(|&code| case.certainly_includes(code))
        }
        Facet::End => {
            filter.end.is_none_or(|range| case.contract_end().known().is_some_and(|end| range.contains(end)))
        }
        Facet::Form => filter.form.admits(case.form().into()),
        Facet::Source => {
            filter.source.is_empty() || case.source_classes().iter().any(|it| filter.source.contains(it))
        }
        Facet::Missing => filter.missing.iter().all(|it| it.holds(case)),
        Facet::Open => admits(&filter.open, &Answer::from(case.can_be_joined(snapshot.meta.as_of))),
    }
}

fn within(range: Option<Range>, facet: Facet, case: CaseRef<'_>) -> bool {
    range.is_none_or(|range| in_range(facet, case, range))
}

/// Tells if the number of a case that a range facet asks for is known and in the range. For an amount, tells
/// if it may lie there.
pub fn in_range(facet: Facet, case: CaseRef<'_>, range: Range) -> bool {
    let number = match facet {
        Facet::Members => case.participants_count().known().map(u64::from),
        Facet::Pop => case.population(),
        Facet::Staff => case.staff(),
        Facet::Year => case.introduction_year().map(u64::from),
        Facet::Initial => return case.initial_cost().known().is_some_and(|it| range.overlaps(it)),
        Facet::Annual => return case.annual_cost().known().is_some_and(|it| range.overlaps(it)),
        _ => None,
    };
    number.is_some_and(|number| range.contains(number))
}

fn admits<T: Ord>(wanted: &Set<T>, value: &T) -> bool {
    wanted.is_empty() || wanted.contains(value)
}

fn admits_name(wanted: &Set<String>, name: Fact<&str>) -> bool {
    wanted.is_empty() || name.known().is_some_and(|name| wanted.contains(name))
}
