//! Rules for every page as it is sent, read as a browser reads it.

use std::collections::{BTreeMap, BTreeSet};

use joint_procurement::content;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::{data_folder, published};
use scraper::{ElementRef, Html, Selector};

use crate::written::every_page;

/// Calls with each page.
fn each(mut check: impl FnMut(&str, &Html)) {
    let pages = every_page();
    assert!(pages.len() > 300, "the examples show nothing");
    for (path, (_, page)) in pages {
        check(path, &Html::parse_fragment(&page.body));
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// Tells if the element or one around it has the attribute.
fn is_marked(element: ElementRef<'_>, attribute: &str) -> bool {
    element.attr(attribute).is_some()
        || element.ancestors().filter_map(ElementRef::wrap).any(|it| it.attr(attribute).is_some())
}

#[test]
fn headings_go_down_one_level_at_a_time_from_a_single_h1() {
    each(|path, page| {
        assert_eq!(all(page, "h1").len(), 1, "{path}");
        assert_eq!(all(page, "main h1").len(), 1, "{path}");
        let mut before = 0;
        for heading in all(page, "h1, h2, h3, h4, h5, h6") {
            let level: u8 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= before + 1, "{path}: {} after h{before}", heading.html());
            assert!(!words(heading).is_empty(), "{path}: {}", heading.html());
            before = level;
        }
    });
}

#[test]
fn ids_are_unique_and_what_they_are_asked_for_is_there() {
    let mut asked = 0;
    each(|path, page| {
        let mut ids = BTreeSet::new();
        for element in all(page, "[id]") {
            let id = element.attr("id").unwrap();
            assert!(!id.is_empty() && ids.insert(id), "{path}: {id}");
        }
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for element in all(page, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap().split_whitespace() {
                    assert!(ids.contains(id), "{path}: {}", element.html());
                    asked += 1;
                }
            }
        }
    });
    assert!(asked > 300, "the examples show nothing: {asked}");
}

/// A link: the page that it is on, its address, and whether it is left to the browser.
struct Link {
    from: String,
    href: String,
    is_file: bool,
}

