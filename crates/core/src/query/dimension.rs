//! The properties that tell cases apart in a table of the reader's choice, and the sums that it can hold.

use super::{Answer, CaseFilter, FormAnswer, Range, Set, StatusAnswer, Unknown};
use crate::domain::{self, CaseRef, Field, LeadKind, PrefectureCode, Snapshot, Term, vocabulary};

vocabulary! {
    /// A property by which every case falls in exactly one class. Its slug is the query key of the list.
    #[derive(Default)]
    Dimension {
        Domain = "domain", "領域";
        System = "system", "システム種別";
        /// The lead's.
        Pref = "pref", "都道府県";
        #[default]
        Region = "region", "地方";
        Year = "year", "導入年";
        Lead = "lead", "代表団体の種類";
        Form = "form", "形態";
        Status = "status", "現況";
        Subsidy = "subsidy", "補助金";
        Spec = "spec", "仕様書の提供";
        Pop = "pop", "人口規模";
    }
}

vocabulary! {
    /// A number that is summed up over cases.
    #[derive(Default)]
    Measure {
        #[default]
        Cases = "cases", "件数";
        Participants = "participants", "延べ参加自治体数";
        Population = "population", "延べ人口";
        Costs = "costs", "費用が分かる事例";
        Documents = "documents", "参考文書がある事例";
    }
}

/// Ranges of persons, without gaps.
pub const SIZES: [(Option<u64>, Option<u64>); 4] = [
    (None, Some(99_999)),
    (Some(100_000), Some(499_999)),
    (Some(500_000), Some(999_999)),
    (Some(1_000_000), None),
];

/// A class of a dimension. The order is the one in which classes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The place in the vocabulary, the terms, the codes or `SIZES`; for a year the year.
    Nth(u16),
    /// Not introduced yet, and so without a year.
    Planned,
    Unknown,
}

impl Measure {
    /// Gives what a case adds to the sum; none where that is not known of it.
    pub fn of(self, case: CaseRef<'_>) -> Option<u64> {
        match self {
            Self::Cases => Some(1),
            Self::Participants => case.participants_count().known().map(u64::from),
            Self::Population => case.population(),
            Self::Costs => case.has_costs().then_some(1),
            Self::Documents => case.document_kinds().is_known().then_some(1),
        }
    }
}

impl Dimension {
    pub fn class_of(self, snapshot: &Snapshot, case: CaseRef<'_>) -> Class {
        let place = match self {
            Self::Domain => Some(case.domain() as usize),
            Self::System => snapshot.terms.system_types.iter().position(|it| it.slug == *case.system_type()),
            Self::Pref => Some(case.lead_prefecture().index()),
            Self::Region => {
                let region = snapshot.prefecture(case.lead_prefecture()).map(|it| &it.region);
                snapshot.prefectures.regions.iter().position(|it| Some(&it.slug) == region)
            }
            Self::Year => match case.introduction_year() {
                None if case.is_plan() => return Class::Planned,
                year => year.map(usize::from),
            },
            Self::Lead => Some(case.lead_kind() as usize),
            Self::Form => case.form().known().map(|it| it as usize),
            Self::Status => case.status().known().map(|it| it as usize),
            Self::Subsidy => case.subsidy_used().known().map(|it| usize::from(!it)),
            Self::Spec => case.specification_available().known().map(|it| usize::from(!it)),
            Self::Pop => case.population().and_then(|persons| {
                SIZES.iter().position(|(_, most)| most.is_none_or(|most| persons <= most))
            }),
        };
        place.and_then(|place| u16::try_from(place).ok()).map_or(Class::Unknown, Class::Nth)
    }

