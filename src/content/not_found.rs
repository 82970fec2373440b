//! Pages in place of what is not there: each says what was asked for and offers the nearest places.

use std::cmp::Reverse;

use joint_procurement_core::domain::{CaseId, CaseRef, MunicipalityCode, PrefectureCode, Slug, Snapshot};
use joint_procurement_core::ordering;
use joint_procurement_core::routes::{Address, Route};

use super::systems::named_types;
use super::{Block, Inline, Link, PageContent, Section, Text};
use crate::words;

/// Guesses on a page.
const GUESSES: usize = 5;
/// The likeness (in thousandths) from which on two names may mean the same.
const ALIKE: usize = 400;

/// Makes the page of an address that no page has.
pub fn not_found(snapshot: &Snapshot, path: &str) -> PageContent {
    let (section, rest) = path.split_once('/').unwrap_or((path, ""));
    let mut pages = Route::MENU.to_vec();
    pages.extend([Route::Municipalities, Route::MaintainerGuide]);
    let likeness_to = |page: &Route| {
        let own = page.path();
        let own = own.trim_end_matches('/');
        likeness(if own.contains('/') { path } else { section }, own)
    };
    // The list in which the page asked for would stand comes first.
    ordering::sort_by_key(&mut pages, |page| {
        let likeness = likeness_to(page);
        Reverse(if likeness < ALIKE { 0 } else { likeness })
    });
    let near = match pages[0] {
        Route::Systems => near_systems(snapshot, rest),
        Route::Prefectures => near_prefectures(snapshot, rest),
        Route::Municipalities | Route::Data | Route::MaintainerGuide => Vec::new(),
        // `cases/20-denshi-library-2022/list` was meant for a case.
        _ => near_cases(snapshot, &path.replace('/', " ")),
    };
    let is_near = likeness_to(&pages[0]) >= ALIKE;
    let near_heading =
        if near.is_empty() && !is_near { words::not_found::PAGES } else { words::not_found::NEAR };
    let pages = pages.into_iter().map(|page| {
        let name = words::site::page_name(&page);
        (Link::new(page, name), Text::default())
    });
    Missing {
        ancestors: Vec::new(),
        heading: words::not_found::HEADING,
        asked: Text::from(words::not_found::ASKED).then(Inline::Code(path.to_owned())),
        text: words::not_found::TEXT.into(),
        near_heading,
        near: near.into_iter().chain(pages).collect(),
    }
    .content()
}

/// Makes the page of an id that no case of the snapshot has.
pub fn unknown_case(snapshot: &Snapshot, id: &CaseId) -> PageContent {
    let mut near = near_cases(snapshot, id.as_str());
    let near_heading = if near.is_empty() { words::not_found::PAGES } else { words::not_found::CASE_NEAR };
    near.push((Link::new(Route::Cases, words::overview::SEE_LIST), Text::default()));
    Missing {
        ancestors: vec![Route::Overview, Route::Cases],
        heading: words::not_found::CASE_HEADING,
        asked: asked(words::case::IDENTIFIER, id.as_str()),
        text: words::not_found::CASE_TEXT.into(),
        near_heading,
        near,
    }
    .content()
}

/// Makes the page of a code that no municipality of the snapshot has.
pub fn unknown_municipality(code: MunicipalityCode) -> PageContent {
    let prefecture = Link::new(
        Address::with_card(Route::Prefecture(code.prefecture()), "municipalities"),
        words::municipality::IN_PREFECTURE,
    );
    let all = Link::new(Route::Municipalities, words::municipality::SEE_ALL);
    Missing {
        ancestors: vec![Route::Overview, Route::Municipalities],
        heading: words::municipality::UNKNOWN_HEADING,
        asked: asked(words::municipality::CODE, &code.to_string()),
        text: words::municipality::UNKNOWN_TEXT.to_owned(),
        near_heading: words::not_found::NEAR,
        near: [prefecture, all].map(|link| (link, Text::default())).into(),
    }
    .content()
}

/// Makes the page of a slug that no system type of the snapshot has.
pub fn unknown_system(snapshot: &Snapshot, slug: &Slug) -> PageContent {
    let mut near = near_systems(snapshot, slug.as_str());
    let near_heading = if near.is_empty() { words::not_found::PAGES } else { words::not_found::SYSTEM_NEAR };
    near.push((Link::new(Route::Systems, words::system::SEE_ALL), Text::default()));
    Missing {
        ancestors: vec![Route::Overview, Route::Systems],
        heading: words::not_found::UNKNOWN_SYSTEM_HEADING,
        asked: asked(words::case::SYSTEM_TYPE, slug.as_str()),
        text: words::not_found::unknown_system_text(slug.as_str()),
        near_heading,
        near,
    }
    .content()
}

