//! Conventions that no compiler checks. Each names the file that breaks it.

use std::path::Path;

use crate::sources::sources;

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
    check(|_, text| {
        let lines = text.lines().count();
        (lines > 300).then(|| format!("{lines} lines"))
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
