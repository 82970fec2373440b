//! The way in which a name fits what was typed.

use super::entry::{Entry, Forms, is_end};

/// Ways to fit, the best first. A name's stem is the name without 市, 町, 県 and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Whole,
    /// The whole name of a ward.
    Ward,
    Stem,
    Beginning,
    /// A name behind the stem of its prefecture: 福島伊達.
    BehindStem,
    WardStem,
    Reading,
    ReadingStem,
    ReadingBeginning,
    Part,
    /// A place within what was typed.
    Within,
}

/// A way to fit, and how exact the name itself is. The better is the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub rank: Rank,
    /// A flag for a name that is written otherwise: 鹿嶋市 for 鹿島市.
    is_other_form: bool,
    behind_stem: bool,
    /// The less the more exact; `INEXACT` where a part of the name is missing.
    pub exactness: u8,
}

/// The exactness of what is no whole name.
pub(super) const INEXACT: u8 = u8::MAX;

impl Fit {
    /// The fit of what is found by its code, which is whole or begins so.
    pub fn of_code(is_whole: bool) -> Self {
        if is_whole { Self::new(Rank::Whole, 0) } else { Self::new(Rank::Beginning, INEXACT) }
    }

    /// The fit of a name that holds all words.
    pub fn of_words() -> Self {
        Self::new(Rank::Part, INEXACT)
    }

    fn new(rank: Rank, exactness: u8) -> Self {
        Self { rank, is_other_form: false, behind_stem: false, exactness }
    }
}

/// The qualifiers before a name that were typed so far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Nothing,
    Full,
    /// One of them without 県 or 市.
    Stem,
}

/// Tells how an entry fits a text without spaces. `written` is the text before folding, `around` what may stand
/// before the name: the prefecture, then the county or city.
pub(super) fn fit(entry: &Entry, typed: &str, written: &str, around: [&Forms; 2]) -> Option<Fit> {
    Asked { entry, written }.best(typed, &around, Before::Nothing, !entry.is_ward)
}

struct Asked<'a> {
    entry: &'a Entry,
    written: &'a str,
}

impl Asked<'_> {
    /// Tries the text as the name, and what of it stands behind a qualifier. `is_full` is false for a ward whose
    /// city was not typed: then fewer forms of it count.
    fn best(&self, text: &str, around: &[&Forms], before: Before, is_full: bool) -> Option<Fit> {
        let mut best = self.name(text, before, is_full);
        for (at, forms) in around.iter().enumerate() {
            let is_full = is_full || at + 1 == around.len();
            let full = [(forms.name.as_str(), Before::Full), (forms.kana.as_str(), Before::Full)];
            let stems = [(forms.stem(), Before::Stem), (forms.kana_stem(), Before::Stem)];
            for (form, kind) in full.into_iter().chain(stems) {
                let rest = if form.is_empty() { None } else { text.strip_prefix(form) };
                let Some(rest) = rest else { continue };
                let found = self.best(rest, around.get(at + 1..)?, before.max(kind), is_full);
                best = match (best, found) {
                    (Some(best), Some(found)) => Some(best.min(found)),
                    (best, found) => best.or(found),
                };
            }
        }
        best
    }

    fn name(&self, text: &str, before: Before, is_full: bool) -> Option<Fit> {
        let entry = self.entry;
        let Forms { name, kana, .. } = &entry.forms;
        if text.is_empty() {
            let is_within = before == Before::Full && !entry.is_ward;
            return is_within.then(|| Fit::new(Rank::Within, INEXACT));
        }
        // 山口市 is not 山口県 and 市川三郷町.
        if before == Before::Stem && is_end(text) {
            return None;
        }
        let mut fit = if text == name {
            Fit::new(Rank::Whole, 0)
        } else if text == entry.forms.stem() {
            Fit::new(Rank::Stem, INEXACT)
        } else if name.starts_with(text) {
            Fit::new(Rank::Beginning, INEXACT)
        } else if text == kana {
            Fit::new(Rank::Reading, 2)
        } else if text == entry.forms.kana_stem() {
            Fit::new(Rank::ReadingStem, INEXACT)
        } else if kana.starts_with(text) {
            Fit::new(Rank::ReadingBeginning, INEXACT)
        } else if before == Before::Nothing && (name.contains(text) || kana.contains(text)) {
            Fit::new(Rank::Part, INEXACT)
        } else {
            return None;
        };
        fit.is_other_form = !self.is_as_written(text);
        if fit.rank == Rank::Whole && fit.is_other_form {
            fit.exactness = 1;
        }
        fit.rank = match fit.rank {
            rank if is_full => rank,
            Rank::Whole => Rank::Ward,
            // Every other city has 北区: one letter means none of them.
            Rank::Stem if text.len() > '北'.len_utf8() => Rank::WardStem,
            Rank::Reading => Rank::Reading,
            _ => return None,
        };
        if before == Before::Stem {
            fit.rank = fit.rank.max(Rank::BehindStem);
            fit.behind_stem = true;
            fit.exactness = fit.exactness.saturating_add(3);
        }
        Some(fit)
    }

    /// Tells if the name holds the end of the text as it was typed. The end is as long as the folded one.
    fn is_as_written(&self, text: &str) -> bool {
        let count = text.chars().count().saturating_sub(1);
        let start = self.written.char_indices().nth_back(count).map_or(0, |(start, _)| start);
        self.written.get(start..).is_some_and(|end| self.entry.written.contains(end))
    }
}
