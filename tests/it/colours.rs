//! The colours of the style sheets, on light and on dark ground. Their look in a browser on each page is
//! checked in tests/e2e/accessibility.test.mjs; here are the pairs that seldom come up there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use joint_procurement::charts::{
    Dot, Event, Heat, PARTS, Panel, bars, dots, heat_map, shades, small_multiples, stacked_bars, timeline,
    year_columns,
};
use joint_procurement_core::domain::Term;
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{CostBySize, KnownCount, YearCount, YearCounts};
use serde_json::Value;

fn styles() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/css");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The values of custom properties, each once, where `var()` is followed.
struct Tokens(BTreeMap<String, String>);

impl Tokens {
    /// `theme` is the one that holds, `other` the one that gives nothing.
    fn read(theme: &str, other: &str) -> Self {
        let text = &styles()["tokens.css"];
        let declared = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        let values = declared.map(|(name, value)| {
            let value = match value.split_once(&format!("var(--if-{theme}, ")) {
                None => value.to_owned(),
                Some((_, own)) => {
                    let end = own.find(&format!(" var(--if-{other}")).unwrap_or(own.len());
                    own[..end].strip_suffix(')').unwrap().to_owned()
                }
            };
            (name.to_owned(), value)
        });
        // A later declaration is one of a media query or of a domain.
        let mut tokens = BTreeMap::new();
        for (name, value) in values {
            tokens.entry(name).or_insert(value);
        }
        Self(tokens)
    }

