//! Objects inside an object, and all texts of one.

use serde_json::{Map, Value};

use super::{Record, nth};
use crate::problem::{Report, Said};
use crate::source::faults::report_text;

impl Record {
    /// Reports every text, however deep, that may not be published as it is, but for the values of `others`.
    pub fn check_texts(&self, others: &[&str], report: &mut Report) {
        for (key, value) in self.object.iter().filter(|(key, _)| !others.contains(&key.as_str())) {
            self.check_text_in(&self.column(key), key, value, report);
        }
    }

    fn check_text_in(&self, column: &str, key: &str, value: &Value, report: &mut Report) {
        match value {
            // An address is checked as such; it may hold what looks like a mail address.
            Value::String(_) if matches!(key, "url" | "archived_url") => {}
            Value::String(text) => report_text(&self.place, column, text, report),
            Value::Array(items) => {
                for (number, item) in (1..).zip(items) {
                    self.check_text_in(&nth(column, number), key, item, report);
                }
            }
            Value::Object(object) => {
                for (inner, value) in object {
                    report_text(&self.place, column, inner, report);
                    self.check_text_in(&format!("{column} {inner}"), inner, value, report);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Reads a list of objects; empty where nothing is stated.
    pub fn records(&self, key: &str, report: &mut Report) -> Vec<Self> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let objects: Option<Vec<&Map<String, Value>>> =
            value.as_array().and_then(|items| items.iter().map(Value::as_object).collect());
        let Some(objects) = objects else {
            return self
                .wrong_type(key, Said::of_files("オブジェクトのリスト [{…}, {…}]"), None, report)
                .unwrap_or_default();
        };
        (1..)
            .zip(objects)
            .map(|(number, object)| Self {
                place: self.place.clone(),
                path: format!("{} ", nth(&self.column(key), number)),
                object: object.clone(),
            })
            .collect()
    }

    /// Reads an object inside this one; none where nothing is stated.
    pub fn record(&self, key: &str, report: &mut Report) -> Option<Self> {
        match self.value(key)? {
            Value::Object(object) => Some(Self {
                place: self.place.clone(),
                path: format!("{} ", self.column(key)),
                object: object.clone(),
            }),
            _ => self.wrong_type(key, Said::of_files("オブジェクト {…}"), None, report),
        }
    }

    /// Gives the keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.object.keys().map(String::as_str)
    }

    /// Reads the keys and texts of an object of texts; empty where nothing is stated.
    pub fn text_map(&self, key: &str, report: &mut Report) -> Vec<(&str, &str)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let entries: Option<Vec<(&str, &str)>> = value.as_object().and_then(|object| {
            object.iter().map(|(key, value)| value.as_str().map(|text| (key.as_str(), text))).collect()
        });
        entries.unwrap_or_else(|| {
            self.wrong_type(key, Said::of_files("{\"項目名\": \"理由\"}"), None, report).unwrap_or_default()
        })
    }

    /// Reports a key whose value must be a list, even when nothing is stated.
    pub fn check_is_list(&self, key: &str, report: &mut Report) {
        if self.is_null(key) {
            report.add(
                self.problem(key, "リストではありません。")
                    .allowed(Said::of_files("リスト。何もなければ []")),
            );
        }
    }
}