fn asked(what: &str, name: &str) -> Text {
    Text::from(format!("{what}：")).then(Inline::Code(name.to_owned()))
}

struct Missing<'a> {
    ancestors: Vec<Route>,
    heading: &'a str,
    asked: Text,
    text: String,
    near_heading: &'a str,
    near: Vec<(Link, Text)>,
}

impl Missing<'_> {
    fn content(self) -> PageContent {
        PageContent {
            title: self.heading.to_owned(),
            ancestors: self.ancestors,
            heading: self.heading.to_owned(),
            blocks: vec![
                Block::Asked(self.asked),
                Block::paragraph(self.text),
                Block::Section(Section {
                    id: "near".to_owned(),
                    heading: self.near_heading.to_owned(),
                    blocks: vec![Block::Links(self.near)],
                    ..Section::default()
                }),
            ],
            ..PageContent::default()
        }
    }
}

/// Finds the cases whose ids share the most words with what was asked for.
fn near_cases(snapshot: &Snapshot, asked: &str) -> Vec<(Link, Text)> {
    let asked = asked.to_ascii_lowercase();
    let words: Vec<&str> = asked.split(['-', ' ']).filter(|word| !word.is_empty()).collect();
    let shared =
        |case: CaseRef<'_>| case.id().as_str().split('-').filter(|word| words.contains(word)).count();
    let mut cases: Vec<CaseRef<'_>> = snapshot.cases.iter().filter(|&case| shared(case) > 0).collect();
    cases.sort_by_cached_key(|&case| Reverse((shared(case), likeness(&asked, case.id().as_str()))));
    let links = cases.into_iter().take(GUESSES).map(|case| {
        let place = snapshot.prefecture_name(case.lead_prefecture());
        let system = snapshot.system_name(case.system_type());
        (Link::new(Route::Case(case.id().clone()), case.title()), format!("{place}・{system}").into())
    });
    links.collect()
}

/// Finds the system types whose slugs or names are most like what was asked for.
fn near_systems(snapshot: &Snapshot, asked: &str) -> Vec<(Link, Text)> {
    let candidates = named_types(snapshot).map(|system| {
        let likeness = most_alike(asked, &[system.slug.as_str(), &system.name, &system.name_en]);
        (likeness, Link::system(&system.slug, system.name.as_str()))
    });
    best(candidates.collect())
}

/// Finds the prefecture of a code written in another way, or those whose names are most like it.
fn near_prefectures(snapshot: &Snapshot, asked: &str) -> Vec<(Link, Text)> {
    let code: Option<PrefectureCode> = format!("{asked:0>2}").parse().ok();
    let candidates = snapshot.prefectures.prefectures.iter().map(|it| {
        let likeness =
            if code == Some(it.code) { 1000 } else { most_alike(asked, &[&it.name, &it.name_en, &it.kana]) };
        (likeness, Link::new(Route::Prefecture(it.code), it.name.as_str()))
    });
    best(candidates.collect())
}

fn best(mut candidates: Vec<(usize, Link)>) -> Vec<(Link, Text)> {
    candidates.retain(|(likeness, _)| *likeness >= ALIKE);
    ordering::sort_by_key(&mut candidates, |(likeness, _)| Reverse(*likeness));
    candidates.into_iter().take(GUESSES).map(|(_, link)| (link, Text::default())).collect()
}

fn most_alike(asked: &str, names: &[&str]) -> usize {
    names.iter().map(|name| likeness(asked, name)).max().unwrap_or_default()
}

/// Counts the pairs of neighbouring letters that two words share, in thousandths of all. Case is ignored.
fn likeness(a: &str, b: &str) -> usize {
    let (a, mut b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    let shared = a.iter().filter(|pair| {
        let place = b.iter().position(|it| it == *pair);
        place.map(|place| b.swap_remove(place)).is_some()
    });
    2000 * shared.count() / all.max(1)
}

fn pairs(word: &str) -> Vec<[char; 2]> {
    let letters: Vec<char> = word.to_ascii_lowercase().chars().collect();
    letters.windows(2).map(|pair| [pair[0], pair[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_by_their_pairs_of_letters() {
        let words = [
            ("online-application", "online-application", 1000),
            ("RPA", "rpa", 1000),
            ("system", "systems", 909),
            ("大阪", "大阪府", 666),
            // Each pair counts once.
            ("aaaa", "aa", 500),
            ("nonsense", "gis", 0),
            ("", "", 0),
            ("a", "a", 0),
        ];
        for (a, b, expected) in words {
            assert_eq!(likeness(a, b), expected, "{a} {b}");
            assert_eq!(likeness(b, a), expected, "{b} {a}");
        }
    }
}
