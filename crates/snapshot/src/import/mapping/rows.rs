//! The rows of somebody else's table as rows of the sheets of cases.

use std::collections::HashSet;

use joint_procurement_core::domain::{Field, Term};

use super::super::book::Raw;
use super::super::reading::{Reading, Remark as Undone, Unreadable, read};
use super::convert::{Meaning, Unclear, convert};
use super::file::Mapping;
use super::find::{SheetRead, sheets_of};
use super::grid::Grid;
use super::header;
use super::known::Known;
use super::mapped::{Mapped, RowPlace};
use super::sheets::{case_sheets, ids};
use super::skip::cases_of;
use super::source::TableSource;
use super::told::{Conversion, Told};
use super::{BESIDE, Target, To};
use crate::problem::{Place, Problem, Report};
use crate::source::columns::CASES;
use crate::text::{is_nothing, reason};
use crate::workbook::cell::YES;
use crate::workbook::folder::CaseRow;

/// Maps every row. A cell that cannot be read is reported; one that was read in another form is noted.
pub fn map(
    file: &str,
    grids: Vec<Grid>,
    mapping: &Mapping,
    known: &Known,
    old: &[CaseRow],
    report: &mut Report,
) -> Option<Mapped> {
    let before = report.count();
    let has_head = |at: usize, sheet: &SheetRead| sheet.columns.iter().any(|(of, _)| *of == at);
    let sheets_read = sheets_of(file, grids, mapping, report)?;
    let has_all_heads =
        (0..mapping.targets.len()).all(|at| sheets_read.iter().any(|sheet| has_head(at, sheet)));
    let (told, name) = (Told::default(), String::new());
    let mut reader = Reader { file, mapping, known, report, told, is_withheld: false, name };
    let mut rows = Vec::new();
    let mut found: Vec<MappedRow> = Vec::new();
    for (sheet, read) in sheets_read.iter().enumerate() {
        for row in cases_of(file, read, mapping, reader.report) {
            if let Some(cells) = reader.row(read, row) {
                let lacks = read.targets.iter().any(|target| {
                    matches!(target.to, To::Case(_))
                        && target.to.column().required
                        && cells.cell(target.to.key()).is_empty()
                });
                rows.push(RowPlace { sheet, row, unread: cells.unread.clone(), lacks });
                found.push(cells);
            }
        }
    }
    reader.tell(&sheets_read);
    if found.is_empty() && report.count() == before {
        report.add(
            Problem::new(file, "見出しの下に、行がありません。").advice("データのある表を指定してください。"),
        );
    }
    // Without them every row lacks something. A cell that cannot be read does not hide the rest.
    if !has_all_heads || found.is_empty() {
        return None;
    }
    let ids = ids(&found, known, old);
    let sheets = case_sheets(&found, &ids, mapping, old);
    let targets = mapping.targets.iter().map(|target| target.to).collect();
    let constants = mapping.constants.iter().map(|(to, _)| *to).collect();
    Some(Mapped { sheets, file: file.to_owned(), rows, sheets_read, targets, constants })
}

/// The cells of a row in the order of `CASES`, and what stands on other sheets.
pub(super) struct MappedRow {
    pub cells: Vec<String>,
    pub participants: Vec<String>,
    /// The page that tells of the row.
    pub source: Option<TableSource>,
    /// Fields without a value, with the reason that the table tells, both in words.
    pub missing: Vec<(&'static str, &'static str)>,
    /// The columns of which the row has something that cannot be read, by technical name.
    pub unread: Vec<&'static str>,
    /// The values of the page that stand in the row, by the place of their column.
    page: Vec<(usize, String)>,
}

impl MappedRow {
    /// Tells if the row may have a value: some stand only beside others.
    fn may_have(&self, name: &str) -> bool {
        let beside = BESIDE.iter().find(|(of, _)| *of == name);
        beside.is_none_or(|(_, others)| others.iter().any(|name| !self.cell(name).is_empty()))
    }

