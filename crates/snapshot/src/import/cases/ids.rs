//! The case that each row is of, also where an id was mistyped.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use joint_procurement_core::domain::CaseId;

use super::super::sheet::{FoundRow, FoundSheet};
use super::{CaseSheets, Task};
use crate::problem::{Problem, Report};
use crate::source::columns::CASES;
use crate::values::{dense, nearest};
use crate::workbook::cell::Cell;
use crate::workbook::folder::{CaseRow, CaseValues};

/// The columns in which a case may differ from one of another id and still be the same.
const MOST_CHANGED: usize = 3;
/// The unknown ids for which a like one is looked for. More are rather a mistake of another kind.
const MOST_SOUGHT: usize = 200;

/// The ids of a workbook.
pub struct Ids<'a> {
    /// The case of each row of the cases; none for one that is left out.
    pub of_rows: Vec<Option<&'a str>>,
    /// The cases by the texts that stand for them: their ids, and those that they had.
    known: HashMap<&'a str, &'a str>,
    by_folded: HashMap<String, &'a str>,
    /// Former ids of cases that are still there.
    pub moved: HashSet<&'a str>,
    sought: RefCell<HashMap<String, Option<&'a str>>>,
}

/// The case of a row of a part.
pub enum Of<'a> {
    Case(&'a str),
    /// Probably this case; the id is none.
    Rather(&'a str),
    Nobody,
}

impl<'a> Ids<'a> {
    /// Finds the cases. Ids that are missing, stand twice or have changed are reported.
    pub fn read(
        sheets: &'a CaseSheets,
        old: &'a [CaseRow],
        Task { book, may_remove }: Task<'_>,
        report: &mut Report,
    ) -> Self {
        let cases = &sheets.cases;
        let mut ids = Self {
            of_rows: Vec::new(),
            known: HashMap::new(),
            by_folded: HashMap::new(),
            moved: HashSet::new(),
            sought: RefCell::default(),
        };
        let stated: HashSet<&str> = cases.rows.iter().map(id_of).collect();
        let former: HashSet<&str> = old.iter().map(|case| case.id.as_str()).collect();
        let mut gone = Gone::of(old.iter().filter(|case| !stated.contains(case.id.as_str())));
        let mut rows: HashMap<&str, u32> = HashMap::new();
        let owners = owners(&cases.rows, old);
        for found in &cases.rows {
            let id = id_of(found);
            let owner = owners.get(id).copied().filter(|row| *row != found.row);
            let earlier = owner.or_else(|| (!id.is_empty()).then(|| rows.get(id).copied()).flatten());
            if earlier.is_none() && former.contains(id) {
                rows.insert(id, found.row);
                ids.known.insert(id, id);
                ids.of_rows.push(Some(id));
                continue;
            }
            let before = gone.take(id, found);
            let is_told = cases.is_unfit(found.row, 0);
            let what = match (earlier, before) {
                _ if is_told => None,
                (Some(earlier), _) => Some((
                    format!("{}行目と同じ id です。", earlier + 1),
                    "末尾の番号などを変えて、別の id にしてください。",
                )),
                (None, _) if id.is_empty() => {
                    Some(("空欄です。".to_owned(), "id を入れるか、いらない行なら、行ごと削除してください。"))
                }
                // The reader of the cases tells of ids without the form of one.
                (None, Some(before)) if !may_remove && id.parse::<CaseId>().is_ok() => Some((
                    format!("もとの id「{before}」から変わっています。"),
                    "公開した事例の id は変えません。もとの id に戻してください。別の事例に入れ替えたのなら、ほかのシートの id も直し、--allow-removal を付けて実行してください。",
                )),
                _ => None,
            };
            if let Some((what, advice)) = what {
                let problem = Problem::new(book, what).at(cases.cell(found.row, 0)).column("事例のid");
                let problem = problem.value(id).suggestion(before.map(str::to_owned)).advice(advice);
                report.add_about(&[id, before.unwrap_or_default()], problem);
            }
            let is_usable = earlier.is_none() && !id.is_empty() && !is_told;
            let case = Some(id).filter(|_| is_usable).or(before);
            if let Some(case) = case {
                if owner.is_none() {
                    rows.entry(id).or_insert(found.row);
                }
                ids.known.insert(case, case);
            }
            if let (Some(case), Some(before)) = (case, before)
                && (!may_remove || !is_usable)
            {
                ids.known.insert(before, case);
                ids.moved.insert(before);
            }
            ids.of_rows.push(case);
        }
        for key in &cases.unfit.keys {
            ids.moved.extend(former.get(key.as_str()));
        }
        ids.by_folded = ids.known.iter().map(|(text, case)| (folded(text), *case)).collect();
        ids
    }

    /// Finds the case of a row of a part.
    pub fn of(&self, id: &str) -> Of<'a> {
        match self.known.get(id) {
            Some(case) => Of::Case(case),
            None => self.like(id).map_or(Of::Nobody, Of::Rather),
        }
    }

    fn like(&self, id: &str) -> Option<&'a str> {
        if id.is_empty() {
            return None;
        }
        if let Some(case) = self.by_folded.get(&folded(id)) {
            return Some(case);
        }
        let mut sought = self.sought.borrow_mut();
        if let Some(found) = sought.get(id) {
            return *found;
        }
        if sought.len() >= MOST_SOUGHT {
            return None;
        }
        let prefecture = id.get(..2).unwrap_or_default();
        let near = self.known.values().copied().filter(|case| case.starts_with(prefecture));
        let found = nearest(id, near, &[]);
        sought.insert(id.to_owned(), found);
        found
    }
}

