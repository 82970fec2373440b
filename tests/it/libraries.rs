//! The libraries that this dashboard is built on are the ones that were asked for, and they do the work.

use std::fs;
use std::path::PathBuf;

use toml::{Table, Value};

use crate::sources::{has_ending, is_test, root, sources};

/// As in the manifest; in code a hyphen is an underscore.
const ASKED_FOR: [&str; 6] = ["leptos", "leptos_router", "serde", "serde_json", "gloo-net", "charming"];
/// Stand-ins for one of them, or for what plain trunk builds.
const NOT_BESIDE_THEM: [&str; 3] = ["maud", "miniserde", "wasm_split_helpers"];

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the packages that a manifest asks for, on every target.
fn dependencies(manifest: &str) -> Vec<String> {
    let manifest: Table = read(manifest).parse().unwrap();
    let per_target = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let sections = per_target.filter_map(Value::as_table).chain([&manifest]);
    let listed = sections.filter_map(|section| section.get("dependencies")?.as_table());
    // An entry can have another name than its package.
    let package = |(name, entry): (&String, &Value)| {
        entry.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()
    };
    listed.flatten().map(package).collect()
}

/// The program's own sources, each without its comments.
fn code() -> Vec<(PathBuf, String)> {
    let program = sources().into_iter().filter(|(path, _)| has_ending(path, "rs") && !is_test(path));
    let bare = program.map(|(path, text)| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        (path, lines.collect::<Vec<_>>().join("\n"))
    });
    bare.collect()
}

/// Tells if a path of the code begins with the crate's name.
fn is_used(code: &str, package: &str) -> bool {
    let path = format!("{}::", package.replace('-', "_"));
    code.match_indices(&path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        // `::` would be a module of that name somewhere else.
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':')
    })
}

#[test]
fn the_libraries_asked_for_are_direct_dependencies() {
    let of_app = dependencies("Cargo.toml");
    for name in ASKED_FOR {
        assert!(of_app.iter().any(|it| it == name), "{name} is not in Cargo.toml: {of_app:?}");
    }
    for manifest in ["Cargo.toml", "crates/core/Cargo.toml", "crates/snapshot/Cargo.toml"] {
        for name in NOT_BESIDE_THEM {
            assert!(!dependencies(manifest).iter().any(|it| it == name), "{name} is in {manifest}");
        }
    }
}

#[test]
fn the_libraries_asked_for_are_used() {
    let code = code();
    for name in ASKED_FOR {
        assert!(code.iter().any(|(_, text)| is_used(text, name)), "nothing in src uses {name}");
    }
    for name in NOT_BESIDE_THEM {
        let users: Vec<_> =
            code.iter().filter(|(_, text)| is_used(text, name)).map(|(path, _)| path).collect();
        assert!(users.is_empty(), "{name} in {users:?}");
    }
}

#[test]
fn trunk_builds_the_site_with_its_own_wasm_bindgen() {
    let settings: Table = read("Trunk.toml").parse().unwrap();
    assert_eq!(settings["build"]["target"].as_str(), Some("index.html"));
    let page = read("index.html");
    assert!(page.contains("data-trunk") && page.contains("rel=\"rust\""), "index.html names no program");
    assert!(
        read("Makefile").lines().any(|line| line.contains("trunk") && line.contains(" build --release")),
        "make build does not call trunk"
    );
    // A tool that stands on PATH before the real one does not come with the project.
    assert!(!root().join("tools/split").exists(), "tools/split is there");
}

#[test]
fn a_use_is_a_path_and_not_a_word() {
    assert!(is_used("use gloo_net::http::Request;", "gloo-net"));
    assert!(is_used("    serde_json::to_value(it)", "serde_json"));
    assert!(!is_used("use serde_json::Value;", "serde"));
    assert!(!is_used("let leptos = other::leptos::x;", "leptos"));
    assert!(!is_used("use leptos_router::Router;", "leptos"));
    assert!(!is_used("miniserde::json", "serde"));
}
