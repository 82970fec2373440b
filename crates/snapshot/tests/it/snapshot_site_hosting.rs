//! `snapshot site`: what hosts go by beside the pages.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use joint_procurement_core::domain::Catalog;
use joint_procurement_core::routes::Route;

use crate::program::contents;
use crate::snapshot_site::Site;

const BASE_URL: &str = "https://example.jp/dash/";

/// The files with their paths below the site, without the compressed copies.
fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let (mut files, _) = with_copies(site);
    files.retain(|path, _| !path.ends_with(".gz") && !path.ends_with(".br"));
    files
}

/// All files, and when each was written.
fn with_copies(site: &Site) -> (BTreeMap<String, Vec<u8>>, BTreeMap<PathBuf, SystemTime>) {
    let dist = site.dist();
    let all = contents(&dist);
    let written = |path: &Path| fs::metadata(path).and_then(|it| it.modified()).expect("a time");
    let times = all.keys().map(|path| (path.clone(), written(path))).collect();
    let short = |path: PathBuf| path.strip_prefix(&dist).expect("below").to_string_lossy().into_owned();
    (all.into_iter().map(|(path, bytes)| (short(path), bytes)).collect(), times)
}

fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    if path.ends_with(".gz") {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).expect(path);
    } else {
        brotli::BrotliDecompress(&mut &*bytes, &mut text).expect(path);
    }
    text
}

/// Every compressed copy with the path of its file.
fn copies(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, &str)> {
    let original =
        |path: &'_ String| path.len() - if path.ends_with(".gz") || path.ends_with(".br") { 3 } else { 0 };
    files
        .keys()
        .map(|path| (path.as_str(), &path[..original(path)]))
        .filter(|(copy, path)| copy != path)
        .collect()
}

/// Pattern and headers of each rule.
fn rules(site: &Site) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in site.read("_headers").lines() {
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").expect(line);
            rules.last_mut().expect(line).1.push((name.to_owned(), value.to_owned()));
        } else {
            assert!(line.starts_with('/'), "{line}");
            rules.push((line.to_owned(), Vec::new()));
        }
    }
    rules
}

/// As Cloudflare Pages and Netlify read a pattern.
fn fits(pattern: &str, address: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(folder) => address.starts_with(folder),
        None => pattern == address,
    }
}

/// The values of a header that a host sends with an address.
fn sent(rules: &[(String, Vec<(String, String)>)], address: &str, header: &str) -> Vec<String> {
    let fitting = rules.iter().filter(|(pattern, _)| fits(pattern, address));
    let headers = fitting.flat_map(|(_, headers)| headers).filter(|(name, _)| name == header);
    headers.map(|(_, value)| value.clone()).collect()
}

/// A site with a file of every kind that a build may have.
fn made_up() -> Site {
    let site = Site::new();
    for path in [
        "app-17688843b51fdc11.css",
        "app-78178b101e07de3.js",
        "app-78178b101e07de3a_bg.wasm",
        "icon-ae32eb8931368810.svg",
        "manifest.webmanifest",
        "sw.js",
        "snippets/part-0123456789abcdef/inline0.js",
        "deep/er/file.txt",
        "deep/er/file-0123456789ab.txt",
        "deep/other.txt",
    ] {
        let file = site.dist().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, path).expect("written");
    }
    site
}