    pub fn cell(&self, name: &str) -> &str {
        CASES.place(name).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

struct Reader<'a> {
    file: &'a str,
    mapping: &'a Mapping,
    known: &'a Known,
    report: &'a mut Report,
    told: Told,
    /// A flag for a row of which nothing is shown.
    is_withheld: bool,
    /// The name of the column that is being read.
    name: String,
}

impl Reader<'_> {
    /// Reads a row; nothing where none of the mapped columns has anything.
    fn row(&mut self, sheet: &SheetRead, row: u32) -> Option<MappedRow> {
        let mut mapped = MappedRow {
            cells: vec![String::new(); CASES.names.len()],
            participants: Vec::new(),
            source: None,
            missing: Vec::new(),
            unread: Vec::new(),
            page: Vec::new(),
        };
        let mut is_empty = true;
        self.is_withheld = self.withholds(sheet, row);
        for &(at, column) in &sheet.columns {
            let Some(target) = sheet.targets.get(at) else { continue };
            let Some(raw) = sheet.grid.at((row, column), false) else { continue };
            let place = sheet.grid.place((row, column));
            self.name = sheet.name_of(target.to);
            match read(&target.to.column().kind, raw) {
                Ok(reading) if reading.text.trim().is_empty() => {}
                Ok(reading) => {
                    is_empty &= sheet.grid.is_merged((row, column));
                    self.undone(raw, &reading, &place);
                    self.cell(target, &reading.text, &place, &mut mapped);
                }
                Err(Unreadable { what, value, advice, .. }) => {
                    is_empty = false;
                    mapped.unread.push(target.to.key());
                    let problem = Problem::new(self.file, what).at(place).column(&self.name);
                    let problem = if self.is_withheld { problem } else { problem.value(value) };
                    self.report.add(problem.advice(advice));
                }
            }
        }
        if is_empty {
            return None;
        }
        for (to, text) in &self.mapping.constants {
            if let To::Case(at) = to
                && mapped.cells.get(*at).is_some_and(String::is_empty)
                && mapped.may_have(to.column().name)
            {
                let text = self.filled(text, &mapped);
                if let Some(cell) = mapped.cells.get_mut(*at) {
                    *cell = text;
                }
            }
        }
        if let Some(constant) = &self.mapping.source {
            let mut source = constant.map(|text| self.filled(text, &mapped));
            let own = std::mem::take(&mut mapped.page);
            own.into_iter().for_each(|(at, text)| source.set(at, text));
            mapped.source = Some(source);
        }
        Some(mapped)
    }

    /// Notes what was made of a value that a spreadsheet program had changed.
    fn undone(&mut self, raw: &Raw, reading: &Reading, place: &Place) {
        let (from, why) = match (raw, reading.remark) {
            (Raw::Day { year, month, day, .. }, Some(Undone::Date)) => {
                (format!("{year:04}-{month:02}-{day:02}"), "日付のセルを、月や年までの時期として読みました。")
            }
            (_, Some(Undone::Zeros)) => {
                (reading.text.trim_start_matches('0').to_owned(), "消えた先頭の 0 を補いました。")
            }
            _ => return,
        };
        if from != reading.text {
            self.remark(why, place, &from, &reading.text);
        }
    }

