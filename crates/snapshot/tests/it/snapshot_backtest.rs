//! `snapshot backtest`: the orders of system types against the past, for people and for programs.

use joint_procurement_core::domain::Term;
use joint_procurement_core::stats::backtest::{Backtest, Order};
use joint_procurement_testing::published;
use serde_json::{Value, json};

use crate::program::{Run, Workshop, real_data, snapshot};

fn backtest(more: &[&str]) -> Run {
    let data = real_data();
    let mut arguments = vec!["backtest".as_ref(), data.as_os_str()];
    arguments.extend(more.iter().map(|argument| std::ffi::OsStr::new(*argument)));
    snapshot(&arguments)
}

#[test]
fn the_figures_are_those_of_the_computation() {
    let run = backtest(&["--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let printed: Value = serde_json::from_str(&run.out).expect("JSON");
    let snapshot = published().snapshot;
    let computed = Backtest::of(&snapshot);
    assert_eq!(printed["snapshot"], json!(snapshot.meta.id));
    assert_eq!(printed["pairs"], computed.pairs);
    assert_eq!(printed["undated"], computed.undated);
    assert_eq!(printed["trials"].as_array().map(Vec::len), Some(computed.trials.len()));
    let keys: Vec<&String> = printed.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["snapshot", "pairs", "undated", "trials", "better"]);
    let first = &printed["trials"][0];
    assert_eq!(first["setting"], "leave-one-out");
    let orders = first["orders"].as_array().expect("orders");
    for (printed, (order, computed)) in orders.iter().zip(Order::ALL.iter().zip(&computed.trials[0].orders)) {
        assert_eq!(printed["order"], order.slug());
        let mean = printed["hit_at_5"]["mean"].as_f64().expect("a number");
        assert!((mean - computed.measures.hit_at_5.mean).abs() < 1e-9);
    }
    assert_eq!(orders[0]["gain"], Value::Null);
    let later: Vec<&Value> = printed["trials"].as_array().expect("trials").iter().skip(2).collect();
    assert!(later.iter().all(|it| it["setting"] == "up-to" && it["year"].is_u64()), "{later:?}");
}

#[test]
fn the_table_says_the_same_in_words() {
    let run = backtest(&[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let computed = Backtest::of(&published().snapshot);
    let [of_prefectures, ..] = computed.trials[0].orders.as_slice() else { panic!("orders") };
    let hit = of_prefectures.measures.hit_at_5;
    let hit = format!("都道府県の数 {:.3} 〔{:.3}〜{:.3}〕", hit.mean, hit.low, hit.high);
    let squeezed = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in [
        &hit,
        "その組の事例だけを除いて",
        "年までの事例で、その後の導入を",
        "区間を超えて「都道府県の数」の順に勝る順序",
    ] {
        assert!(squeezed.contains(text), "{text:?} in:\n{}", run.out);
    }
}

#[test]
fn few_cases_are_no_mistake() {
    let workshop = Workshop::new();
    workshop.build_well();
    let data = workshop.data();
    let run = snapshot(&["backtest".as_ref(), data.as_os_str()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("勝る順序"), "{}", run.out);
}

#[test]
fn snapshots_that_do_not_exist_are_told() {
    let run = backtest(&["--snapshot", "2030"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("このデータ版はありません") && run.err.contains("2026-11-23"), "{}", run.err);
    assert_eq!(backtest(&["--snapshot", "2026-11-23"]).code, 0);
    let nowhere = snapshot(&["backtest", "nowhere"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.err.contains("目録がありません"), "{}", nowhere.err);
}
