//! `prefectures.csv` and `regions.csv`: the 47 prefectures, their neighbours and regions.

use std::collections::btree_map::{BTreeMap, Entry};
use std::collections::{HashMap, HashSet};
use std::path::Path;

use joint_procurement_core::domain::{
    Crossing, MunicipalityKind, Prefecture, PrefectureCode, Prefectures, Region, SCHEMA_VERSION, Slug,
};

use super::columns;
use super::kana;
use super::lost::LostKeys;
use super::meant;
use super::municipalities::MunicipalityTable;
use super::row::Row;
use super::sheet::Sheet;
use super::terms::Names;
use crate::problem::{Position, Problem, Report};

mod naming;
mod sums;

pub use naming::PrefectureNames;

pub const FILE: &str = columns::PREFECTURES.file;
pub const REGIONS_FILE: &str = columns::REGIONS.file;
const COLUMNS: &[&str] = columns::PREFECTURES.names;
/// Stands between several notes on crossings.
const NOTE_SEPARATOR: char = ';';

/// The tables as read, all 47 rows. One that is wrong, or lacking, is there as well as it can be.
pub struct PrefectureTable {
    regions: Vec<Region>,
    rows: Vec<PrefectureRow>,
}

struct PrefectureRow {
    place: Position,
    prefecture: Prefecture,
    /// Cities, special wards, towns and villages, with their columns.
    kinds: [(&'static str, MunicipalityKind, u64); 4],
    population_as_of: String,
    municipal_staff_as_of: String,
    /// The columns that are told.
    wrong: HashSet<&'static str>,
}

impl PrefectureTable {
    pub fn read(folder: &Path, report: &mut Report) -> Option<Self> {
        let regions_sheet = Sheet::read(folder, REGIONS_FILE, columns::REGIONS.names, report);
        let regions = regions_sheet.as_ref().map(|sheet| read_regions(sheet, report)).unwrap_or_default();
        let lost = LostKeys::of(regions_sheet.as_ref(), "name", report);
        let sheet = Sheet::read(folder, FILE, COLUMNS, report)?;
        let mut rows: Vec<(Option<PrefectureCode>, PrefectureRow)> =
            sheet.rows().filter_map(|row| read_row(&row, &regions, report)).collect();
        report_twice(&sheet, report);
        lost.settle(REGIONS_FILE, report);
        for (row, (_, read)) in sheet.rows().zip(&mut rows) {
            read.wrong.extend(COLUMNS.iter().filter(|column| report.is_wrong(row.place, column)));
        }
        let are_coded = rows.iter().all(|(code, _)| code.is_some()) && sheet.broken().next().is_none();
        if are_coded && !rows.iter().filter_map(|(code, _)| *code).eq(PrefectureCode::all()) {
            report.add(
                Problem::new(FILE, "47都道府県が、01から47までコードの順に1行ずつ並んでいません。")
                    .value(format!("{}行", rows.len()))
                    .advice("抜け・重複・順番を確かめてください。"),
            );
        }
        let are_regions_known = !rows.iter().any(|(_, row)| row.wrong.contains("region"));
        for region in regions.iter().filter(|_| are_coded && are_regions_known) {
            if !rows.iter().any(|(_, row)| row.prefecture.region == region.slug) {
                report.add(
                    Problem::new(REGIONS_FILE, "この地方に属する都道府県がありません。").value(&region.name),
                );
            }
        }
        let mut by_code: BTreeMap<PrefectureCode, PrefectureRow> = BTreeMap::new();
        let (coded, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(code, _)| code.is_some());
        for (code, row) in coded {
            code.map(|code| by_code.entry(code).or_insert(row));
        }
        let mut others = others.into_iter().map(|(_, row)| row);
        for code in PrefectureCode::all() {
            if let Entry::Vacant(place) = by_code.entry(code) {
                // Rows stand in order of code: so do those of which it is wrong.
                let lacking = || Some(PrefectureRow::lacking(code, Slug::OTHER.parse().ok()?));
                let row = others.next().or_else(lacking)?;
                let prefecture = Prefecture { code, ..row.prefecture };
                place.insert(PrefectureRow { prefecture, ..row });
            }
        }
        Some(Self { regions, rows: by_code.into_values().collect() })
    }

    /// Gives the names in order of code.
    pub fn names(&self) -> PrefectureNames {
        PrefectureNames {
            names: self.rows.iter().map(|row| row.prefecture.name.clone()).collect(),
            are_told: self.rows.iter().map(|row| row.wrong.contains("name")).collect(),
            places: self.rows.iter().map(|row| row.place.clone()).collect(),
        }
    }

    /// Takes the names that the municipalities agree on.
    pub fn set_names(&mut self, names: PrefectureNames) {
        for ((row, name), is_told) in self.rows.iter_mut().zip(names.names).zip(names.are_told) {
            row.prefecture.name = name;
            if is_told {
                row.wrong.insert("name");
            }
        }
    }

    /// Tells if a cell is told.
    pub fn is_wrong(&self, code: PrefectureCode, column: &str) -> bool {
        self.rows.get(code.index()).is_none_or(|row| row.wrong.contains(column))
    }

    /// Gives the place of a row.
    pub fn place(&self, code: PrefectureCode) -> Position {
        self.rows.get(code.index()).map_or_else(|| Position::new(FILE, 1), |row| row.place.clone())
    }

    /// Compares the sums with the municipalities.
    pub fn check_sums(&self, municipalities: &MunicipalityTable, report: &mut Report) {
        self.rows.iter().for_each(|row| row.check_sums(municipalities, report));
    }

    /// Gives the table to publish.
    pub fn to_prefectures(&self) -> Prefectures {
        Prefectures {
            schema_version: SCHEMA_VERSION,
            regions: self.regions.clone(),
            prefectures: self.rows.iter().map(|row| row.prefecture.clone()).collect(),
            answers: Vec::new(),
        }
    }
}

/// Reports names that stand twice.
fn report_twice(sheet: &Sheet, report: &mut Report) {
    let mut rows: HashMap<(&str, &str), usize> = HashMap::new();
    for row in sheet.rows() {
        for column in ["name", "name_en", "kana"].into_iter().filter(|column| !row.cell(column).is_empty()) {
            if let Some(earlier) = rows.insert((column, row.cell(column)), row.place.row) {
                let what = format!("同じものが二度あります（{earlier}行目にも）。");
                report.add(row.problem(column, what).advice("どちらの行が正しいか、確かめてください。"));
            }
        }
    }
}

fn read_regions(sheet: &Sheet, report: &mut Report) -> Vec<Region> {
    let mut names = Names::default();
    let read = |row| names.read::<Slug>(&row, report);
    sheet.rows().filter_map(read).map(|(slug, name, name_en)| Region { slug, name, name_en }).collect()
}

/// Reads a row with its code, where that is right. Wrong cells stand in it as well as they can.
fn read_row(
    row: &Row<'_>,
    regions: &[Region],
    report: &mut Report,
) -> Option<(Option<PrefectureCode>, PrefectureRow)> {
    let code: Option<PrefectureCode> = row.parsed("code", "01から47までの2桁の数字", report);
    row.text("name", report);
    row.ascii("name_en", report);
    kana::read(row, report);
    let region = regions.iter().find(|region| region.name == row.cell("region"));
    if region.is_none() {
        let names: Vec<&str> = regions.iter().map(|region| region.name.as_str()).collect();
        let meant = meant::word(row.cell("region"), names.iter().copied(), &[]);
        let problem = row.problem("region", "regions.csv にない地方です。").suggestion(meant);
        report.hold(REGIONS_FILE, row.cell("region"), problem.allowed(names.join("、")));
    }
    let neighbours = read_codes(row, "neighbours", report);
    let crossings = read_crossings(row, report);
    let municipalities = row.positive("municipalities", report).and_then(|count| u32::try_from(count).ok());
    let mut kind = |column, kind| (column, kind, row.count(column, report).unwrap_or_default());
    let kinds = [
        kind("cities", MunicipalityKind::City),
        kind("special_wards", MunicipalityKind::SpecialWard),
        kind("towns", MunicipalityKind::Town),
        kind("villages", MunicipalityKind::Village),
    ];
    let population = row.positive("population", report);
    let municipal_staff = match row.cell("municipal_staff") {
        "" => None,
        _ => row.positive("municipal_staff", report),
    };
    let mut wrong = HashSet::new();
    if region.is_none() {
        wrong.insert("region");
    }
    let text = |column| row.cell(column).to_owned();
    let stand_in = PrefectureCode::all().next();
    let region = region.map(|region| region.slug.clone());
    let prefecture = Prefecture {
        code: code.or(stand_in)?,
        name: text("name"),
        name_en: text("name_en"),
        kana: text("kana"),
        region: region.or_else(|| Slug::OTHER.parse().ok())?,
        neighbours,
        crossings,
        municipalities: municipalities.unwrap_or_default(),
        population: population.unwrap_or_default(),
        municipal_staff,
    };
    let [population_as_of, municipal_staff_as_of] = ["population_as_of", "municipal_staff_as_of"].map(text);
    let place = row.place.clone();
    Some((code, PrefectureRow { place, prefecture, kinds, population_as_of, municipal_staff_as_of, wrong }))
}

/// Reads codes with a space between.
fn read_codes(row: &Row<'_>, column: &str, report: &mut Report) -> Vec<PrefectureCode> {
    let codes: Option<Vec<PrefectureCode>> =
        row.cell(column).split(' ').filter(|code| !code.is_empty()).map(|code| code.parse().ok()).collect();
    if codes.is_none() {
        report.add(
            row.problem(column, "都道府県コードではないものがあります。")
                .allowed("2桁のコードを空白で区切る（例 03 05）"),
        );
    }
    codes.unwrap_or_default()
}

/// Reads the crossings, each with its note, `02:青函トンネル`.
fn read_crossings(row: &Row<'_>, report: &mut Report) -> Vec<Crossing> {
    let codes = read_codes(row, "linked_by_crossing", report);
    let note = row.cell("crossing_note");
    let crossings: Option<Vec<Crossing>> = note
        .split(NOTE_SEPARATOR)
        .filter(|note| !note.is_empty())
        .map(|note| {
            let (code, by) = note.trim().split_once(':')?;
            Some(Crossing { prefecture: code.parse().ok()?, by: by.to_owned() })
                .filter(|crossing| !crossing.by.is_empty())
        })
        .collect();
    let noted: Option<Vec<PrefectureCode>> =
        crossings.as_ref().map(|crossings| crossings.iter().map(|crossing| crossing.prefecture).collect());
    if noted.as_ref() != Some(&codes) {
        report.add(row.problem("crossing_note", "linked_by_crossing と合いません。").allowed(
            "linked_by_crossing と同じ順に「コード:橋などの名前」（例 02:青函トンネル）。複数は ; で区切る",
        ));
    }
    crossings.unwrap_or_default()
}

impl PrefectureRow {
    /// Makes a row for a prefecture that the table lacks.
    fn lacking(code: PrefectureCode, region: Slug) -> Self {
        Self {
            place: Position::new(FILE, code.index() + 2),
            prefecture: Prefecture {
                code,
                name: String::new(),
                name_en: String::new(),
                kana: String::new(),
                region,
                neighbours: Vec::new(),
                crossings: Vec::new(),
                municipalities: 0,
                population: 0,
                municipal_staff: None,
            },
            kinds: [("", MunicipalityKind::City, 0); 4],
            population_as_of: String::new(),
            municipal_staff_as_of: String::new(),
            wrong: COLUMNS.iter().copied().chain([""]).collect(),
        }
    }
}
