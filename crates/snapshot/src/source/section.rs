//! One table of a TOML file: reads its keys as the types that they should have.
//!
//! Every method reports what is wrong with a value and then gives `None`.

use std::str::FromStr;

use joint_procurement_core::domain::{Date, MailAddress, Term, WebAddress};
use toml::{Table, Value};

use super::cases::DATE;
use super::faults::{OFFICE, WORKING_NOTE, personal, report_address};
use super::meant;
use crate::problem::{Fault, Problem, Report, Said};
use crate::text::{
    MAIL_ADDRESS, TextFault, WEB_ADDRESS, form_faults, is_nothing, is_working_note, personal_mail,
    privacy_faults,
};

/// A table and where it stands.
pub struct TomlSection<'a> {
    file: &'static str,
    text: &'a str,
    pub table: &'a Table,
    /// The text before the key in reports.
    path: String,
}

impl<'a> TomlSection<'a> {
    /// Takes the whole file as a section.
    pub fn root(file: &'static str, text: &'a str, table: &'a Table) -> Self {
        Self { file, text, table, path: String::new() }
    }

    /// Makes a problem with the value of a key.
    pub fn problem(&self, key: &str, what: impl Into<Said>) -> Problem {
        // The parser keeps no places; a key of the root is found by its line.
        let starts =
            |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let row = self.text.lines().position(starts).filter(|_| self.path.is_empty());
        let problem = Problem::new(self.file, what).column(format!("{}{key}", self.path));
        let problem = match row {
            Some(row) => problem.row(row + 1),
            None => problem,
        };
        match self.table.get(key) {
            Some(Value::String(text)) => problem.value(text),
            Some(value) => problem.value(value),
            None => problem,
        }
    }

    /// Reports keys that are not known.
    pub fn check_keys(&self, known: &[&str], report: &mut Report) {
        for key in self.table.keys().filter(|key| !known.contains(&key.as_str())) {
            report.add(
                self.problem(key, "知らないキーです。")
                    .suggestion(meant::word(key, known.iter().copied(), &[]))
                    .allowed(known.join("、"))
                    .advice("つづりを直すか、取り除いてください。"),
            );
        }
    }

