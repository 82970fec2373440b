//! The addresses in `cases.jsonl`, and their states. Nothing else of the file is touched, not a space.

use std::collections::HashSet;
use std::ops::Range;

use joint_procurement_core::domain::{Date, LinkState, Term};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::day::Day;
use crate::problem::{Problem, Report};
use crate::source::{CASES_FILE, is_withheld};

/// The table as it stands in its file.
pub struct Table {
    text: String,
    /// In the order in which they stand.
    pages: Vec<Page>,
    is_changed: bool,
}

/// An entry of `documents` or `sources`.
struct Page {
    url: String,
    /// The place of the value of `link`, or the empty place in which it would stand.
    link: Range<usize>,
    has_link: bool,
    /// Written with a space after colons and commas, as its object is.
    spaced: bool,
    seen: Option<(LinkState, Day)>,
    /// The text that takes the place.
    new: Option<String>,
}

#[derive(Deserialize)]
struct Case<'a> {
    #[serde(borrow, default)]
    documents: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    sources: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    url: String,
    #[serde(borrow, default, deserialize_with = "present")]
    link: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Link {
    state: String,
    seen_on: Date,
}

/// Tells a `null` that is there from a key that is not.
fn present<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'a RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

impl Table {
    /// Finds the addresses; `None` after reporting lines that cannot be read.
    pub fn read(text: String, report: &mut Report) -> Option<Self> {
        let mut pages = Vec::new();
        let mut start = 0;
        let before = report.count();
        for (row, line) in (1..).zip(text.split_inclusive('\n')) {
            let json = line.trim_start_matches('\u{feff}');
            let at = start + line.len() - json.len();
            start += line.len();
            // Nobody is asked for what is not published, and nothing of it is printed.
            if json.trim().is_empty() || is_withheld(json) {
                continue;
            }
            match pages_of(json, at) {
                Ok(found) => pages.extend(found),
                Err(error) => report.add(
                    Problem::new(CASES_FILE, format!("出典のアドレスを読めない行です（{error}）。"))
                        .row(row)
                        .advice("先に snapshot build で、この表を確かめてください。"),
                ),
            }
        }
        pages.sort_by_key(|page| page.link.start);
        (report.count() == before).then_some(Self { text, pages, is_changed: false })
    }

    /// Counts the addresses, each once.
    pub fn addresses(&self) -> usize {
        self.pages.iter().map(|page| &page.url).collect::<HashSet<_>>().len()
    }

    /// Gives the addresses that were not seen of late, each once. Those that gave no clear answer were
    /// seen of late on the same day only.
    pub fn due(&self, today: Day, fresh_days: u16) -> Vec<String> {
        let is_fresh = |page: &Page| {
            page.seen.is_some_and(|(state, seen)| {
                let days = if state == LinkState::Unknown { fresh_days.min(1) } else { fresh_days };
                today.since(seen) < i64::from(days)
            })
        };
        let mut once = HashSet::new();
        let due = self.pages.iter().filter(|page| !is_fresh(page) && once.insert(page.url.as_str()));
        due.map(|page| page.url.clone()).collect()
    }

    /// Notes the state of an address wherever it stands.
    pub fn set(&mut self, url: &str, state: LinkState, seen: Day) {
        for page in self.pages.iter_mut().filter(|page| page.url == url) {
            if page.seen == Some((state, seen)) {
                continue;
            }
            let space = if page.spaced { " " } else { "" };
            let value =
                format!("{{\"state\":{space}\"{}\",{space}\"seen_on\":{space}\"{seen}\"}}", state.slug());
            page.new = Some(match page.has_link {
                true => value,
                false => format!(",{space}\"link\":{space}{value}"),
            });
            page.seen = Some((state, seen));
            self.is_changed = true;
        }
    }

    /// Gives the text of the file where it has changed since it was asked for.
    pub fn changed(&mut self) -> Option<String> {
        if !std::mem::take(&mut self.is_changed) {
            return None;
        }
        let mut text = String::with_capacity(self.text.len() + 64 * self.pages.len());
        let mut copied = 0;
        for page in &self.pages {
            if let Some(new) = &page.new {
                text.push_str(&self.text[copied..page.link.start]);
                text.push_str(new);
                copied = page.link.end;
            }
        }
        text.push_str(&self.text[copied..]);
        Some(text)
    }
}

