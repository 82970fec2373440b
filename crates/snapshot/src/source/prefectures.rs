//! `prefectures.csv` and `regions.csv`: the 47 prefectures, their neighbours and regions.

use std::path::Path;

use joint_procurement_core::domain::{
    Crossing, Municipalities, MunicipalityKind, Prefecture, PrefectureCode, Prefectures, Region,
    SCHEMA_VERSION, Slug,
};

use super::columns;
use super::meant;
use super::row::Row;
use super::sheet::Sheet;
use super::terms::Names;
use crate::problem::{Position, Problem, Report};

pub const FILE: &str = columns::PREFECTURES.file;
pub const REGIONS_FILE: &str = columns::REGIONS.file;
const COLUMNS: &[&str] = columns::PREFECTURES.names;
/// Stands between several notes on crossings.
const NOTE_SEPARATOR: char = ';';

/// The tables as read, before the sums are compared with the municipalities.
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
}

impl PrefectureTable {
    pub fn read(folder: &Path, report: &mut Report) -> Option<Self> {
        let regions = read_regions(folder, report);
        let sheet = Sheet::read(folder, FILE, COLUMNS, report)?;
        let regions = regions?;
        let rows: Vec<PrefectureRow> =
            sheet.rows().filter_map(|row| read_row(&row, &regions, report)).collect();
        if report.has_problems_in(FILE) {
            return None;
        }
        let codes: Vec<PrefectureCode> = rows.iter().map(|row| row.prefecture.code).collect();
        if codes != PrefectureCode::all().collect::<Vec<_>>() {
            report.add(
                Problem::new(FILE, "47都道府県が、01から47までコードの順に1行ずつ並んでいません。")
                    .value(format!("{}行", rows.len()))
                    .advice("抜け・重複・順番を確かめてください。"),
            );
            return None;
        }
        for region in &regions {
            if !rows.iter().any(|row| row.prefecture.region == region.slug) {
                report.add(
                    Problem::new(REGIONS_FILE, "この地方に属する都道府県がありません。").value(&region.name),
                );
            }
        }
        Some(Self { regions, rows })
    }

    /// Gives the names in order of code.
    pub fn names(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.prefecture.name.clone()).collect()
    }

    /// Compares the sums with the municipalities and gives the table to publish.
    pub fn check_sums(self, municipalities: &Municipalities, report: &mut Report) -> Prefectures {
        for row in &self.rows {
            row.check_sums(municipalities, report);
        }
        Prefectures {
            schema_version: SCHEMA_VERSION,
            regions: self.regions,
            prefectures: self.rows.into_iter().map(|row| row.prefecture).collect(),
            answers: Vec::new(),
        }
    }
}

fn read_regions(folder: &Path, report: &mut Report) -> Option<Vec<Region>> {
    let sheet = Sheet::read(folder, REGIONS_FILE, columns::REGIONS.names, report)?;
    let mut names = Names::default();
    let mut regions = Vec::new();
    for row in sheet.rows() {
        if let Some((slug, name, name_en)) = names.read::<Slug>(&row, report) {
            regions.push(Region { slug, name, name_en });
        }
    }
    Some(regions)
}

fn read_row(row: &Row<'_>, regions: &[Region], report: &mut Report) -> Option<PrefectureRow> {
    let code = row.parsed("code", "01から47までの2桁の数字", report);
    let name = row.text("name", report);
    let name_en = row.ascii("name_en", report);
    let kana = row.hiragana("kana", report);
    let region = regions.iter().find(|region| region.name == row.cell("region"));
    if region.is_none() {
        let names: Vec<&str> = regions.iter().map(|region| region.name.as_str()).collect();
        let meant = meant::word(row.cell("region"), names.iter().copied(), &[]);
        let problem = row.problem("region", "regions.csv にない地方です。").suggestion(meant);
        report.add(problem.allowed(names.join("、")));
    }
    let neighbours = read_codes(row, "neighbours", report);
    let crossings = read_crossings(row, report);
    let municipalities = row.positive("municipalities", report).and_then(|count| u32::try_from(count).ok());
    let mut kind = |column, kind| row.count(column, report).map(|count| (column, kind, count));
    let kinds = [
        kind("cities", MunicipalityKind::City),
        kind("special_wards", MunicipalityKind::SpecialWard),
        kind("towns", MunicipalityKind::Town),
        kind("villages", MunicipalityKind::Village),
    ];
    let population = row.positive("population", report);
    let municipal_staff = if row.cell("municipal_staff").is_empty() {
        Some(None)
    } else {
        row.positive("municipal_staff", report).map(Some)
    };
    let [cities, wards, towns, villages] = kinds;
    Some(PrefectureRow {
        place: row.place.clone(),
        prefecture: Prefecture {
            code: code?,
            name: name?.to_owned(),
            name_en: name_en?.to_owned(),
            kana: kana?.to_owned(),
            region: region?.slug.clone(),
            neighbours,
            crossings,
            municipalities: municipalities?,
            population: population?,
            municipal_staff: municipal_staff?,
        },
        kinds: [cities?, wards?, towns?, villages?],
        population_as_of: row.cell("population_as_of").to_owned(),
        municipal_staff_as_of: row.cell("municipal_staff_as_of").to_owned(),
    })
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
    fn check_sums(&self, municipalities: &Municipalities, report: &mut Report) {
        let of_prefecture = || municipalities.of_prefecture(self.prefecture.code);
        let kinds = self.kinds.map(|(column, kind, stated)| {
            (column, stated, of_prefecture().filter(|municipality| municipality.kind == kind).count() as u64)
        });
        let count = of_prefecture().count() as u64;
        let population: u64 = of_prefecture().map(|municipality| municipality.population).sum();
        let sums = [
            ("municipalities", u64::from(self.prefecture.municipalities), count),
            ("population", self.prefecture.population, population),
        ];
        for (column, stated, summed) in sums.into_iter().chain(kinds) {
            self.check_sum(column, stated, summed, report);
        }

        let staff: Option<u64> = of_prefecture().map(|municipality| municipality.staff.map(u64::from)).sum();
        match (self.prefecture.municipal_staff, staff) {
            (Some(stated), Some(summed)) => self.check_sum("municipal_staff", stated, summed, report),
            (Some(stated), None) => report.add(
                self.place
                    .problem(
                        "municipal_staff",
                        "職員数の分からない市区町村があるのに、合計が書かれています。",
                    )
                    .value(stated)
                    .allowed("空欄"),
            ),
            (None, _) => {}
        }

        let as_of = municipalities.population_as_of.to_string();
        let staff_as_of =
            if self.prefecture.municipal_staff.is_some() { municipalities.staff_as_of.as_str() } else { "" };
        for (column, stated, expected) in [
            ("population_as_of", &self.population_as_of, as_of.as_str()),
            ("municipal_staff_as_of", &self.municipal_staff_as_of, staff_as_of),
        ] {
            if stated != expected {
                report.add(
                    self.place
                        .problem(column, "municipalities.csv の基準日・資料名と合いません。")
                        .value(stated)
                        .allowed(if expected.is_empty() { "空欄" } else { expected }),
                );
            }
        }
    }

    fn check_sum(&self, column: &str, stated: u64, summed: u64, report: &mut Report) {
        if stated != summed {
            report.add(
                self.place
                    .problem(column, "municipalities.csv の行を合計した値と合いません。")
                    .value(stated)
                    .allowed(summed.to_string())
                    .advice("municipalities.csv か、この値のどちらかを直してください。"),
            );
        }
    }
}
