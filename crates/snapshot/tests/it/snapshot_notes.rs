//! `snapshot check`: what is no mistake, but worth knowing for those who keep the tables.

use serde_json::json;

use crate::program::{Workshop, cases};

#[test]
fn amounts_in_the_texts_of_a_case_without_costs_are_noted() {
    let workshop = Workshop::new();
    let mut cases = cases();
    cases[1]["process"] = json!("３億5千万円で契約し、年間約1,200万円を県が負担した。");
    cases[2]["background"] = json!("円滑な運用のため、数千万円を節約する。");
    cases[0]["process"] = json!("1億円で契約した。");
    workshop.write_cases(&cases);
    workshop.build_well();
    let run = workshop.check();
    assert_eq!(run.code, 0, "{}", run.err);
    let notes: Vec<&str> = run.err.lines().filter(|line| line.contains("お知らせ")).collect();
    assert_eq!(notes.len(), 1, "{}", run.err);
    for text in ["13-gis-1", "経緯", "３億5千万円、1,200万円"] {
        assert!(notes[0].contains(text), "{text}: {}", notes[0]);
    }
}
