//! Cases that their owners do not want published: no output holds anything of them.

use std::ffi::OsStr;

use serde_json::{Value, json};

use crate::program::{self, Workshop, bare_case, contents, full_case, snapshot};
use crate::snapshot_diff::{NEW, diff, versions};
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_site::Site;
use crate::snapshot_strays::unpacked;

/// Stands in every text of the withheld case.
const CANARY: &str = "canary7e";
/// The digits of its numbers.
const NUMBER: u64 = 918_273_645;
const ID: &str = "31-canary7e-2020";

/// A withheld case with something of its own in every field that can have it.
fn withheld() -> Value {
    let mut case = full_case();
    for (key, value) in case.as_object_mut().expect("an object") {
        mark(key, value);
    }
    case["id"] = json!(ID);
    case["withheld"] = json!(true);
    case["evidence"] = json!({"vendor": [format!("s-{CANARY}")]});
    case["annual_cost_yen"] = json!([NUMBER, NUMBER]);
    for key in ["percent", "before_yen", "after_yen"] {
        case["savings"][0][key] = json!(null);
    }
    case
}

/// Marks every text that is free, every address, every amount.
fn mark(key: &str, value: &mut Value) {
    const FREE: [&str; 12] = [
        "lead_organization",
        "title",
        "vendor",
        "product",
        "cost_sharing",
        "subsidy_name",
        "join_terms",
        "background",
        "process",
        "contact_department",
        "by",
        "publisher",
    ];
    match value {
        Value::String(text) if FREE.contains(&key) => *text = format!("見本 {CANARY} {key}"),
        Value::String(text) if key == "url" => *text = format!("https://{CANARY}.example.jp/{}", text.len()),
        Value::String(text) if key == "key" => *text = format!("s-{CANARY}"),
        Value::Number(number) if key.ends_with("_yen") => *number = NUMBER.into(),
        Value::Array(items) => items.iter_mut().for_each(|item| mark(key, item)),
        Value::Object(object) => object.iter_mut().for_each(|(key, value)| mark(key, value)),
        _ => {}
    }
}

#[track_caller]
fn check_silent(name: &str, text: &str) {
    let text = text.to_lowercase();
    for secret in [CANARY, &NUMBER.to_string(), "918,273,645"] {
        let at =
            text.find(secret).map(|at| text[at.saturating_sub(200)..].chars().take(300).collect::<String>());
        assert_eq!(at, None, "{secret} in {name}");
    }
}

#[test]
fn nothing_of_a_withheld_case_is_in_anything_that_is_written() {
    let marked = withheld().to_string();
    assert!(marked.matches(CANARY).count() > 15 && marked.contains(&NUMBER.to_string()), "{marked}");
    let workshop = Workshop::new();
    workshop.write_cases(&[bare_case("13-gis-1"), withheld(), full_case()]);
    let built = workshop.build_well();
    assert!(built.out.contains("非掲載希望： 1件"), "{}", built.out);
    let data = workshop.data();
    let mut runs = vec![("build", built), ("check", workshop.check())];
    let arguments: [(&str, Vec<&OsStr>); 3] = [
        ("stats", vec!["stats".as_ref(), data.as_os_str()]),
        ("stats of figures", vec!["stats".as_ref(), data.as_os_str(), "--format".as_ref(), "json".as_ref()]),
        ("backtest", vec!["backtest".as_ref(), data.as_os_str()]),
    ];
    runs.extend(arguments.map(|(name, arguments)| (name, snapshot(&arguments))));
    let site = Site::of(workshop);
    runs.push(("site", site.run_well(&[])));
    for (name, run) in &runs {
        check_silent(name, &format!("{}{}", run.out, run.err));
    }
    for (path, bytes) in contents(&site.dist()) {
        let name = path.display().to_string();
        check_silent("names", &name.replace(&site.dist().display().to_string(), ""));
        check_silent(&name, &String::from_utf8_lossy(&unpacked(&path, bytes)));
    }
}

#[test]
fn nothing_of_a_withheld_case_is_in_what_changed() {
    // One that is withheld in both, one that is withheld from now on, one that no longer is.
    let mut from_now_on = full_case();
    from_now_on["id"] = json!("31-kept-1");
    let mut no_longer = full_case();
    no_longer["id"] = json!("31-kept-2");
    let hidden = |id: &str| {
        let mut case = withheld();
        case["id"] = json!(id);
        case
    };
    let mut other = withheld();
    other["status"] = Value::Null;
    let old = [full_case(), withheld(), from_now_on, hidden("31-kept-2")];
    let new = [full_case(), other, hidden("31-kept-1"), no_longer];
    let workshop = versions(&old, &new);
    for format in ["json", "table"] {
        for (from, to) in [(program::ID, NEW), (NEW, program::ID)] {
            let run = diff(&workshop.data(), from, to, &["--format", format]);
            assert_eq!(run.code, 0, "{}", run.err);
            assert!(run.out.contains("31-kept-1") && run.out.contains("31-kept-2"), "{}", run.out);
            check_silent("what changed", &format!("{}{}", run.out, run.err));
        }
    }
}

#[test]
fn mistakes_of_a_withheld_case_are_told_without_its_contents() {
    let spoil: [fn(&mut Value); 8] = [
        |case| case["vendor"] = json!(format!("{CANARY} a@example.jp 03-1234-5678")),
        |case| case["status"] = json!(CANARY),
        |case| case["initial_cost_yen"] = json!(format!("{NUMBER}円")),
        |case| case["participants_names"] = json!([CANARY, "鳥取市"]),
        |case| case[CANARY] = json!(CANARY),
        |case| case["evidence"] = json!({CANARY: [CANARY]}),
        |case| case["missing"] = json!({CANARY: CANARY}),
        |case| case["withheld"] = json!(CANARY),
    ];
    for spoil in spoil {
        let workshop = Workshop::new();
        let mut case = withheld();
        spoil(&mut case);
        workshop.write_cases(&[full_case(), case]);
        let run = workshop.build();
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains("2行目") && !run.err.contains("1行目"), "{}", run.err);
        check_silent("messages", &format!("{}{}", run.out, run.err));
    }
}