/// Gives the row of each id that stands more than once: the one that says what the case has said.
fn owners<'a>(rows: &'a [FoundRow], old: &[CaseRow]) -> HashMap<&'a str, u32> {
    let mut of_ids: HashMap<&str, Vec<&FoundRow>> = HashMap::new();
    for row in rows.iter().filter(|row| !id_of(row).is_empty()) {
        of_ids.entry(id_of(row)).or_default().push(row);
    }
    of_ids.retain(|_, rows| rows.len() > 1);
    let mut owners = HashMap::new();
    for case in old {
        if let Some((id, rows)) = of_ids.remove_entry(case.id.as_str()) {
            let values = case.values();
            let owner = rows.into_iter().min_by_key(|row| changed(&values, row));
            owners.extend(owner.map(|owner| (id, owner.row)));
        }
    }
    owners
}

fn id_of(row: &FoundRow) -> &str {
    row.cells.first().map(AsRef::as_ref).unwrap_or_default()
}

/// Gives an id without what does not count: widths, capitals and blanks.
fn folded(id: &str) -> String {
    dense(id).to_lowercase().replace('_', "-")
}

/// The cases whose ids are no longer there.
struct Gone<'a> {
    cases: Vec<GoneCase<'a>>,
    /// Their places among the cases.
    by_folded: HashMap<String, usize>,
    by_title: HashMap<String, Vec<usize>>,
}

struct GoneCase<'a> {
    id: &'a str,
    values: CaseValues,
    is_taken: bool,
}

impl<'a> Gone<'a> {
    fn of(cases: impl Iterator<Item = &'a CaseRow>) -> Self {
        let mut gone = Self { cases: Vec::new(), by_folded: HashMap::new(), by_title: HashMap::new() };
        for (at, case) in cases.enumerate() {
            let values = case.values();
            gone.by_folded.insert(folded(&case.id), at);
            gone.by_title.entry(values.text("title").to_owned()).or_default().push(at);
            gone.cases.push(GoneCase { id: &case.id, values, is_taken: false });
        }
        gone
    }

    /// Takes the case that a row was: by an id of other writing, or by what the row says.
    fn take(&mut self, id: &str, row: &FoundRow) -> Option<&'a str> {
        let free = |at: &usize| self.cases.get(*at).filter(|case| !case.is_taken);
        let by_id = self.by_folded.get(&folded(id)).copied().filter(|at| free(at).is_some());
        let title = CASES.place("title").and_then(|at| row.cells.get(at)).map_or("", AsRef::as_ref);
        // Cases of one title are few; where they are not, none is taken for another.
        let alike = self.by_title.get(title).filter(|cases| cases.len() <= 10);
        let is_like = |at: &usize| free(at).is_some_and(|case| changed(&case.values, row) <= MOST_CHANGED);
        let by_content = || alike?.iter().copied().find(is_like);
        let found = by_id.or_else(by_content)?;
        let case = self.cases.get_mut(found)?;
        case.is_taken = true;
        Some(case.id)
    }
}

/// Counts the columns in which a row says something else than the case.
fn changed(case: &CaseValues, row: &FoundRow) -> usize {
    let cells = CASES.columns.iter().zip(&row.cells).skip(1);
    let differs = cells.filter(|(column, cell)| {
        Cell::of_value(&column.kind, case.object.get(column.name)).text() != ***cell
    });
    differs.count()
}

/// Gives the id that stands in the row of a part above a row without one.
pub fn above(sheet: &FoundSheet, at: usize) -> Option<&str> {
    let above = sheet.rows.get(..at)?.iter().rev().map(id_of);
    above.take(50).find(|id| !id.is_empty())
}
