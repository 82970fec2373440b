//! The mapping file: which column of a table means what, in TOML.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::source::{self, TableSource};
use super::syntax::Toml;
use super::{About, PARTICIPANTS, Target, To};
use crate::problem::{Problem, Report};
use crate::source::columns::{CASES, SETTINGS, SOURCES};
use crate::values::{AmountUnit, FiscalYear, nearest};

/// The words of `fiscal_year`.
pub const FISCAL_YEARS: [(&str, FiscalYear); 3] =
    [("確かめる", FiscalYear::Ask), ("年", FiscalYear::Year), ("4月", FiscalYear::April)];

/// The words of `about`.
pub const ABOUT: [(&str, About); 2] = [("確かめる", About::Ask), ("数とする", About::Take)];

/// A mapping file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The sheets to read; all whose heads are known where none is named.
    pub sheets: Vec<String>,
    /// The words with which rows begin that are no cases, such as totals.
    pub(super) skip: Vec<String>,
    pub(super) targets: Vec<Target>,
    /// Values that hold for each row, by their column.
    pub(super) constants: Vec<(To, String)>,
    /// The page on which the table was published, a source of each case, as far as no column tells it.
    pub(super) source: Option<TableSource>,
    /// Every prefecture has answered, those without a case too.
    pub all_answered: bool,
    /// Values for the settings of the snapshot, by their technical name.
    pub settings: BTreeMap<String, String>,
}

/// Reads a mapping file; `None` after reporting what is wrong with it.
pub fn read(path: &Path, report: &mut Report) -> Option<Mapping> {
    let name = super::super::mapped::file_name(path);
    let toml = Toml::read(path, &name, report)?;
    let before = report.count();
    let mapping = Reader { name: &name, toml: &toml, report }.mapping();
    (report.count() == before).then_some(mapping)
}

struct Reader<'a> {
    name: &'a str,
    toml: &'a Toml,
    report: &'a mut Report,
}

impl<'a> Reader<'a> {
    fn mapping(&mut self) -> Mapping {
        let table = &self.toml.table;
        self.check_keys(
            "",
            table,
            &["table", "source", "columns", "words", "constants", "answers", "settings"],
        );
        let mut mapping = Mapping::default();
        if let Some(section) = self.section(table, "table") {
            self.check_keys("table.", section, &["sheets", "skip"]);
            mapping.sheets = self.texts("table.sheets", section.get("sheets"));
            mapping.skip = self.texts("table.skip", section.get("skip"));
        }
        if let Some(section) = self.section(table, "source") {
            mapping.source = Some(self.source(section, &mut mapping.targets));
        }
        let words = self.words(table);
        for (key, value) in self.section(table, "columns").into_iter().flatten() {
            if let Some(to) = self.target(&format!("columns.{key}"), key) {
                let pairs = words.get(key.as_str()).cloned().unwrap_or_default();
                mapping.targets.push(self.column(&format!("columns.{key}"), to, value, pairs));
            }
        }
        let is_of = |target: &Target, key: &str| To::of(key) == Some(target.to);
        for key in words.keys().filter(|key| !mapping.targets.iter().any(|it| is_of(it, key))) {
            let path = format!("words.{key}");
            if self.target(&path, key).is_some() {
                let problem = self.problem(&path, "この項目の列がありません。");
                self.report.add(problem.advice("[columns] に項目を加えるか、語の対応を取り除いてください。"));
            }
        }
        for (key, value) in self.section(table, "constants").into_iter().flatten() {
            let path = format!("constants.{key}");
            if let (Some(to), Some(text)) = (self.target(&path, key), self.text(&path, value)) {
                self.check_word(&path, to, &text);
                mapping.constants.push((to, text));
            }
        }
        if let Some(section) = self.section(table, "answers") {
            self.check_keys("answers.", section, &["all"]);
            match section.get("all") {
                Some(Value::Boolean(all)) => mapping.all_answered = *all,
                Some(other) => self.wrong("answers.all", other, &["true", "false（どちらも引用符なし）"]),
                None => {}
            }
        }
        for (key, value) in self.section(table, "settings").into_iter().flatten() {
            let path = format!("settings.{key}");
            if super::super::settings::column(key).is_none() {
                self.unknown(&path, key, "設定の技術名ではありません。", SETTINGS.names);
            } else if let Some(text) = self.text(&path, value) {
                mapping.settings.insert(key.clone(), text);
            }
        }
        if mapping.targets.is_empty() && self.report.is_clean() {
            let problem = self.problem("columns", "どの列も対応づけられていません。");
            self.report.add(problem.advice("--guess で下書きを作れます。"));
        }
        mapping
    }

    /// Reads the source: values, or the heads of columns, which become targets.
    fn source(&mut self, section: &Table, targets: &mut Vec<Target>) -> TableSource {
        self.check_keys("source.", section, &source::KEYS);
        for column in source::required().filter(|column| !section.contains_key(column.name)) {
            let problem = self.problem("source", &format!("{}（{}）がありません。", column.name, column.ja));
            self.report.add(problem.advice(column.note));
        }
        let mut texts: Vec<(&str, String)> = Vec::new();
        for key in source::KEYS {
            let path = format!("source.{key}");
            match (section.get(key), SOURCES.place(key)) {
                (Some(value @ Value::Table(_)), Some(at)) => {
                    targets.push(self.column(&path, To::Source(at), value, Vec::new()));
                }
                (Some(value), _) => texts.extend(self.text(&path, value).map(|text| (key, text))),
                (None, _) => {}
            }
        }
        TableSource::of(|key| Some(texts.iter().find(|(of, _)| *of == key)?.1.clone()))
    }

