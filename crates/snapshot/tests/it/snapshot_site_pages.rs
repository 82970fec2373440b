//! The content of the pages before the program is there.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{CaseTable, Snapshot};
use joint_procurement_core::routes::Route;
use joint_procurement_testing::{data_folder, published, rows};

use crate::written::{every_page, pages_of};

use joint_procurement::words;

#[test]
fn each_page_has_a_title_a_description_and_a_heading_of_its_own() {
    let pages = every_page();
    let mut seen = BTreeSet::new();
    for (path, (_, page)) in pages {
        assert!(page.title.ends_with(words::site::NAME), "{path}: {}", page.title);
        let length = page.description.chars().count();
        assert!((10..=121).contains(&length), "{path}: {}", page.description);
        assert!(seen.insert((page.title.clone(), page.description.clone())), "{path}: {}", page.title);
    }
    let titles: BTreeSet<&str> = pages.values().map(|(_, page)| page.title.as_str()).collect();
    // Some cases bear the same title; their descriptions tell them apart.
    assert!(titles.len() * 100 > pages.len() * 95, "{} of {}", titles.len(), pages.len());
}

#[test]
fn data_are_never_markup() {
    const HOSTILE: &str = "</script><script>alert(1)</script>\"'<img src=x onerror=alert(1)>&amp;";
    let mut published = published();
    let mut cases = rows(&published.snapshot);
    cases[0].title = HOSTILE.to_owned();
    cases[0].lead_organization = HOSTILE.to_owned();
    let id = cases[0].id.clone();
    let Snapshot { meta, terms, prefectures, .. } = published.snapshot;
    published.snapshot = Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap();
    let detail = published.details.iter_mut().find(|it| it.id == id).unwrap();
    detail.background = Some(HOSTILE.to_owned());
    let pages = pages_of(published);
    let pages =
        [Route::Case(id), Route::Cases, Route::Overview].map(|route| pages.page(&route, None).unwrap());
    let [case, ..] = &pages;
    assert!(case.body.contains("&lt;script&gt;alert(1)"), "the title is shown");
    for page in &pages {
        for html in [&page.body, &page.linked_data] {
            assert!(!html.contains("<script") && !html.contains("</script") && !html.contains("<img"));
        }
        serde_json::from_str::<serde_json::Value>(&page.linked_data).unwrap();
    }
}

#[test]
fn search_engines_are_told_the_way_and_the_data() {
    let pages = pages_of(published());
    let read = |route: Route, site: Option<&str>| -> serde_json::Value {
        serde_json::from_str(&pages.page(&route, site).unwrap().linked_data).unwrap()
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
