//! What the pages say before the program is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use joint_procurement::cli::site::render::{Page, Pages};
use joint_procurement::content;
use joint_procurement::domain::{CaseTable, Catalog, Snapshot};
use joint_procurement::query::ScopeFilter;
use joint_procurement::routes::Route;
use joint_procurement::text::{JAPANESE, escaped};

use crate::generate::{Published, data_folder, published, rows};

/// Pages of the published data, of some of its cases as they are or changed.
fn with_pages<T>(published: &Published, act: impl FnOnce(&Pages<'_>) -> T) -> T {
    let catalog: Catalog =
        serde_json::from_slice(&fs::read(data_folder().join("catalog.json")).unwrap()).unwrap();
    act(&Pages {
        catalog: &catalog,
        snapshot: &published.snapshot,
        details: &published.details,
        municipalities: &published.municipalities,
        words: &JAPANESE,
    })
}

fn every_page() -> BTreeMap<String, (Route, Page)> {
    let published = published();
    with_pages(&published, |pages| {
        let routes = Route::all(&published.snapshot);
        routes.into_iter().map(|route| (route.path(), (route.clone(), pages.page(&route, None)))).collect()
    })
}

/// The values of an attribute, as written.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    html.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_page_has_a_title_a_description_and_a_heading_of_its_own() {
    let pages = every_page();
    let mut seen = BTreeSet::new();
    for (path, (_, page)) in &pages {
        assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
        assert!(page.title.ends_with(JAPANESE.shell.site_name), "{path}: {}", page.title);
        let length = page.description.chars().count();
        assert!((10..=121).contains(&length), "{path}: {}", page.description);
        assert!(seen.insert((page.title.clone(), page.description.clone())), "{path}: {}", page.title);
    }
    let titles: BTreeSet<&str> = pages.values().map(|(_, page)| page.title.as_str()).collect();
    // Some cases bear the same title; their descriptions tell them apart.
    assert!(titles.len() * 100 > pages.len() * 95, "{} of {}", titles.len(), pages.len());
}

#[test]
fn every_link_leads_to_a_page_a_file_or_another_site() {
    let pages = every_page();
    let mut within = 0;
    for (path, (_, page)) in &pages {
        for href in values(&page.body, "href") {
            if href.starts_with("https://") || href.starts_with("http://") {
                continue;
            }
            let to = href.split(['?', '#']).next().unwrap().trim_start_matches("./");
            let is_file = data_folder().join(to.trim_start_matches("data/")).is_file();
            assert!(pages.contains_key(to) || is_file, "{path}: {href}");
            within += 1;
        }
    }
    assert!(within > 10_000, "the examples show nothing");
}

/// The tags of links, from their name on, as written.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split("<a ").skip(1).filter_map(|rest| rest.split('>').next())
}

#[test]
fn links_to_files_are_left_to_the_browser() {
    let pages = every_page();
    let frame = include_str!("../../index.html");
    let bodies = pages.iter().map(|(path, (_, page))| (path.as_str(), page.body.as_str()));
    let mut files = 0;
    for (path, html) in bodies.chain([("index.html", frame)]) {
        for link in links(html) {
            let link = link.split_whitespace().collect::<Vec<_>>().join(" ");
            let href = values(&format!(" {link}"), "href").concat();
            let to = href.split(['?', '#']).next().unwrap().trim_start_matches("./").to_owned();
            if href.contains("://") || pages.contains_key(&to) {
                continue;
            }
            let marked =
                link.ends_with(" download") || link.contains(" download ") || link.contains("external");
            // Fails: the router takes the file for a page.
            assert!(marked, "{path}: {link}");
            files += 1;
        }
    }
    assert!(files > 20, "the examples show nothing");
}

#[test]
fn a_page_says_what_the_application_says() {
    let (pages, published) = (every_page(), published());
    let snapshot = &published.snapshot;
    for (path, content) in [
        ("", content::overview(snapshot, &JAPANESE)),
        ("systems/", content::systems(snapshot, &JAPANESE, ScopeFilter::default())),
        ("prefectures/31/", content::prefecture(snapshot, &JAPANESE, "31".parse().unwrap())),
        ("faq/", content::faq(snapshot, &JAPANESE)),
    ] {
        let (_, page) = &pages[path];
        assert!(page.body.contains(&escaped(&content.heading)), "{path}");
        for figure in ["key-figure__value", "card__heading", "section__heading"] {
            let there = page.body.matches(figure).count();
            assert!(there > 0 || path == "faq/" || path == "systems/", "{path}: {figure}");
        }
    }
    // Of a case also what comes with files of its own.
    let case = published.details.iter().find(|it| it.background.is_some() && !it.sources.is_empty()).unwrap();
    let (_, page) = &pages[&format!("cases/{}/", case.id)];
    assert!(page.body.contains(&escaped(case.background.as_deref().unwrap())), "{}", case.id);
    assert!(page.body.contains(&escaped(&case.sources[0].url)), "{}", case.id);
}

#[test]
fn data_are_never_markup() {
    const HOSTILE: &str = "</script><script>alert(1)</script>\"'<img src=x onerror=alert(1)>&amp;";
    let mut published = published();
    let mut cases = rows(&published.snapshot);
    cases[0].title = HOSTILE.to_owned();
    cases[0].lead.organization = HOSTILE.to_owned();
    let id = cases[0].id.clone();
    let Snapshot { meta, terms, prefectures, .. } = published.snapshot;
    published.snapshot = Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap();
    let detail = published.details.iter_mut().find(|it| it.id == id).unwrap();
    detail.background = Some(HOSTILE.to_owned());
    for source in &mut detail.sources {
        source.url = "javascript:alert(1)".to_owned();
    }
    let pages = with_pages(&published, |pages| {
        [Route::Case(id), Route::Cases, Route::Overview].map(|route| pages.page(&route, None))
    });
    let [case, ..] = &pages;
    assert!(case.body.contains("&lt;script&gt;alert(1)"), "the title is shown");
    for page in &pages {
        for html in [&page.body, &page.linked_data] {
            assert!(!html.contains("<script") && !html.contains("</script") && !html.contains("<img"));
        }
        assert!(!values(&page.body, "href").iter().any(|href| href.starts_with("javascript")));
        serde_json::from_str::<serde_json::Value>(&page.linked_data).unwrap();
    }
}

#[test]
fn search_engines_are_told_the_way_and_the_data() {
    let published = published();
    let read = |route: Route, site: Option<&str>| -> serde_json::Value {
        with_pages(&published, |pages| serde_json::from_str(&pages.page(&route, site).linked_data).unwrap())
    };
    let way = read(Route::Prefecture("31".parse().unwrap()), None);
    let items = way["@graph"][0]["itemListElement"].as_array().unwrap();
    let names: Vec<&str> = items.iter().map(|item| item["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["概要", "都道府県", "鳥取県"]);
    assert_eq!(items[2]["item"], "prefectures/31/");
    let data = read(Route::Data, Some("https://example.jp/dash/"));
    let dataset = &data["@graph"][1];
    assert_eq!(dataset["@type"], "Dataset");
    let urls: Vec<&str> = dataset["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["contentUrl"].as_str().unwrap())
        .collect();
    assert!(urls.contains(&"https://example.jp/dash/data/source/cases.jsonl"), "{urls:?}");
    for url in urls {
        let path = url.strip_prefix("https://example.jp/dash/data/").unwrap();
        assert!(data_folder().join(path).is_file(), "{url}");
    }
}
