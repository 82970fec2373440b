//! The mapping file: which column of a table means what, in TOML.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::{PARTICIPANTS, Target, To};
use crate::problem::{Problem, Report, io_reason};
use crate::source::columns::{CASES, SETTINGS};
use crate::values::{AmountUnit, FiscalYear};

/// The words of `fiscal_year`.
const FISCAL_YEARS: [(&str, FiscalYear); 3] =
    [("確かめる", FiscalYear::Ask), ("年", FiscalYear::Year), ("4月", FiscalYear::April)];

/// A mapping file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The sheets to read; all whose heads are known where none is named.
    pub sheets: Vec<String>,
    pub(super) targets: Vec<Target>,
    /// Values that hold for each row, by their column.
    pub(super) constants: Vec<(To, String)>,
    /// Every prefecture has answered, those without a case too.
    pub all_answered: bool,
    /// Values for the settings of the snapshot, by their technical name.
    pub settings: BTreeMap<String, String>,
}

/// Reads a mapping file; `None` after reporting what is wrong with it.
pub fn read(path: &Path, report: &mut Report) -> Option<Mapping> {
    let name = super::super::mapped::file_name(path);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let problem = Problem::new(name, format!("対応表を読めません。{}。", io_reason(&error)));
            report.add(problem.value(path.display()).advice("--mapping の場所を確かめてください。"));
            return None;
        }
    };
    let table: Table = match toml::from_str(&text) {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let problem = Problem::new(name, "TOML として読めません。")
                .advice("引用符・かっこ・= の過不足を確かめてください。");
            report.add(match line {
                Some(line) => problem.row(line),
                None => problem,
            });
            return None;
        }
    };
    let before = report.count();
    let mapping = Reader { name: &name, report }.mapping(&table);
    (report.count() == before).then_some(mapping)
}

