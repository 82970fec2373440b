//! Text search: the words of each case, folded once.

use crate::domain::{CaseDetail, CaseRef, Municipalities, Snapshot};
use crate::text::{Normalize, fold};

/// The folded text of every case, in order of row; empty by default, which finds no word.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    texts: Vec<String>,
    normalize: Normalize,
}

impl Default for SearchIndex {
    fn default() -> Self {
        Self { texts: Vec::new(), normalize: str::to_owned }
    }
}

impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        // A program has one way to normalise; it shows in the texts.
        self.texts == other.texts
    }
}

impl SearchIndex {
    /// Indexes title, lead, system type, vendor and product. With `details` also background and process, with
    /// `municipalities` also the names of the participants. Details are in order of id.
    pub fn new(
        snapshot: &Snapshot,
        municipalities: Option<&Municipalities>,
        details: &[CaseDetail],
        normalize: Normalize,
    ) -> Self {
        let text = |case: CaseRef<'_>| {
            let mut parts = vec![
                case.title(),
                case.lead_organization(),
                snapshot.prefecture_name(case.lead_prefecture()),
                snapshot.system_name(case.system_type()),
            ];
            parts.extend(case.vendor().known());
            parts.extend(case.product().known());
            let participants = case.participants().known().unwrap_or_default();
            parts.extend(participants.iter().filter_map(|&code| Some(municipalities?.get(code)?.name)));
            if let Some(detail) = CaseDetail::find(details, case.id()) {
                parts.extend(detail.background.as_deref());
                parts.extend(detail.process.as_deref());
            }
            // A line break keeps a word from matching across two fields.
            fold(&parts.join("\n"), normalize)
        };
        Self { texts: snapshot.cases.iter().map(text).collect(), normalize }
    }

    /// Gives the words of a search, folded like the texts.
    pub fn words(&self, text: &str) -> Vec<String> {
        fold(text, self.normalize).split_whitespace().map(str::to_owned).collect()
    }

    /// Tells if the case of this row contains all of `words`, which are folded.
    pub(super) fn contains(&self, row: usize, words: &[String]) -> bool {
        self.texts.get(row).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
    }
}
