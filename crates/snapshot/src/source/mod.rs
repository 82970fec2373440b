//! The maintainers' tables: reads a whole source folder, checks every rule, reports every mistake.
//!
//! Nothing here writes; what is published is made in `encode` and written in `publish`.

mod answers;
mod cases;
pub mod columns;
mod counties;
mod errata;
mod faults;
mod file;
mod funding;
mod json;
mod kana;
mod late;
pub mod listing;
mod lost;
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
mod staged;
mod synonyms;
mod terms;
mod titles;
mod wards;

#[cfg(test)]
mod tests;

use std::path::Path;

use joint_procurement_core::domain::{
    Errata, FileRole, Funding, Municipalities, Outlines, Prefectures, SnapshotId, Terms,
};

use self::answers::AnswerTable;
use self::late::{LATE, tell_late};
use self::municipalities::MunicipalityTable;
use self::neighbours::ToldPairs;
use self::prefectures::PrefectureTable;
use self::synonyms::SynonymTable;
use super::day::Day;
use super::problem::{Problem, Report};

pub use cases::{Cases, MOST_CASES, withheld_ids};
#[cfg(feature = "links")]
pub use cases::{FILE as CASES_FILE, is_withheld};
pub use file::read_text;
pub use json::parse as parse_json;
pub use meant::{ONLY_ONE, nearest_word};
pub use remarks::corrections::{Published, note_unpublished};
pub use remarks::examples;
pub use settings::{SNAPSHOT_ID, Settings};
pub use staged::Staged;

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

/// The things that are not read from the folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The name that takes the place of the one in `snapshot.toml`.
    pub id: Option<&'a SnapshotId>,
    /// The day against which those of the settings are held; none where they are not.
    pub today: Option<Day>,
}

/// Reads the folder; `None` when anything has been reported.
pub fn read(folder: &Path, given: Given<'_>, report: &mut Report) -> Option<SourceTables> {
    if !folder.is_dir() {
        report.add(
            Problem::new(folder.display().to_string(), "もとの表のフォルダーがありません。")
                .advice("--source に、snapshot.toml と cases.jsonl のあるフォルダーを指定してください。"),
        );
        return None;
    }
    report.withhold(cases::withheld_ids(folder));
    let settings = settings::read(folder, given, report);
    let published_at = settings.published_at;
    let mut terms = terms::read(folder, published_at, report);
    // Words of one meaning, for what was probably meant; what is wrong with them is told below.
    let pairs = || SynonymTable::read(folder, &mut Report::default()).map(SynonymTable::into_pairs);
    terms.terms.synonyms = pairs().unwrap_or_default();
    let places = Places::read(folder, report);
    if let Some(places) = &places {
        settings.check_totals(&places.municipalities, report);
    }
    let maps = maps::read(folder, places.as_ref().map(Places::of_maps), report);
    let directory = places.as_ref().map(Places::directory);
    let lookups = cases::Lookups { terms: &terms, directory, kind: settings.kind, published_at };
    let cases = cases::read(folder, lookups, report);
    let ids = cases.as_ref().map(|cases| &cases.ids);
    let errata = errata::read(folder, errata::Lookups { published_at, ids }, report);
    let (of_types, type_slugs) = (Some(&terms.terms), &terms.lost.type_slugs);
    let funding =
        funding::read(folder, funding::Lookups { terms: of_types, type_slugs, published_at }, report);
    let answers = AnswerTable::read(folder, &settings, report);
    if let (Some(answers), Some(cases)) = (&answers, &cases) {
        answers.check_cases(cases, report);
    }
    tell_late(LATE, |what| settings.problem("published_at", what), report);
    let synonyms = SynonymTable::read(folder, report);
    // Notes that come only from mistakes would go with these.
    let are_right = |files: &[&str], report: &Report| !files.iter().any(|file| report.has_problems_in(file));
    let of_terms = [columns::CASES.file, columns::SYSTEM_TYPES.file];
    if let (Some(synonyms), Some(places), Some(cases)) = (&synonyms, &places, &cases)
        && are_right(&of_terms, report)
        && are_right(&[columns::SYNONYMS.file, columns::MUNICIPALITIES.file], report)
    {
        synonyms.check(&terms.terms, &places.prefectures, &places.municipalities.table, cases, report);
    }
    if let (Some(errata), Some(cases)) = (&errata, &cases)
        && are_right(&[columns::ERRATA.file, columns::SYSTEM_TYPES.file], report)
    {
        remarks::corrections::note(errata, cases, &terms.terms, report);
    }
    if let Some(cases) = &cases {
        remarks::note(cases, lookups, report);
    }
    report.release();
    if !report.is_clean() {
        return None;
    }
    let Places { mut prefectures, municipalities, .. } = places?;
    prefectures.answers = answers?.into_answers();
    let synonyms = synonyms?.into_pairs();
    Some(SourceTables {
        settings: settings.settings?,
        terms: Terms { synonyms, ..terms.terms },
        prefectures,
        municipalities: municipalities.table,
        maps,
        cases: cases?,
        errata: errata?,
        funding: funding?,
    })
}

/// The tables of places, held against each other.
struct Places {
    table: PrefectureTable,
    prefectures: Prefectures,
    municipalities: MunicipalityTable,
    told: ToldPairs,
}

impl Places {
    /// Reads the tables. A row with a wrong cell is among them; `None` where one cannot be read at all.
    fn read(folder: &Path, report: &mut Report) -> Option<Self> {
        let table = PrefectureTable::read(folder, report);
        let mut names = table.as_ref().map(PrefectureTable::names).unwrap_or_default();
        let municipalities = municipalities::read(folder, &mut names, report);
        let (mut table, mut municipalities) = (table?, municipalities?);
        counties::read(folder, &names.names, &mut municipalities, report);
        wards::read(folder, &mut municipalities, report);
        table.set_names(names);
        table.check_sums(&municipalities, report);
        let prefectures = table.to_prefectures();
        let told = neighbours::check(&table, &prefectures, report);
        Some(Self { table, prefectures, municipalities, told })
    }

    fn of_maps(&self) -> maps::Places<'_> {
        let Self { table, prefectures, municipalities, told } = self;
        maps::Places { table, prefectures, municipalities, told }
    }

    fn directory(&self) -> names::Directory<'_> {
        let table = &self.municipalities;
        names::Directory { table, municipalities: &table.table, prefectures: &self.prefectures }
    }
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
    let settings = settings::read(folder, Given::default(), report);
    let terms = terms::read(folder, settings.published_at, report).terms;
    let places = Places::read(folder, report);
    tell_late(LATE, |what| settings.problem("published_at", what), report);
    let Places { prefectures, municipalities, .. } = places?;
    let municipalities = municipalities.table;
    let vocabulary = Vocabulary { settings: settings.settings?, terms, prefectures, municipalities };
    report.is_clean().then_some(vocabulary)
}
