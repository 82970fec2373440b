//! The guide for maintainers, step by step: its commands are run as they stand, its edits made in a workbook.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{ID, Run, Workshop, copy, run, snapshot};
use crate::snapshot_import::cell;
use crate::snapshot_serve::Server;
use crate::snapshot_site::Site;
use crate::survey_book::{GIFU, TOTTORI, survey};
use crate::xlsx::Xlsx;

const WORKBOOK: &str = "表.xlsx";
const REPORT: &str = "報告.html";
/// The case of the third row of its sheet.
const CASE: &str = "31-e-bidding-2020";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The commands under a heading, each without the program's name.
fn commands(heading: &str) -> Vec<Vec<String>> {
    let guide = fs::read_to_string(project().join("docs/maintainer.ja.md")).expect("the guide");
    let start = guide.find(&format!("{{#{heading}}}")).unwrap_or_else(|| panic!("a heading {heading}"));
    let section = guide[start..].split("\n## ").next().expect("a section");
    let code = section.split("```").skip(1).step_by(2);
    let lines = code.flat_map(str::lines).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let words = line.strip_prefix("snapshot ").unwrap_or_else(|| panic!("{line}"));
            words.split(' ').map(str::to_owned).collect()
        })
        .collect()
}

/// The folder of someone who has unpacked a release: a built site with the tables of four cases.
struct Desk {
    site: Site,
}

impl Desk {
    fn new(workshop: &Workshop) -> Self {
        let site = Site::new();
        let data = site.dist().join("data");
        let source = data.join("source");
        copy(&workshop.source(), &source);
        let built =
            snapshot(&["build", "--source", source.to_str().unwrap(), "--out", data.to_str().unwrap()]);
        assert_eq!(built.code, 0, "{}", built.err);
        site.run_well(&[]);
        Self { site }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.site.dist().parent().expect("a folder").join(name)
    }

    fn run(&self, words: &[String]) -> Run {
        // The pages of the municipalities take minutes without optimization.
        let fast: &[&str] = if words[0] == "site" { &["--without-municipalities"] } else { &[] };
        run(Command::new(env!("CARGO_BIN_EXE_snapshot")).args(words).args(fast).current_dir(self.file("")))
    }

    #[track_caller]
    fn run_well(&self, words: &[String]) -> Run {
        let run = self.run(words);
        assert_eq!(run.code, 0, "{words:?}: {}", run.err);
        run
    }

    fn run_all(&self, heading: &str) {
        for words in commands(heading) {
            self.run_well(&words);
        }
    }

    fn edit(&self, change: impl FnOnce(&mut Xlsx)) {
        let mut workbook = Xlsx::open(&self.file(WORKBOOK));
        change(&mut workbook);
        workbook.save(&self.file(WORKBOOK));
    }
}