    /// Reads the words of the table and those that they mean, by column.
    fn words(&mut self, table: &'a Table) -> BTreeMap<&'a str, Vec<(String, String)>> {
        let mut words = BTreeMap::new();
        for (key, value) in self.section(table, "words").into_iter().flatten() {
            let path = format!("words.{key}");
            let Value::Table(pairs) = value else {
                self.wrong(
                    &path,
                    value,
                    &[&format!("[words.{key}] の行に続けて \"表の語\" = \"事例の表の語\"")],
                );
                continue;
            };
            let mut own = Vec::new();
            for (word, to) in pairs {
                let path = format!("{path}.{word}");
                if let Some(text) = self.text(&path, to) {
                    if let Some(to) = To::of(key) {
                        self.check_word(&path, to, &text);
                    }
                    own.push((word.clone(), text));
                }
            }
            words.insert(key.as_str(), own);
        }
        words
    }

    fn column(&mut self, path: &str, to: To, value: &Value, words: Vec<(String, String)>) -> Target {
        let mut target = Target { words, ..Target::of(to) };
        let Value::Table(table) = value else {
            target.heads = self.texts(path, Some(value));
            return target;
        };
        self.check_keys(&format!("{path}."), table, &["head", "unit", "fiscal_year", "about"]);
        target.heads = self.texts(&format!("{path}.head"), table.get("head"));
        if !table.contains_key("head") {
            let problem = self.problem(path, "表の見出しが書かれていません。");
            let key = to.key();
            self.report.add(problem.allowed(format!("{key} = {{ head = \"表の見出し\", … }}")));
        }
        let mut choose = |name: &str, words: &[&str]| {
            let value = table.get(name)?;
            let known = value.as_str().and_then(|value| words.iter().position(|word| *word == value));
            if known.is_none() {
                self.wrong(&format!("{path}.{name}"), value, words);
            }
            known
        };
        let chosen = choose("unit", &AmountUnit::ALL.map(AmountUnit::ja));
        target.unit = chosen.and_then(|at| AmountUnit::ALL.get(at).copied());
        let chosen = choose("fiscal_year", &FISCAL_YEARS.map(|(word, _)| word));
        target.fiscal = chosen.and_then(|at| Some(FISCAL_YEARS.get(at)?.1)).unwrap_or(target.fiscal);
        let chosen = choose("about", &ABOUT.map(|(word, _)| word));
        target.about = chosen.and_then(|at| Some(ABOUT.get(at)?.1)).unwrap_or(target.about);
        target
    }

    fn target(&mut self, path: &str, key: &str) -> Option<To> {
        let to = To::of(key);
        if to.is_none() {
            let keys: Vec<&str> = CASES.names.iter().copied().chain([PARTICIPANTS]).collect();
            self.unknown(path, key, "事例の表にない項目です。", &keys);
        }
        to
    }

    /// Checks a value of a vocabulary that is the same everywhere. Others are checked with the cases.
    fn check_word(&mut self, path: &str, to: To, text: &str) {
        let choices = to.column().kind.choices();
        if choices.is_empty()
            || text.contains('{')
            || choices.iter().any(|it| [it.ja, it.value].contains(&text))
        {
            return;
        }
        let words: Vec<&str> = choices.iter().map(|choice| choice.ja).collect();
        self.unknown(path, text, "使える語ではありません。", &words);
    }

    fn section(&mut self, table: &'a Table, key: &str) -> Option<&'a Table> {
        let value = table.get(key)?;
        if !value.is_table() {
            let allowed = format!("[{key}] の行に続けて、キー = 値 の行");
            self.wrong(key, value, &[&allowed]);
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

    /// Makes a problem with a key, in its line.
    fn problem(&self, path: &str, what: &str) -> Problem {
        let problem = Problem::new(self.name, what).column(path);
        match self.toml.line(path) {
            Some(line) => problem.row(line),
            None => problem,
        }
    }

    fn wrong(&mut self, path: &str, value: &Value, allowed: &[&str]) {
        let meant = value.as_str().and_then(|text| nearest(text, allowed.iter().copied(), &[]));
        let problem = self.problem(path, "値の形が正しくありません。").value(value);
        self.report.add(problem.suggestion(meant.map(str::to_owned)).allowed(allowed.join("、")));
    }

    fn unknown(&mut self, path: &str, found: &str, what: &str, known: &[&str]) {
        let meant = nearest(found, known.iter().copied(), &[]);
        let problem = self.problem(path, what).value(found);
        self.report.add(problem.suggestion(meant.map(str::to_owned)).allowed(known.join("、")));
    }

    fn check_keys(&mut self, path: &str, table: &Table, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            self.unknown(&format!("{path}{key}"), key, "対応表にないキーです。", known);
        }
    }
}
