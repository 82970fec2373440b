//! The rows of a sheet as they come.

use std::collections::BTreeMap;

use super::super::book::{Found, Raw};
use super::super::reading::{Remark, Unreadable, read, separated};
use super::heads::{Head, Heads, settle};
use super::{FoundRow, FoundSheet, Unfit};
use crate::problem::{Place, Problem, Report};
use crate::source::columns::Kind;
use crate::workbook::cell::NO;

/// The first rows of a sheet, among which its heads are.
const FIRST_ROWS: u32 = 6;
const WITHHELD: &str = "withheld";
/// The number of empty cells that must not be empty from which on a row is told as one.
const MANY: usize = 3;
/// Words with which rows below a table begin.
pub const BELOW: [&str; 14] =
    ["合計", "総計", "小計", "総数", "平均", "計", "※", "（注", "(注", "注）", "注:", "注：", "備考", "以上"];

/// The reader of a sheet.
pub struct Rows<'a, K> {
    pub name: &'a str,
    pub sheet: &'static str,
    pub heads: &'a [Head],
    /// Gives the kind of a column in a row, of which only the texts are known.
    pub kind: K,
    pub report: &'a mut Report,
    pending: Vec<Option<Found>>,
    /// The places of the columns, once the heads are read.
    settled: Option<Heads>,
    /// The rows that may be heads.
    early: Vec<Vec<Found>>,
    found: Vec<FoundRow>,
    pub unfit: Unfit,
    remarks: BTreeMap<(Remark, usize), (usize, Place)>,
    /// Cells in columns without a head, by column.
    strangers: BTreeMap<u32, usize>,
}

impl<'a, K: Fn(usize, &[Option<Found>]) -> Kind> Rows<'a, K> {
    pub fn new(
        name: &'a str,
        sheet: &'static str,
        heads: &'a [Head],
        kind: K,
        report: &'a mut Report,
    ) -> Self {
        Self {
            name,
            sheet,
            heads,
            kind,
            report,
            pending: Vec::new(),
            settled: None,
            early: Vec::new(),
            found: Vec::new(),
            unfit: Unfit::default(),
            remarks: BTreeMap::new(),
            strangers: BTreeMap::new(),
        }
    }

    pub fn row(&mut self, cells: Vec<Found>) {
        let Some(row) = cells.first().map(|cell| cell.at.0) else { return };
        if self.settled.is_none() {
            if row < FIRST_ROWS {
                self.early.push(cells);
                return;
            }
            self.settle();
        }
        self.data(row, cells);
    }

    fn settle(&mut self) {
        let early = std::mem::take(&mut self.early);
        let settled = settle(&early, self.heads, self.name, self.sheet, self.report);
        let heads = settled.rows;
        self.settled = Some(settled);
        for cells in early.into_iter().skip(heads) {
            if let Some(row) = cells.first().map(|cell| cell.at.0) {
                self.data(row, cells);
            }
        }
    }

    fn data(&mut self, row: u32, cells: Vec<Found>) {
        let order = self.settled.as_ref().map(|settled| settled.order.as_slice()).unwrap_or_default();
        self.pending.clear();
        self.pending.resize(order.len(), None);
        for cell in cells {
            match order.iter().position(|place| *place == Some(cell.at.1)) {
                Some(column) => {
                    if let Some(place) = self.pending.get_mut(column) {
                        *place = Some(cell);
                    }
                }
                None => *self.strangers.entry(cell.at.1).or_default() += 1,
            }
        }
        if self.pending.iter().all(|cell| cell.as_ref().is_none_or(is_blank)) {
            return;
        }
        self.conceal();
        if self.belongs(row) {
            let texts: Vec<Box<str>> =
                (0..self.pending.len()).map(|column| self.text(column).into()).collect();
            if texts.iter().any(|text| !text.is_empty()) {
                self.found.push(FoundRow { row, cells: texts.into() });
            }
        }
        self.report.conceal(None);
    }

    /// Reads a cell; one that cannot be read is reported.
    fn text(&mut self, column: usize) -> String {
        let Some(cell) = self.pending.get(column).and_then(Option::as_ref) else { return String::new() };
        let kind = (self.kind)(column, &self.pending);
        let read = read(&kind, &cell.raw).and_then(|reading| separated(&kind, reading));
        let place = Place::cell(self.sheet, cell.at);
        match read {
            Ok(reading) => {
                let formula = cell.is_formula.then_some(Remark::Formula);
                for remark in reading.remark.into_iter().chain(formula) {
                    self.remarks.entry((remark, column)).or_insert((0, place.clone())).0 += 1;
                }
                reading.text
            }
            Err(Unreadable { what, value, meant, advice }) => {
                let head = self.heads.get(column).map_or("", |head| head.ja);
                let problem = Problem::new(self.name, what).at(place.clone()).column(head).value(&value);
                let allowed = problem.suggestion(meant.clone()).allowed(kind.form()).advice(advice);
                self.unfit.cells.insert(place);
                self.report.add(allowed);
                // The rest is checked as if it had been mended; an empty cell would lead to other problems.
                meant.unwrap_or(value)
            }
        }
    }

