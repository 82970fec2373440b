//! The maintainers' tables: reads a whole source folder, checks every rule, reports every mistake.
//!
//! Nothing here writes; what is published is made in `encode` and written in `publish`.

mod answers;
mod cases;
pub mod columns;
mod counties;
mod errata;
mod file;
mod funding;
mod json;
pub mod listing;
mod maps;
mod meant;
mod municipalities;
mod names;
mod neighbours;
mod prefectures;
mod record;
mod remarks;
mod row;
mod section;
mod settings;
mod sheet;
mod synonyms;
mod terms;
mod wards;

use std::path::Path;

use joint_procurement_core::domain::{
    Errata, FileRole, Funding, Municipalities, Outlines, Prefectures, SnapshotId, Terms,
};

use self::answers::AnswerTable;
use self::prefectures::PrefectureTable;
use self::synonyms::SynonymTable;
use super::problem::{Problem, Report};

pub use cases::{Cases, MOST_CASES, withheld_ids};
#[cfg(feature = "links")]
pub use cases::{FILE as CASES_FILE, is_withheld};
pub use file::read_text;
pub use json::parse as parse_json;
pub use meant::nearest_word;
pub use settings::{SNAPSHOT_ID, Settings};

/// Everything a snapshot is made from.
pub struct SourceTables {
    pub settings: Settings,
    pub terms: Terms,
    pub prefectures: Prefectures,
    pub municipalities: Municipalities,
    pub maps: Vec<(FileRole, Outlines)>,
    pub cases: Cases,
    pub errata: Errata,
    /// `None` for a folder without the table.
    pub funding: Option<Funding>,
}

/// Reads the folder; `None` when anything has been reported. `id` takes the place of the one in
/// `snapshot.toml`.
pub fn read(folder: &Path, id: Option<&SnapshotId>, report: &mut Report) -> Option<SourceTables> {
    if !folder.is_dir() {
        report.add(
            Problem::new(folder.display().to_string(), "もとの表のフォルダーがありません。")
                .advice("--source に、snapshot.toml と cases.jsonl のあるフォルダーを指定してください。"),
        );
        return None;
    }
    report.withhold(cases::withheld_ids(folder));
    let settings = settings::read(folder, id, report);
    let published_at = settings.as_ref().map(|settings| settings.published_at);

    // Data that refer to a table are checked against it only where the table is whole. Otherwise every
    // case would be told the same mistake again.
    let before = report.found();
    let terms = terms::read(folder, published_at, report);
    let terms = terms.filter(|_| report.found() == before);
    // Words of one meaning, for what was probably meant; what is wrong with them is told below.
    let pairs = || SynonymTable::read(folder, &mut Report::default()).map(SynonymTable::into_pairs);
    let terms = terms.map(|terms| Terms { synonyms: pairs().unwrap_or_default(), ..terms });

    let before = report.found();
    let prefectures = PrefectureTable::read(folder, report);
    let names = prefectures.as_ref().map(PrefectureTable::names).unwrap_or_default();
    let mut municipalities = municipalities::read(folder, &names, report);
    // Their codes are told apart from mistakes only where the municipalities are whole.
    let are_whole = report.found() == before;
    if let Some(municipalities) = municipalities.as_mut().filter(|_| are_whole) {
        counties::read(folder, &names, municipalities, report);
        wards::read(folder, municipalities, report);
    }
    let places = prefectures.zip(municipalities).filter(|_| are_whole);
    let places = places.map(|(table, municipalities)| {
        let prefectures = table.check_sums(&municipalities, report);
        neighbours::check(&prefectures, report);
        (prefectures, municipalities)
    });
    if let (Some(settings), Some((_, municipalities))) = (&settings, &places) {
        settings.check_totals(municipalities, report);
    }

    let directory =
        places.as_ref().map(|(prefectures, municipalities)| names::Directory { municipalities, prefectures });
    let maps = maps::read(folder, directory, report);
    let before = report.found();
    let kind = settings.as_ref().map(|settings| settings.kind);
    let lookups = cases::Lookups { terms: terms.as_ref(), directory, kind, published_at };
    let cases = cases::read(folder, lookups, report);
    // Without the tables that they refer to, no case was read.
    let can_be_whole = terms.is_some() && directory.is_some();
    let whole_cases = cases.as_ref().filter(|_| can_be_whole && report.found() == before);
    let errata = errata::read(folder, errata::Lookups { published_at, cases: whole_cases }, report);
    let funding = funding::read(folder, funding::Lookups { terms: terms.as_ref(), published_at }, report);
    let answers = settings.as_ref().and_then(|settings| AnswerTable::read(folder, settings, report));
    if let (Some(answers), Some(cases)) = (&answers, whole_cases) {
        answers.check_cases(cases, report);
    }
    let synonyms = SynonymTable::read(folder, report);
    if let (Some(synonyms), Some(terms), Some(places), Some(cases)) =
        (&synonyms, &terms, &places, whole_cases)
    {
        synonyms.check(terms, &places.0, &places.1, cases, report);
    }
    if let Some(cases) = &cases {
        remarks::note(cases, report);
    }
    if !report.is_clean() {
        return None;
    }
    let (mut prefectures, municipalities) = places?;
    prefectures.answers = answers?.into_answers();
    let mut terms = terms?;
    terms.synonyms = synonyms?.into_pairs();
    Some(SourceTables {
        settings: settings?,
        terms,
        prefectures,
        municipalities,
        maps,
        cases: cases?,
        errata: errata?,
        funding: funding?,
    })
}

/// The tables that cases refer to, with the settings.
pub struct Vocabulary {
    pub settings: Settings,
    pub terms: Terms,
    pub prefectures: Prefectures,
    pub municipalities: Municipalities,
}

/// Reads the tables that cases refer to; `None` when anything has been reported.
pub fn read_vocabulary(folder: &Path, report: &mut Report) -> Option<Vocabulary> {
    let settings = settings::read(folder, None, report);
    let terms = terms::read(folder, settings.as_ref().map(|settings| settings.published_at), report);
    let prefectures = PrefectureTable::read(folder, report);
    let names = prefectures.as_ref().map(PrefectureTable::names).unwrap_or_default();
    let municipalities = municipalities::read(folder, &names, report)?;
    let prefectures = prefectures?.check_sums(&municipalities, report);
    let vocabulary = Vocabulary { settings: settings?, terms: terms?, prefectures, municipalities };
    report.is_clean().then_some(vocabulary)
}
