//! Files of the source as spreadsheets and people leave them, and the command line.

use std::fs;

use crate::program::{Workshop, contents, snapshot};
use crate::snapshot_tables::check;

#[test]
fn files_that_are_not_there_or_not_files_are_told() {
    for name in
        ["cases.jsonl", "snapshot.toml", "municipalities.csv", "system_types.csv", "maps/31.topo.json"]
    {
        check(|workshop| fs::remove_file(workshop.file(name)).expect("removed"), &[name, "見つかりません"]);
    }
    for name in ["cases.jsonl", "benefits.csv", "snapshot.toml"] {
        let replace = |workshop: &Workshop| {
            fs::remove_file(workshop.file(name)).expect("removed");
            fs::create_dir(workshop.file(name)).expect("a folder");
        };
        check(replace, &[name, "ファイルではなくフォルダーです"]);
    }
    check(
        |workshop| fs::remove_dir_all(workshop.source()).expect("removed"),
        &[
            "もとの表のフォルダーがありません",
            "snapshot.toml と cases.jsonl のあるところ",
            "問題は全部で1件です",
        ],
    );
}

#[test]
fn empty_files_are_told() {
    for name in ["cases.jsonl", "municipalities.csv", "snapshot.toml", "maps/japan.topo.json"] {
        check(|workshop| workshop.write(name, ""), &[name, "空のファイルです"]);
    }
    check(
        |workshop| {
            let header = workshop.read("benefits.csv").lines().next().unwrap_or_default().to_owned();
            workshop.write("benefits.csv", header + "\n");
        },
        &["benefits.csv", "見出しだけで、行がありません"],
    );
}

#[test]
fn other_encodings_are_named() {
    let encode = |workshop: &Workshop, name: &str, encoding: &'static encoding_rs::Encoding| {
        let text = workshop.read(name);
        let (bytes, ..) = encoding.encode(&text);
        workshop.write(name, bytes);
    };
    for name in ["municipalities.csv", "benefits.csv", "cases.jsonl"] {
        check(
            |workshop| encode(workshop, name, encoding_rs::SHIFT_JIS),
            &[name, "Shift_JIS（Excelの「CSV」保存）", "UTF-8", "保存し直してください"],
        );
        check(|workshop| encode(workshop, name, encoding_rs::EUC_JP), &[name, "EUC-JP"]);
    }
    check(
        |workshop| {
            let text = format!("\u{feff}{}", workshop.read("benefits.csv"));
            workshop
                .write("benefits.csv", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        },
        &["benefits.csv", "UTF-16"],
    );
    check(
        |workshop| workshop.write("benefits.csv", b"slug,name,name_en\ncost,\xff\xff,Cost\n"),
        &["2行目", "UTF-8 ではありません"],
    );
}

#[test]
fn what_excel_adds_to_a_csv_changes_nothing() {
    let plain = Workshop::new();
    plain.build_well();
    let excel = Workshop::new();
    for name in [
        "municipalities.csv",
        "prefectures.csv",
        "benefits.csv",
        "system_types.csv",
        "cases.jsonl",
        "snapshot.toml",
    ] {
        let text = excel.read(name).replace('\n', "\r\n");
        excel.write(name, format!("\u{feff}{text}"));
    }
    let run = excel.build_well();
    for note in ["municipalities.csv： 先頭に BOM", "cases.jsonl： 行末が CRLF"] {
        assert!(run.err.contains(note), "{note:?} in {}", run.err);
    }
    let content = |workshop: &Workshop| contents(&workshop.data()).into_values().collect::<Vec<_>>();
    assert!(content(&plain) == content(&excel), "the same bytes");
}

#[test]
fn a_bare_carriage_return_is_told() {
    check(|workshop| workshop.replace("benefits.csv", "\n", "\r"), &["benefits.csv", "単独の改行文字"]);
}

#[test]
fn mistakes_in_the_command_line_are_told_in_japanese() {
    for (arguments, expected) in [
        (vec![], "使い方： snapshot <コマンド>"),
        (vec!["bild"], "知らないコマンドです： bild"),
        (vec!["build"], "引数が足りません： --source <DIR>、--out <DIR>"),
        (vec!["build", "--source"], "値がありません： --source <DIR>"),
        (vec!["build", "--source", "a", "--out", "b", "--force"], "知らない引数です： --force"),
        (
            vec!["build", "--source", "a", "--out", "b", "--id", "schema"],
            "source・schema・latest・changes・maintainer 以外",
        ),
        (vec!["stats", "a", "--format", "xml"], "使える値： table、json"),
        (vec!["site", "--dist", "a", "--base-url", "example.jp"], "http:// または https://"),
    ] {
        let run = snapshot(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains(expected), "{arguments:?}: {expected:?} in {}", run.err);
    }
}

#[test]
fn help_is_japanese() {
    for arguments in [
        vec!["--help"],
        vec!["build", "-h"],
        vec!["check", "--help"],
        vec!["stats", "-h"],
        vec!["site", "-h"],
    ] {
        let run = snapshot(&arguments);
        assert_eq!(run.code, 0, "{arguments:?}");
        assert!(run.out.contains("使い方") && run.out.contains("引数"), "{}", run.out);
        for word in ["Usage", "Options", "Commands", "OPTIONS", "Print help", "possible values", "default"] {
            assert!(!run.out.contains(word), "{word} in {}", run.out);
        }
    }
}
