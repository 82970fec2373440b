//! The vocabularies of the source folder: system types with their policy notes, domains, benefits and
//! kinds of lead.

use std::collections::HashMap;
use std::path::Path;

use joint_procurement_core::domain::{
    Date, Domain, LeadKind, PolicyNote, SCHEMA_VERSION, Slug, SystemType, Term, TermEntry, Terms,
};

use super::columns;
use super::meant;
use super::row::Row;
use super::section::check_past;
use super::sheet::Sheet;
use crate::problem::{Problem, Report};

pub const SYSTEM_TYPES_FILE: &str = columns::SYSTEM_TYPES.file;
pub const POLICY_NOTES_FILE: &str = columns::POLICY_NOTES.file;
const DOMAINS_FILE: &str = columns::DOMAINS.file;
const LEAD_KINDS_FILE: &str = columns::LEAD_KINDS.file;
const BENEFITS_FILE: &str = columns::BENEFITS.file;
/// Every vocabulary.
pub const FILES: [&str; 5] =
    [SYSTEM_TYPES_FILE, POLICY_NOTES_FILE, DOMAINS_FILE, BENEFITS_FILE, LEAD_KINDS_FILE];
/// The columns of a table that describes what it names.
const DESCRIBED: &[&str] = columns::SYSTEM_TYPES.names;

/// Reads all vocabularies; `None` after reporting a table that cannot be read at all.
pub fn read(folder: &Path, published_at: Option<Date>, report: &mut Report) -> Option<Terms> {
    let domains = read_closed::<Domain>(folder, DOMAINS_FILE, report);
    let lead_kinds = read_closed::<LeadKind>(folder, LEAD_KINDS_FILE, report);
    let benefits = read_benefits(folder, report);
    let system_types = read_system_types(folder, report);
    let mut terms = Terms {
        schema_version: SCHEMA_VERSION,
        domains: domains?,
        system_types: system_types?,
        benefits: benefits?,
        lead_kinds: lead_kinds?,
        synonyms: Vec::new(),
    };
    read_policy_notes(folder, &mut terms.system_types, published_at, report)?;
    Some(terms)
}

/// The slugs and names of one table so far: none may stand twice.
#[derive(Default)]
pub struct Names {
    rows: HashMap<(&'static str, String), usize>,
}

impl Names {
    /// Reads the slug, the name and the English name of a row.
    pub fn read<T: SlugCell>(&mut self, row: &Row<'_>, report: &mut Report) -> Option<(T, String, String)> {
        let slug = T::read(row, report);
        let name = row.text("name", report);
        let name_en = row.ascii("name_en", report);
        for column in ["slug", "name", "name_en"] {
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            if let Some(earlier) = self.rows.insert((column, cell.to_owned()), row.place.row) {
                report.add(
                    row.problem(column, format!("同じものが二度あります（{earlier}行目にも）。"))
                        .advice("別の語にするか、一方の行を削除してください。"),
                );
            }
        }
        Some((slug?, name?.to_owned(), name_en?.to_owned()))
    }
}

/// A value that can stand in the column `slug` of a table.
pub trait SlugCell: Sized {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self>;
}

impl SlugCell for Slug {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self> {
        row.parsed("slug", "半角小文字の英数字の語を - でつないだもの（例 e-bidding）", report)
    }
}

/// A value of a vocabulary that the program knows by itself.
struct Closed<T>(T);

impl<T: Term> SlugCell for Closed<T> {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self> {
        let text = row.text("slug", report)?;
        let term = T::from_slug(text);
        if term.is_none() {
            let problem = row.problem("slug", "使える語ではありません。");
            let problem = problem.suggestion(meant::term(text, T::slug));
            report.add(problem.allowed(slugs::<T>().join("、")));
        }
        term.map(Closed)
    }
}

fn slugs<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().map(|term| term.slug()).collect()
}

