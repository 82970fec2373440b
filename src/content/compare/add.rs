//! Finding a case to stand beside those that are compared.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CompareQuery, Selection, Sort};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::{Normalize, fold};

use crate::content::Link;
use crate::words;

/// The cases by the words that name them, folded; those of which most is known stand first.
pub struct Addable {
    snapshot: &'static Snapshot,
    normalize: Normalize,
    names: Vec<(usize, String)>,
}

/// A case that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddableCase {
    /// The comparison with it.
    pub link: Link,
    /// The words that tell it from others of its name.
    pub note: String,
}

impl Addable {
    pub fn new(snapshot: &'static Snapshot, normalize: Normalize) -> Self {
        let cases = Sort::default().apply(snapshot, Selection::all(&snapshot.cases));
        let names = cases.iter().map(|case| {
            let names = [
                case.title(),
                case.lead_organization(),
                snapshot.system_name(case.system_type()),
                snapshot.prefecture_name(case.lead_prefecture()),
            ];
            (case.row(), fold(&names.join("\n"), normalize))
        });
        Self { snapshot, normalize, names: names.collect() }
    }

    /// Gives the cases whose names have every one of the words, without those that are compared already.
    pub fn find(&self, text: &str, query: &CompareQuery) -> Vec<AddableCase> {
        let text = fold(text, self.normalize);
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.names.iter().filter(|(_, name)| words.iter().all(|word| name.contains(word)));
        let found = found.filter_map(|(row, _)| {
            let case = self.snapshot.cases.row(*row);
            let mut with = query.clone();
            let note = words::compare::addable(
                case.lead_organization(),
                self.snapshot.system_name(case.system_type()),
            );
            with.add(case.id().clone()).then(|| AddableCase {
                link: Link::new(Address::with_query(Route::Compare, with), case.title()),
                note,
            })
        });
        found.collect()
    }
}
