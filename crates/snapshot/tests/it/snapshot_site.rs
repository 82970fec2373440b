//! `snapshot site`: a page for every address, relative to wherever the site is put.

use std::fs;
use std::path::PathBuf;

use joint_procurement_core::routes::Route;
use joint_procurement_testing::published;

use crate::program::{Run, Workshop, contents, real_data, snapshot};

const PAGE: &str = "<!doctype html>\n<html data-app=\"loading\"><head>\n<meta charset=\"utf-8\" />\n<!-- <base href=\"x\"> -->\n<base href=\"./\" />\n\
    <title>x</title><meta name=\"description\" content=\"x\" />\n\
    <link rel=\"stylesheet\" href=\"./app-1.css\" integrity=\"sha384-x\">\n\
    <meta name=\"echarts-bundle\" content=\"echarts/echarts.js\" />\n<script type=\"module\" src=\"./boot-1.js\"></script>\n\
    </head><body><div id=\"app-shell\"><p>状態</p><main id=\"boot-page\"><h1>見出し</h1></main></div></body></html>\n";

pub struct Site {
    workshop: Workshop,
}

impl Site {
    /// A web build with the data of four cases.
    pub fn new() -> Self {
        Self::of(Workshop::new())
    }

    /// A web build with the data of a source.
    pub fn of(workshop: Workshop) -> Self {
        let site = Self { workshop };
        site.workshop.build_well();
        fs::create_dir_all(site.dist().join("echarts")).expect("a folder");
        fs::rename(site.workshop.data(), site.dist().join("data")).expect("moved");
        fs::write(site.dist().join("echarts/echarts.js"), "charts").expect("written");
        fs::write(site.dist().join("index.html"), PAGE).expect("written");
        fs::write(site.dist().join("sw.js"), "worker();\n").expect("written");
        site
    }

    pub fn dist(&self) -> PathBuf {
        self.workshop.file("../dist")
    }

    pub fn run(&self, more: &[&str]) -> Run {
        let dist = self.dist();
        // Their pages take minutes without optimization; `written_pages` has some of them.
        let mut arguments =
            vec!["site".as_ref(), "--without-municipalities".as_ref(), "--dist".as_ref(), dist.as_os_str()];
        arguments.extend(more.iter().map(|argument| std::ffi::OsStr::new(*argument)));
        snapshot(&arguments)
    }

    pub fn run_well(&self, more: &[&str]) -> Run {
        let run = self.run(more);
        assert_eq!(run.code, 0, "{}", run.err);
        run
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dist().join(path)).expect(path)
    }
}

#[test]
fn every_address_has_a_page_whose_base_leads_back() {
    let site = Site::new();
    site.run_well(&[]);
    for (path, base) in [
        ("index.html", "./"),
        ("cases/index.html", "../"),
        ("cases/31-e-bidding-2020/index.html", "../../"),
        ("cases/07-gis-2010/index.html", "../../"),
    ] {
        let page = site.read(path);
        let name = path.trim_end_matches("index.html");
        assert!(page.contains(&format!("<base href=\"{base}\" data-page=\"{name}\"")), "{path}: {page}");
        assert_eq!(page.matches("<base ").count(), 1, "{path}: without the one in the comment");
        assert!(page.contains("./app-1.css") && page.contains("<p>状態</p>"), "{path}: the rest is the same");
        assert!(!page.contains("canonical"), "{path}: the address is not known");
    }
}

#[test]
fn every_address_of_a_snapshot_is_read_back_and_stands_once() {
    let routes = Route::all(&published().snapshot);
    let paths: std::collections::BTreeSet<String> = routes.iter().map(Route::path).collect();
    assert_eq!(paths.len(), routes.len());
    for route in routes {
        assert_eq!(Route::parse(&route.path()), route);
    }
}

#[test]
fn the_loading_page_links_to_files_that_exist() {
    let page = include_str!("../../../../index.html");
    let links: Vec<&str> =
        page.split("href=\"data/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.contains(&"catalog.json"), "{links:?}");
    for link in links {
        assert!(real_data().join(link).is_file(), "{link}: plain hosts have no page for a folder");
    }
}

#[test]
fn a_known_address_is_told_in_every_page() {
    let site = Site::new();
    site.run_well(&["--base-url", "https://example.jp/old"]);
    site.run_well(&["--base-url", "https://example.jp/dash/"]);
    let page = site.read("cases/31-e-bidding-2020/index.html");
    assert_eq!(page.matches("canonical").count(), 1);
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://example.jp/dash/cases/31-e-bidding-2020/\">"),
        "{page}"
    );
    let not_found = site.read("404.html");
    assert!(!not_found.contains("canonical"));
    assert!(not_found.contains("<base href=\"/dash/\""), "nothing need be looked for: {not_found}");
    assert!(!not_found.contains("after-base") && !not_found.contains("<script>"), "{not_found}");
    assert!(!not_found.contains("data-page") && not_found.contains("app-1.css"), "{not_found}");
    site.run_well(&[]);
    assert!(
        site.read("404.html").contains("after-base"),
        "a run that does not know the address looks for it"
    );
}