/// Reads a table that only names and describes what the program knows: each value has exactly one row.
fn read_closed<T: Term>(folder: &Path, file: &str, report: &mut Report) -> Option<Vec<TermEntry<T>>> {
    let sheet = Sheet::read(folder, file, DESCRIBED, report)?;
    let mut names = Names::default();
    let mut entries = Vec::new();
    for row in sheet.rows() {
        let description = row.text("description", report).map(str::to_owned);
        if let Some((Closed(slug), name, name_en)) = names.read::<Closed<T>>(&row, report) {
            entries.push(TermEntry { slug, name, name_en, description });
        }
    }
    // A row that could not be read may be the one.
    let are_read = entries.len() == sheet.rows().count();
    let is_lacking = |term: &&T| are_read && !entries.iter().any(|entry| entry.slug == **term);
    for term in T::ALL.iter().filter(is_lacking) {
        report.add(
            Problem::new(file, "行がありません。")
                .column("slug")
                .value(term.slug())
                .allowed(slugs::<T>().join("、"))
                .advice("この語の行を加えてください。"),
        );
    }
    Some(entries)
}

fn read_benefits(folder: &Path, report: &mut Report) -> Option<Vec<TermEntry<Slug>>> {
    let sheet = Sheet::read(folder, BENEFITS_FILE, columns::BENEFITS.names, report)?;
    let mut names = Names::default();
    let mut entries = Vec::new();
    for row in sheet.rows() {
        if let Some((slug, name, name_en)) = names.read::<Slug>(&row, report) {
            entries.push(TermEntry { slug, name, name_en, description: None });
        }
    }
    Some(entries)
}

fn read_system_types(folder: &Path, report: &mut Report) -> Option<Vec<SystemType>> {
    let sheet = Sheet::read(folder, SYSTEM_TYPES_FILE, DESCRIBED, report)?;
    let mut names = Names::default();
    let mut types = Vec::new();
    for row in sheet.rows() {
        let description = row.text("description", report);
        if let (Some((slug, name, name_en)), Some(description)) =
            (names.read::<Slug>(&row, report), description)
        {
            types.push(SystemType {
                slug,
                name,
                name_en,
                description: description.to_owned(),
                policy_notes: vec![],
            });
        }
    }
    if !types.iter().any(|system| system.slug.as_str() == Slug::OTHER) {
        report.add(
            Problem::new(SYSTEM_TYPES_FILE, "種別の分からない事例のための行がありません。")
                .column("slug")
                .allowed(Slug::OTHER)
                .advice(format!("slug が {} の行（その他）を加えてください。", Slug::OTHER)),
        );
    }
    Some(types)
}

fn read_policy_notes(
    folder: &Path,
    types: &mut [SystemType],
    published_at: Option<Date>,
    report: &mut Report,
) -> Option<()> {
    let sheet = Sheet::read(folder, POLICY_NOTES_FILE, columns::POLICY_NOTES.names, report)?;
    for row in sheet.rows() {
        let note = read_policy_note(&row, report);
        if let (Some(PolicyNote { source_published: Some(date), .. }), Some(published_at)) =
            (&note, published_at)
        {
            check_past(*date, published_at, |what| row.problem("source_published", what), report);
        }
        let cell = row.cell("system_type");
        if let Some(system) = types.iter_mut().find(|system| system.slug.as_str() == cell) {
            system.policy_notes.extend(note);
        } else {
            report.add(
                row.problem("system_type", "system_types.csv にない slug です。")
                    .suggestion(meant::type_slug(cell, types))
                    .allowed("system_types.csv の slug のどれか"),
            );
        }
    }
    Some(())
}

fn read_policy_note(row: &Row<'_>, report: &mut Report) -> Option<PolicyNote> {
    let note = row.text("note", report);
    let title = row.text("source_title", report);
    let publisher = row.text("source_publisher", report);
    let url = row.web_address("source_url", report);
    let source_published: Option<Date> = if row.cell("source_published").is_empty() {
        None
    } else {
        row.parsed("source_published", super::cases::DATE, report)
    };
    Some(PolicyNote {
        note: note?.to_owned(),
        source_title: title?.to_owned(),
        source_publisher: publisher?.to_owned(),
        source_url: Some(url?),
        source_published,
    })
}
