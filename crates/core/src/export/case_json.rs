//! One case as JSON, with the names of the published table.

use serde_json::{Map, Value};

use crate::domain::{CaseDetail, CaseRef, Field, Snapshot, Term};
use crate::json;

/// Writes everything known of a case. Unknown values are `null`; why, where that is known, stands under
/// `missing`.
pub fn case_json(snapshot: &Snapshot, case: CaseRef<'_>, detail: &CaseDetail) -> String {
    let missing: Map<String, Value> = Field::ALL
        .iter()
        .filter_map(|&field| Some((field.slug().to_owned(), case.reason(field)?.slug().into())))
        .collect();
    let mut file = Map::new();
    let mut add = |key: &str, value: Value| file.insert(key.to_owned(), value);
    add("snapshot", snapshot.meta.id.to_string().into());
    add("as_of", snapshot.meta.as_of.to_string().into());
    add("licence", snapshot.meta.licence.as_str().into());
    case.each_value(&mut |name, value| {
        // The details have the documents themselves.
        if name != "document_kinds" {
            add(name, value);
        }
    });
    add("detail", json::value(detail));
    add("missing", missing.into());
    format!("{:#}\n", Value::Object(file))
}
