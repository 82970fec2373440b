//! The vocabularies of the source folder: system types with their policy notes, domains, benefits and
//! kinds of lead.

use std::collections::HashMap;
use std::path::Path;

use joint_procurement_core::domain::{
    Date, Domain, LeadKind, PolicyNote, SCHEMA_VERSION, Slug, SystemType, Term, TermEntry, Terms,
};

use super::columns;
use super::late::check_past;
use super::lost::LostKeys;
use super::meant;
use super::row::Row;
use super::sheet::Sheet;
use super::titles;
use crate::problem::{Fault, Problem, Report};

pub const SYSTEM_TYPES_FILE: &str = columns::SYSTEM_TYPES.file;
pub const POLICY_NOTES_FILE: &str = columns::POLICY_NOTES.file;
const DOMAINS_FILE: &str = columns::DOMAINS.file;
const LEAD_KINDS_FILE: &str = columns::LEAD_KINDS.file;
pub const BENEFITS_FILE: &str = columns::BENEFITS.file;
/// Every vocabulary.
pub const FILES: [&str; 5] =
    [SYSTEM_TYPES_FILE, POLICY_NOTES_FILE, DOMAINS_FILE, BENEFITS_FILE, LEAD_KINDS_FILE];
/// The columns of a table that describes what it names.
const DESCRIBED: &[&str] = columns::SYSTEM_TYPES.names;

/// The vocabularies, right or wrong, with the keys that they lack.
pub struct TermTables {
    pub terms: Terms,
    pub lost: LostTerms,
}

/// The keys of rows that are there but wrong.
#[derive(Default)]
pub struct LostTerms {
    pub type_names: LostKeys,
    pub type_slugs: LostKeys,
    pub benefits: LostKeys,
}

/// Reads all vocabularies. A row with a wrong cell is among them: what names it is not wrong.
pub fn read(folder: &Path, published_at: Option<Date>, report: &mut Report) -> TermTables {
    let domains = read_closed::<Domain>(folder, DOMAINS_FILE, report);
    let lead_kinds = read_closed::<LeadKind>(folder, LEAD_KINDS_FILE, report);
    let sheet = Sheet::read(folder, BENEFITS_FILE, columns::BENEFITS.names, report);
    let benefits = sheet.as_ref().map(|sheet| read_benefits(sheet, report)).unwrap_or_default();
    let lost_benefits = LostKeys::of(sheet.as_ref(), "name", report);
    let sheet = Sheet::read(folder, SYSTEM_TYPES_FILE, DESCRIBED, report);
    let mut system_types = sheet.as_ref().map(|sheet| read_system_types(sheet, report)).unwrap_or_default();
    let [type_slugs, type_names] =
        ["slug", "name"].map(|column| LostKeys::of(sheet.as_ref(), column, report));
    let has_other = system_types.iter().any(|system| system.slug.as_str() == Slug::OTHER);
    if !has_other && type_slugs.is_empty() {
        report.add(
            Problem::new(SYSTEM_TYPES_FILE, "種別の分からない事例のための行がありません。")
                .column("slug")
                .allowed(Slug::OTHER)
                .advice(format!("slug が {} の行（その他）を加えてください。", Slug::OTHER)),
        );
    }
    read_policy_notes(folder, &mut system_types, published_at, report);
    type_slugs.settle(POLICY_NOTES_FILE, report);
    let schema_version = SCHEMA_VERSION;
    let synonyms = Vec::new();
    let terms = Terms { schema_version, domains, system_types, benefits, lead_kinds, synonyms };
    TermTables { terms, lost: LostTerms { type_names, type_slugs, benefits: lost_benefits } }
}

/// The slugs and names of one table so far: none may stand twice.
#[derive(Default)]
pub struct Names {
    rows: HashMap<(&'static str, String), (usize, Vec<String>)>,
}

impl Names {
    /// Reads the slug, the name and the English name of a row. Names are given as they are also where they are wrong.
    pub fn read<T: SlugCell>(&mut self, row: &Row<'_>, report: &mut Report) -> Option<(T, String, String)> {
        let slug = T::read(row, report);
        row.text("name", report);
        row.ascii("name_en", report);
        for column in ["slug", "name", "name_en"] {
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            let own = (row.place.row, row.cells.to_vec());
            if let Some((earlier, cells)) = self.rows.insert((column, cell.to_owned()), own) {
                report.add(
                    row.problem(
                        column,
                        Fault::Repeated.said(format!("同じものが二度あります（{earlier}行目にも）。")),
                    )
                    .advice(row.beside(&cells)),
                );
            }
        }
        let [name, name_en] = ["name", "name_en"].map(|column| row.cell(column).to_owned());
        Some((slug.or_else(|| T::stand_in(row))?, name, name_en))
    }
}

/// A value that can stand in the column `slug` of a table.
pub trait SlugCell: Sized {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self>;

