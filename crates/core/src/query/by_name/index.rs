//! The index of names, and what is found in it.

use std::cmp::Reverse;

use super::entry::{Entry, Forms, Named};
use super::fit::{Fit, INEXACT, fit};
use super::forms::{folded, written};
use crate::domain::{Municipalities, MunicipalityCode, PrefectureCode, Snapshot};
use crate::ordering;
use crate::text::Normalize;

/// The names that are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameScope {
    Municipalities,
    /// Municipalities and prefectures.
    Places,
    /// Places, system types and cases.
    All,
}

/// All names of a scope, folded once.
#[derive(Clone, Debug)]
pub struct NameIndex {
    prefectures: Vec<Forms>,
    entries: Vec<Entry>,
    normalize: Normalize,
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    pub named: Named,
    /// The ward by which its city was found.
    pub ward: Option<&'a str>,
}

/// All that was found, the best first, each thing once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found<'a> {
    pub candidates: Vec<Candidate<'a>>,
    /// The only thing whose whole name or code was typed; none where several have it.
    pub only_exact: Option<Named>,
    /// A flag for six digits of which only the last is not that of a code.
    pub wrong_check_digit: bool,
}

impl NameIndex {
    pub fn new(
        snapshot: &Snapshot,
        municipalities: &Municipalities,
        scope: NameScope,
        normalize: Normalize,
    ) -> Self {
        let prefectures = &snapshot.prefectures.prefectures;
        let forms = prefectures.iter().map(|it| Forms::of_place(&it.name, &it.kana)).collect();
        let mut index = Self { prefectures: forms, entries: Vec::new(), normalize };
        index.add_municipalities(municipalities);
        if scope >= NameScope::Places {
            for it in prefectures {
                let entry =
                    index.add(Named::Prefecture(it.code), &it.name, Forms::of_place(&it.name, &it.kana));
                entry.population = it.population;
                entry.code = code_of(it.code);
            }
        }
        if scope == NameScope::All {
            for (at, it) in snapshot.terms.system_types.iter().enumerate() {
                let main = index.add_title(Named::System(at), &it.name, it.slug.as_str());
                for synonym in snapshot.terms.synonyms_of(&it.name) {
                    let place = index.add_title(Named::System(at), synonym, "");
                    index.entries[place].main = main;
                }
            }
            for it in snapshot.cases.iter() {
                index.add_title(Named::Case(it.row()), it.title(), it.id().as_str());
            }
        }
        index
    }

    fn add_municipalities(&mut self, municipalities: &Municipalities) {
        for it in municipalities.iter() {
            let county = municipalities.county(it.code).unwrap_or_default();
            let entry = self.add(Named::Municipality(it.code), it.name, Forms::of_place(it.name, it.kana));
            entry.population = it.population;
            entry.code = it.code.to_string();
            entry.prefecture = it.code.prefecture().index();
            entry.within = Forms::whole(folded(county), String::new());
        }
        for (ward, city) in municipalities.wards() {
            let target = Named::Municipality(city.code);
            let main = self.entries.iter().position(|it| it.named == target).unwrap_or_default();
            let entry = self.add(target, ward.name, Forms::of_place(ward.name, ward.kana));
            entry.population = city.population;
            entry.code = ward.code.to_string();
            entry.prefecture = city.code.prefecture().index();
            entry.within = Forms::of_place(city.name, city.kana);
            entry.is_ward = true;
            entry.main = main;
        }
    }

    /// Adds what is no place, and gives where it stands. Its reading is its id.
    fn add_title(&mut self, named: Named, title: &str, id: &str) -> usize {
        let title: String = written(title, self.normalize).split_whitespace().collect();
        let forms = Forms::whole(folded(&title), id.to_owned());
        self.add(named, &title, forms).main
    }

    fn add(&mut self, named: Named, name: &str, forms: Forms) -> &mut Entry {
        let main = self.entries.len();
        self.entries.push(Entry {
            named,
            written: name.to_owned(),
            forms,
            code: String::new(),
            prefecture: usize::MAX,
            within: Forms::default(),
            population: 0,
            is_ward: false,
            main,
        });
        &mut self.entries[main]
    }

