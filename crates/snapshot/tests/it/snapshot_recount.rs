//! The figures of every published snapshot, counted once more from the columns of its file alone.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value, json};

use crate::program::{real_data, snapshot};

/// A published table of cases as plain JSON, read by nothing of the program.
struct Columns {
    table: Map<String, Value>,
    /// The rows that figures count.
    rows: Vec<usize>,
}

impl Columns {
    fn of(meta: &Value) -> Self {
        let start = format!("{}/cases.", meta["id"].as_str().expect("an id"));
        let mut paths = meta["files"].as_array().expect("files").iter().filter_map(|it| it["path"].as_str());
        let path = paths.find(|path| path.starts_with(&start)).expect("the cases");
        let bytes = fs::read(real_data().join(path)).expect("a file");
        let table: Map<String, Value> = serde_json::from_slice(&bytes).expect("JSON");
        let mut columns = Self { table, rows: Vec::new() };
        columns.rows = (0..columns.table["id"].as_array().expect("ids").len())
            .filter(|&row| {
                columns.at("scope", row) == "prefecture"
                    && columns.at("form", row) != "shared-service"
                    && columns.at("status", row) != "cancelled"
            })
            .collect();
        columns
    }

    /// The value of a column in a row; codes are looked up in its dictionary.
    fn at(&self, column: &str, row: usize) -> Value {
        let Some(column) = self.table.get(column) else { return Value::Null };
        let Some(dictionary) = column.get("dictionary") else { return column[row].clone() };
        let word = |code: &Value| match code.as_u64().and_then(|code| usize::try_from(code).ok()) {
            Some(code) => dictionary[code].clone(),
            None => Value::Null,
        };
        match &column["codes"][row] {
            Value::Array(codes) => codes.iter().map(word).collect(),
            code => word(code),
        }
    }

    fn values(&self, column: &str) -> Vec<Value> {
        self.rows.iter().map(|&row| self.at(column, row)).collect()
    }

    fn tally(&self, column: &str) -> Value {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for value in self.values(column) {
            let several = value.as_array().cloned().unwrap_or_else(|| vec![value]);
            for value in several.iter().filter_map(Value::as_str) {
                *counts.entry(value.to_owned()).or_default() += 1;
            }
        }
        json!(counts)
    }

    fn answers(&self, column: &str) -> Value {
        let values = self.values(column);
        let count = |wanted: Value| values.iter().filter(|it| **it == wanted).count();
        json!({"yes": count(json!(true)), "no": count(json!(false)), "unknown": count(Value::Null)})
    }

    fn years(&self) -> Value {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for &row in self.rows.iter().filter(|&&row| self.at("status", row) != "planned") {
            if let Some(at) = self.at("introduced", row).as_str() {
                *counts.entry(at[..4].to_owned()).or_default() += 1;
            }
        }
        json!(counts)
    }

    /// The size as stated, or else summed over the participants.
    fn size(&self, derived: &str) -> Value {
        let stated = format!("stated_{derived}");
        let sizes = self
            .rows
            .iter()
            .filter_map(|&row| self.at(&stated, row).as_u64().or_else(|| self.at(derived, row).as_u64()));
        let sizes: Vec<u64> = sizes.collect();
        json!({"known": sizes.len(), "sum": sizes.iter().sum::<u64>(), "median": median(sizes)})
    }

    /// Amounts that are no budgets. No published one is a range.
    fn cost(&self, column: &str) -> (usize, Value) {
        let known = self.rows.iter().filter(|&&row| self.at("cost_basis", row) != "budget");
        let known: Vec<u64> = known.filter_map(|&row| self.at(column, row).as_u64()).collect();
        (known.len(), median(known))
    }
}

fn median(mut values: Vec<u64>) -> Value {
    values.sort_unstable();
    match values.len() {
        0 => Value::Null,
        count if count % 2 == 1 => json!(values[count / 2]),
        count => json!((values[count / 2 - 1] + values[count / 2]).div_ceil(2)),
    }
}

/// Leaves out what is counted as nothing: figures may name it or not.
fn without_zeros(counts: &Value) -> Value {
    let counts = counts.as_object().expect("counts").iter().filter(|(_, count)| **count != json!(0));
    Value::Object(counts.map(|(name, count)| (name.clone(), count.clone())).collect())
}

#[test]
fn the_figures_of_every_snapshot_are_those_of_its_columns() {
    let catalog = fs::read(real_data().join("catalog.json")).expect("a catalog");
    let catalog: Value = serde_json::from_slice(&catalog).expect("JSON");
    let snapshots = catalog["snapshots"].as_array().expect("snapshots");
    assert!(snapshots.len() > 1, "the old one stays beside the new one");
    for meta in snapshots {
        let id = meta["id"].as_str().expect("an id");
        let data = real_data();
        let data = data.to_str().expect("a path");
        let run = snapshot(&["stats", data, "--snapshot", id, "--format", "json"]);
        let figures: Value = serde_json::from_str(&run.out).expect("JSON");
        let columns = Columns::of(meta);
        assert_eq!(figures["total"], columns.rows.len(), "{id}");
        for (name, column) in [
            ("by_domain", "domain"),
            ("by_system", "system_type"),
            ("by_prefecture", "lead_prefecture"),
            ("by_lead", "lead_kind"),
            ("by_benefit", "benefits"),
        ] {
            assert_eq!(without_zeros(&figures[name]), columns.tally(column), "{id}: {name}");
        }
        assert_eq!(figures["by_subsidy"], columns.answers("subsidy_used"), "{id}");
        assert_eq!(figures["by_specification"], columns.answers("specification_available"), "{id}");
        assert_eq!(without_zeros(&figures["by_year"]), columns.years(), "{id}");
        let counts: Vec<u64> =
            columns.values("participants_count").iter().filter_map(Value::as_u64).collect();
        let participants = json!({"known": counts.len(), "sum": counts.iter().sum::<u64>()});
        assert_eq!(figures["participants"], participants, "{id}");
        for size in ["population", "staff"] {
            assert_eq!(figures[size], columns.size(size), "{id}: {size}");
        }
        for cost in ["initial_cost_yen", "annual_cost_yen"] {
            let (known, median) = columns.cost(cost);
            assert_eq!(
                (&figures[cost]["known"], &figures[cost]["median"]),
                (&json!(known), &median),
                "{id}: {cost}"
            );
        }
    }
}