    fn cell(&mut self, target: &Target, text: &str, place: &Place, mapped: &mut MappedRow) {
        let column = target.to.column();
        if is_nothing(text) && !self.is_word_of(target, text) {
            let field = Field::from_slug(column.name)
                .or_else(|| (target.to == To::Participants).then_some(Field::ParticipantsNames));
            match field.zip(reason(text)) {
                Some((field, reason)) => {
                    mapped.missing.push((field.ja(), reason.ja()));
                    let why = format!("空欄とし、値のない理由を「{}」にしました。", reason.ja());
                    self.remark(&why, place, text, "");
                }
                None => self.remark("空欄として読みました。", place, text, ""),
            }
            return;
        }
        match convert(target, text, self.known) {
            Meaning::Value { text: value, why } => {
                if let Some(why) = why {
                    self.remark(&why, place, text, &value);
                }
                match target.to {
                    To::Case(at) => {
                        if let Some(cell) = mapped.cells.get_mut(at) {
                            *cell = value;
                        }
                    }
                    To::Source(at) => mapped.page.push((at, value)),
                    To::Participants => mapped.participants = value.lines().map(str::to_owned).collect(),
                }
            }
            Meaning::All => {
                let at = CASES.place("participants_all_in_prefecture");
                if let Some(cell) = at.and_then(|at| mapped.cells.get_mut(at)) {
                    YES.clone_into(cell);
                }
                self.remark("「全市区町村の参加」を「はい」にしました。", place, text, YES);
            }
            Meaning::Unclear(Unclear { what, meant, allowed, advice }) => {
                mapped.unread.push(target.to.key());
                if self.is_withheld {
                    let what = "非掲載の行に、読めない値があります。内容は表示しません。";
                    self.report.add(Problem::new(self.file, what).at(place.clone()).column(&self.name));
                    return;
                }
                let problem = Problem::new(self.file, what).at(place.clone()).column(&self.name);
                let problem = problem.value(text).suggestion(meant);
                let usual = "表を直すか、対応表の [words] に語の対応を書いてください。";
                self.report.add(problem.allowed(allowed).advice(advice.as_deref().unwrap_or(usual)));
            }
        }
    }

    /// Tells if a word for nothing is one of the vocabulary of its column, or of its mapping.
    fn is_word_of(&self, target: &Target, text: &str) -> bool {
        let kind = &target.to.column().kind;
        let wanted = header::key(text);
        let is_answer = matches!(kind, crate::source::columns::Kind::Answer);
        is_answer && crate::values::answer(text).sure().is_some()
            || target.words.iter().any(|(word, _)| header::key(word) == wanted)
            || self.known.choices(kind).iter().any(|(value, _)| header::key(value) == wanted)
    }

    /// Tells if a row is not to be published: nothing of it is shown.
    fn withholds(&self, sheet: &SheetRead, row: u32) -> bool {
        let is_mark = |at: usize| self.mapping.targets.get(at).filter(|it| it.to.column().name == "withheld");
        sheet.columns.iter().any(|&(at, column)| {
            let raw = sheet.grid.at((row, column), false);
            let text = is_mark(at).zip(raw).and_then(|(it, raw)| read(&it.to.column().kind, raw).ok());
            text.is_some_and(|reading| crate::values::answer(&reading.text).sure() != Some(false))
        })
    }

    fn remark(&mut self, why: &str, place: &Place, from: &str, to: &str) {
        if !self.is_withheld {
            let conversion = Conversion { from: from.to_owned(), to: to.to_owned() };
            self.told.add(&self.name, why, conversion, place);
        }
    }

    /// Notes what was read in another form, and what was not read.
    fn tell(&mut self, sheets: &[SheetRead]) {
        for note in std::mem::take(&mut self.told).notes() {
            self.report.note(note);
        }
        for sheet in sheets {
            let used: HashSet<u32> = sheet.columns.iter().map(|(_, column)| *column).collect();
            let unused: Vec<String> = sheet
                .header
                .names
                .iter()
                .filter(|(column, _)| !used.contains(column))
                .map(|(_, name)| format!("「{name}」"))
                .collect();
            if !unused.is_empty() {
                self.report.note(format!("対応表にない列は読みませんでした：{}", unused.concat()));
            }
        }
    }

    /// Puts values of the row in the places of `{key}`; `{prefecture}` is the name of the prefecture.
    fn filled(&self, text: &str, row: &MappedRow) -> String {
        let mut text = text.to_owned();
        for (name, cell) in CASES.names.iter().zip(&row.cells) {
            text = text.replace(&format!("{{{name}}}"), cell);
        }
        let code = row.cell("prefecture_code");
        let prefecture = self.known.prefectures.iter().find(|(of, _)| of == code);
        text.replace("{prefecture}", prefecture.map_or("", |(_, name)| name))
    }
}
