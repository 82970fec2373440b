//! The rows of a table as they stand on its sheet.

use std::collections::BTreeMap;

use super::book::{Book, Found, Raw};
use super::reading::{Remark, read};
use crate::problem::{Place, Problem, Report};
use crate::source::columns::Kind;
use crate::workbook::cell::NO;

const WITHHELD: &str = "withheld";

/// A column to be found on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub name: &'static str,
    pub ja: &'static str,
}

/// A row with anything in it.
#[derive(Clone, Debug)]
pub struct FoundRow {
    /// Counted from 0.
    pub row: u32,
    /// In the order of the columns of the table.
    pub cells: Box<[Box<str>]>,
}

/// The rows of a sheet.
#[derive(Clone, Debug)]
pub struct FoundSheet {
    pub sheet: &'static str,
    /// The place on the sheet of each column.
    places: Vec<u32>,
    pub rows: Vec<FoundRow>,
    /// The cells that could not be read.
    pub unreadable: Vec<Place>,
}

impl FoundSheet {
    /// Makes a sheet without rows, for what comes from elsewhere.
    pub fn new(sheet: &'static str, places: Vec<u32>) -> Self {
        Self { sheet, places, rows: Vec::new(), unreadable: Default::default() }
    }

    /// Gives the place of a column on the sheet.
    pub fn column(&self, column: usize) -> u32 {
        self.places.get(column).copied().unwrap_or_default()
    }

    pub fn cell(&self, row: u32, column: usize) -> Place {
        Place::cell(self.sheet, (row, self.column(column)))
    }
}

/// Reads a sheet. `kind` tells the kind of a column in a row, of which only the texts are known. `None` after
/// reporting what makes reading rows pointless.
pub fn read_sheet(
    book: &mut Book,
    sheet: &'static str,
    heads: &[Head],
    kind: impl Fn(usize, &[Option<Found>]) -> Kind,
    report: &mut Report,
) -> Option<FoundSheet> {
    let name = book.name.clone();
    for (start, end) in book.merged(sheet) {
        let at = Place::cell(sheet, start);
        let last = Place::cell(sheet, end);
        report.add(
            Problem::new(&name, "セルが結合されています。")
                .at(at)
                .value(format!("{last}まで"))
                .advice("結合を解除し、それぞれのセルに値を入れてください。"),
        );
    }
    let mut reader = Rows {
        name: &name,
        sheet,
        heads,
        kind,
        report,
        pending: Vec::new(),
        order: None,
        early: Vec::new(),
        found: Vec::new(),
        unreadable: Vec::new(),
        remarks: BTreeMap::new(),
        strangers: BTreeMap::new(),
    };
    let mut cells: Vec<Found> = Vec::new();
    let result = book.each(sheet, |found| {
        if cells.first().is_some_and(|first| first.at.0 != found.at.0) {
            reader.row(std::mem::take(&mut cells));
        }
        cells.push(found);
    });
    if let Err(error) = result {
        reader.report.add(
            Problem::new(&name, format!("シートが壊れていて、途中までしか読めません（{error}）。"))
                .at(Place::sheet(sheet))
                .advice("Excel で開いて、保存し直してください。"),
        );
        return None;
    }
    reader.row(cells);
    reader.end()
}

/// The rows of a sheet as they come.
struct Rows<'a, K> {
    name: &'a str,
    sheet: &'static str,
    heads: &'a [Head],
    kind: K,
    report: &'a mut Report,
    pending: Vec<Option<Found>>,
    /// The place of each column, once the heads are read.
    order: Option<Vec<u32>>,
    /// The rows that may be heads.
    early: Vec<Vec<Found>>,
    found: Vec<FoundRow>,
    unreadable: Vec<Place>,
    remarks: BTreeMap<(Remark, usize), (usize, Place)>,
    /// Cells in columns without a head, by column.
    strangers: BTreeMap<u32, usize>,
}

