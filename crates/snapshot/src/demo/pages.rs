//! The pages that a made-up case refers to. No such page exists: the host is reserved for examples.

use joint_procurement_core::domain::{Date, DocumentKind, LinkState, SourceClass, Term};
use serde_json::{Map, Value, json};

use super::random::Random;

/// The addresses that all cases share: a column tells no more than 65,535 apart.
const ADDRESSES: usize = 2_000;

pub fn add(case: &mut Map<String, Value>, random: &mut Random, number: usize, as_of: Date) {
    let count = if random.chance(25) { random.within(1, 3) } else { 0 };
    let documents = (1..=count).map(|place| {
        let kind = random.pick(DocumentKind::ALL).map_or("", |kind| kind.ja());
        let title = format!("架空の{kind}");
        page(random, number, &format!("d{place}"), &title, as_of, json!({"kind": kind}))
    });
    let documents: Vec<Value> = documents.collect();
    case.insert("documents".to_owned(), documents.into());
    let count = 1 + random.low(5);
    let sources = (1..=count).map(|place| {
        let key = format!("s{place}");
        let publisher = random.word(&["架空の県", "架空の市", "架空新聞", "架空みらい情報株式会社"]);
        page(
            random,
            number,
            &key,
            &format!("架空の資料{place}"),
            as_of,
            json!({"key": key, "publisher": publisher}),
        )
    });
    let sources: Vec<Value> = sources.collect();
    case.insert("sources".to_owned(), sources.into());
}

/// Makes a page with what is its own.
fn page(random: &mut Random, number: usize, name: &str, title: &str, as_of: Date, own: Value) -> Value {
    let address = format!("https://example.jp/demo/{}/{name}", number % ADDRESSES);
    let before = usize::from(as_of.year_month().year) - 1;
    let published = random.maybe(70, |random| {
        let year = before - random.low(20);
        match random.below(3) {
            0 => year.to_string(),
            1 => format!("{year}-{:02}", random.within(1, 12)),
            _ => format!("{year}-{:02}-{:02}", random.within(1, 12), random.within(1, 28)),
        }
    });
    let mut page = own;
    page["url"] = address.as_str().into();
    page["title"] = title.into();
    page["published"] = published.into();
    page["class"] = random.pick(SourceClass::ALL).map(|class| class.ja()).into();
    if let Some(state) = random.maybe(15, |random| random.pick(LinkState::ALL).map(|state| state.slug())) {
        page["link"] = json!({"state": state, "seen_on": as_of});
    }
    if random.chance(5) {
        page["archived_url"] = format!("{address}/archived").into();
    }
    page
}