struct Reader<'a> {
    name: &'a str,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn mapping(&mut self, table: &Table) -> Mapping {
        self.check_keys("", table, &["table", "columns", "words", "constants", "answers", "settings"]);
        let mut mapping = Mapping::default();
        if let Some(section) = self.section(table, "table") {
            self.check_keys("table.", section, &["sheets"]);
            mapping.sheets = self.texts("table.sheets", section.get("sheets"));
        }
        let words = self.section(table, "words").cloned().unwrap_or_default();
        for (key, value) in self.section(table, "columns").cloned().unwrap_or_default() {
            if let Some(to) = self.target(&format!("columns.{key}"), &key) {
                let pairs = words.get(&key).and_then(Value::as_table).cloned().unwrap_or_default();
                mapping.targets.extend(self.column(&key, to, &value, &pairs));
            }
        }
        for key in words.keys().filter(|key| !mapping.targets.iter().any(|it| it.to.column().name == *key)) {
            self.report.add(
                Problem::new(self.name, "この項目の列がありません。")
                    .column(format!("words.{key}"))
                    .advice("[columns] に項目を加えるか、語の対応を取り除いてください。"),
            );
        }
        for (key, value) in self.section(table, "constants").cloned().unwrap_or_default() {
            let path = format!("constants.{key}");
            if let (Some(to), Some(text)) = (self.target(&path, &key), self.text(&path, &value)) {
                mapping.constants.push((to, text));
            }
        }
        if let Some(section) = self.section(table, "answers") {
            self.check_keys("answers.", section, &["all"]);
            mapping.all_answered = section.get("all").and_then(Value::as_bool).unwrap_or_default();
        }
        for (key, value) in self.section(table, "settings").cloned().unwrap_or_default() {
            let path = format!("settings.{key}");
            if super::super::settings::column(&key).is_none() {
                let problem = Problem::new(self.name, "設定の技術名ではありません。").column(&path);
                self.report.add(problem.allowed(SETTINGS.names.join("、")));
            } else if let Some(text) = self.text(&path, &value) {
                mapping.settings.insert(key, text);
            }
        }
        if mapping.targets.is_empty() {
            self.report.add(
                Problem::new(self.name, "どの列も対応づけられていません。")
                    .column("columns")
                    .advice("--guess で下書きを作れます。"),
            );
        }
        mapping
    }

    fn column(&mut self, key: &str, to: To, value: &Value, pairs: &Table) -> Option<Target> {
        let path = format!("columns.{key}");
        let words: Vec<(String, String)> = pairs
            .iter()
            .filter_map(|(word, to)| Some((word.clone(), self.text(&format!("words.{key}.{word}"), to)?)))
            .collect();
        let mut target = Target { to, heads: Vec::new(), unit: None, fiscal: FiscalYear::Ask, words };
        let Value::Table(table) = value else {
            target.heads = self.texts(&path, Some(value));
            return Some(target);
        };
        self.check_keys(&format!("{path}."), table, &["head", "unit", "fiscal_year"]);
        target.heads = self.texts(&format!("{path}.head"), table.get("head"));
        if let Some(unit) = table.get("unit") {
            let known = unit.as_str().and_then(|unit| AmountUnit::ALL.into_iter().find(|it| it.ja() == unit));
            match known {
                Some(unit) => target.unit = Some(unit),
                None => self.wrong(&format!("{path}.unit"), unit, &AmountUnit::ALL.map(AmountUnit::ja)),
            }
        }
        if let Some(year) = table.get("fiscal_year") {
            let known =
                year.as_str().and_then(|year| FISCAL_YEARS.into_iter().find(|(word, _)| *word == year));
            match known {
                Some((_, fiscal)) => target.fiscal = fiscal,
                None => self.wrong(&format!("{path}.fiscal_year"), year, &FISCAL_YEARS.map(|(word, _)| word)),
            }
        }
        Some(target)
    }

    fn target(&mut self, path: &str, key: &str) -> Option<To> {
        let to = To::of(key);
        if to.is_none() {
            let mut keys = CASES.names.to_vec();
            keys.push(PARTICIPANTS);
            let meant = crate::values::nearest(key, keys.iter().copied(), &[]);
            self.report.add(
                Problem::new(self.name, "知らない項目です。")
                    .column(path)
                    .suggestion(meant.map(str::to_owned))
                    .allowed(keys.join("、")),
            );
        }
        to
    }

    fn section<'t>(&mut self, table: &'t Table, key: &str) -> Option<&'t Table> {
        let value = table.get(key)?;
        if !value.is_table() {
            self.report.add(
                Problem::new(self.name, "表ではありません。")
                    .column(key)
                    .allowed(format!("[{key}] の行に続けて キー = 値")),
            );
        }
        value.as_table()
    }

    /// Reads one text or a list of them.
    fn texts(&mut self, path: &str, value: Option<&Value>) -> Vec<String> {
        match value {
            None => Vec::new(),
            Some(Value::Array(items)) => items.iter().filter_map(|item| self.text(path, item)).collect(),
            Some(value) => self.text(path, value).into_iter().collect(),
        }
    }

    fn text(&mut self, path: &str, value: &Value) -> Option<String> {
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.wrong(path, value, &["引用符で囲んだ文字列"]);
        }
        text.map(str::to_owned)
    }

    fn wrong(&mut self, path: &str, value: &Value, allowed: &[&str]) {
        self.report.add(
            Problem::new(self.name, "値の形が正しくありません。")
                .column(path)
                .value(value)
                .allowed(allowed.join("、")),
        );
    }

    fn check_keys(&mut self, path: &str, table: &Table, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            let meant = crate::values::nearest(key, known.iter().copied(), &[]);
            self.report.add(
                Problem::new(self.name, "知らないキーです。")
                    .column(format!("{path}{key}"))
                    .suggestion(meant.map(str::to_owned))
                    .allowed(known.join("、")),
            );
        }
    }
}
