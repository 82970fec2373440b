//! `cases.jsonl`: one case a line.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use joint_procurement_core::domain::{
    Case, CaseDetail, CaseId, Date, Field, MissingReason, SnapshotKind, Term,
};

use super::columns;
use super::file::read_text;
use super::lost::LostKeys;
use super::meant;
use super::names::Directory;
use super::record::{Record, WITHHELD};
use super::sheet::blank_line;
use super::terms::{BENEFITS_FILE, SYSTEM_TYPES_FILE, TermTables};
use crate::problem::{Position, Problem, Report, Said};
use crate::progress::Bar;

mod contact;
pub mod contradictions;
mod dates;
mod facts;
mod joining;
mod money;
mod participants;
mod prefectures;
mod reasons;
mod references;
mod texts;
mod withheld;
mod wording;

pub use withheld::{ids as withheld_ids, is_withheld};

pub const FILE: &str = columns::CASES.file;
pub(super) const DATE: &str = "YYYY、YYYY-MM、YYYY-MM-DD のどれか（実在する日付）";
/// The form that `CaseId` accepts, in words.
pub(super) const CASE_ID: &str = "都道府県コード-半角小文字の英数字の語-数字1〜4桁（例 31-groupware-2017）";

/// The keys of what is known of every case, or goes with a field.
const BASIC_KEYS: [&str; 13] = [
    "id",
    "prefecture_code",
    "lead_organization",
    "lead_kind",
    "scope",
    "title",
    "system_type",
    "domain",
    "partner_prefecture_codes",
    "introduced_kind",
    "cost_basis",
    "sources",
    "evidence",
];
/// `missing` tells why fields are empty; `withheld` keeps a case out of every publication.
pub(super) const OPTIONAL_KEYS: &[&str] = &["missing", WITHHELD];
/// A dictionary code has 16 bits, and no column has more different values than there are cases.
pub const MOST_CASES: usize = u16::MAX as usize;

/// The tables that the cases refer to.
#[derive(Clone, Copy)]
pub struct Lookups<'a> {
    pub terms: &'a TermTables,
    /// None where a table of places cannot be read at all.
    pub directory: Option<Directory<'a>>,
    /// The kind of the snapshot, unless it is not understood.
    pub kind: Option<SnapshotKind>,
    /// The day of publication, unless it is not understood.
    pub published_at: Option<Date>,
}

/// The cases to publish, in order of id.
pub struct Cases {
    pub cases: Vec<Case>,
    pub details: Vec<CaseDetail>,
    /// Their rows, likewise.
    pub rows: Vec<usize>,
    /// Reasons why fields are missing.
    pub reasons: Vec<(CaseId, Field, MissingReason)>,
    /// The rows of cases that their owners do not want published.
    pub withheld: Vec<usize>,
    /// The ids of all, right or wrong.
    pub ids: CaseIds,
}

/// The ids that others may refer to, also those of lines with other mistakes.
#[derive(Default)]
pub struct CaseIds {
    pub published: HashSet<String>,
    /// Those of lines of which something else is told.
    pub wrong: HashSet<String>,
    /// Those that are wrong, as they are written.
    pub lost: LostKeys,
}

/// One line that was understood.
struct CaseLine {
    case: Case,
    detail: CaseDetail,
    reasons: Vec<(Field, MissingReason)>,
    withheld: bool,
    row: usize,
}

/// Reads the table; what could not be understood is reported and left out.
pub fn read(folder: &Path, lookups: Lookups<'_>, report: &mut Report) -> Option<Cases> {
    let text = read_text(folder, FILE, report)?;
    if let Some(problem) = not_lines(&text) {
        report.add(problem);
        return None;
    }
    let mut entries = Vec::new();
    let mut rows_by_id: HashMap<String, usize> = HashMap::new();
    let bar = Bar::of_many(text.lines().count(), "事例");
    let (mut published, mut wrong, mut lost) = (HashSet::new(), HashSet::new(), Vec::new());
    for (row, line) in (1..).zip(text.lines()) {
        bar.step();
        let before = report.noticed();
        let read = read_line(row, line, &mut rows_by_id, lookups, report);
        let is_secret = report.conceals();
        // No remark names a case of which the line may be meant to be secret.
        entries.extend(read.map(|read| CaseLine { withheld: read.withheld || is_secret, ..read }));
        report.conceal(None);
        if report.noticed() > before {
            wrong.extend(withheld::id(line));
        }
        match withheld::id(line) {
            _ if is_secret => {}
            Some(id) if !report.is_wrong(&Position::new(FILE, row), "id") => drop(published.insert(id)),
            id => lost.push(id.unwrap_or_default()),
        }
    }
    bar.finish();
    lookups.terms.lost.type_names.settle(SYSTEM_TYPES_FILE, report);
    lookups.terms.lost.benefits.settle(BENEFITS_FILE, report);
    if rows_by_id.len() > MOST_CASES {
        report.add(
            Problem::new(FILE, "事例が多すぎます。")
                .value(rows_by_id.len())
                .allowed(format!("{MOST_CASES}件まで")),
        );
    }
    let ids = CaseIds { published, wrong, lost: LostKeys::new(lost) };
    Some(Cases { ids, ..publishable(entries) })
}