#[test]
fn each_file_is_told_how_long_it_may_be_kept_exactly_once() {
    let site = made_up();
    site.run_well(&["--base-url", BASE_URL]);
    let rules = rules(&site);
    let immutable = [".css", "de3.js", ".wasm", ".svg", "deep/er/file-0123456789ab.txt"];
    for path in files(&site).keys().filter(|path| !["_headers", ".nojekyll"].contains(&path.as_str())) {
        let expected = if immutable.iter().any(|end| path.ends_with(end))
            || path.starts_with("echarts/echarts-")
            || path.starts_with("data/2")
        {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let page =
            path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        for address in [Some(path.as_str()), page].into_iter().flatten() {
            let address = format!("/{address}");
            assert_eq!(sent(&rules, &address, "Cache-Control"), [expected], "{address}");
        }
    }
    // The limits up to which Cloudflare Pages reads.
    assert!(rules.len() < 100 && site.read("_headers").lines().all(|line| line.len() < 2000));
    assert!(rules.iter().all(|(pattern, _)| !pattern.trim_end_matches("/*").contains('*')), "{rules:?}");
}

#[test]
fn security_headers_are_sent_with_every_address_once() {
    let site = Site::new();
    site.run_well(&[]);
    let rules = rules(&site);
    for address in ["/", "/cases/31-e-bidding-2020/", "/data/catalog.json", "/nothing"] {
        for (header, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ] {
            assert_eq!(sent(&rules, address, header), [value], "{header} of {address}");
        }
        let [policy] = &sent(&rules, address, "Content-Security-Policy")[..] else { panic!("{address}") };
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        // Any site may show the pages: there is nothing in them that a reader could be made to do.
        assert!(!policy.contains("frame-ancestors"), "{policy}");
        assert!(sent(&rules, address, "X-Frame-Options").is_empty(), "{address}");
    }
}

#[test]
fn a_map_of_the_site_needs_its_address_and_lists_every_page_once() {
    let site = Site::new();
    site.run_well(&["--base-url", BASE_URL]);
    let xml = site.read("sitemap.xml");
    let between = |start: &str, end: &str| -> Vec<String> {
        xml.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0.to_owned())).collect()
    };
    let mut listed = between("<loc>", "</loc>");
    listed.sort();
    let pages = files(&site)
        .into_keys()
        .filter_map(|path| Some(format!("{BASE_URL}{}", path.strip_suffix("index.html")?)));
    let mut pages: Vec<String> = pages.collect();
    pages.sort();
    assert_eq!(listed, pages);
    assert!(listed.len() > Route::MENU.len() + 4 && listed.contains(&BASE_URL.to_owned()));

    let catalog: Catalog = serde_json::from_str(&site.read("data/catalog.json")).expect("a catalog");
    let published = catalog.snapshot(None).expect("a snapshot").published_at.to_string();
    assert_eq!(between("<lastmod>", "</lastmod>"), vec![published; listed.len()]);
    assert!(site.read("robots.txt").ends_with(&format!("\nSitemap: {BASE_URL}sitemap.xml\n")));

    site.run_well(&[]);
    assert_eq!(site.read("robots.txt"), "User-agent: *\nDisallow:\n");
    assert!(!files(&site).contains_key("sitemap.xml"), "it would name an address that is no longer said");
    assert!(with_copies(&site).0.keys().all(|path| !path.starts_with("sitemap")), "nor its copies");
}

#[test]
fn compressed_copies_unpack_to_their_files_and_are_smaller() {
    let site = made_up();
    fs::write(site.dist().join("noise.txt"), noise(5000)).expect("written");
    site.run_well(&["--base-url", BASE_URL]);
    let (all, _) = with_copies(&site);
    let copies = copies(&all);
    for (copy, path) in &copies {
        assert!(unpacked(copy, &all[*copy]) == all[*path], "{copy}");
        assert!(all[*copy].len() < all[*path].len() && all[*path].len() >= 1000, "{copy}");
    }
    for ending in ["gz", "br"] {
        for path in ["data/catalog.json", "data/schema/v2/cases.schema.json", "sitemap.xml", "404.html"] {
            assert!(all.contains_key(&format!("{path}.{ending}")), "{path}.{ending}");
        }
    }
    for path in ["noise.txt", "robots.txt", "_headers", "data/catalog.json.gz"] {
        assert!(copies.iter().all(|(_, of)| *of != path), "{path} is not compressed");
    }
}

/// Bytes that nothing compresses.
fn noise(bytes: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(bytes).collect()
}

#[test]
fn a_second_run_writes_nothing() {
    let site = made_up();
    site.run_well(&["--base-url", BASE_URL]);
    let before = with_copies(&site);
    let run = site.run_well(&["--base-url", BASE_URL]);
    let after = with_copies(&site);
    assert!(before.0 == after.0);
    assert_eq!(before.1, after.1, "files were written again");
    assert!(run.out.contains("書き換えた設定 0個、圧縮したファイル 0個"), "{}", run.out);
}

#[test]
fn copies_that_are_not_true_are_made_anew_or_removed() {
    let site = made_up();
    // Not this program's: there is no file of which it could be a copy.
    fs::write(site.dist().join("archive.gz"), "x").expect("written");
    site.run_well(&[]);
    let (before, _) = with_copies(&site);
    let write = |path: &str, bytes: &[u8]| fs::write(site.dist().join(path), bytes).expect("written");

    // Copies of nothing, of a file that is too small, half of one, and one of something else.
    write("gone-0123456789ab.js.br", b"x");
    write("robots.txt.gz", b"x");
    write("404.html.gz", &before["404.html.gz"][..100]);
    write("data/catalog.json.br", &before["404.html.br"]);
    let run = site.run_well(&[]);
    assert!(run.out.contains("圧縮したファイル 4個"), "{}", run.out);
    assert!(with_copies(&site).0 == before);
}

#[test]
fn compressed_data_are_no_unknown_files() {
    let site = Site::new();
    site.run_well(&[]);
    let data = site.dist().join("data");
    let run = crate::program::snapshot(&["check".as_ref(), data.as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    let name =
        fs::read_dir(data.join("schema/v2")).expect("schemas").next().expect("one").expect("one").path();
    fs::write(name.with_file_name("unknown.json.gz"), "x").expect("written");
    assert_eq!(crate::program::snapshot(&["check".as_ref(), data.as_os_str()]).code, 1);
}
