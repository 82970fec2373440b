//! One JSON object of a source table: reads its keys as the types that they should have.
//!
//! Every method reports what is wrong with a value and then gives `None`, as it does for null.

use std::str::FromStr;

use joint_procurement_core::domain::{Field, Term, WebAddress};
use serde_json::{Map, Value};

use super::faults::{WORKING_NOTE, is_several, report_address};
use super::json;
use super::meant;
use crate::problem::{Fault, Position, Problem, Report, Said};
use crate::text::{WEB_ADDRESS, is_nothing, is_working_note, reason};

mod inner;
mod numbers;

/// The key that keeps an object out of every publication.
pub const WITHHELD: &str = "withheld";

/// An object with known keys.
pub struct Record {
    pub place: Position,
    /// The text before the key in reports, for objects inside objects.
    path: String,
    object: Map<String, Value>,
}

impl Record {
    /// Reads a line; `None` after reporting why it is no object.
    pub fn parse(line: &str, mut place: Position, subject_key: &str, report: &mut Report) -> Option<Self> {
        let row_problem = |what: String| Problem::new(&place.file, what).row(place.row);
        match json::parse(line) {
            Err(error) => {
                let why = if error.unfinished {
                    "途中で終わっています"
                } else {
                    "書き方が正しくありません"
                };
                report.add(
                    row_problem(format!("JSON として読めません。{}文字目あたりで{why}。", error.at)).advice(
                        "1行に1つの { … } を書き、引用符・コンマ・かっこの過不足を確かめてください。",
                    ),
                );
                None
            }
            Ok((Value::Object(object), repeated)) => {
                if repeated.iter().any(|key| key == WITHHELD) {
                    // Nobody knows which of the two is meant.
                    report.conceal(Some(Vec::new()));
                }
                place.subject = object.get(subject_key).and_then(Value::as_str).map(str::to_owned);
                for key in repeated {
                    report.add(
                        place.problem(&key, "同じキーが二度あります。").advice("一方を取り除いてください。"),
                    );
                }
                Some(Self { place, path: String::new(), object })
            }
            Ok(_) => {
                report.add(row_problem("JSON のオブジェクトではありません。".to_owned()).allowed("{ … }"));
                None
            }
        }
    }

    /// Reports keys that are missing or not known.
    pub fn check_keys(&self, required: &[&str], optional: &[&str], report: &mut Report) {
        for key in self
            .object
            .keys()
            .filter(|key| !required.contains(&key.as_str()) && !optional.contains(&key.as_str()))
        {
            let meant = meant::word(key, required.iter().chain(optional).copied(), &[]);
            report.add(
                self.problem(key, "知らないキーです。")
                    .suggestion(meant)
                    .allowed(required.join("、"))
                    .advice("つづりを直すか、取り除いてください。"),
            );
        }
        for key in required.iter().filter(|key| !self.object.contains_key(**key)) {
            report.add(
                self.problem(key, "キーがありません。").advice(Self::leave_empty("値が分からないときは")),
            );
        }
    }

    fn column(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    /// Makes a problem with the value of a key.
    pub fn problem(&self, key: &str, what: impl Into<Said>) -> Problem {
        let problem = self.place.problem(&self.column(key), what);
        match self.object.get(key) {
            Some(Value::String(text)) => problem.value(text),
            Some(value) => problem.value(value),
            None => problem,
        }
    }

    /// Makes a problem with one of the values of a list, counted from 1.
    pub fn nth_problem(&self, key: &str, number: usize, what: impl Into<Said>) -> Problem {
        self.place.problem(&nth(&self.column(key), number), what)
    }

    /// Gives the value unless it is null or missing.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.object.get(key).filter(|value| !value.is_null())
    }

    /// Tells if nothing is stated: null, missing, or an empty list.
    pub fn is_blank(&self, key: &str) -> bool {
        self.value(key).is_none_or(|value| value.as_array().is_some_and(Vec::is_empty))
    }

    fn wrong_type<T>(
        &self,
        key: &str,
        allowed: impl Into<Said>,
        meant: impl IntoIterator<Item = String>,
        report: &mut Report,
    ) -> Option<T> {
        let problem = self.place.problem(&self.column(key), Fault::Form);
        let problem = problem.suggestion(meant).allowed(allowed);
        // As JSON, quotation marks included: they are often what is wrong.
        report.add(match self.object.get(key) {
            Some(value) => problem.value(value),
            None => problem,
        });
        None
    }

    pub fn text(&self, key: &str, report: &mut Report) -> Option<&str> {
        match self.value(key)? {
            // Told with the texts of the record.
            Value::String(text) if text.trim().is_empty() && !text.is_empty() => None,
            Value::String(text) if text.is_empty() => {
                report.add(
                    self.problem(key, "空の文字列です。").advice(Self::leave_empty("値が分からないときは")),
                );
                None
            }
            Value::String(text) if is_nothing(text) => {
                report.add(self.no_value(key, text));
                None
            }
            Value::String(text) if is_working_note(text) => {
                let problem = self.problem(key, WORKING_NOTE);
                report.add(problem.advice(Self::leave_empty(
                    "値を確かめて書いてください。分からない値は、必ず書く項目でなければ",
                )));
                None
            }
            Value::String(text) => Some(text),
            _ => self.wrong_type(key, Said::of_files("引用符で囲んだ文字列、または null"), None, report),
        }
    }