#[test]
fn the_chart_bundle_is_named_by_its_content() {
    let site = Site::new();
    site.run_well(&[]);
    let names: Vec<_> = contents(&site.dist().join("echarts"))
        .into_keys()
        .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
        .collect();
    // The first digits of the SHA-256 of "charts".
    assert_eq!(names, ["echarts-38edf99fd464.js"]);
    for path in ["index.html", "404.html", "cases/index.html"] {
        let page = site.read(path);
        assert!(page.contains("content=\"echarts/echarts-38edf99fd464.js\""), "{path}");
        // printf charts | openssl dgst -sha384 -binary | base64
        assert!(
            page.contains(
                "data-integrity=\"sha384-uuXDtXWh90zH3JshaS3NxHe+6bM+8VUIyTJl5+TElM51ZQTq7RSSLj+yRilPiTjV\""
            ),
            "{path}: {page}"
        );
    }
}

#[test]
fn a_build_for_the_root_of_a_host_is_made_relative_and_gets_checksums_of_what_lies_there() {
    let site = Site::new();
    let at_root = PAGE.replace("\"./", "\"/");
    fs::write(site.dist().join("index.html"), at_root).expect("written");
    fs::write(site.dist().join("boot-1.js"), "charts").expect("written");
    site.run_well(&[]);
    for path in ["index.html", "404.html", "cases/index.html"] {
        let page = site.read(path);
        assert!(!page.contains("=\"/"), "{path}: {page}");
        // As above; trunk had written none.
        let checksum = "sha384-uuXDtXWh90zH3JshaS3NxHe+6bM+8VUIyTJl5+TElM51ZQTq7RSSLj+yRilPiTjV";
        assert!(page.contains(&format!("src=\"./boot-1.js\" integrity=\"{checksum}\"")), "{path}: {page}");
        assert!(
            page.contains("href=\"./app-1.css\" integrity=\"sha384-x\""),
            "{path}: that file is not there"
        );
    }
}

#[test]
fn the_not_found_page_loads_nothing_before_it_knows_its_base() {
    let site = Site::new();
    site.run_well(&[]);
    let page = site.read("404.html");
    let (before, after) = page.split_once("<template id=\"after-base\">").expect("a template");
    assert!(!before.contains("app-1.css") && !before.contains("boot-1.js"), "{before}");
    let (deferred, rest) = after.split_once("</template>").expect("its end");
    assert!(deferred.contains("app-1.css") && deferred.contains("boot-1.js"), "{deferred}");
    assert!(rest.contains("<script>(function") && rest.contains("data/catalog.json"), "{rest}");
    assert!(rest.contains("<p>状態</p>") && !page.contains("<base "), "{page}");
}

/// Gives the hashes that a policy allows, and the policy without them.
fn hashes(policy: &str) -> (Vec<String>, String) {
    let is_hash = |word: &&str| word.starts_with("'sha256-");
    let (hashes, rest): (Vec<&str>, Vec<&str>) =
        policy.split(' ').partition(|word| is_hash(&word.trim_end_matches(';')));
    (hashes.into_iter().map(str::to_owned).collect(), rest.join(" "))
}

#[test]
fn each_page_begins_with_a_policy_that_allows_the_one_script_inside_it_alone() {
    let site = Site::new();
    site.run_well(&[]);
    let policy = |path: &str| {
        let page = site.read(path);
        let (before, after) =
            page.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").expect(path);
        assert!(before.ends_with("<meta charset=\"utf-8\" />"), "{path}: {before}");
        after.split_once('"').expect("its end").0.to_owned()
    };
    let common = policy("index.html");
    assert!(common.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' "), "{common}");
    assert!(!common.contains("unsafe-inline"), "{common}");
    assert_eq!(policy("cases/31-e-bidding-2020/index.html"), common);
    let (of_page, rest) = hashes(&common);
    let (of_404, same) = hashes(&policy("404.html"));
    assert!(of_page.len() == 1 && of_404.len() == 1 && of_page != of_404, "{of_page:?} {of_404:?}");
    assert_eq!(same, rest);
    assert!(hashes(&policy("shell.html")).0.is_empty(), "it has none");
}

#[test]
fn a_second_run_changes_nothing() {
    let site = Site::new();
    site.run_well(&[]);
    let before = contents(&site.dist());
    let run = site.run_well(&[]);
    assert!(contents(&site.dist()) == before);
    assert!(run.out.contains("書き換えたページ 0個"), "{}", run.out);
}

#[test]
fn a_build_that_is_not_there_or_not_whole_is_told() {
    let nothing = snapshot(&["site", "--dist", "nowhere"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("make build"), "{}", nothing.err);

    let check = |edit: fn(&Site), expected: &str| {
        let site = Site::new();
        edit(&site);
        let run = site.run(&[]);
        assert_eq!(run.code, 1, "{expected}");
        assert!(run.err.contains(expected), "{expected:?} in {}", run.err);
    };
    check(|site| fs::remove_file(site.dist().join("index.html")).expect("removed"), "make build");
    check(|site| fs::remove_dir_all(site.dist().join("data")).expect("removed"), "目録がありません");
    check(
        |site| fs::remove_dir_all(site.dist().join("echarts")).expect("removed"),
        "グラフのプログラムがありません",
    );
    check(
        |site| {
            fs::write(site.dist().join("index.html"), PAGE.replace("<base href=\"./\" />", ""))
                .expect("written")
        },
        "<base>",
    );
    check(
        |site| {
            fs::write(site.dist().join("index.html"), PAGE.replace("echarts-bundle", "x")).expect("written")
        },
        "echarts-bundle",
    );
}
