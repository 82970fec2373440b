//! `funding.csv` and `funding_sources.csv`: public money that can pay for joint procurement.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use joint_procurement_core::domain::{
    Date, Funding, FundingSource, JointBuying, Programme, SCHEMA_VERSION, Slug, SourceClass, Term, Terms,
};

use super::columns::{self, ALL_TYPES};
use super::late::check_past;
use super::lost::LostKeys;
use super::meant;
use super::row::Row;
use super::sheet::Sheet;
use super::titles;
use crate::problem::{Fault, Position, Problem, Report, Said};

pub const FILE: &str = columns::FUNDING.file;
pub const SOURCES_FILE: &str = columns::FUNDING_SOURCES.file;
const COLUMNS: &[&str] = columns::FUNDING.names;
const SOURCE_COLUMNS: &[&str] = columns::FUNDING_SOURCES.names;

/// The data that programmes refer to.
#[derive(Clone, Copy)]
pub struct Lookups<'a> {
    pub terms: Option<&'a Terms>,
    pub type_slugs: &'a LostKeys,
    pub published_at: Option<Date>,
}

/// Reads both tables; `Some(None)` for a folder that has neither.
pub fn read(folder: &Path, references: Lookups<'_>, report: &mut Report) -> Option<Option<Funding>> {
    let [has_programmes, has_sources] = [FILE, SOURCES_FILE].map(|file| folder.join(file).exists());
    if !has_programmes {
        if has_sources {
            report.add(
                Problem::new(SOURCES_FILE, format!("{FILE} がないのに、その出典の表があります。"))
                    .advice(format!("{FILE} を置くか、この表を取り除いてください。")),
            );
        }
        return Some(None);
    }
    let sheet = Sheet::read(folder, FILE, COLUMNS, report);
    let sources = Sheet::read(folder, SOURCES_FILE, SOURCE_COLUMNS, report);
    let (sheet, sources) = match (sheet, sources) {
        (Some(sheet), Some(sources)) => (sheet, sources),
        (Some(sheet), None) => {
            sheet.rows().for_each(|row| drop(read_programme(&row, references, report)));
            references.type_slugs.settle(FILE, report);
            return None;
        }
        (None, Some(sources)) => {
            sources.rows().for_each(|row| drop(read_source(&row, report)));
            return None;
        }
        (None, None) => return None,
    };
    let mut seen: HashMap<_, &[String]> = HashMap::new();
    let mut programmes = Vec::new();
    for row in sheet.rows() {
        for column in ["slug", "name"] {
            let earlier = seen.insert((column, row.cell(column)), row.cells);
            if let Some(earlier) = earlier.filter(|_| !row.cell(column).is_empty()) {
                report.add(row.problem(column, Fault::Repeated).advice(row.beside(earlier)));
            }
        }
        if let Some(programme) = read_programme(&row, references, report) {
            programmes.push((row.place.clone(), programme));
        }
    }
    references.type_slugs.settle(FILE, report);
    read_sources(&sources, &sheet, &mut programmes, report);
    LostKeys::of(Some(&sheet), "slug", report).settle(SOURCES_FILE, report);
    // A source that names no programme, which is told, may be that of one that has none.
    let lost_sources = LostKeys::of(Some(&sources), "funding", report);
    for (place, programme) in &programmes {
        let has_source = sources.rows().any(|row| row.cell("funding") == programme.slug.as_str());
        if !has_source && lost_sources.is_empty() {
            report.add(
                place
                    .problem("slug", format!("{SOURCES_FILE} に、この制度の出典がありません。"))
                    .value(&programme.slug)
                    .advice("書かれている内容を確かめたページの行を加えてください。"),
            );
        }
    }
    let programmes = programmes.into_iter().map(|(_, programme)| programme).collect();
    Some(Some(Funding { schema_version: SCHEMA_VERSION, programmes }))
}

fn read_programme(row: &Row<'_>, references: Lookups<'_>, report: &mut Report) -> Option<Programme> {
    let slug = row.parsed("slug", "半角小文字の英数字の語を - でつないだもの（例 school-subsidy）", report);
    let [name, kind, giver, object] =
        ["name", "kind", "giver", "object"].map(|column| row.text(column, report).map(str::to_owned));
    let [rate, ceiling, period, note] =
        ["rate", "ceiling", "period", "note"].map(|column| row.stated(column, report).map(str::to_owned));
    let joint = read_joint(row, report);
    let ended = read_ended(row, report);
    let system_types = read_types(row, references.terms, report);
    let checked_on = read_checked_on(row, references.published_at, report);
    Some(Programme {
        slug: slug?,
        name: name?,
        kind: kind?,
        giver: giver?,
        object: object?,
        joint: joint?,
        rate,
        ceiling,
        period,
        ended: ended?,
        system_types: system_types?,
        checked_on: checked_on?,
        note,
        sources: Vec::new(),
    })
}

fn read_joint(row: &Row<'_>, report: &mut Report) -> Option<JointBuying> {
    let text = row.text("joint", report)?;
    let joint = JointBuying::from_slug(text);
    if joint.is_none() {
        let allowed: Vec<String> =
            JointBuying::ALL.iter().map(|it| format!("{}（{}）", it.slug(), it.ja())).collect();
        let meant = meant::term(text, JointBuying::slug);
        let problem = row.problem("joint", Fault::NoWord).suggestion(meant);
        report.add(problem.allowed(allowed.join("、")));
    }
    joint
}

fn read_ended(row: &Row<'_>, report: &mut Report) -> Option<Option<bool>> {
    match row.cell("ended") {
        "" => Some(None),
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        other => {
            report.add(
                row.problem("ended", Fault::NoWord)
                    .suggestion(meant::answer(other, "yes", "no"))
                    .allowed(Said::of_files("yes（終了した）、no（続いている）、または空欄（分からない）")),
            );
            None
        }
    }
}

