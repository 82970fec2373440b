//! Conventions that no compiler checks. Each names the file that breaks it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// Rust, style and script files of the project.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![
        root.join("src"),
        root.join("crates"),
        root.join("tests"),
        root.join("assets"),
        root.join("tools"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|name| name != "node_modules") {
                    folders.push(path);
                }
            } else if ["rs", "css", "js", "mjs", "sh"]
                .iter()
                .any(|end| path.extension().is_some_and(|it| it == *end))
            {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    assert!(found.len() > 50, "the sources are not where they are looked for");
    found
}

/// No file for which `broken` gives a reason.
#[track_caller]
fn check(broken: impl Fn(&Path, &str) -> Option<String>) {
    let all = sources();
    let found =
        all.iter().filter_map(|(path, text)| Some(format!("{}: {}", path.display(), broken(path, text)?)));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
}

fn contains(text: &str, words: &[&str]) -> Option<String> {
    words.iter().find(|word| text.contains(**word)).map(|word| (*word).to_owned())
}

#[test]
fn what_a_page_says_does_not_know_the_browser() {
    // Cargo itself sees to it for the crates.
    let pure = ["src/content", "src/words"];
    check(|path, text| {
        let is_pure = pure.iter().any(|folder| path.starts_with(folder));
        contains(text, &["leptos", "web_sys", "js_sys", "wasm_bindgen"]).filter(|_| is_pure)
    });
}

#[test]
fn only_data_fetches_and_only_the_address_bar_writes_the_history() {
    check(|path, text| {
        contains(text, &["gloo_net"])
            .filter(|_| path.starts_with("src") && path != Path::new("src/data/fetch.rs"))
    });
    check(|path, text| {
        contains(text, &["push_state", "replace_state"]).filter(|_| {
            let writers = ["address_bar.rs", "place.rs", "steps.rs"];
            !writers.iter().any(|name| path == Path::new("src/navigation").join(name))
                && path.starts_with("src")
        })
    });
}

#[test]
fn links_come_from_routes() {
    check(|path, text| {
        let literal =
            text.lines().find(|line| line.contains("href=\"") && !line.trim_start().starts_with("//"));
        literal.map(str::to_owned).filter(|_| path.starts_with("src"))
    });
}

#[test]
fn no_html_is_put_into_the_page() {
    check(|path, text| {
        contains(text, &["inner_html", "insert_adjacent_html"]).filter(|_| path.starts_with("src"))
    });
}

#[test]
fn files_can_be_seen_whole() {
    check(|path, text| {
        let lines = text.lines().count();
        // The tests of the browser and of the tables are lists of examples.
        let limit = if path.iter().any(|folder| folder == "tests") { 420 } else { 320 };
        (lines > limit).then(|| format!("{lines} lines"))
    });
}

#[test]
fn lines_end_cleanly() {
    check(|_, text| {
        let trailing = text.lines().position(|line| line.ends_with([' ', '\t']));
        trailing.map(|line| format!("white space at the end of line {}", line + 1))
    });
    check(|_, text| (!text.ends_with('\n')).then(|| "no line break at the end".to_owned()));
}

#[test]
fn each_class_of_the_styles_is_given_to_something() {
    let all = sources();
    let given: BTreeSet<String> = all
        .iter()
        .filter(|(path, _)| !path.iter().any(|folder| folder == "tests"))
        .flat_map(|(path, text)| match path.extension().and_then(|end| end.to_str()) {
            Some("rs") => strings(text.parse().expect("Rust")),
            Some("js" | "mjs") => quoted(text),
            _ => Vec::new(),
        })
        .chain(quoted(include_str!("../../index.html")))
        .flat_map(|text| words(&text))
        .collect();
    let unused = all.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "css")).flat_map(
        |(path, text)| {
            let unused = classes(text).into_iter().filter(|class| !given.contains(class));
            unused.map(|class| format!("{}: .{class}", path.display())).collect::<Vec<_>>()
        },
    );
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn classes_are_found_in_selectors_only() {
    let style =
        "/* .no */ .a__b:is(.c, p).d > .e[x=\".no\"] { background: url(../no.svg) } .f { inset: .5rem }";
    assert_eq!(classes(style), ["a__b", "c", "d", "e", "f"].map(str::to_owned).into());
}

/// The classes that a style sheet has rules for.
fn classes(style: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // Without comments and strings.
    let bare = style
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |it| it.1) });
    let bare: String = bare.collect();
    let bare: String = bare.split('"').step_by(2).collect();
    for selectors in bare
        .split(['{', '}', ';'])
        .zip(bare.split_inclusive(['{', '}', ';']))
        .filter(|(_, whole)| whole.ends_with('{'))
    {
        for part in selectors.0.split('.').skip(1) {
            let end = part.find(|letter: char| !is_of_name(letter)).unwrap_or(part.len());
            let name = &part[..end];
            if name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The text literals of Rust code, also inside macros, not in attributes, which hold the comments.
fn strings(code: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut tokens = code.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => drop(tokens.next()),
            TokenTree::Group(inside) => found.extend(strings(inside.stream())),
            TokenTree::Literal(literal) => found.push(literal.to_string()),
            _ => {}
        }
    }
    found
}

/// The texts in quotes, line by line.
fn quoted(text: &str) -> Vec<String> {
    let of_line =
        |line: &str| line.split(['"', '\'', '`']).skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    text.lines().flat_map(of_line).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter| !is_of_name(letter)).map(str::to_owned).collect()
}