    /// Tells if a row is one of the table. Reports one that is not, or that lacks most of what a row must have.
    fn belongs(&mut self, row: u32) -> bool {
        let has = |column: usize| {
            self.pending.get(column).and_then(Option::as_ref).is_some_and(|cell| !is_blank(cell))
        };
        let all = self.heads.iter().enumerate().filter(|(_, head)| head.required);
        let lacking: Vec<(usize, &Head)> = all.clone().filter(|(column, _)| !has(*column)).collect();
        let filled: Vec<usize> = (0..self.heads.len()).filter(|column| has(*column)).collect();
        let (Some(first), Some((lacks, _))) = (filled.first().copied(), lacking.first()) else { return true };
        let place = |column: usize| {
            let order =
                self.settled.as_ref().and_then(|settled| settled.order.get(column).copied().flatten());
            Place::cell(self.sheet, (row, order.unwrap_or_default()))
        };
        // Merged cells are told, and what is within them is that of the first.
        if lacking.iter().all(|(column, _)| self.unfit.is_told(&place(*column))) {
            return true;
        }
        let text = match self.pending.get(first).and_then(Option::as_ref).map(|cell| &cell.raw) {
            Some(Raw::Text(text)) => text.trim(),
            _ => "",
        };
        let names: Vec<&str> = lacking.iter().map(|(_, head)| head.ja).collect();
        let is_below = BELOW.iter().any(|word| text.starts_with(word)) && text.chars().count() < 200;
        // People leave an id away that is the same as above.
        let lacks_only_case = names.len() == 1 && lacking.iter().any(|(_, head)| head.name == "id");
        if is_below || filled.len() == 1 && all.count() > 1 && !lacks_only_case {
            let what = if is_below {
                "表の行ではないようです（合計や注記）。"
            } else {
                "この行には、一つのセルにしか書かれていません。"
            };
            let problem = Problem::new(self.name, what).at(place(first)).value(text);
            let problem = problem.allowed(format!("表の行（必ず書く列：{}など）", names.join("、")));
            self.report.add(problem.advice(
                "合計や注記は、ほかのシートに移すか、行ごと削除してください。書きかけの行なら、必ず書く列を埋めてください。",
            ));
            self.unfit.keys.insert(text.to_owned());
            return false;
        }
        if lacking.len() >= MANY {
            self.unfit.cells.extend(lacking.iter().map(|(column, _)| place(*column)));
            let what = format!("必ず書く列が{}つ空欄です（{}）。", names.len(), names.join("、"));
            let problem = Problem::new(self.name, what).at(place(*lacks)).value("（空欄）");
            self.report.add(problem.advice("空欄の列を埋めるか、いらない行なら、行ごと削除してください。"));
        }
        true
    }

    /// Conceals the contents of a row of a case that is not published, or may be meant not to be.
    fn conceal(&mut self) {
        let raw = |name: &str| {
            let at = self.heads.iter().position(|head| head.name == name)?;
            self.pending.get(at)?.as_ref().map(|cell| &cell.raw)
        };
        let is_marked = raw(WITHHELD).is_some_and(|raw| match raw {
            Raw::Text(text) => !["", NO].contains(&text.trim()),
            Raw::Answer(answer) => *answer,
            _ => true,
        });
        let names = |cell: &Option<Found>| match cell.as_ref().map(|cell| &cell.raw) {
            Some(Raw::Text(text)) => self.report.names_withheld(text),
            _ => false,
        };
        if !is_marked && !self.pending.iter().any(names) {
            return;
        }
        if let Some(Raw::Text(id)) = raw("id").filter(|_| is_marked) {
            let id = id.trim().to_lowercase();
            self.report.withhold_also(id);
        }
        self.report.conceal(Some(self.heads.iter().map(|head| head.ja).collect()));
    }

    /// Gives the sheet; none where a column is missing.
    pub fn end(mut self) -> FoundSheet {
        if self.settled.is_none() {
            self.settle();
        }
        let settled = self.settled.unwrap_or_default();
        for ((remark, column), (count, first)) in &self.remarks {
            let head = self.heads.get(*column).map_or("", |head| head.ja);
            let more = if *count > 1 { "など" } else { "" };
            self.report.note(format!(
                "シート「{}」の「{head}」： {count}個のセル（{}{more}）{}。",
                self.sheet,
                first.cell_name().unwrap_or_default(),
                remark.sentence()
            ));
        }
        for (column, count) in &self.strangers {
            let letters = Place::cell(self.sheet, (0, *column)).letters().unwrap_or_default();
            let head = settled.words.get(column).filter(|head| !head.is_empty());
            let head = head.map(|head| format!("「{head}」")).unwrap_or_default();
            self.report.note(format!(
                "シート「{}」の{letters}列{head}は、表の列ではないので読みませんでした（{count}個のセル）。",
                self.sheet
            ));
        }
        FoundSheet { sheet: self.sheet, places: settled.order, rows: self.found, unfit: self.unfit }
    }
}

fn is_blank(cell: &Found) -> bool {
    matches!(&cell.raw, Raw::Text(text) if text.trim().is_empty())
}
