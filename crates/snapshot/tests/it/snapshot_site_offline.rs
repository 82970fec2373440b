//! `snapshot site`: what the service worker keeps.

use std::collections::BTreeMap;
use std::fs;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::snapshot_site::Site;

/// Reads what the worker is told of this version, and the worker itself.
fn worker(site: &Site) -> (Value, String) {
    let worker = site.read("sw.js");
    let (version, program) = worker.split_once('\n').expect("two lines");
    let version =
        version.strip_prefix("self.version = ").and_then(|it| it.strip_suffix(';')).expect("a version");
    (serde_json::from_str(version).expect("JSON"), program.to_owned())
}

/// The files by their addresses.
fn kept(site: &Site) -> BTreeMap<String, Value> {
    let (version, _) = worker(site);
    let files = version["files"].as_array().expect("files").clone();
    files.into_iter().map(|file| (file["url"].as_str().expect("a URL").to_owned(), file)).collect()
}

#[test]
fn all_that_pages_need_is_kept_and_nothing_else() {
    let site = Site::new();
    for (path, text) in [
        ("app-0123456789abcdef.js", "glue"),
        ("app-0123456789abcdef_bg.wasm", "program"),
        ("icons/icon-192.png", "icon"),
        ("manifest.webmanifest", "{}"),
        ("share.png", "picture"),
        ("data/2001-01-01/cases.0123456789ab.json", "older data"),
    ] {
        let path = site.dist().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }
    site.run_well(&[]);
    let kept = kept(&site);
    let has = |start: &str| kept.keys().any(|path| path.starts_with(start));
    for start in [
        "app-0123456789abcdef.js",
        "app-0123456789abcdef_bg.wasm",
        "echarts/echarts-",
        "icons/",
        "manifest.",
        "shell.html",
    ] {
        assert!(has(start), "{start} of {kept:#?}");
    }
    let catalog: Value = serde_json::from_str(&site.read("data/catalog.json")).expect("JSON");
    assert!(has("data/catalog.json"));
    for file in catalog["snapshots"][0]["files"].as_array().expect("files") {
        assert!(has(&format!("data/{}", file["path"].as_str().expect("a path"))), "{file}");
    }
    for start in [
        "index.html",
        "cases/",
        "404",
        "sw.js",
        "share",
        "data/source",
        "data/2001",
        "data/schema",
        "_headers",
    ] {
        assert!(!has(start), "{start} of {kept:#?}");
    }
    assert!(kept.keys().all(|path| !path.ends_with(".gz") && !path.ends_with(".br")));
}

#[test]
fn every_file_has_its_checksum_and_names_that_do_not_say_the_content_a_revision() {
    let site = Site::new();
    site.run_well(&[]);
    let mut bytes = 0;
    for (path, file) in kept(&site) {
        let content = fs::read(site.dist().join(&path)).expect(&path);
        bytes += content.len() as u64;
        let digest = BASE64_STANDARD.encode(Sha256::digest(&content));
        assert_eq!(file["integrity"], format!("sha256-{digest}"), "{path}");
        let is_hashed = path.starts_with("echarts/") || path.matches('/').count() == 2;
        assert_eq!(file["revision"].is_null(), is_hashed, "{path}");
    }
    let (version, _) = worker(&site);
    assert_eq!(version["bytes"], bytes);
    let catalog: Value = serde_json::from_str(&site.read("data/catalog.json")).expect("JSON");
    assert_eq!(version["as_of"], catalog["snapshots"][0]["as_of"]);
}

#[test]
fn a_second_run_changes_nothing_and_a_changed_file_changes_the_worker() {
    let site = Site::new();
    site.run_well(&[]);
    let (first, program) = worker(&site);
    assert_eq!(program, "worker();\n");
    site.run_well(&[]);
    assert_eq!(worker(&site), (first.clone(), program.clone()));
    fs::write(site.dist().join("manifest.webmanifest"), "{}").expect("written");
    site.run_well(&[]);
    let (second, same) = worker(&site);
    assert_ne!(second, first);
    assert!(
        first["id"].is_string() && second["id"] != first["id"],
        "pages are told that it is another version"
    );
    assert_eq!(same, program);
}

#[test]
fn the_page_for_every_address_says_nothing_of_any_and_stands_at_the_base() {
    let site = Site::new();
    site.run_well(&["--base-url", "https://example.jp/dash/"]);
    let shell = site.read("shell.html");
    assert!(shell.contains("<base href=\"./\""), "the worker looks for this");
    assert!(!shell.contains("data-page") && !shell.contains("data-base"), "{shell}");
    assert!(shell.contains("noindex") && !shell.contains("canonical") && !shell.contains("og:"), "{shell}");
    assert!(shell.contains("app-1.css") && shell.contains("Content-Security-Policy"), "{shell}");
    let robots = ["sitemap.xml"].map(|path| site.read(path));
    assert!(robots.iter().all(|text| !text.contains("shell.html")));
}

#[test]
fn a_build_without_the_worker_is_told() {
    let site = Site::new();
    fs::remove_file(site.dist().join("sw.js")).expect("there");
    let run = site.run(&[]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("sw.js") && run.err.contains("make build"), "{}", run.err);
}