#[test]
fn lines_of_a_withheld_case_that_cannot_be_read_are_told_without_their_contents() {
    let whole = withheld().to_string();
    for line in [
        whole.replace('}', ""),
        format!("[{whole}]"),
        whole.replacen('{', "{\"withheld\":false,", 1),
        format!("{whole}\n{whole}"),
    ] {
        let workshop = Workshop::new();
        workshop.write("cases.jsonl", format!("{}\n{line}\n", full_case()));
        let run = workshop.build();
        assert_eq!(run.code, 1, "{}", run.err);
        check_silent("messages", &format!("{}{}", run.out, run.err));
    }
}

#[test]
fn other_tables_and_cases_do_not_name_a_withheld_case() {
    let check = |spoil: &dyn Fn(&Workshop), file: &str| {
        let workshop = Workshop::new();
        workshop.write_cases(&[full_case(), withheld()]);
        spoil(&workshop);
        let run = workshop.build();
        assert_eq!(run.code, 1, "{file}: {}", run.err);
        assert!(
            run.err.contains(file) && run.err.contains("事例の id が書かれています"),
            "{file}: {}",
            run.err
        );
        check_silent(file, &format!("{}{}", run.out, run.err));
    };
    let add = |name: &'static str, row: String| {
        move |workshop: &Workshop| workshop.write(name, format!("{}{row}\n", workshop.read(name)))
    };
    check(
        &add("errata.csv", format!("2026-11-24,{ID},vendor,{CANARY},{NUMBER},a@example.jp,")),
        "■ errata.csv（1件）",
    );
    check(&add("synonyms.csv", format!("見本,{ID}")), "■ synonyms.csv（1件）");
    check(
        &add("policy_notes.csv", format!("core-systems,（{ID}）を見よ,a,b,https://example.jp/,")),
        "■ policy_notes.csv（1件）",
    );
    check(
        &|workshop: &Workshop| {
            workshop.replace("snapshot.toml", "update_note = \"\"", &format!("update_note = \"{ID}\""))
        },
        "■ snapshot.toml（1件）",
    );
    let mut other = full_case();
    other["process"] = json!(format!("{} を参考にした。", ID.to_uppercase()));
    other["id"] = json!("31-x-1");
    check(&|workshop: &Workshop| workshop.write_cases(&[other.clone(), withheld()]), "■ cases.jsonl（1件）");
}

#[test]
fn mistakes_of_a_withheld_row_of_a_workbook_are_told_without_its_contents() {
    let workshop = Workshop::new();
    workshop.write_cases(&[full_case(), withheld()]);
    let desk = Desk::of(workshop);
    desk.change(|it| {
        it.set_text("事例", &cell("vendor", 4), &format!("{CANARY} a@example.jp"));
        it.set_text("事例", &cell("participants_count", 4), CANARY);
        it.set_text("事例", &cell("status", 4), CANARY);
        it.set_text("出典", "C4", CANARY);
    });
    let run = desk.assert_refused(&["シート「事例」の", "内容は表示しません"]);
    check_silent("messages", &format!("{}{}", run.out, run.err));
}

/// Whatever is done to its rows, no message and no report names the case.
#[test]
fn an_import_does_not_name_a_withheld_case() {
    type Spoil = fn(&mut crate::xlsx::Xlsx);
    let spoil: [(&str, Spoil); 8] = [
        ("deleted", |it| it.delete_row("事例", 4)),
        ("twice", |it| it.set_text("事例", "A3", ID)),
        ("another id", |it| it.set_text("事例", "A4", "31-canary7e-2021")),
        ("capitals", |it| it.set_text("事例", "A4", &ID.to_uppercase())),
        ("no id", |it| it.set_text("事例", "A4", "")),
        ("a part of another", |it| it.set_text("出典", "A4", "31-canary7e-9")),
        ("a part without an id", |it| it.set_text("出典", "A4", "")),
        ("a part deleted", |it| it.delete_row("参考文書", 4)),
    ];
    for (name, spoil) in spoil {
        let workshop = Workshop::new();
        workshop.write_cases(&[full_case(), withheld()]);
        let desk = Desk::of(workshop);
        desk.change(spoil);
        let [page, table] = ["html", "csv"].map(|ending| desk.workbook.with_extension(ending));
        for report in [&page, &table] {
            let report_to = ["--report", &report.display().to_string()].map(str::to_owned);
            let more: Vec<&str> = report_to.iter().map(String::as_str).collect();
            let run = crate::snapshot_workbook::import(&desk.workbook, &desk.workshop.source(), &more);
            assert_eq!(run.code, 1, "{name}: {}", run.out);
            check_silent(name, &format!("{}{}", run.out, run.err));
            check_silent(name, &std::fs::read_to_string(report).expect("a report"));
        }
        let run =
            crate::snapshot_workbook::import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
        check_silent(name, &format!("{}{}", run.out, run.err));
    }
}

#[test]
fn a_published_table_may_not_hold_one() {
    let workshop = Workshop::with_published_source();
    workshop.write_cases(&[full_case(), withheld()]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("2行目"), "{}", run.err);
    check_silent("messages", &format!("{}{}", run.out, run.err));
}