    /// Gives the name of a class for programs: the value of the query key where it has one.
    pub fn class_slug(self, snapshot: &Snapshot, class: Class) -> String {
        let place = match class {
            Class::Nth(place) => usize::from(place),
            Class::Planned => return StatusAnswer::Planned.slug().to_owned(),
            Class::Unknown => return Answer::Unknown.slug().to_owned(),
        };
        let slug = match self {
            Self::Year => return place.to_string(),
            Self::Pref => {
                return PrefectureCode::all().nth(place).map(|it| it.to_string()).unwrap_or_default();
            }
            Self::Pop => return size(class).map(|it| it.to_string()).unwrap_or_default(),
            Self::System => snapshot.terms.system_types.get(place).map(|it| it.slug.as_str()),
            Self::Region => snapshot.prefectures.regions.get(place).map(|it| it.slug.as_str()),
            Self::Domain => domain::Domain::ALL.get(place).map(|it| it.slug()),
            Self::Lead => LeadKind::ALL.get(place).map(|it| it.slug()),
            Self::Form => FormAnswer::ALL.get(place).map(|it| it.slug()),
            Self::Status => StatusAnswer::ALL.get(place).map(|it| it.slug()),
            Self::Subsidy | Self::Spec => Answer::ALL.get(place).map(|it| it.slug()),
        };
        slug.unwrap_or_default().to_owned()
    }

    /// Narrows a filter to the cases of a class. Only cases that the filter lets through are in classes, so a
    /// condition on the same property gives way to the class.
    pub fn narrow(self, snapshot: &Snapshot, class: Class, filter: &mut CaseFilter) {
        let place = match class {
            Class::Nth(place) => usize::from(place),
            // No vocabulary is as long; what is unknown is the last of the answers.
            Class::Planned | Class::Unknown => usize::MAX,
        };
        match self {
            Self::Domain => only(&mut filter.domain, domain::Domain::ALL.get(place).copied()),
            Self::System => {
                let system = snapshot.terms.system_types.get(place);
                only(&mut filter.system, system.map(|it| it.slug.clone()));
            }
            Self::Pref => only(&mut filter.pref, PrefectureCode::all().nth(place)),
            Self::Region => {
                let region = snapshot.prefectures.regions.get(place);
                only(&mut filter.region, region.map(|it| it.slug.clone()));
            }
            Self::Lead => only(&mut filter.lead, LeadKind::ALL.get(place).copied()),
            Self::Form => {
                let form = FormAnswer::ALL.get(place).copied().unwrap_or(FormAnswer::Unknown);
                filter.form = Set::from([form]).into();
            }
            Self::Status => {
                only(
                    &mut filter.status,
                    StatusAnswer::ALL.get(place).copied().or(Some(StatusAnswer::Unknown)),
                );
            }
            Self::Subsidy => only(&mut filter.subsidy, answer(place)),
            Self::Spec => only(&mut filter.spec, answer(place)),
            Self::Year => narrow_year(class, filter),
            Self::Pop => match size(class) {
                None => drop(filter.missing.insert(Unknown::Population)),
                Some(size) => filter.pop = filter.pop.map_or(Some(size), |it| it.and(size)),
            },
        }
    }
}

/// Gives the range of a class of sizes.
pub fn size(class: Class) -> Option<Range> {
    let Class::Nth(place) = class else { return None };
    SIZES.get(usize::from(place)).and_then(|(least, most)| Range::new(*least, *most))
}

/// Narrows to a year. A case without one is a plan, or its date is not known.
fn narrow_year(class: Class, filter: &mut CaseFilter) {
    if let Class::Nth(year) = class {
        let year = Some(u64::from(year));
        filter.year = Range::new(year, year);
        return;
    }
    if filter.status.is_empty() {
        filter.status = StatusAnswer::counted();
    }
    let plans = class == Class::Planned;
    filter.status.retain(|it| matches!(it, StatusAnswer::Planned | StatusAnswer::Cancelled) == plans);
    if !plans {
        filter.missing.insert(Unknown::Field(Field::Introduced));
    }
}

fn only<T: Ord>(set: &mut Set<T>, value: Option<T>) {
    if let Some(value) = value {
        *set = Set::default();
        set.insert(value);
    }
}

fn answer(place: usize) -> Option<Answer> {
    Answer::ALL.get(place).copied().or(Some(Answer::Unknown))
}