/// Gives the problem of a text that is JSON as a whole. Every line of it would be one.
fn not_lines(text: &str) -> Option<Problem> {
    let first = text.lines().find(|line| !line.trim().is_empty())?.trim();
    let what = match first.chars().next()? {
        '[' => "全体が1つの JSON の配列（[ … ]）になっています。",
        '{' if first == "{" => "1件の事例が、何行にも分けて書かれています。",
        _ => return None,
    };
    Some(Problem::new(FILE, what).allowed("1行に1件の { … }（JSON Lines）").advice(
        "配列の [ と ]、行の終わりのコンマ、事例の途中の改行を取り除き、1件を1行にして保存し直してください。",
    ))
}

fn read_line(
    row: usize,
    line: &str,
    rows_by_id: &mut HashMap<String, usize>,
    lookups: Lookups<'_>,
    report: &mut Report,
) -> Option<CaseLine> {
    if line.trim().is_empty() {
        report.add(blank_line(FILE, row));
        return None;
    }
    report.conceal(is_withheld(line).then(|| [keys(), OPTIONAL_KEYS.to_vec()].concat()));
    let record = Record::parse(line, Position::new(FILE, row), "id", report)?;
    if let Some(id) = record.place.subject.clone()
        && let Some(earlier) = rows_by_id.insert(id.clone(), row)
    {
        let is_secret = report.conceals() || report.names_withheld(&id);
        let problem = record.problem("id", format!("{earlier}行目と同じ id です。"));
        let problem = if is_secret { Problem { subject: None, value: None, ..problem } } else { problem };
        let kept = report.conceal(None);
        report.add(problem.advice("末尾の番号などを変えて、別の id にしてください。"));
        report.conceal(kept);
    }
    read_entry(&record, lookups, report)
}

fn publishable(mut entries: Vec<CaseLine>) -> Cases {
    entries.sort_by(|a, b| a.case.id.cmp(&b.case.id));
    let ids = CaseIds::default();
    let (reasons, withheld) = (vec![], vec![]);
    let mut cases = Cases { cases: vec![], details: vec![], rows: vec![], reasons, withheld, ids };
    for entry in entries {
        if entry.withheld {
            cases.withheld.push(entry.row);
            continue;
        }
        let id = &entry.case.id;
        cases.reasons.extend(entry.reasons.iter().map(|(field, reason)| (id.clone(), *field, *reason)));
        cases.cases.push(entry.case);
        cases.details.push(entry.detail);
        cases.rows.push(entry.row);
    }
    cases
}

fn read_entry(record: &Record, lookups: Lookups<'_>, report: &mut Report) -> Option<CaseLine> {
    let optional: Vec<&str> = OPTIONAL_KEYS.iter().copied().chain(absent_keys()).collect();
    let required: Vec<&str> = keys().into_iter().filter(|key| !optional.contains(key)).collect();
    // First, since one of them may conceal the others.
    record.check_texts(&contact::KEYS, report);
    record.check_keys(&required, &optional, report);
    let reasons = reasons::read(record, report);
    let withheld = read_withheld(record, report);
    let case = facts::read(record, lookups, &reasons, report);
    let detail = texts::read(record, lookups, report);
    if let Some(case) = &case {
        contradictions::check(record, case, lookups, report);
    }
    let (mut case, detail) = (case?, detail?);
    case.source_classes = references::classes(&detail.sources);
    case.cost_sources = references::of_costs(&detail, |field| !record.is_blank(field.slug()));
    Some(CaseLine { case, detail, reasons, withheld, row: record.place.row })
}

/// Reads the mark of cases that are not published. One that is not understood counts, and is told without its value.
fn read_withheld(record: &Record, report: &mut Report) -> bool {
    let value = record.value(WITHHELD);
    if value.is_some_and(|value| !value.is_boolean()) {
        let kept = report.conceal(None);
        let problem = Problem::new(FILE, "決まった書き方ではない印です。非掲載希望の事例として扱いました。");
        let problem = problem
            .row(record.place.row)
            .column(WITHHELD)
            .allowed(Said::of_files("true、false、null（引用符なし）"));
        // Any other text may be of another column.
        let mark = value.and_then(|value| Some((value, meant::json_answer(Some(value))?)));
        report.add(match mark {
            Some((value, meant)) => problem.value(value).suggestion([meant]),
            None => problem,
        });
        report.conceal(kept);
    }
    value.is_some_and(|value| *value != serde_json::Value::Bool(false))
}

/// Gives the keys that a line may be without. Only a survey asks for most of them; one is younger than the tables of
/// others.
fn absent_keys() -> impl Iterator<Item = &'static str> {
    let may_be_absent = |field: &&Field| field.is_of_survey() || **field == Field::OpenToJoin;
    Field::ALL.iter().filter(may_be_absent).map(|field| field.slug())
}

/// Gives the keys that a line can have but for the optional ones of its publication, in any order.
pub(super) fn keys() -> Vec<&'static str> {
    BASIC_KEYS.into_iter().chain(Field::ALL.iter().map(|field| field.slug())).collect()
}

/// Gives the values, unless there are none.
fn stated<T>(values: Vec<T>) -> Option<Vec<T>> {
    Some(values).filter(|values| !values.is_empty())
}