impl<K: Fn(usize, &[Option<Found>]) -> Kind> Rows<'_, K> {
    fn row(&mut self, cells: Vec<Found>) {
        let Some(row) = cells.first().map(|cell| cell.at.0) else { return };
        if self.order.is_none() {
            if row < 2 {
                self.early.push(cells);
                return;
            }
            self.settle();
        }
        self.data(row, cells);
    }

    /// Finds out which of the first two rows are heads; one of them may have been deleted.
    fn settle(&mut self) {
        let early = std::mem::take(&mut self.early);
        let places: Vec<Vec<Option<u32>>> = early.iter().map(|cells| self.places(cells)).collect();
        let known = |places: &Vec<Option<u32>>| places.iter().flatten().count();
        let heads =
            places.iter().rposition(|places| known(places) * 2 >= self.heads.len().min(4)).unwrap_or(0);
        let mut order = vec![None; self.heads.len()];
        for places in places.iter().take(heads + 1) {
            for (column, place) in order.iter_mut().zip(places) {
                // Technical names, which stand below, go before words.
                *column = place.or(*column);
            }
        }
        let lacking: Vec<&Head> = self
            .heads
            .iter()
            .zip(&order)
            .filter(|(_, place)| place.is_none())
            .map(|(head, _)| head)
            .collect();
        for head in lacking {
            self.report.add(
                Problem::new(self.name, "列がありません。")
                    .at(Place::sheet(self.sheet))
                    .column(format!("{}（{}）", head.ja, head.name))
                    .advice("列の名前（1行目と2行目）をもとに戻してください。消した列は、もう一度書き出したワークブックから戻せます。"),
            );
        }
        self.order = Some(order.iter().map(|place| place.unwrap_or(u32::MAX)).collect());
        for cells in early.into_iter().skip(heads + 1) {
            if let Some(row) = cells.first().map(|cell| cell.at.0) {
                self.data(row, cells);
            }
        }
    }

    fn places(&self, cells: &[Found]) -> Vec<Option<u32>> {
        let text = |found: &Found| match &found.raw {
            Raw::Text(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        let find = |word: &str| cells.iter().find(|cell| text(cell) == word).map(|cell| cell.at.1);
        self.heads.iter().map(|head| find(head.name).or_else(|| find(head.ja))).collect()
    }

    fn data(&mut self, row: u32, cells: Vec<Found>) {
        let order = self.order.as_deref().unwrap_or_default();
        self.pending.clear();
        self.pending.resize(order.len(), None);
        for cell in cells {
            match order.iter().position(|place| *place == cell.at.1) {
                Some(column) => {
                    if let Some(place) = self.pending.get_mut(column) {
                        *place = Some(cell);
                    }
                }
                None => *self.strangers.entry(cell.at.1).or_default() += 1,
            }
        }
        if self.pending.iter().all(Option::is_none) {
            return;
        }
        self.conceal();
        let mut texts: Vec<Box<str>> = Vec::with_capacity(self.pending.len());
        for (column, cell) in self.pending.iter().enumerate() {
            let Some(cell) = cell else {
                texts.push(Box::default());
                continue;
            };
            let place = Place::cell(self.sheet, cell.at);
            match read(&(self.kind)(column, &self.pending), &cell.raw) {
                Ok(reading) => {
                    let formula = cell.is_formula.then_some(Remark::Formula);
                    for remark in reading.remark.into_iter().chain(formula) {
                        self.remarks.entry((remark, column)).or_insert((0, place.clone())).0 += 1;
                    }
                    texts.push(reading.text.into());
                }
                Err(unreadable) => {
                    let head = self.heads.get(column).map_or("", |head| head.ja);
                    self.unreadable.push(place.clone());
                    self.report.add(
                        Problem::new(self.name, unreadable.what)
                            .at(place)
                            .column(head)
                            .value(unreadable.value)
                            .advice(unreadable.advice),
                    );
                    texts.push(Box::default());
                }
            }
        }
        self.report.conceal(None);
        if texts.iter().any(|text| !text.is_empty()) {
            self.found.push(FoundRow { row, cells: texts.into() });
        }
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

    fn end(mut self) -> Option<FoundSheet> {
        if self.order.is_none() {
            self.settle();
        }
        for ((remark, column), (count, first)) in &self.remarks {
            let head = self.heads.get(*column).map_or("", |head| head.ja);
            let more = if *count > 1 { "など" } else { "" };
            self.report.note(format!(
                "シート「{}」の「{head}」： {count}個のセル（{}{more}）{}。",
                self.sheet,
                first.cell_name().map(|cell| cell.to_string()).unwrap_or_default(),
                remark.sentence()
            ));
        }
        for (column, count) in &self.strangers {
            let first = Place::cell(self.sheet, (0, *column));
            let letters: String = first
                .cell_name()
                .map(|cell| cell.to_string())
                .unwrap_or_default()
                .chars()
                .filter(char::is_ascii_alphabetic)
                .collect();
            self.report.note(format!(
                "シート「{}」の{letters}列は、表の列ではないので読みませんでした（{count}個のセル）。",
                self.sheet
            ));
        }
        let places = self.order?;
        if places.contains(&u32::MAX) {
            return None;
        }
        Some(FoundSheet { sheet: self.sheet, places, rows: self.found, unreadable: self.unreadable })
    }
}
