//! Values that must not be known of a case.

use crate::domain::{CaseRef, Field, Term};

/// A value that may be unknown: a field, or a total that is derived from the participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// Not one of the details, which are not there when cases are selected.
    Field(Field),
    Population,
    Staff,
}

impl Unknown {
    pub fn slug(self) -> &'static str {
        match self {
            Self::Field(field) => field.slug(),
            Self::Population => "population",
            Self::Staff => "staff",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        let totals = [Self::Population, Self::Staff];
        let total = totals.into_iter().find(|total| total.slug() == slug);
        total.or_else(|| Field::from_slug(slug).filter(|field| !field.is_in_details()).map(Self::Field))
    }

    /// Tells if the value is not known of the case. One that does not apply to it is not missing.
    pub fn holds(self, case: CaseRef<'_>) -> bool {
        match self {
            Self::Field(field) => case.lacks(field, None),
            Self::Population => case.population().is_none(),
            Self::Staff => case.staff().is_none(),
        }
    }
}