    /// Finds what may be meant by a text.
    pub fn find(&self, text: &str) -> Found<'_> {
        let typed = written(text, self.normalize);
        let words: Vec<String> = typed.split_whitespace().map(folded).collect();
        if words.is_empty() {
            return Found::default();
        }
        // Kanji are written with and without spaces, and the prefecture before or behind.
        let joined = words.concat();
        let turned: String = words.iter().rev().map(String::as_str).collect();
        let digits =
            Some(joined.as_str()).filter(|it| it.len() > 1 && it.bytes().all(|it| it.is_ascii_digit()));
        let unspaced: String = typed.split_whitespace().collect();
        let mut fits: Vec<(Fit, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let found = match digits.filter(|_| !entry.code.is_empty()) {
                Some(digits) => by_code(entry, digits),
                None => self
                    .fit(entry, &joined, &unspaced)
                    .or_else(|| self.fit(entry, &turned, &unspaced))
                    .or_else(|| self.holds(entry, &words)),
            };
            fits.extend(found.map(|found| (found, place)));
        }
        ordering::sort_by(&mut fits, |a, b| self.order(a).cmp(&self.order(b)));
        let wrong_check_digit = digits.is_some_and(|it| fits.is_empty() && self.has_all_but_the_last(it));
        Found { only_exact: self.only_exact(&fits), candidates: self.once(&fits), wrong_check_digit }
    }

    fn fit(&self, entry: &Entry, typed: &str, written: &str) -> Option<Fit> {
        let nothing = Forms::default();
        let prefecture = self.prefectures.get(entry.prefecture).unwrap_or(&nothing);
        fit(entry, typed, written, [prefecture, &entry.within])
    }

    /// Tells if all words are parts of the name or of its surroundings, and one of the name itself.
    fn holds(&self, entry: &Entry, words: &[String]) -> Option<Fit> {
        if words.len() < 2 || entry.is_ward {
            return None;
        }
        let has = |forms: &Forms, word: &String| forms.name.contains(word) || forms.kana.contains(word);
        let around = self.prefectures.get(entry.prefecture);
        let is_in = |word: &String| {
            has(&entry.forms, word)
                || around.is_some_and(|forms| has(forms, word))
                || has(&entry.within, word)
        };
        let all = words.iter().all(is_in) && words.iter().any(|word| has(&entry.forms, word));
        all.then(Fit::of_words)
    }

    /// Gives what decides on the place of something that was found: places before the rest, the larger first.
    fn order(&self, (fit, place): &(Fit, usize)) -> (Fit, bool, bool, Reverse<u64>) {
        let entry = &self.entries[*place];
        let is_case = matches!(entry.named, Named::Case(_));
        (*fit, is_case || matches!(entry.named, Named::System(_)), is_case, Reverse(entry.population))
    }

    /// Gives each thing once, as it fits best.
    fn once(&self, fits: &[(Fit, usize)]) -> Vec<Candidate<'_>> {
        let mut seen = vec![false; self.entries.len()];
        let entries = fits.iter().filter_map(|(_, place)| self.entries.get(*place));
        let new =
            entries.filter(|entry| seen.get_mut(entry.main).is_some_and(|it| !std::mem::replace(it, true)));
        new.map(|entry| Candidate {
            named: entry.named,
            ward: entry.is_ward.then_some(entry.written.as_str()),
        })
        .collect()
    }

    fn only_exact(&self, fits: &[(Fit, usize)]) -> Option<Named> {
        let least = fits.iter().map(|(fit, _)| fit.exactness).min().filter(|it| *it != INEXACT)?;
        let exact = fits.iter().filter(|(fit, _)| fit.exactness == least);
        let mut targets = exact.filter_map(|(_, place)| self.entries.get(*place)).map(|entry| entry.named);
        let first = targets.next()?;
        targets.all(|target| target == first).then_some(first)
    }

    fn has_all_but_the_last(&self, digits: &str) -> bool {
        let start = digits.get(..5).filter(|_| digits.len() == 6);
        start.is_some_and(|start| self.entries.iter().any(|entry| entry.code.starts_with(start)))
    }
}

/// Tells if the digits are the code of an entry, with or without the check digit, or its beginning.
fn by_code(entry: &Entry, digits: &str) -> Option<Fit> {
    let is_prefecture = matches!(entry.named, Named::Prefecture(_));
    let is_whole = digits.len() >= 5 || (is_prefecture && digits.len() == 2);
    // A few digits are those of a city, not of all its wards.
    let may_be = is_whole || !entry.is_ward;
    (may_be && entry.code.starts_with(digits)).then(|| Fit::of_code(is_whole))
}

/// Gives the code of a prefecture in six digits.
fn code_of(prefecture: PrefectureCode) -> String {
    let codes = (0..10).map(|digit| format!("{prefecture}000{digit}"));
    codes.into_iter().find(|code| code.parse::<MunicipalityCode>().is_ok()).unwrap_or_default()
}