#[test]
fn a_correction_is_published_as_the_guide_says() {
    let desk = Desk::new(&Workshop::new());
    assert!(desk.run_well(&commands("prepare")[0]).out.contains("使い方"));
    desk.run_all("export");

    // A mistake first: the report names its cell, and nothing is written.
    let vendor = cell("vendor", 3);
    desk.edit(|book| book.set_text("事例", &cell("introduced", 3), "平成30年13月"));
    let [import, removing, compare] = &commands("import")[..] else { panic!("three commands") };
    assert_eq!(removing[..import.len()], import[..]);
    assert_eq!(removing[import.len()..], ["--allow-removal"]);
    let catalog = desk.site.read("data/catalog.json");
    assert_eq!(desk.run(import).code, 1);
    let report = fs::read_to_string(desk.file(REPORT)).expect("the report");
    assert!(report.contains(&cell("introduced", 3)) && report.contains("平成30年13月"), "{report}");
    assert_eq!(desk.site.read("data/catalog.json"), catalog);

    let [before, after] = [&compare[2], &compare[3]];
    desk.edit(|book| {
        book.set_text("事例", &cell("introduced", 3), "2018-04");
        book.set_text("事例", &vendor, "新しい名称の会社");
        for (column, text) in ["A", "B", "C", "D", "E", "F"].into_iter().zip([
            after,
            CASE,
            "事業者",
            "前の名称",
            "新しい名称の会社",
            "名称の変更",
        ]) {
            book.set_text("正誤情報", &format!("{column}3"), text);
        }
        book.set_text("設定", "B3", after);
        book.set_text("設定", "B9", after);
    });
    let imported = desk.run_well(import);
    let notes: Vec<&str> = imported.err.lines().filter(|line| line.starts_with("お知らせ")).collect();
    let known: BTreeSet<&str> = notes.iter().map(|note| note.rsplit("： ").next().unwrap()).collect();
    assert_eq!(known.len(), notes.len(), "nothing is told again by the build: {notes:?}");
    for told in ["事例： 1行を直しました", "正誤情報： 1行を加えました", "設定： 2行を直しました"]
    {
        assert!(imported.out.contains(told), "{told}: {}", imported.out);
    }
    let compare: Vec<String> =
        compare.iter().map(|word| if word == before { ID.to_owned() } else { word.clone() }).collect();
    let changes = desk.run_well(&compare).out;
    assert!(changes.contains("新しい名称の会社") && changes.contains(CASE), "{changes}");

    let [site, check, serve] = &commands("look")[..] else { panic!("three commands") };
    desk.run_well(site);
    desk.run_well(check);
    assert_eq!(serve[..2], ["serve", "--dist"]);
    let server = Server::of(&desk.site);
    let (_, page) = server.get(&format!("/cases/{CASE}/"));
    assert!(page.contains("新しい名称の会社"), "{page}");
    assert!(server.get("/data/catalog.json").1.contains(ID), "the state before stays");
}

#[test]
fn contents_that_must_not_be_public_are_gone_as_the_guide_says() {
    let secret = "公開できない文";
    let workshop = Workshop::new();
    workshop.replace("cases.jsonl", "\"vendor\":\"", &format!("\"vendor\":\"{secret}"));
    let desk = Desk::new(&workshop);
    let data = desk.file("dist/data");
    let source = fs::read_to_string(data.join("source/cases.jsonl")).unwrap();
    assert!(source.contains(secret), "{source}");
    fs::write(data.join("source/cases.jsonl"), source.replace(secret, "")).unwrap();
    fs::remove_file(data.join("catalog.json")).unwrap();
    fs::remove_dir_all(data.join(ID)).unwrap();
    desk.run_all("mistake");
    for (path, bytes) in crate::program::contents(&desk.file("dist")) {
        let ending = path.extension().and_then(|it| it.to_str());
        let mut text = Vec::new();
        let mut reader: Box<dyn Read> = match ending {
            Some("gz") => Box::new(flate2::read::GzDecoder::new(bytes.as_slice())),
            Some("br") => Box::new(brotli::Decompressor::new(bytes.as_slice(), 4096)),
            _ => Box::new(bytes.as_slice()),
        };
        reader.read_to_end(&mut text).unwrap();
        assert!(!String::from_utf8_lossy(&text).contains(secret), "{}", path.display());
    }
}

#[test]
fn answers_of_a_survey_are_published_as_the_guide_says() {
    let desk = Desk::new(&Workshop::new());
    fs::write(desk.file("dist/data/source/cases.jsonl"), "").unwrap();
    let [guess, import] = &commands("other-tables")[..] else { panic!("two commands") };
    survey(&desk.file(&guess[1]), &[("西日本", &[TOTTORI]), ("中部", &[GIFU])]);
    desk.run_well(guess);
    let mapping = desk.file(&import[3]);
    assert!(mapping.is_file(), "the first mapping is where the guide says");
    fs::copy(project().join("docs/mapping/official.toml"), &mapping).unwrap();
    desk.run_well(import);
    assert!(desk.site.read("data/catalog.json").contains("\"official\""));
}
