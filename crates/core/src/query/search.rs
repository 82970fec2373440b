//! Text search: the words of each case, folded once.

use crate::domain::{CaseDetail, CaseRef, Municipalities, Prefecture, Snapshot};
use crate::text::{Normalize, fold};

/// The folded text of every case, in order of row; empty by default, which finds no word.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    texts: Vec<Text>,
    /// Pairs of words that mean the same.
    synonyms: Vec<[Word; 2]>,
    normalize: Normalize,
}

#[derive(Clone, Debug, PartialEq)]
struct Text {
    /// The texts of the case, and its names.
    said: String,
    /// Its id, then the readings of places, each on a line.
    readings: String,
}

#[derive(Clone, Debug)]
struct Word {
    written: String,
    folded: String,
}

/// A synonym that was searched for: the word of the search, and the other one.
pub type Also<'a> = [&'a str; 2];

impl Default for SearchIndex {
    fn default() -> Self {
        Self { texts: Vec::new(), synonyms: Vec::new(), normalize: str::to_owned }
    }
}

impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        // A program has one way to normalise, a snapshot its synonyms; both show in the texts.
        self.texts == other.texts
    }
}

impl SearchIndex {
    /// Indexes title, lead, system type, prefectures, vendor, product and subsidy. With `details` also background
    /// and process, with `municipalities` also those that certainly take part. Details are in order of id.
    pub fn new(
        snapshot: &Snapshot,
        municipalities: Option<&Municipalities>,
        details: &[CaseDetail],
        normalize: Normalize,
    ) -> Self {
        let text = |case: CaseRef<'_>| {
            let mut said = vec![case.title(), case.lead_organization()];
            let mut readings = case.id().to_string();
            said.push(snapshot.system_name(case.system_type()));
            said.extend(case.vendor().known());
            said.extend(case.product().known());
            said.extend(case.subsidy_name().known());
            if let Some(detail) = CaseDetail::find(details, case.id()) {
                said.extend(detail.background.as_deref());
                said.extend(detail.process.as_deref());
            }
            // A line break keeps a word from matching across two fields.
            let mut said = said.join("\n");
            let mut place = |names: [&str; 2], kana: &str| {
                for (text, parts) in [(&mut said, names), (&mut readings, ["", kana])] {
                    text.push('\n');
                    text.extend(parts);
                }
            };
            let prefectures =
                [case.lead_prefecture()].into_iter().chain(case.partner_prefectures().iter().copied());
            for Prefecture { name, kana, .. } in prefectures.filter_map(|code| snapshot.prefecture(code)) {
                place([name, ""], kana);
            }
            for it in municipalities.map(|all| case.certain_participants(all)).unwrap_or_default() {
                place([snapshot.prefecture_name(it.code.prefecture()), it.name], it.kana);
            }
            Text { said: fold(&said, normalize), readings: fold(&readings, normalize) }
        };
        let word = |written: &String| Word { written: written.clone(), folded: fold(written, normalize) };
        let pair = |words: &Vec<String>| match words.as_slice() {
            [one, other] => Some([word(one), word(other)]),
            _ => None,
        };
        Self {
            texts: snapshot.cases.every().map(text).collect(),
            synonyms: snapshot.terms.synonyms.iter().filter_map(pair).collect(),
            normalize,
        }
    }

    /// Gives the words of a search, folded like the texts. Each stands as it was typed, then with synonyms that
    /// some case has.
    pub fn words(&self, text: &str) -> Vec<Vec<String>> {
        let typed = fold(text, self.normalize);
        let forms = |word| {
            let others = self.others(word).into_iter().map(|(other, _)| other);
            [word.to_owned()].into_iter().chain(others).collect()
        };
        typed.split_whitespace().map(forms).collect()
    }

    /// Gives the synonyms by which a search finds more than by its own words.
    pub fn also(&self, text: &str) -> Vec<Also<'_>> {
        let typed = fold(text, self.normalize);
        typed.split_whitespace().flat_map(|word| self.others(word)).map(|(_, also)| also).collect()
    }

    /// Gives the forms of a word with one synonym in it, where some case has them.
    fn others(&self, word: &str) -> Vec<(String, Also<'_>)> {
        let mut others = Vec::new();
        for [one, other] in &self.synonyms {
            for (from, to) in [(one, other), (other, one)] {
                // A part of a longer one that is there already would give it twice.
                let is_part = to.folded.contains(&from.folded) && word.contains(&to.folded);
                if is_part || !word.contains(&from.folded) {
                    continue;
                }
                let replaced = word.replace(&from.folded, &to.folded);
                if self.texts.iter().any(|text| text.said.contains(&replaced)) {
                    others.push((replaced, [from.written.as_str(), to.written.as_str()]));
                }
            }
        }
        others
    }

    /// Tells if the case of this row contains one form of each of `words`.
    pub(super) fn contains(&self, row: usize, words: &[Vec<String>]) -> bool {
        let Some(text) = self.texts.get(row) else { return false };
        words.iter().all(|forms| forms.iter().any(|word| text.contains(word)))
    }
}

impl Text {
    /// Tells if the case says the word, it begins a reading, or it is the id.
    fn contains(&self, word: &str) -> bool {
        let mut readings = self.readings.split('\n');
        self.said.contains(word)
            || readings.next() == Some(word)
            || readings.any(|reading| reading.starts_with(word))
    }
}
