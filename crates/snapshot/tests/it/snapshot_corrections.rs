//! Corrections held against what the cases state now, and against the data version before.

use serde_json::{Value, json};

use crate::program::{Workshop, bare_case, full_case};

const ID: &str = "31-e-bidding-2020";

/// The notes of a build with these corrections: date, field, wrong and right.
fn notes(case: &Value, rows: &[[&str; 4]]) -> Vec<String> {
    let workshop = Workshop::new();
    workshop.write_cases(std::slice::from_ref(case));
    let rows =
        rows.iter().map(|[date, field, wrong, right]| format!("{date},{ID},{field},{wrong},{right},理由,\n"));
    workshop
        .write("errata.csv", format!("date,case,field,wrong,right,reason,url\n{}", rows.collect::<String>()));
    let run = workshop.build_well();
    let notes = run.err.lines().filter(|line| line.starts_with("お知らせ： errata.csv"));
    notes.map(str::to_owned).collect()
}

#[test]
fn a_correction_that_did_not_reach_the_case_is_noted() {
    for (field, right, now) in [
        ("vendor", "直した株式会社", "今の値「見本株式会社」"),
        ("title", "直した題名", "今の値「見本の電子入札の共同調達」"),
        ("system_type", "GIS", "今の値「電子入札」"),
        ("lead_kind", "協議会", "今の値「都道府県」"),
        ("status", "終了", "今の値「稼働中」"),
        ("introduced", "2020年5月", "今の値「2020-04」"),
        ("contract_end", "2026-03", "今の値「2025-03」"),
        ("participants_count", "3団体", "今の値「2」"),
        ("contract_years", "6年", "今の値「5」"),
        ("initial_cost_yen", "200万円", "今の値「1000000」"),
        ("annual_cost_yen", "150000", "今の値「100000～200000」"),
        ("subsidy_used", "いいえ", "今の値「はい」"),
        ("cost_sharing", "均等割", "今の値「人口割」"),
        ("product", "", "right が空欄で"),
    ] {
        let notes = notes(&full_case(), &[["2026-11-24", field, "誤り", right]]);
        let [note] = notes.as_slice() else { panic!("one note on {field}: {notes:?}") };
        assert!(note.contains(now) && note.contains(ID) && !note.ends_with('…'), "{now}: {note}");
    }
    // There is nothing any more.
    let mut case = full_case();
    case["vendor"] = json!(null);
    case["evidence"] = json!({});
    let notes = notes(&case, &[["2026-11-24", "vendor", "誤り", "見本株式会社"]]);
    assert!(notes.len() == 1 && notes[0].contains("今の値（なし）"), "{notes:?}");
}

#[test]
fn a_correction_of_what_the_case_states_now_is_not_noted() {
    for (field, right) in [
        ("vendor", "見本株式会社"),
        ("vendor", "見本 株式会社"),
        ("system_type", "電子入札"),
        ("lead_kind", "都道府県"),
        ("introduced", "2020年4月"),
        ("introduced", "令和2年4月"),
        ("participants_count", "2団体"),
        ("initial_cost_yen", "\"1,000,000円\""),
        ("initial_cost_yen", "100万円"),
        ("annual_cost_yen", "10万円～20万円"),
        ("subsidy_used", "はい"),
        // The whole text, a part of it, and words that are no value.
        ("process", "協議会で仕様を決めた。"),
        ("process", "仕様を決めた"),
        ("contract_years", "当初の契約の年数"),
        // Corrections tell a part of a list.
        ("benefits", "費用削減"),
        ("participants_names", "鳥取市を加えた"),
        ("sources", "県のページを加えた"),
    ] {
        let notes = notes(&full_case(), &[["2026-11-24", field, "誤り", right]]);
        assert!(notes.is_empty(), "{field} {right}: {notes:?}");
    }
}