#[test]
fn every_link_leads_to_a_page_to_a_part_of_one_to_a_file_or_to_another_site() {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links = Vec::new();
    each(|path, page| {
        let of_page = all(page, "[id]").into_iter().filter_map(|it| it.attr("id")).map(str::to_owned);
        ids.insert(path.to_owned(), of_page.collect());
        for link in all(page, "a") {
            let href = link.attr("href").unwrap_or_else(|| panic!("{path}: {}", link.html())).to_owned();
            let leaves =
                link.attr("rel").is_some_and(|rel| rel.split_whitespace().any(|it| it == "external"));
            if href.starts_with("https://") || href.starts_with("http://") {
                assert!(leaves, "{path}: {}", link.html());
            } else {
                assert!(
                    !words(link).is_empty() || link.attr("aria-label").is_some(),
                    "{path}: {}",
                    link.html()
                );
                let is_file = leaves || link.attr("download").is_some();
                links.push(Link { from: path.to_owned(), href, is_file });
            }
        }
    });
    assert!(links.len() > 10_000, "the examples show nothing");
    let municipalities = published().municipalities;
    for Link { from, href, is_file } in &links {
        let (rest, part) = href.split_once('#').unwrap_or((href, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = path.strip_prefix("./").unwrap_or(path);
        // Written beside the pages (`snapshot_site_calendar`).
        if *is_file && path == content::CALENDAR {
            continue;
        }
        if *is_file {
            let file = path.strip_prefix("data/").unwrap_or_else(|| panic!("{from}: {href}"));
            assert!(data_folder().join(file).is_file(), "{from}: {href}");
            continue;
        }
        // Some of the municipalities are written here, all of them have the same parts.
        if let Route::Municipality(code) = Route::parse(path) {
            assert!(municipalities.get(code).is_some(), "{from}: {href}");
            let parts = ids.iter().find(|(path, _)| path.starts_with("municipalities/0")).unwrap().1;
            assert!(part.is_empty() || parts.contains(part), "{from}: {href}");
            continue;
        }
        // Fails: a link to a file that the router takes for a page.
        let parts = ids.get(path).unwrap_or_else(|| panic!("{from}: {href}"));
        // The program makes this part of a prefecture's page where the query asks for it.
        let is_made_later = part == "counterparts" && query.starts_with("system=");
        assert!(part.is_empty() || is_made_later || parts.contains(part), "{from}: {href}");
        let address = Address::from_path("", path, query, part).unwrap();
        assert!(!matches!(address.route, Route::NotFound(_)), "{from}: {href}");
    }
}

#[test]
fn tables_are_whole() {
    let mut tables = 0;
    each(|path, page| {
        for table in all(page, "table") {
            tables += 1;
            let name = within(table, "caption").first().map(|it| words(*it)).unwrap_or_default();
            assert!(!name.is_empty(), "{path}: a table without a caption");
            let widths: BTreeSet<usize> = within(table, "tr").into_iter().map(width).collect();
            assert_eq!(widths.len(), 1, "{path}: {name}: {widths:?}");
            assert!(!within(table, "tbody tr").is_empty(), "{path}: {name}");
            for head in within(table, "th") {
                assert!(head.attr("scope").is_some() && !words(head).is_empty(), "{path}: {}", head.html());
            }
            for row in within(table, "tbody tr") {
                assert_eq!(within(row, "th").len(), 1, "{path}: {name}: {}", row.html());
            }
        }
    });
    assert!(tables > 300, "the examples show nothing");
}

/// Counts the columns that the cells of a row take.
fn width(row: ElementRef<'_>) -> usize {
    let span = |cell: ElementRef<'_>| cell.attr("colspan").map_or(1, |span| span.parse().unwrap());
    within(row, "th, td").into_iter().map(span).sum()
}

#[test]
fn what_is_not_known_is_said_in_words() {
    let mut unknown = 0;
    each(|path, page| {
        unknown += all(page, ".unknown").len();
        for element in all(page, ".unknown, td, dt, dd, li, summary, caption, legend, option") {
            let is_labelled = !within(element, "[aria-label]").is_empty();
            assert!(is_labelled || !words(element).is_empty(), "{path}: {}", element.html());
        }
    });
    assert!(unknown > 300, "the examples show nothing");
}

#[test]
fn what_only_the_program_can_do_is_marked() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    each(|path, page| {
        for kind in ["button", "input", "select", "textarea", ".chart-frame", ".map__frame"] {
            for control in all(page, kind) {
                assert!(is_marked(control, "data-live"), "{path}: {}", control.html());
                *seen.entry(kind).or_default() += 1;
            }
        }
        // Progress bars say that something is under way.
        for loading in all(page, "progress") {
            let around = loading.ancestors().filter_map(ElementRef::wrap);
            let is_hidden = around.into_iter().any(|it| it.attr("class") == Some("loading"));
            assert!(is_hidden || is_marked(loading, "data-live"), "{path}: {}", loading.html());
        }
        // Links that lead on without it.
        for link in all(page, "main h3 a, nav a") {
            assert!(!is_marked(link, "data-live"), "{path}: {}", link.html());
        }
    });
    // Fields to fill in are made by the program itself.
    let kinds: Vec<&str> = seen.keys().copied().collect();
    assert_eq!(kinds, [".chart-frame", ".map__frame", "button"], "{seen:?}");
}

#[test]
fn nothing_is_written_that_the_policy_refuses_or_that_only_a_program_reads() {
    for (path, (_, page)) in every_page() {
        for refused in ["<script", "<style", " style=", "<!", "-->", " class=\"\"", "javascript:", " on"] {
            let found = page.body.match_indices(refused).next();
            let around = found.map(|(at, _)| page.body[at..].chars().take(60).collect::<String>());
            // A word of English in a text is no handler.
            let is_text = refused == " on" && around.as_ref().is_some_and(|it| !it.starts_with(" onc"));
            assert!(around.is_none() || is_text, "{path}: {around:?}");
        }
    }
}

#[test]
fn no_element_holds_a_blank_alone() {
    each(|path, page| {
        for element in all(page, "*") {
            // Leptos writes one in place of an empty text.
            let text: String = element.text().collect();
            let is_blank = element.children().count() == 1 && text == " ";
            assert!(!is_blank, "{path}: {}", element.html());
        }
    });
}

#[test]
fn no_text_depends_on_breaks_between_lines() {
    each(|path, page| {
        // A parser takes away the first break of a preformatted text: it would have to be written twice.
        assert_eq!(all(page, "textarea").len(), 0, "{path}");
        for lines in all(page, "pre") {
            assert!(!lines.inner_html().starts_with(char::is_whitespace), "{path}: {}", lines.html());
        }
        for element in all(page, "*") {
            let is_broken = element.text().any(|text| text.contains('\n'));
            assert!(!is_broken || element.html().contains("<pre"), "{path}: {}", element.html());
        }
    });
}

#[test]
fn what_parts_repeat_for_the_program_is_left_to_it() {
    let mut wholes = BTreeSet::new();
    each(|path, page| {
        for whole in [".list-actions", ".card__actions", ".type-bar", ".case-item"] {
            wholes.extend((!all(page, whole).is_empty()).then_some(whole));
        }
        for left in [".list-actions > *", ".card__actions > *", ".type-bar svg", ".case-item__pick", "option"]
        {
            assert_eq!(all(page, left).len(), 0, "{path}: {left}");
        }
    });
    assert_eq!(wholes.len(), 4, "the examples show nothing: {wholes:?}");
}

#[test]
fn the_list_begins_with_its_first_page() {
    let pages = every_page();
    let (_, list) = &pages["cases/"];
    let list = Html::parse_fragment(&list.body);
    assert_eq!(all(&list, ".case-list > li").len(), 25);
    let count = words(all(&list, ".result-bar__number")[0]);
    assert!(count.ends_with('件') && count.len() > "件".len(), "{count}");
}