/// Reads the types; none for a programme that is for all.
fn read_types(row: &Row<'_>, terms: Option<&Terms>, report: &mut Report) -> Option<Vec<Slug>> {
    let cell = row.text("system_types", report)?;
    if cell == ALL_TYPES {
        return Some(Vec::new());
    }
    let mut types: Vec<Slug> = Vec::new();
    for name in cell.split(';') {
        let known = |slug: &Slug| terms.is_none_or(|terms| terms.system_type(slug).is_some());
        match name.parse::<Slug>().ok().filter(|slug| name != ALL_TYPES && known(slug)) {
            Some(slug) if types.contains(&slug) => {
                report.add(
                    row.problem("system_types", Fault::Repeated.said("同じ種別が二度あります。")).value(name),
                );
                return None;
            }
            Some(slug) => types.push(slug),
            None => {
                let unknown = row
                    .problem("system_types", "system_types.csv にない slug です。")
                    .value(if name.is_empty() { cell } else { name })
                    .allowed(format!(
                        "system_types.csv の slug を ; で区切ったもの、またはすべての種別を表す {ALL_TYPES} だけ"
                    ));
                report.hold(FILE, name, with_meant(unknown, name, terms));
            }
        }
    }
    Some(types)
}

/// Says what was meant by a text that is no slug of a type.
fn with_meant(problem: Problem, name: &str, terms: Option<&Terms>) -> Problem {
    if name == ALL_TYPES {
        return problem.advice(format!(
            "すべての種別が対象なら {ALL_TYPES} だけを書き、そうでなければ {ALL_TYPES} を取り除いてください。"
        ));
    }
    let meant = terms.map(|terms| meant::system_type(name, terms, Slug::as_str)).unwrap_or_default();
    let problem = problem.suggestion((!meant.is_empty()).then(|| meant.join(";")));
    match meant::field_of_work(name) {
        Some(advice) => problem.advice(advice),
        None => problem,
    }
}

fn read_checked_on(row: &Row<'_>, published_at: Option<Date>, report: &mut Report) -> Option<Date> {
    let date = row.day("checked_on", report)?;
    if let Some(published_at) = published_at {
        check_past(date, published_at, |what| row.problem("checked_on", what), report);
    }
    Some(date)
}

/// Adds the sources to their programmes, in the order of the table.
fn read_sources(
    sheet: &Sheet,
    of_programmes: &Sheet,
    programmes: &mut [(Position, Programme)],
    report: &mut Report,
) {
    let known: HashSet<&str> = of_programmes.rows().map(|row| row.cell("slug")).collect();
    let mut seen: HashMap<_, &[String]> = HashMap::new();
    for row in sheet.rows() {
        let funding = row.cell("funding");
        let source = read_source(&row, report);
        if !known.contains(funding) {
            let unknown = row.problem("funding", format!("{FILE} にない slug です。"));
            let unknown = unknown.suggestion(programme_meant(funding, of_programmes));
            report.hold(SOURCES_FILE, funding, unknown.allowed(format!("{FILE} の slug のどれか")));
        } else if !row.cell("url").is_empty()
            && let Some(earlier) = seen.insert((funding, row.cell("url")), row.cells)
        {
            report.add(
                row.problem("url", Fault::Repeated.said("同じ制度に同じ出典が二度あります。"))
                    .advice(row.beside(earlier)),
            );
        }
        let programme = programmes.iter_mut().find(|(_, programme)| programme.slug.as_str() == funding);
        let (Some((_, programme)), Some(source)) = (programme, source) else { continue };
        if source.published.is_some_and(|published| published > programme.checked_on) {
            report.add(
                row.problem("published", format!("{FILE} の checked_on（確認した日）より後の日付です。"))
                    .allowed(format!("{} まで、または空欄", programme.checked_on)),
            );
        }
        programme.sources.push(source);
    }
}

/// Finds the slug of a programme, of which the name may have been written.
fn programme_meant(text: &str, programmes: &Sheet) -> Option<String> {
    let all = |column| programmes.rows().map(move |row| row.cell(column));
    let name = all("name").find(|name| *name == text).map(str::to_owned);
    let name = name.or_else(|| meant::word(text, all("name"), &[]));
    let named = programmes.rows().find(|row| Some(row.cell("name")) == name.as_deref());
    let slug = || meant::word(text, all("slug"), &[]);
    named.map(|row| row.cell("slug").to_owned()).or_else(slug)
}

fn read_source(row: &Row<'_>, report: &mut Report) -> Option<FundingSource> {
    let url = row.web_address("url", report);
    let publisher = row.text("publisher", report);
    titles::check(
        &titles::Words { title: "", publisher: publisher.unwrap_or_default() },
        &titles::Keys { title: "", publisher: "publisher" },
        |key, what| row.problem(key, what),
        report,
    );
    let published = match row.cell("published") {
        "" => Some(None),
        _ => row.parsed("published", super::cases::DATE, report).map(Some),
    };
    let text = row.text("class", report);
    let class = text.and_then(SourceClass::from_ja);
    if let Some(text) = text.filter(|_| class.is_none()) {
        let words: Vec<&str> = SourceClass::ALL.iter().map(|class| class.ja()).collect();
        let meant = meant::term(text, SourceClass::ja);
        let problem = row.problem("class", Fault::NoWord).suggestion(meant);
        report.add(problem.allowed(words.join("、")));
    }
    Some(FundingSource {
        url: Some(url?),
        publisher: publisher?.to_owned(),
        published: published?,
        class: Some(class?),
        note: row.stated("note", report).map(str::to_owned),
    })
}