#[test]
fn the_newest_correction_of_a_field_tells_its_value() {
    let row = |date, right| [date, "vendor", "誤り", right];
    let (old, new) = ("一度目の株式会社", "見本株式会社");
    assert!(notes(&full_case(), &[row("2026-11-20", old), row("2026-11-24", new)]).is_empty());
    assert!(notes(&full_case(), &[row("2026-11-24", new), row("2026-11-20", old)]).is_empty());
    assert!(notes(&full_case(), &[row("2026-11-24", old), row("2026-11-24", new)]).is_empty());
    let notes = notes(&full_case(), &[row("2026-11-20", new), row("2026-11-24", old)]);
    assert!(notes.len() == 1 && notes[0].contains("2026-11-24"), "{notes:?}");
}

/// Publishes two cases, and then the first one as another data version. Gives the notes of that.
fn after_removal(change: impl Fn(&Workshop)) -> String {
    let workshop = Workshop::new();
    let cases = [bare_case("31-gis-1"), bare_case("13-gis-2")];
    workshop.write_cases(&cases);
    workshop.build_well();
    let id = workshop.read("snapshot.toml");
    let id = id.lines().find(|line| line.starts_with("id = ")).expect("an id").to_owned();
    workshop.replace("snapshot.toml", &id, "id = \"later\"");
    workshop.write_cases(&cases[..1]);
    change(&workshop);
    workshop.build_well().err
}

#[test]
fn a_case_that_is_gone_without_a_correction_is_noted() {
    let err = after_removal(|_| {});
    let notes: Vec<&str> = err.lines().filter(|line| line.contains("なくなりました")).collect();
    let [note] = notes.as_slice() else { panic!("{err}") };
    assert!(note.contains("13-gis-2") && note.contains("「事例の削除」（removal）"), "{note}");
    let err = after_removal(|workshop| {
        let row = "2026-11-24,13-gis-2,removal,見本,,同じ調達だった,";
        workshop.write("errata.csv", format!("date,case,field,wrong,right,reason,url\n{row}\n"));
    });
    assert!(!err.contains("なくなりました"), "{err}");
}

#[test]
fn a_case_that_is_withheld_now_is_not_named() {
    let err = after_removal(|workshop| {
        let mut withheld = bare_case("13-gis-2");
        withheld["withheld"] = json!(true);
        workshop.write_cases(&[bare_case("31-gis-1"), withheld]);
    });
    assert!(!err.contains("13-gis-2") && !err.contains("なくなりました"), "{err}");
}

#[test]
fn what_was_never_published_is_no_mistake_of_it() {
    let corrected = |rows: &[[&str; 3]]| {
        let workshop = Workshop::new();
        workshop.write_cases(&[full_case()]);
        workshop.build_well();
        workshop.replace("snapshot.toml", "id = \"2026-11-23\"", "id = \"later\"");
        let mut case = full_case();
        case["vendor"] = json!("直した株式会社");
        workshop.write_cases(&[case]);
        let rows = rows
            .iter()
            .map(|[field, wrong, right]| format!("2026-11-24,{ID},{field},{wrong},{right},理由,\n"));
        workshop.write(
            "errata.csv",
            format!("date,case,field,wrong,right,reason,url\n{}", rows.collect::<String>()),
        );
        workshop.build_well().err
    };
    let err = corrected(&[
        ["vendor", "別の株式会社", "直した株式会社"],
        ["initial_cost_yen", "200万円", "100万円"],
    ]);
    for told in [
        "wrong が「別の株式会社」で、データ版 2026-11-23 の値「見本株式会社」と違います",
        "の値「1000000」と違います",
    ] {
        assert!(err.contains(told), "{told}: {err}");
    }
    let err = corrected(&[["vendor", "見本株式会社", "直した株式会社"], ["benefits", "費用増", "費用削減"]]);
    assert!(!err.contains("の wrong が"), "{err}");
}

#[test]
fn a_correction_that_changes_nothing_is_noted() {
    for [wrong, right] in [["見本 株式会社", "見本株式会社"], ["100万円", "1000000"], ["ＨＡＲＰ", "HARP"]]
    {
        let notes = notes(&bare_case(ID), &[["2026-11-24", "", wrong, right]]);
        assert!(notes.len() == 1 && notes[0].contains("同じもののようです"), "{wrong} {right}: {notes:?}");
    }
    assert!(notes(&bare_case(ID), &[["2026-11-24", "", "100万円", "200万円"]]).is_empty());
}
