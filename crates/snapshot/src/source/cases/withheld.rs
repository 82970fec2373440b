//! Cases that their owners do not want published: no output repeats what they hold.

use std::io::{BufRead, BufReader};

use serde_json::Value;

use super::{FILE, HashSet, Path, WITHHELD};
use crate::source::json;

/// Gives their ids in small letters, before anything else is read: other tables may not name them.
pub fn ids(folder: &Path) -> HashSet<String> {
    let Ok(file) = std::fs::File::open(folder.join(FILE)) else { return HashSet::new() };
    let mut ids = HashSet::new();
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    // A line that cannot be read is reported when the table is.
    while reader.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
        let text = String::from_utf8_lossy(&line);
        if is_withheld(&text) {
            ids.extend(id(&text).map(|id| id.to_lowercase()));
        }
        line.clear();
    }
    ids
}

/// Tells if a line is, or may be meant to be, a case that is not published.
pub fn is_withheld(line: &str) -> bool {
    // A letter may be written as a number.
    if !line.contains(WITHHELD) && !line.contains("\\u") {
        return false;
    }
    match json::parse(line) {
        Ok((Value::Object(object), repeated)) => {
            repeated.iter().any(|key| key == WITHHELD)
                || !matches!(object.get(WITHHELD), None | Some(Value::Null | Value::Bool(false)))
        }
        _ => line.contains(WITHHELD),
    }
}

/// Gives the id of a line, also of one with a mistake.
pub fn id(line: &str) -> Option<String> {
    match json::parse(line) {
        Ok((value, _)) => value.get("id").and_then(Value::as_str).map(str::to_owned),
        Err(_) => {
            let (_, rest) = line.split_once("\"id\"")?;
            rest.split('"').nth(1).map(str::to_owned)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_may_be_meant_to_be_withheld_is() {
        for line in [
            r#"{"id":"31-a-1","withheld":true}"#,
            r#"{"id":"31-a-1","withheld":"true"}"#,
            r#"{"id":"31-a-1","withheld":1}"#,
            r#"{"id":"31-a-1","withheld":false,"withheld":true}"#,
            r#"{"id":"31-a-1","with\u0068eld":true}"#,
            r#"{"id":"31-a-1","withheld":true"#,
        ] {
            assert!(is_withheld(line), "{line}");
            assert_eq!(id(line).as_deref(), Some("31-a-1"), "{line}");
        }
        for line in [
            r#"{"id":"31-a-1"}"#,
            r#"{"withheld":false}"#,
            r#"{"withheld":null}"#,
            r#"{"missing":{"vendor":"withheld"}}"#,
        ] {
            assert!(!is_withheld(line), "{line}");
        }
    }
}
