//! A folder named in place of another: each command says which was meant, and writes nothing.

use crate::program::{contents, copy, snapshot};
use crate::snapshot_site::Site;

/// A command whose last argument is the folder, and the folder that it should have been, both below the site.
struct Mistake {
    command: &'static [&'static str],
    named: &'static str,
    meant: &'static str,
}

#[test]
fn each_command_says_which_folder_was_meant() {
    let site = Site::new();
    site.run_well(&[]);
    let dist = site.dist().canonicalize().expect("the site");
    copy(&dist.join("../source"), &dist.join("data/source"));
    let below = |part: &str| if part.is_empty() { dist.clone() } else { dist.join(part) };
    let as_text = |part: &str| below(part).display().to_string();
    let (source, book) = (as_text("data/source"), as_text("../book.xlsx"));
    let before = contents(&dist);
    for Mistake { command, named, meant } in [
        Mistake { command: &["serve", "--dist"], named: "data", meant: "" },
        Mistake { command: &["serve", "--dist"], named: "cases/31-e-bidding-2020", meant: "" },
        Mistake { command: &["site", "--dist"], named: "data", meant: "" },
        Mistake { command: &["check"], named: "", meant: "data" },
        Mistake { command: &["check"], named: "data/source", meant: "data" },
        Mistake { command: &["stats"], named: "data/source", meant: "data" },
        Mistake { command: &["diff", "2026-11-23", "2026-11-23"], named: "", meant: "data" },
        Mistake { command: &["build", "--out", "OUT", "--source"], named: "data", meant: "data/source" },
        Mistake { command: &["build", "--source", "SOURCE", "--out"], named: "", meant: "data" },
        Mistake { command: &["build", "--source", "SOURCE", "--out"], named: "data/source", meant: "data" },
        Mistake { command: &["workbook", "--out", "BOOK", "--source"], named: "", meant: "data/source" },
        Mistake { command: &["import", "BOOK", "--source"], named: "data", meant: "data/source" },
        Mistake { command: &["import", "BOOK", "--source", "SOURCE", "--out"], named: "", meant: "data" },
    ] {
        let mut arguments: Vec<String> = command
            .iter()
            .map(|argument| match *argument {
                "SOURCE" => source.clone(),
                "BOOK" => book.clone(),
                "OUT" => as_text("../new"),
                other => other.to_owned(),
            })
            .collect();
        let place = if command[0] == "diff" { 1 } else { arguments.len() };
        arguments.insert(place, as_text(named));
        let run = snapshot(&arguments);
        let advice = format!("{} を指定してください", as_text(meant));
        assert!(run.code == 1 && run.err.contains(&advice), "{command:?} {named}: {}", run.err);
        assert!(run.err.contains("問題は全部で1件です"), "{command:?} {named}: {}", run.err);
        assert!(contents(&dist) == before, "{command:?} {named} leaves the site alone");
        assert!(!below("../new").exists() && !below("../book.xlsx").exists(), "{command:?} {named}");
    }
}

#[test]
fn where_no_such_folder_is_near_its_marks_are_told() {
    let nowhere = tempfile::TempDir::new().expect("a folder");
    let folder = nowhere.path().join("nope").display().to_string();
    for (command, mark) in [
        (vec!["serve", "--dist"], "index.html"),
        (vec!["check"], "catalog.json"),
        (vec!["workbook", "--out", "x.xlsx", "--source"], "snapshot.toml"),
        (vec!["import", "x.xlsx", "--source"], "snapshot.toml"),
        (vec!["demo", "--cases", "1", "--seed", "1", "--out", "new", "--source"], "snapshot.toml"),
    ] {
        let run = snapshot(&[command.clone(), vec![&folder]].concat());
        assert!(run.code == 1 && run.err.contains(mark), "{command:?}: {}", run.err);
        assert!(run.err.contains("問題は全部で1件です"), "{command:?}: {}", run.err);
    }
}
