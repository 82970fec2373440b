//! The order of a list. Unknown values come last in either direction; ties are in order of id, of the order by what
//! is known the newest first.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::Selection;
use super::worth::{THINGS, is_plan, things_known};
use crate::domain::{CaseRef, Snapshot, Term, vocabulary};
use crate::ordering;

vocabulary! {
    /// The key that a list is sorted by.
    SortKey {
        Known = "known", "分かっていること";
        Introduced = "introduced", "導入時期";
        Members = "members", "参加自治体数";
        Pop = "pop", "人口規模";
        Staff = "staff", "職員規模";
        Initial = "initial", "初期費用";
        Annual = "annual", "年間運用費";
        Pref = "pref", "都道府県";
        System = "system", "システム種別";
        Title = "title", "事例名";
        Near = "near", "規模の近さ";
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Ascending,
    Descending,
}

/// A sort key with its direction; descending is written with `-` before the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    pub key: SortKey,
    pub direction: Direction,
}

impl Default for Sort {
    /// Puts those first of which most is known.
    fn default() -> Self {
        Self { key: SortKey::Known, direction: Direction::Descending }
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.direction == Direction::Descending { "-" } else { "" };
        write!(f, "{sign}{}", self.key.slug())
    }
}

impl FromStr for Sort {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (direction, slug) = match text.strip_prefix('-') {
            Some(slug) => (Direction::Descending, slug),
            None => (Direction::Ascending, text),
        };
        SortKey::from_slug(slug).map(|key| Self { key, direction }).ok_or(())
    }
}

impl Sort {
    /// The order with the newest first.
    pub const NEWEST: Self = Self { key: SortKey::Introduced, direction: Direction::Descending };

    /// Puts the selection in this order.
    pub fn apply<'a>(self, snapshot: &'a Snapshot, selection: Selection<'a>) -> Selection<'a> {
        if self.key == SortKey::Known {
            return self.by_what_is_known(Self::NEWEST.apply(snapshot, selection));
        }
        let (cases, mut rows) = selection.into_rows();
        ordering::sort_by(&mut rows, |&a, &b| {
            self.compare(snapshot, cases.row(a), cases.row(b))
                .then_with(|| cases.row(a).id().cmp(cases.row(b).id()))
        });
        Selection::new(cases, rows)
    }

    /// Puts the cases of which most is known first, or last. In either direction plans stand behind all others, and
    /// those that came to nothing at the end. Cases of which as much is known keep their order.
    fn by_what_is_known(self, selection: Selection<'_>) -> Selection<'_> {
        let (cases, rows) = selection.into_rows();
        let mut groups: [Vec<usize>; 3 * (THINGS + 1)] = Default::default();
        for row in rows {
            let case = cases.row(row);
            let known = things_known(case);
            let place = if self.direction == Direction::Descending { THINGS - known } else { known };
            let behind = usize::from(is_plan(case)) + usize::from(case.is_cancelled());
            groups[place + behind * (THINGS + 1)].push(row);
        }
        Selection::new(cases, groups.concat())
    }

    fn compare(self, snapshot: &Snapshot, a: CaseRef<'_>, b: CaseRef<'_>) -> Ordering {
        // A money range is sorted by its lower bound, then by its upper one.
        match self.key {
            SortKey::Introduced => self.known_first(|case| case.introduced().known().map(|it| it.at), a, b),
            SortKey::Members => self.known_first(|case| case.participants_count().known(), a, b),
            SortKey::Pop => self.known_first(CaseRef::population, a, b),
            SortKey::Staff => self.known_first(CaseRef::staff, a, b),
            SortKey::Initial => self.known_first(|case| case.initial_cost().known(), a, b),
            SortKey::Annual => self.known_first(|case| case.annual_cost().known(), a, b),
            SortKey::Pref => self.known_first(|case| Some(case.lead_prefecture()), a, b),
            SortKey::System => {
                let place = |case: CaseRef<'_>| {
                    snapshot.terms.system_types.iter().position(|system| system.slug == *case.system_type())
                };
                self.known_first(place, a, b)
            }
            SortKey::Title => self.directed(a.title().cmp(b.title())),
            // `by_what_is_known`, and `stats::Similarity::sort`, which knows whose size to compare with.
            SortKey::Known | SortKey::Near => Ordering::Equal,
        }
    }

    fn known_first<'c, K: Ord>(
        self,
        key: impl Fn(CaseRef<'c>) -> Option<K>,
        a: CaseRef<'c>,
        b: CaseRef<'c>,
    ) -> Ordering {
        match (key(a), key(b)) {
            (Some(a), Some(b)) => self.directed(a.cmp(&b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }

    fn directed(self, ordering: Ordering) -> Ordering {
        match self.direction {
            Direction::Ascending => ordering,
            Direction::Descending => ordering.reverse(),
        }
    }
}