    /// Reads a text, maybe empty; dates may stand without quotation marks.
    pub fn text_or_empty(&self, key: &str, report: &mut Report) -> Option<String> {
        const ALLOWED: &str = "引用符で囲んだ文字列";
        let text = match self.table.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Datetime(date)) => date.to_string(),
            Some(_) => {
                report.add(self.problem(key, "文字列ではありません。").allowed(Said::of_files(ALLOWED)));
                return None;
            }
            None => {
                report.add(self.problem(key, "キーがありません。").allowed(format!("{key} = \"…\"")));
                return None;
            }
        };
        if report.names_withheld(&text) {
            let what = Said::each(
                "非掲載希望（withheld）の事例の id が書かれています。",
                "非掲載希望の事例の id が書かれています。",
            );
            let problem = self.problem(key, what).advice("公開しないため、取り除いてください。");
            report.add(Problem { value: None, ..problem });
            return None;
        }
        let mut faults = form_faults(&text);
        // Addresses are checked as such; one mail address is published, that of the maintainer's office.
        let is_address = key == "url" || self.path == "maintainer." && key == "email";
        if !is_address {
            faults.extend(privacy_faults(&text));
        }
        for fault in &faults {
            let TextFault { what, advice } = fault;
            // A snapshot has a name in any case.
            let advice = if key == "id" {
                "別の名前にしてください（例 2026-11-23）。"
            } else {
                advice.as_str()
            };
            report.add(self.problem(key, what).advice(advice));
        }
        // 未定 is an answer to the question of a plan.
        let no_value = match key {
            _ if is_working_note(&text) => Some(WORKING_NOTE),
            _ if is_nothing(&text) && key != "update_note" => {
                Some("値がないことを表す言葉が、値として書かれています。")
            }
            _ => None,
        };
        if let Some(what) = no_value {
            let advice = "正しい値を書いてください。必ず書く項目でなければ、空にできます。";
            report.add(self.problem(key, what).advice(advice));
        }
        (faults.is_empty() && no_value.is_none()).then_some(text)
    }

    /// Reads a text that is not empty.
    pub fn text(&self, key: &str, report: &mut Report) -> Option<String> {
        let text = self.text_or_empty(key, report)?;
        if text.is_empty() {
            report.add(self.problem(key, "空です。").allowed(Said::of_files("空でない文字列")));
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// Reads a text that a type checks; `allowed` describes it.
    pub fn parsed<T: FromStr>(&self, key: &str, allowed: &str, report: &mut Report) -> Option<T> {
        self.parsed_or::<T, T>(key, allowed, report)
    }

    /// Reads a text that a type checks, where only a narrower one is meant by others.
    fn parsed_or<T: FromStr, M: FromStr>(&self, key: &str, allowed: &str, report: &mut Report) -> Option<T> {
        let text = self.text(key, report)?;
        let parsed = text.parse().ok();
        if parsed.is_none() {
            let meant = meant::form::<M>(&text);
            report.add(self.problem(key, Fault::Form).suggestion(meant).allowed(Said::of_files(allowed)));
        }
        parsed
    }

    /// Reads a slug of a closed vocabulary.
    pub fn slug<T: Term>(&self, key: &str, report: &mut Report) -> Option<T> {
        let text = self.text(key, report)?;
        let term = T::from_slug(&text);
        if term.is_none() {
            let words: Vec<String> =
                T::ALL.iter().map(|it| format!("{}（{}）", it.slug(), it.ja())).collect();
            let problem = self.problem(key, Fault::NoWord).suggestion(meant::term(&text, T::slug));
            report.add(problem.allowed(Said::of_files(words.join("、"))));
        }
        term
    }

    /// Reads a date with its day.
    pub fn day(&self, key: &str, report: &mut Report) -> Option<Date> {
        let date = self.parsed_or::<Date, meant::Day>(key, DATE, report)?;
        if date.day().is_none() {
            report.add(self.problem(key, "日まで書いてください。").allowed(Said::of_files("YYYY-MM-DD")));
        }
        Some(date)
    }

    pub fn yes_or_no(&self, key: &str, report: &mut Report) -> Option<bool> {
        let value = self.table.get(key).and_then(Value::as_bool);
        if value.is_none() {
            let text = self.table.get(key).and_then(Value::as_str).unwrap_or_default();
            let problem = self.problem(
                key,
                Said::each("true か false を書いてください。", "「はい」か「いいえ」を選んでください。"),
            );
            let problem = problem.suggestion(meant::answer(text, "true", "false"));
            report.add(problem.allowed(Said::of_files("true、false（引用符なし）")));
        }
        value
    }

    /// Reads a whole number; `None` also where the key is left out.
    pub fn whole_number(&self, key: &str, report: &mut Report) -> Option<u64> {
        let number = self.table.get(key)?.as_integer().and_then(|number| u64::try_from(number).ok());
        if number.is_none() {
            let meant = self.table.get(key).and_then(Value::as_str).and_then(meant::number);
            let problem = self.problem(key, Fault::NoInteger).suggestion(meant);
            report.add(problem.allowed(Said::of_files("0以上の整数（引用符・コンマなし）")));
        }
        number
    }

    /// Reads an address, or the absence of one from an empty text.
    pub fn web_address_or_empty(&self, key: &str, report: &mut Report) -> Option<Option<WebAddress>> {
        let address = self.address_or_empty(key, Fault::NoAddress.into(), WEB_ADDRESS, report)?;
        if let Some(address) = &address {
            report_address(WebAddress::as_str(address), |what| self.problem(key, what), report);
        }
        Some(address)
    }

    /// Reads the mail address of an organization; none also where the key is left out.
    pub fn mail_address(&self, key: &str, report: &mut Report) -> Option<MailAddress> {
        let text = self.table.get(key)?.as_str().unwrap_or_default();
        if let Some(host) = personal_mail(text) {
            report.add(self.problem(key, personal(host)).advice(OFFICE));
            return None;
        }
        let wrong = "部署のメールアドレスとして正しい形ではありません。";
        self.address_or_empty(key, wrong.into(), MAIL_ADDRESS, report).flatten()
    }

    fn address_or_empty<T: FromStr>(
        &self,
        key: &str,
        wrong: Said,
        allowed: &str,
        report: &mut Report,
    ) -> Option<Option<T>> {
        let text = self.text_or_empty(key, report)?;
        if text.is_empty() {
            return Some(None);
        }
        let address = text.parse().ok();
        if address.is_none() {
            report.add(
                self.problem(key, wrong).suggestion(meant::form::<T>(&text)).allowed(Said::of_files(allowed)),
            );
        }
        address.map(Some)
    }

    /// Gives the table under a key; `None` also where it is left out.
    pub fn section(&self, key: &str, report: &mut Report) -> Option<TomlSection<'a>> {
        let table = self.table.get(key)?.as_table();
        if table.is_none() {
            report.add(
                self.problem(key, "表ではありません。").allowed(format!("[{key}] の行に続けて キー = 値")),
            );
        }
        table.map(|table| self.inner(table, format!("{key}.")))
    }

    /// Gives the tables under a key; none where it is left out.
    pub fn sections(&self, key: &str, report: &mut Report) -> Vec<TomlSection<'a>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let tables: Option<Vec<&'a Table>> =
            value.as_array().and_then(|items| items.iter().map(Value::as_table).collect());
        let Some(tables) = tables else {
            report.add(
                self.problem(key, "表のリストではありません。")
                    .allowed(format!("[[{key}]] の行に続けて キー = 値")),
            );
            return Vec::new();
        };
        (1..)
            .zip(tables)
            .map(|(number, table)| self.inner(table, format!("{key}（{number}番目）.")))
            .collect()
    }

    fn inner(&self, table: &'a Table, path: String) -> TomlSection<'a> {
        TomlSection { file: self.file, text: self.text, table, path }
    }
}