    #[track_caller]
    fn colour(&self, name: &str) -> &str {
        let mut value = self.0.get(name).unwrap_or_else(|| panic!("no {name}")).as_str();
        while let Some(name) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            value = &self.0[name];
        }
        value
    }

    /// Measures how far two colours are apart, as WCAG 2 counts it.
    #[track_caller]
    fn contrast(&self, one: &str, other: &str) -> f64 {
        let [a, b] = [one, other].map(|name| luminance(self.colour(&format!("--color-{name}"))));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

fn luminance(colour: &str) -> f64 {
    let channel = |start: usize| {
        let value = f64::from(u8::from_str_radix(&colour[start..start + 2], 16).unwrap()) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    assert!(colour.len() == 7 && colour.starts_with('#'), "{colour}");
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

const THEMES: [(&str, &str); 2] = [("light", "dark"), ("dark", "light")];
const GROUNDS: [&str; 6] = ["page", "tile", "surface", "surface-hover", "surface-selected", "surface-head"];
const MESSAGES: [&str; 4] = ["info", "success", "warning", "error"];
const DOMAINS: [&str; 3] = ["general-affairs", "services", "tools"];

/// Every pair that is closer than `least` in one of the themes.
fn too_close(pairs: &[(String, String)], least: f64) -> Vec<String> {
    let themes = THEMES.into_iter().map(|(theme, other)| (theme, Tokens::read(theme, other)));
    themes
        .flat_map(|(theme, tokens)| {
            let found = pairs
                .iter()
                .map(move |(one, other)| (tokens.contrast(one, other), format!("{theme}: {one} on {other}")));
            found.filter(|(contrast, _)| *contrast < least).collect::<Vec<_>>()
        })
        .map(|(contrast, pair)| format!("{pair} {contrast:.2}"))
        .collect()
}

fn each(ones: &[&str], others: &[&str]) -> Vec<(String, String)> {
    ones.iter().flat_map(|one| others.iter().map(|other| ((*one).to_owned(), (*other).to_owned()))).collect()
}

#[test]
fn text_is_legible_on_every_ground() {
    let text = ["text", "text-strong", "text-muted", "link", "link-hover", "link-visited", "fill"];
    let mut pairs = each(&text, &GROUNDS);
    pairs.extend(each(&["info-text", "success-text", "warning-text", "error-text"], &GROUNDS));
    pairs.extend(each(&["text-on-fill"], &["fill", "fill-hover", "fill-active"]));
    pairs.extend(each(&["fill-hover", "fill-active", "text"], &["tint", "tint-strong"]));
    pairs.extend(each(&["text", "text-strong", "link"], &["hit"]));
    pairs.extend(each(&["text-disabled"], &["fill-disabled"]));
    pairs.extend(each(&["focus-text"], &["focus-fill"]));
    for name in MESSAGES.iter().chain(&DOMAINS) {
        let tint = format!("{name}-tint");
        pairs.extend(each(&[&format!("{name}-text"), "text", "link"], &[&tint]));
    }
    assert_eq!(too_close(&pairs, 4.5), Vec::<String>::new());
}

#[test]
fn signs_and_the_edges_of_controls_are_seen_on_their_ground() {
    let signs = ["border-strong", "border-control", "accent", "info", "success", "warning", "error"];
    let mut pairs = each(&signs, &["page", "tile", "surface", "surface-head"]);
    pairs.extend(each(&DOMAINS, &["page", "tile", "track"]));
    pairs.extend(each(&["chart-series", "chart-series-hover"], &["surface"]));
    let parts = ["chart-2", "chart-3", "chart-4", "chart-5", "chart-6", "chart-others"];
    pairs.extend(each(&parts, &["surface"]));
    pairs.extend(each(&["focus"], &GROUNDS));
    // Where the line lies on what has its own lightness, the ring beside it does not.
    pairs.extend(each(&["focus-ring"], &["focus", "fill"]));
    assert_eq!(too_close(&pairs, 3.0), Vec::<String>::new());
}

#[test]
fn every_colour_has_its_value_on_dark_ground() {
    let [light, dark] = THEMES.map(|(theme, other)| Tokens::read(theme, other));
    let same =
        light.0.iter().filter(|(name, value)| name.starts_with("--color-") && dark.0[*name] == **value);
    // The focused link is the same on both: yellow, dark blue.
    assert_eq!(
        same.map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["--color-focus-fill", "--color-focus-text"]
    );
}

#[test]
fn colours_are_written_in_the_tokens_only() {
    let is_colour = |value: &str| {
        let hex = value.split('#').skip(1).any(|rest| rest.starts_with(|it: char| it.is_ascii_hexdigit()));
        hex || ["rgb(", "rgba(", "hsl("].iter().any(|function| value.contains(function))
    };
    for (file, text) in styles().iter().filter(|(file, _)| *file != "tokens.css") {
        let declared = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        let literal: Vec<_> = declared.filter(|(_, value)| is_colour(value)).collect();
        assert!(literal.is_empty(), "{file}: {literal:?}");
    }
}

/// Every colour of a chart's option.
fn colours(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with('#') => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| colours(value, found)),
        Value::Object(members) => members.values().for_each(|value| colours(value, found)),
        _ => {}
    }
}

#[test]
fn what_a_chart_is_drawn_with_follows_the_theme() {
    let confirmed = KnownCount { known: 3, total: 3 };
    let years = YearCounts { years: vec![YearCount { year: 2020, cases: 3 }], confirmed };
    let mut found = Vec::new();
    colours(&bars(&["A"], &[1], "件", "").json, &mut found);
    colours(&year_columns(&years, 2026, "件", "").json, &mut found);
    let dot = |cost| Dot {
        across: 1.0,
        up: 1.0,
        cost,
        label: String::new(),
        words: String::new(),
        to: Route::Cases.into(),
    };
    colours(&dots(&CostBySize::COSTS.into_iter().map(dot).collect::<Vec<_>>(), "", "", "").json, &mut found);
    let event = |status| Event { year: 2020, status, words: String::new(), to: Route::Cases.into() };
    let events: Vec<Event> = StatusAnswer::ALL.iter().copied().map(event).collect();
    colours(&timeline(&events, 2021, "").json, &mut found);
    let panel = Panel { name: String::new(), values: vec![1], links: Vec::new() };
    colours(&small_multiples(&[panel.clone(), panel], &[String::new()], "", "").json, &mut found);
    let parts = PARTS.map(|name| (name.to_owned(), vec![Some(1)]));
    colours(&stacked_bars(&["A".to_owned()], &parts, "件", "").json, &mut found);
    let cells = [1, 2, 4, 16].map(|value| Heat {
        row: 0,
        column: 0,
        value,
        label: String::new(),
        words: String::new(),
        to: None,
    });
    colours(
        &heat_map(&["A".to_owned()], &["B".to_owned()], &cells, &shades(&cells), &|_| String::new(), "").json,
        &mut found,
    );
    assert!(found.len() > 4);
    let rules = &styles()["chart.css"];
    let light = Tokens::read("light", "dark");
    for colour in found {
        let rule =
            [format!("[fill=\"{colour}\"] {{\n  fill: "), format!("[stroke=\"{colour}\"] {{\n  stroke: ")]
                .iter()
                .find_map(|start| rules.split_once(start))
                .unwrap_or_else(|| panic!("assets/css/chart.css has no rule for {colour}"));
        let token = rule.1.split_once("var(").unwrap().1.split_once(')').unwrap().0;
        assert_eq!(light.colour(token), colour, "{token}");
    }
}
