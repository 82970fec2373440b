//! The figures of the page of one prefecture.

use super::{KnownCount, SystemCount};
use crate::domain::{
    CaseRef, CaseTable, Domain, Municipalities, MunicipalityCode, PrefectureCode, Scope, Slug, Snapshot, Term,
};
use crate::ordering;
use crate::query::Selection;

/// The joint cases of one prefecture. A case counts for the prefecture of its lead; the others that take part
/// have it apart, so that it is counted once nationwide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrefectureFigures {
    /// Cases with a prefecture.
    pub led: LedCases,
    /// Cases of municipalities among themselves.
    pub municipal: LedCases,
    /// Rows of the cases with a prefecture that others lead and this one takes part in.
    pub partner: Vec<usize>,
    /// Likewise of cases of municipalities among themselves, some of them of this prefecture.
    pub municipal_partner: Vec<usize>,
}

/// Cases by domain and system type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedCases {
    pub total: usize,
    /// Every domain, those without cases too.
    pub domains: Vec<LedDomain>,
}

/// The cases of one domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedDomain {
    pub domain: Domain,
    pub cases: usize,
    /// The types that occur, in order of the terms, `other` too. In one prefecture single cases are the rule,
    /// not worth hiding.
    pub systems: Vec<SystemCount>,
}

/// Municipalities of a prefecture that take part for certain: named, or by all of them taking part. Others
/// may take part too, where a source does not say who does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MunicipalParticipation {
    /// All of today's municipalities, in order of code.
    pub municipalities: Vec<MunicipalityCases>,
    /// Those in at least one case with a prefecture.
    pub taking_part: usize,
    /// Those in at least one case of any scope.
    pub taking_part_in_any: usize,
    /// Cases with a prefecture in which this one or its municipalities take part. Counted as known are those
    /// of which it is known which of its municipalities do.
    pub known: KnownCount,
}

/// The joint cases in which one municipality certainly takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MunicipalityCases {
    pub code: MunicipalityCode,
    /// Rows of cases with a prefecture.
    pub prefecture: Vec<usize>,
    /// Rows of cases of municipalities among themselves.
    pub municipal: Vec<usize>,
}

impl PrefectureFigures {
    pub fn of(snapshot: &Snapshot, prefecture: PrefectureCode) -> Self {
        let rows = |scope: Scope, condition: fn(CaseRef<'_>, PrefectureCode) -> bool| -> Vec<usize> {
            let cases = snapshot.cases.iter().filter(|case| case.is_joint() && case.scope() == scope);
            cases.filter(|case| condition(*case, prefecture)).map(CaseRef::row).collect()
        };
        let led = |scope| {
            let leads = |case: CaseRef<'_>, prefecture| case.lead_prefecture() == prefecture;
            LedCases::of(snapshot, &Selection::new(&snapshot.cases, rows(scope, leads)))
        };
        let takes_part = |case: CaseRef<'_>, prefecture| case.partner_prefectures().contains(&prefecture);
        Self {
            led: led(Scope::Prefecture),
            municipal: led(Scope::Municipal),
            partner: rows(Scope::Prefecture, takes_part),
            municipal_partner: rows(Scope::Municipal, takes_part),
        }
    }
}

impl LedCases {
    /// Counts the cases of a selection by domain and type.
    pub fn of(snapshot: &Snapshot, cases: &Selection<'_>) -> Self {
        let domain = |&domain: &Domain| {
            let cases = cases.filter(|case| case.domain() == domain);
            let systems = snapshot.terms.system_types.iter().filter_map(|system| {
                let count = cases.count(|case| *case.system_type() == system.slug);
                (count > 0).then(|| SystemCount { slug: system.slug.clone(), cases: count })
            });
            LedDomain { domain, cases: cases.len(), systems: systems.collect() }
        };
        Self { total: cases.len(), domains: Domain::ALL.iter().map(domain).collect() }
    }

    /// Counts the different system types; one that occurs in several domains counts once.
    pub fn systems(&self) -> usize {
        let mut slugs: Vec<&Slug> =
            self.domains.iter().flat_map(|domain| &domain.systems).map(|system| &system.slug).collect();
        ordering::sort(&mut slugs);
        slugs.dedup();
        slugs.len()
    }
}

impl MunicipalParticipation {
    pub fn of(cases: &CaseTable, prefecture: PrefectureCode, municipalities: &Municipalities) -> Self {
        let mut found: Vec<MunicipalityCases> = municipalities
            .of_prefecture(prefecture)
            .map(|it| MunicipalityCases { code: it.code, prefecture: Vec::new(), municipal: Vec::new() })
            .collect();
        let mut known = KnownCount { known: 0, total: 0 };
        for case in cases.iter().filter(|case| case.is_joint() && concerns(*case, prefecture)) {
            if case.scope() == Scope::Prefecture {
                known.total += 1;
                known.known += usize::from(tells_who(case, prefecture));
            }
            for municipality in &mut found {
                if case.certainly_includes(municipality.code) {
                    match case.scope() {
                        Scope::Prefecture => municipality.prefecture.push(case.row()),
                        Scope::Municipal => municipality.municipal.push(case.row()),
                    }
                }
            }
        }
        let in_any = |it: &&MunicipalityCases| !it.prefecture.is_empty() || !it.municipal.is_empty();
        Self {
            taking_part: found.iter().filter(|it| !it.prefecture.is_empty()).count(),
            taking_part_in_any: found.iter().filter(in_any).count(),
            municipalities: found,
            known,
        }
    }
}

/// Tells if it is known which municipalities of the prefecture take part. That all of the lead's do says
/// nothing of those of the others.
fn tells_who(case: CaseRef<'_>, prefecture: PrefectureCode) -> bool {
    case.participants().is_known()
        || case.includes_all_in_prefecture() && case.lead_prefecture() == prefecture
}

/// Tells if the prefecture leads or takes part, or one of its municipalities is named.
fn concerns(case: CaseRef<'_>, prefecture: PrefectureCode) -> bool {
    let named = case.participants().known().unwrap_or_default();
    case.lead_prefecture() == prefecture
        || case.partner_prefectures().contains(&prefecture)
        || named.iter().any(|code| code.prefecture() == prefecture)
}