    /// Gives a value of its own to a row of which the slug is wrong, where there can be one.
    fn stand_in(row: &Row<'_>) -> Option<Self>;
}

impl SlugCell for Slug {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self> {
        row.parsed("slug", "半角小文字の英数字の語を - でつないだもの（例 e-bidding）", report)
    }

    fn stand_in(row: &Row<'_>) -> Option<Self> {
        format!("row-{}", row.place.row).parse().ok()
    }
}

/// A value of a vocabulary that the program knows by itself.
struct Closed<T>(T);

impl<T: Term> SlugCell for Closed<T> {
    fn read(row: &Row<'_>, report: &mut Report) -> Option<Self> {
        let text = row.text("slug", report)?;
        let term = T::from_slug(text);
        if term.is_none() {
            let problem = row.problem("slug", Fault::NoWord);
            let problem = problem.suggestion(meant::term(text, T::slug));
            report.add(problem.allowed(slugs::<T>().join("、")));
        }
        term.map(Closed)
    }

    fn stand_in(_: &Row<'_>) -> Option<Self> {
        None
    }
}

fn slugs<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().map(|term| term.slug()).collect()
}

/// Reads a table that only names and describes what the program knows: each value has exactly one row.
fn read_closed<T: Term>(folder: &Path, file: &str, report: &mut Report) -> Vec<TermEntry<T>> {
    let Some(sheet) = Sheet::read(folder, file, DESCRIBED, report) else { return Vec::new() };
    let mut names = Names::default();
    let mut entries = Vec::new();
    for row in sheet.rows() {
        let description = row.text("description", report).map(str::to_owned);
        if let Some((Closed(slug), name, name_en)) = names.read::<Closed<T>>(&row, report) {
            entries.push(TermEntry { slug, name, name_en, description });
        }
    }
    // A row that could not be read may be the one.
    let are_read = entries.len() == sheet.rows().count() && sheet.broken().next().is_none();
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
    entries
}

fn read_benefits(sheet: &Sheet, report: &mut Report) -> Vec<TermEntry<Slug>> {
    let mut names = Names::default();
    let mut entries = Vec::new();
    for row in sheet.rows() {
        if let Some((slug, name, name_en)) = names.read::<Slug>(&row, report) {
            entries.push(TermEntry { slug, name, name_en, description: None });
        }
    }
    entries
}

fn read_system_types(sheet: &Sheet, report: &mut Report) -> Vec<SystemType> {
    let mut names = Names::default();
    let mut types = Vec::new();
    for row in sheet.rows() {
        row.text("description", report);
        if let Some((slug, name, name_en)) = names.read::<Slug>(&row, report) {
            let description = row.cell("description").to_owned();
            types.push(SystemType { slug, name, name_en, description, policy_notes: vec![] });
        }
    }
    types
}

fn read_policy_notes(
    folder: &Path,
    types: &mut [SystemType],
    published_at: Option<Date>,
    report: &mut Report,
) {
    let names = columns::POLICY_NOTES.names;
    let Some(sheet) = Sheet::read(folder, POLICY_NOTES_FILE, names, report) else { return };
    for row in sheet.rows() {
        let note = read_policy_note(&row, published_at, report);
        let cell = row.cell("system_type");
        if let Some(system) = types.iter_mut().find(|system| system.slug.as_str() == cell) {
            system.policy_notes.extend(note);
        } else {
            let unknown = row.problem("system_type", "system_types.csv にない slug です。");
            let unknown = unknown.suggestion(meant::type_slug(cell, types));
            let unknown = match meant::field_of_work(cell) {
                Some(advice) => unknown.advice(advice),
                None => unknown,
            };
            report.hold(POLICY_NOTES_FILE, cell, unknown.allowed("system_types.csv の slug のどれか"));
        }
    }
}

fn read_policy_note(row: &Row<'_>, published_at: Option<Date>, report: &mut Report) -> Option<PolicyNote> {
    let note = row.text("note", report);
    let title = row.text("source_title", report);
    let publisher = row.text("source_publisher", report);
    titles::check(
        &titles::Words { title: title.unwrap_or_default(), publisher: publisher.unwrap_or_default() },
        &titles::Keys { title: "source_title", publisher: "source_publisher" },
        |key, what| row.problem(key, what),
        report,
    );
    let url = row.web_address("source_url", report);
    let source_published: Option<Date> = if row.cell("source_published").is_empty() {
        None
    } else {
        row.parsed("source_published", super::cases::DATE, report)
    };
    if let (Some(date), Some(published_at)) = (source_published, published_at) {
        check_past(date, published_at, |what| row.problem("source_published", what), report);
    }
    Some(PolicyNote {
        note: note?.to_owned(),
        source_title: title?.to_owned(),
        source_publisher: publisher?.to_owned(),
        source_url: Some(url?),
        source_published,
    })
}