/// Finds the entries of a line that begins at this place of the file.
fn pages_of(line: &str, at: usize) -> serde_json::Result<Vec<Page>> {
    let case: Case<'_> = serde_json::from_str(line)?;
    let place = |within: &RawValue| at + (within.get().as_ptr().addr() - line.as_ptr().addr());
    let entries = case.documents.into_iter().chain(case.sources);
    let pages = entries.map(|object| {
        let Entry { url, link } = serde_json::from_str(object.get())?;
        let text = object.get();
        let end = place(object) + text.strip_suffix('}').unwrap_or(text).trim_end().len();
        let range = link.map_or(end..end, |link| place(link)..place(link) + link.get().len());
        let seen = link.and_then(|link| serde_json::from_str::<Link>(link.get()).ok());
        let seen = seen.and_then(|it| LinkState::from_slug(&it.state).zip(Day::of(it.seen_on)));
        // The first colon stands behind a key: none of the keys holds one.
        let spaced = text.split_once(':').is_some_and(|(_, rest)| rest.starts_with(' '));
        Ok(Page { url, link: range, has_link: link.is_some(), spaced, seen, new: None })
    });
    pages.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Table {
        let mut report = Report::default();
        let table = Table::read(text.to_owned(), &mut report);
        assert!(report.is_clean(), "{report}");
        table.expect("a table")
    }

    fn day(text: &str) -> Day {
        Day::of(text.parse().expect("a date")).expect("a day")
    }

    const TODAY: &str = "2026-11-28";

    /// Sets every address to `ok`.
    fn noted(text: &str) -> Option<String> {
        let mut table = read(text);
        let urls: Vec<String> = table.pages.iter().map(|page| page.url.clone()).collect();
        urls.iter().for_each(|url| table.set(url, LinkState::Ok, day(TODAY)));
        table.changed()
    }

    #[test]
    fn only_the_state_is_written_in_the_style_of_its_entry() {
        let spaced = r#""link": {"state": "ok", "seen_on": "2026-11-28"}"#;
        let compact = r#""link":{"state":"ok","seen_on":"2026-11-28"}"#;
        for (before, after) in [
            (
                r#"{"url": "https://a.jp/", "title": "b: c"}"#,
                format!(r#"{{"url": "https://a.jp/", "title": "b: c", {spaced}}}"#),
            ),
            (r#"{"url":"https://a.jp/"}"#, format!(r#"{{"url":"https://a.jp/",{compact}}}"#)),
            (r#"{ "url": "https://a.jp/" }"#, format!(r#"{{ "url": "https://a.jp/", {spaced} }}"#)),
            (
                r#"{"link": {"seen_on": "2020-01-01", "state": "gone"}, "url": "https://a.jp/", "archived_url": "https://b.jp/"}"#,
                format!(r#"{{{spaced}, "url": "https://a.jp/", "archived_url": "https://b.jp/"}}"#),
            ),
            (r#"{"url":"https://a.jp/","link":null}"#, format!(r#"{{"url":"https://a.jp/",{compact}}}"#)),
            (
                r#"{"url":"https://a.jp/","x":{"y":{}}}"#,
                format!(r#"{{"url":"https://a.jp/","x":{{"y":{{}}}},{compact}}}"#),
            ),
            (
                r#"{"title":"\"}{","url":"https:\/\/a.jp\/"}"#,
                format!(r#"{{"title":"\"}}{{","url":"https:\/\/a.jp\/",{compact}}}"#),
            ),
        ] {
            // With what a file may have around it: a mark at its start, line ends, other keys, no last line end.
            let around = |entry: &str| {
                format!(
                    "\u{feff}{{\"id\" : 1,  \"documents\": [{entry}, {entry}] }}\r\n\n{{\"sources\":[ {entry}],\"z\":[{{}}]}}"
                )
            };
            assert_eq!(noted(&around(before)), Some(around(&after)), "{before}");
            assert_eq!(noted(&around(&after)), None, "the second time nothing has changed");
        }
    }

    #[test]
    fn addresses_of_withheld_cases_are_not_asked_for() {
        let entry = r#""sources":[{"url":"https://a.jp/"}]"#;
        assert_eq!(read(&format!("{{{entry},\"withheld\":true}}")).addresses(), 0);
        assert_eq!(read(&format!("{{{entry},\"withheld\":false}}")).addresses(), 1);
    }

    #[test]
    fn what_was_seen_of_late_is_not_due() {
        let text = |state: &str, seen: &str| {
            format!(
                r#"{{"sources":[{{"url":"https://a.jp/","link":{{"state":"{state}","seen_on":"{seen}"}}}}]}}"#
            )
        };
        for (state, seen, fresh_days, due) in [
            ("ok", TODAY, 1, 0),
            ("ok", TODAY, 0, 1),
            ("gone", "2026-11-01", 28, 0),
            ("gone", "2026-11-01", 27, 1),
            ("rehosted", "2025-11-28", 365, 1),
            ("unknown", TODAY, 30, 0),
            ("unknown", "2026-11-27", 30, 1),
            ("unknown", TODAY, 0, 1),
            ("later-word", TODAY, 30, 1),
            ("ok", "2026-11", 30, 1),
        ] {
            let found = read(&text(state, seen)).due(day(TODAY), fresh_days);
            assert_eq!(found.len(), due, "{state} {seen} {fresh_days}");
        }
    }
}