    /// Makes the problem of a word that says that there is no value.
    fn no_value(&self, key: &str, text: &str) -> Problem {
        let reason = reason(text).map_or("not_public", |reason| reason.slug());
        let has_reason = self.path.is_empty() && Field::from_slug(key).is_some();
        self.problem(key, "値がないことを表す言葉が、値として書かれています。").advice(if has_reason {
            Said::of_files(format!("null と書いてください。理由が分かれば missing に書けます（例 \"missing\": {{\"{key}\": \"{reason}\"}}）。"))
        } else {
            Said::of_files("null と書いてください。必ず書く項目では、正しい値を調べて書いてください。")
        })
    }

    /// Reads a text that must be stated.
    pub fn required_text(&self, key: &str, report: &mut Report) -> Option<&str> {
        if self.object.get(key).is_some_and(Value::is_null) {
            report.add(self.problem(key, Fault::Needed).allowed(Said::of_files("空でない文字列")));
            return None;
        }
        self.text(key, report)
    }

    /// Reads a text that a type checks; `allowed` describes it.
    pub fn parsed<T: FromStr>(&self, key: &str, allowed: &str, report: &mut Report) -> Option<T> {
        self.parsed_or::<T, T>(key, allowed, report)
    }

    /// Reads a text that a type checks, where only a narrower one is meant by others.
    pub fn parsed_or<T: FromStr, M: FromStr>(
        &self,
        key: &str,
        allowed: &str,
        report: &mut Report,
    ) -> Option<T> {
        // Spreadsheets and programs take codes and years for numbers.
        let text = match self.value(key)? {
            Value::Number(number) => {
                let number = number.to_string();
                let written = Some(number.clone()).filter(|number| number.parse::<M>().is_ok());
                let meant = written.map_or_else(|| meant::form::<M>(&number), |it| vec![it]);
                let quoted = meant.into_iter().map(|it| format!("\"{it}\""));
                return self.wrong_type(
                    key,
                    Said::of_files(format!("引用符で囲んだ文字列。{allowed}")),
                    quoted,
                    report,
                );
            }
            _ => self.text(key, report)?,
        };
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.wrong_type(key, Said::of_files(allowed), meant::form::<M>(text), report)
        } else {
            parsed
        }
    }

    /// Reads a word of a closed vocabulary, in Japanese.
    pub fn word<T: Term>(&self, key: &str, report: &mut Report) -> Option<T> {
        self.one_of(key, T::from_ja, T::ja, report)
    }

    /// Reads a slug of a closed vocabulary.
    pub fn slug<T: Term>(&self, key: &str, report: &mut Report) -> Option<T> {
        self.one_of(key, T::from_slug, T::slug, report)
    }

    fn one_of<T: Term>(
        &self,
        key: &str,
        find: fn(&str) -> Option<T>,
        name: fn(T) -> &'static str,
        report: &mut Report,
    ) -> Option<T> {
        // A vocabulary may have a word for nothing of its own.
        if let Some(term) = self.value(key).and_then(Value::as_str).and_then(find) {
            return Some(term);
        }
        // 無 may be a word of the vocabulary rather than one for nothing.
        let written = self.value(key).and_then(Value::as_str).unwrap_or_default();
        let meant = meant::term(written, name);
        if meant.is_empty() || !(is_nothing(written) || is_working_note(written)) {
            self.text(key, report)?;
        }
        let names: Vec<&str> = T::ALL.iter().map(|term| name(*term)).collect();
        let is_several = meant.len() > 1;
        let problem = self.problem(key, Fault::NoWord).suggestion(meant).allowed(names.join("、"));
        report.add(if is_several { problem.advice(meant::ONLY_ONE) } else { problem });
        None
    }

    pub fn web_address(&self, key: &str, report: &mut Report) -> Option<WebAddress> {
        let text = self.required_text(key, report)?;
        if is_several(text, |what| self.problem(key, what), report) {
            return None;
        }
        let Ok(address) = text.parse() else {
            return self.wrong_type(
                key,
                Said::of_files(WEB_ADDRESS),
                meant::form::<WebAddress>(text),
                report,
            );
        };
        report_address(text, |what| self.problem(key, what), report);
        Some(address)
    }

    /// Reads a list of texts; empty where nothing is stated.
    pub fn texts(&self, key: &str, report: &mut Report) -> Vec<&str> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let texts: Option<Vec<&str>> = value.as_array().and_then(|items| {
            items.iter().map(|item| item.as_str().filter(|text| !text.trim().is_empty())).collect()
        });
        texts.unwrap_or_else(|| {
            let meant = meant::json_texts(Some(value));
            self.wrong_type(key, Said::of_files("空でない文字列のリスト [\"…\", \"…\"]"), meant, report)
                .unwrap_or_default()
        })
    }

    /// Advises to state nothing.
    pub fn leave_empty(when: &str) -> Said {
        Said::each(format!("{when}null と書いてください。"), format!("{when}空欄にしてください。"))
    }

    /// Tells if null is stated.
    pub fn is_null(&self, key: &str) -> bool {
        self.object.get(key).is_some_and(Value::is_null)
    }
}

fn nth(column: &str, number: usize) -> String {
    format!("{column}（{number}番目）")
}
