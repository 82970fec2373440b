//! `snapshot stats --by`: the cells of the page `/figures/`.

use joint_procurement::content::figures;
use joint_procurement_core::query::{FiguresQuery, SearchIndex};
use joint_procurement_testing::published;
use serde_json::{Value, json};

use crate::program::{Run, real_data, snapshot};

fn stats(more: &[&str]) -> Run {
    let data = real_data();
    let mut arguments = vec!["stats".as_ref(), data.as_os_str()];
    arguments.extend(more.iter().map(|argument| std::ffi::OsStr::new(*argument)));
    snapshot(&arguments)
}

#[test]
fn the_cells_are_those_of_the_page() {
    let snapshot = published().snapshot;
    for (rows, columns, measure, filter) in [
        ("region", "domain", "cases", ""),
        ("system", "subsidy", "cases", "scope=all"),
        ("year", "status", "population", ""),
        ("pref", "none", "participants", "domain=services"),
        ("pop", "form", "costs", "form=joint-use,unknown"),
        ("lead", "spec", "documents", "missing=introduced"),
    ] {
        let by = if columns == "none" { rows.to_owned() } else { format!("{rows},{columns}") };
        let run = stats(&["--by", &by, "--measure", measure, "--query", filter, "--format", "json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let printed: Value = serde_json::from_str(&run.out).expect("JSON");
        let address = format!("rows={rows}&columns={columns}&measure={measure}&{filter}");
        let (query, problems) = FiguresQuery::parse(&address);
        assert_eq!(problems, []);
        let table = figures(&snapshot, &SearchIndex::default(), None, query, problems).table;
        assert_eq!(printed["cells"], json!(table.cells), "{address}");
        assert_eq!(printed["row_totals"], json!(table.row_totals));
        assert_eq!(printed["column_totals"], json!(table.column_totals));
        assert_eq!(printed["total"], json!(table.total));
        assert_eq!((&printed["rows"]["dimension"], &printed["measure"]), (&json!(rows), &json!(measure)));
        assert_eq!(printed["rows"]["classes"].as_array().map(Vec::len), Some(table.rows.len()));
        let of_columns = &printed["columns"]["dimension"];
        assert_eq!(*of_columns, if columns == "none" { Value::Null } else { json!(columns) });
    }
}

#[test]
fn json_has_every_promised_key() {
    let run = stats(&["--by", "year,domain", "--format", "json"]);
    let cells: Value = serde_json::from_str(&run.out).expect("JSON");
    let keys: Vec<&String> = cells.as_object().expect("an object").keys().collect();
    let promised = [
        "snapshot",
        "query",
        "scope",
        "rows",
        "columns",
        "measure",
        "cells",
        "row_totals",
        "column_totals",
        "total",
    ];
    assert_eq!(keys, promised);
    let classes = cells["rows"]["classes"].as_array().expect("classes");
    assert!(classes.ends_with(&[json!("planned"), json!("unknown")]), "{classes:?}");
    assert_eq!(cells["columns"]["classes"], json!(["general-affairs", "services", "tools"]));
}

#[test]
fn the_table_says_the_same_in_words() {
    let run = stats(&["--by", "domain,subsidy", "--query", "pref=31"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for text in ["領域と補助金ごとの件数", "利用あり", "合計", "条件", "pref=31"] {
        assert!(run.out.contains(text), "{text:?} in:\n{}", run.out);
    }
    assert!(!run.out.contains(" 0件"), "{}", run.out);
}

#[test]
fn what_is_no_dimension_or_measure_is_told_with_those_that_are() {
    for (arguments, told) in [
        (["--by", "colour"].as_slice(), "region=地方"),
        (&["--by", "region,colour"], "「colour」はありません"),
        (&["--by", "region,region"], "別のもの"),
        (&["--by", "region,domain,year"], "二つまで"),
        (&["--by", "region", "--measure", "yen"], "population=延べ人口"),
        (&["--measure", "cases"], "引数が足りません"),
    ] {
        let run = stats(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}
