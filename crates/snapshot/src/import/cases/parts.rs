//! The rows of the parts of cases, each with its case.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::super::sheet::FoundSheet;
use super::super::value::to_value;
use super::ids::{Ids, Of, above};
use super::object::{PartShape, part_shape};
use super::{CaseSheets, PartRow};
use crate::problem::{Problem, Report};
use crate::source::columns::Table;
use crate::workbook::folder::{CaseRow, part_key};

/// The rows of the parts.
#[derive(Default)]
pub struct Parts<'a> {
    by_case: HashMap<(&'a str, &'static str), Vec<PartRow<'a>>>,
    /// The keys of parts of which rows are left out, so that cases may lack them.
    pub lossy: HashSet<&'static str>,
}

impl<'a> Parts<'a> {
    pub fn of(&self, case: &'a str, key: &'static str) -> &[PartRow<'a>] {
        self.by_case.get(&(case, key)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Finds the case of each row. Rows of none are reported.
    pub fn read(
        sheets: &'a CaseSheets,
        ids: &Ids<'a>,
        old: &'a [CaseRow],
        book: &str,
        report: &mut Report,
    ) -> Self {
        let mut parts = Self::default();
        let were: HashSet<&str> = old.iter().map(|case| case.id.as_str()).collect();
        // The rows of cases that are gone go with them.
        let mut left = 0;
        for (table, sheet) in &sheets.parts {
            let key = part_key(table);
            // Only where an id is wrong.
            let mut former: Option<Former<'a>> = None;
            let is_map = matches!(part_shape(table), PartShape::Map);
            if !sheet.unfit.keys.is_empty() {
                parts.lossy.insert(key);
            }
            let mut blank = Blank::default();
            for (at, found) in sheet.rows.iter().enumerate() {
                let id = found.cells.first().map(AsRef::as_ref).unwrap_or_default();
                let problem = |column: usize, what: &str| {
                    let ja = table.columns.get(column).map_or("", |column| column.ja);
                    let value = found.cells.get(column).map(AsRef::as_ref).unwrap_or_default();
                    let value = if value.is_empty() { "（空欄）" } else { value };
                    Problem::new(book, what).at(sheet.cell(found.row, column)).column(ja).value(value)
                };
                let is_told = sheet.is_unfit(found.row, 0) || sheets.cases.unfit.keys.contains(id);
                let stated = match ids.of(id) {
                    Of::Case(_) => None,
                    _ if were.contains(id) && !is_told => {
                        left += 1;
                        continue;
                    }
                    // The case of which it was.
                    _ => former.get_or_insert_with(|| Former::of(old, table)).case(&found.cells),
                };
                let above = || above(sheet, at).filter(|_| id.is_empty());
                let case = match ids.of(stated.or_else(above).unwrap_or(id)) {
                    Of::Case(case) if stated.is_some() => Of::Rather(case),
                    other => other,
                };
                let case = match case {
                    Of::Case(case) if !id.is_empty() => Some(case),
                    Of::Case(case) | Of::Rather(case) => Some(case).inspect(|case| {
                        if id.is_empty() && !is_told {
                            blank.take(sheet, at, case, book, report);
                        } else if !is_told {
                            report.add_about(&[id, case], orphan(problem(0, no_case(id)), Some(case)));
                        }
                    }),
                    Of::Nobody => {
                        if !is_told {
                            report.add_about(&[id], orphan(problem(0, no_case(id)), None));
                        }
                        parts.lossy.insert(key);
                        None
                    }
                };
                let Some(case) = case else { continue };
                let own = parts.by_case.entry((case, key)).or_default();
                if is_map && own.iter().any(|other| item(table, other.cells) == item(table, &found.cells)) {
                    let problem = problem(1, "この事例の同じ項目の行が二度あります。");
                    report.add_about(&[case], problem.advice("一つの行にまとめてください。"));
                    continue;
                }
                own.push(PartRow { row: found.row, cells: &found.cells });
            }
            blank.report(sheet, book, report);
        }
        if left > 0 {
            report.note(format!(
                "シート「{}」から取り除かれた事例の行が、ほかのシートに{left}行あります。事例と一緒に取り除きます。",
                sheets.cases.sheet
            ));
        }
        parts
    }
}

/// Rows below each other without an id, which are probably of one case.
#[derive(Default)]
struct Blank<'a> {
    /// The case, the first row and the last one.
    run: Option<(&'a str, u32, u32)>,
}

impl<'a> Blank<'a> {
    /// Takes a row; reports those before it unless it goes on with them.
    fn take(&mut self, sheet: &FoundSheet, at: usize, case: &'a str, book: &str, report: &mut Report) {
        let row = |at: usize| sheet.rows.get(at).map(|found| found.row).unwrap_or_default();
        let above = at.checked_sub(1).map(row);
        match &mut self.run {
            Some((of, _, last)) if *of == case && above == Some(*last) => *last = row(at),
            _ => {
                self.report(sheet, book, report);
                self.run = Some((case, row(at), row(at)));
            }
        }
    }

    fn report(&mut self, sheet: &FoundSheet, book: &str, report: &mut Report) {
        let Some((case, first, last)) = self.run.take() else { return };
        let [start, end] = [first, last].map(|row| sheet.cell(row, 0));
        let range = [&start, &end].map(|place| place.cell_name().unwrap_or_default());
        let range = if first == last { String::new() } else { format!("（{}）", range.join(":")) };
        let problem =
            Problem::new(book, "空欄です。").at(start).column("事例のid").value(format!("（空欄）{range}"));
        let problem = problem.suggestion([case.to_owned()]).advice(
            "上の行と同じ事例なら、同じ id をどの行にも入れてください（上のセルを下までコピーします）。いらない行なら、行ごと削除してください。",
        );
        report.add_about(&[case], problem);
    }
}

/// The cases by what the rows of one of their parts said, where it is of one case only.
struct Former<'a>(HashMap<Vec<String>, Option<&'a str>>);

impl<'a> Former<'a> {
    fn of(old: &'a [CaseRow], table: &Table) -> Self {
        let mut cases: HashMap<Vec<String>, Option<&str>> = HashMap::new();
        for case in old {
            for row in case.values().parts(table, part_key(table)) {
                let said = row.iter().skip(1).map(|cell| cell.text().into_owned()).collect();
                cases.entry(said).and_modify(|of| *of = None).or_insert(Some(&case.id));
            }
        }
        Self(cases)
    }

    fn case(&self, cells: &[Box<str>]) -> Option<&'a str> {
        let said: Vec<String> = cells.iter().skip(1).map(ToString::to_string).collect();
        self.0.get(&said).copied().flatten()
    }
}

/// Gives the key that a row of a map stands for, which has a name in Japanese too.
fn item(table: &Table, cells: &[Box<str>]) -> Option<Value> {
    Some(to_value(&table.columns.get(1)?.kind, cells.get(1)?))
}

fn no_case(id: &str) -> &'static str {
    if id.is_empty() { "空欄です。" } else { "シート「事例」にない id です。" }
}

fn orphan(problem: Problem, meant: Option<&str>) -> Problem {
    problem
        .suggestion(meant.map(str::to_owned))
        .allowed("シート「事例」の id のどれか")
        .advice("id を直すか、事例を取り除いたのなら、この行も削除してください。")
}
