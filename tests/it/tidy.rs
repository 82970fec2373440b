//! Conventions that no compiler checks. Each rule is tried on a file that breaks it, so that none guards nothing.

use std::path::Path;

use crate::sources::{has_ending, is_test, sources};

/// A rule of a convention.
struct Rule {
    name: &'static str,
    /// Gives what is wrong with a file.
    broken: fn(&Path, &str) -> Option<String>,
    /// A file that breaks the rule.
    example: (&'static str, &'static str),
}

const RULES: [Rule; 8] = [
    Rule {
        name: "the content of pages does not know the browser",
        // Cargo itself sees to it for the crates.
        broken: |path, text| {
            let is_pure = path.starts_with("src/content") || path.starts_with("src/words");
            contains(text, &["leptos", "web_sys", "js_sys", "wasm_bindgen"]).filter(|_| is_pure)
        },
        example: ("src/content/a.rs", "use web_sys::Element;\n"),
    },
    Rule {
        name: "each API of the browser is used by one module",
        broken: |path, text| {
            let strangers = BINDINGS.iter().filter(|(_, module)| path != Path::new(module));
            let names: Vec<&str> = strangers.flat_map(|(names, _)| names.iter().copied()).collect();
            contains(text, &names).filter(|_| is_application(path))
        },
        example: ("src/pages/a.rs", "let observer = ResizeObserver::new(act)?;\n"),
    },
    Rule {
        name: "links come from routes",
        broken: |path, text| {
            let is_literal = |line: &str| {
                line.contains("href=\"") || line.contains("set_href(\"") || line.contains("\"href\", \"")
            };
            let literal = code(text).find(|line| is_literal(line)).map(str::to_owned);
            literal.filter(|_| is_application(path))
        },
        example: ("src/pages/a.rs", "view! { <a href=\"/cases/\">{words::list::HEADING}</a> }\n"),
    },
    Rule {
        name: "no HTML is put into the page",
        broken: |path, text| {
            let doors =
                ["inner_html", "outer_html", "insert_adjacent_html", "contextual_fragment", "DomParser"];
            contains(text, &doors).filter(|_| is_application(path))
        },
        example: ("src/pages/a.rs", "element.set_inner_html(title);\n"),
    },
    Rule {
        name: "tests wait for something, not for a time",
        // A line that is slow on purpose has its pauses in `support/visitor.mjs`; the polling of the tests in the
        // browser is in `web/page.rs`.
        broken: |path, text| {
            let waits =
                ["tests/e2e/support/visitor.mjs", "tests/web/page.rs"].iter().any(|it| path == Path::new(it));
            let sleeps =
                ["waitForTimeout", "thread::sleep", "sleep(", "timers/promises", "with_callback_and_timeout"];
            let pauses = code(text).find(|line| line.contains("=> setTimeout(") && line.contains(", "));
            let found = contains(text, &sleeps).or_else(|| pauses.map(str::to_owned));
            found.filter(|_| is_test(path) && !waits && path != Path::new("tests/it/tidy.rs"))
        },
        example: ("tests/e2e/a.test.mjs", "await new Promise((done) => setTimeout(done, 500));\n"),
    },
    Rule {
        name: "files can be seen whole",
        broken: |_, text| Some(text.lines().count()).filter(|it| *it > 300).map(|it| format!("{it} lines")),
        example: ("src/a.rs", include_str!("../../Cargo.lock")),
    },
    Rule {
        name: "lines end cleanly",
        broken: |_, text| {
            let trailing = text.lines().position(|line| line.ends_with([' ', '\t']));
            trailing.map(|line| format!("white space at the end of line {}", line + 1))
        },
        example: ("src/a.rs", "use std::fmt; \n"),
    },
    Rule {
        name: "files end with a line break",
        broken: |_, text| (!text.ends_with('\n')).then(|| "no line break at the end".to_owned()),
        example: ("src/a.rs", "use std::fmt;"),
    },
];

/// APIs of the browser, each with the one module that uses it.
const BINDINGS: [(&[&str], &str); 9] = [
    (&["gloo_net", "AbortController", "ReadableStream"], "src/data/fetch.rs"),
    (&["push_state", "replace_state", "scroll_restoration"], "src/browser/history.rs"),
    (&["local_storage", "session_storage"], "src/browser/storage.rs"),
    (&["exec_command", "ClipboardEvent"], "src/browser/clipboard.rs"),
    (&["BlobPropertyBag", "object_url"], "src/browser/save.rs"),
    (&["IntersectionObserver", "ResizeObserver"], "src/browser/observe.rs"),
    (&["CanvasRenderingContext2d", "HtmlImageElement"], "src/browser/canvas.rs"),
    (&["CustomEvent"], "src/offline/mod.rs"),
    (&["js_namespace"], "src/charts/echarts.rs"),
];

fn is_application(path: &Path) -> bool {
    path.starts_with("src") && has_ending(path, "rs") && !is_test(path)
}

/// The lines that are no comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn contains(text: &str, words: &[&str]) -> Option<String> {
    code(text).find_map(|line| words.iter().find(|word| line.contains(**word))).map(|word| (*word).to_owned())
}

#[test]
fn every_file_keeps_every_rule() {
    let sources = sources();
    let broken = sources.iter().flat_map(|(path, text)| {
        let told = |rule: &Rule| {
            let why = (rule.broken)(path, text)?;
            Some(format!("{}: {}: {why}", rule.name, path.display()))
        };
        RULES.iter().filter_map(told)
    });
    assert_eq!(broken.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_rule_finds_what_breaks_it() {
    for Rule { name, broken, example: (path, text) } in &RULES {
        assert!(broken(Path::new(path), text).is_some(), "{name}");
        assert_eq!(broken(Path::new(path), "use std::fmt;\n"), None, "{name}");
    }
}

#[test]
fn every_api_of_the_browser_is_used_where_it_belongs() {
    let sources = sources();
    for (names, module) in BINDINGS {
        let (_, text) = sources.iter().find(|(path, _)| path == Path::new(module)).unwrap();
        for name in names {
            assert!(text.contains(name), "{name} is not in {module}");
        }
    }
}
