//! The outlines in `maps/`: TopoJSON of the country and of every prefecture.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use joint_procurement_core::domain::{FileRole, Outlines, PrefectureCode, Prefectures};

use super::file::read_text;
use super::municipalities::MunicipalityTable;
use super::neighbours::ToldPairs;
use super::prefectures::PrefectureTable;
use crate::outlines;
use crate::outlines::topology::Topology;
use crate::problem::{Problem, Report};

/// The outline of the country is loaded with the first page that shows it.
const LARGEST_MAP_OF_JAPAN_BYTES: usize = 60_000;

const MAP_OF_JAPAN: &str = "maps/japan.topo.json";

/// The places to hold the maps against.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    pub table: &'a PrefectureTable,
    pub prefectures: &'a Prefectures,
    pub municipalities: &'a MunicipalityTable,
    pub told: &'a ToldPairs,
}

fn map_of(code: PrefectureCode) -> String {
    format!("maps/{code}.topo.json")
}

/// Names every map file, in the order of the roles.
pub fn files() -> impl Iterator<Item = String> {
    [MAP_OF_JAPAN.to_owned()].into_iter().chain(PrefectureCode::all().map(map_of))
}

/// Reads every map, in the order of the roles. Without places only the form is checked.
pub fn read(folder: &Path, places: Option<Places<'_>>, report: &mut Report) -> Vec<(FileRole, Outlines)> {
    let mut maps = Vec::new();
    maps.extend(read_map_of_japan(folder, places, report).map(|map| (FileRole::MapOfJapan, map)));
    for code in PrefectureCode::all() {
        let map = read_map_of(folder, code, places, report);
        maps.extend(map.map(|map| (FileRole::MapOf(code), map)));
    }
    maps
}

fn read_map_of_japan(folder: &Path, places: Option<Places<'_>>, report: &mut Report) -> Option<Outlines> {
    let text = read_text(folder, MAP_OF_JAPAN, report)?;
    let topology = parse(MAP_OF_JAPAN, &text, "prefectures", report)?;
    if let Some(places) = places {
        let name = |code| places.table.is_wrong(code, "name");
        let all = places.prefectures.prefectures.iter();
        let expected: BTreeMap<String, Option<&str>> =
            all.map(|it| (it.code.to_string(), Some(it.name.as_str()).filter(|_| !name(it.code)))).collect();
        check_shapes(MAP_OF_JAPAN, &topology, &expected, false, report);
        check_borders(MAP_OF_JAPAN, &topology, places, report);
    }
    let (map, bytes) = (outlines::of_japan(&topology), text.len());
    if bytes > LARGEST_MAP_OF_JAPAN_BYTES {
        report.add(
            Problem::new(MAP_OF_JAPAN, "全国地図が大きすぎます。")
                .value(format!("{bytes}バイト"))
                .allowed(format!("{LARGEST_MAP_OF_JAPAN_BYTES}バイトまで"))
                .advice("輪郭をもっと簡素化してください。"),
        );
    }
    Some(map)
}

fn read_map_of(
    folder: &Path,
    code: PrefectureCode,
    places: Option<Places<'_>>,
    report: &mut Report,
) -> Option<Outlines> {
    let file = map_of(code);
    let text = read_text(folder, &file, report)?;
    let topology = parse(&file, &text, &code.to_string(), report)?;
    if let Some(Places { municipalities, .. }) = places {
        // Names come from the code list: the map spells some with other forms of a character.
        let all = municipalities.table.of_prefecture(code);
        let expected = all.map(|it| (it.code.to_string(), None)).collect();
        // A shape may be of a row of which the code is wrong.
        check_shapes(&file, &topology, &expected, !municipalities.is_sure(Some(code), "code"), report);
    }
    Some(outlines::of_prefecture(&topology))
}

fn parse(file: &str, text: &str, object: &str, report: &mut Report) -> Option<Topology> {
    match Topology::parse(text, object) {
        Ok(topology) => Some(topology),
        Err(what) => {
            report.add(
                Problem::new(file, what)
                    .allowed(format!("TopoJSON（objects は {object} だけ、図形は Polygon か MultiPolygon）"))
                    .advice("地図を作り直すか、もとのファイルに戻してください。"),
            );
            None
        }
    }
}

/// Checks that every expected code has exactly one shape, with the name where one is expected. Codes may be missing
/// among them where `may_lack` says so.
fn check_shapes(
    file: &str,
    topology: &Topology,
    expected: &BTreeMap<String, Option<&str>>,
    may_lack: bool,
    report: &mut Report,
) {
    let mut seen = BTreeSet::new();
    for shape in &topology.shapes {
        let problem = |what: &str| Problem::new(file, what).column("id").value(&shape.id);
        match expected.get(&shape.id) {
            None if may_lack => {}
            None => {
                report.add(problem("表にないコードの図形です。").advice("この図形を取り除いてください。"))
            }
            Some(_) if !seen.insert(&shape.id) => report.add(problem("同じコードの図形が二つあります。")),
            Some(Some(name)) if shape.name != *name => {
                report.add(problem("図形の名前が表と違います。").allowed(*name));
            }
            Some(_) => {}
        }
        if shape.code != shape.id {
            report.add(problem("properties.code が id と違います。").allowed(&shape.code));
        }
    }
    for code in expected.keys().filter(|code| !seen.contains(code)) {
        report.add(
            Problem::new(file, "図形がありません。")
                .column("id")
                .value(code)
                .advice("この市区町村・都道府県の図形を加えてください。"),
        );
    }
}

/// Checks that prefectures share a border line exactly where the table calls them neighbours.
fn check_borders(file: &str, topology: &Topology, places: Places<'_>, report: &mut Report) {
    let Places { table, prefectures, told, .. } = places;
    let is_wrong = |code| ["code", "neighbours"].into_iter().any(|column| table.is_wrong(code, column));
    let is_told = |a: &str, b: &str| {
        let (Ok(a), Ok(b)) = (a.parse(), b.parse()) else { return false };
        told.contains(&(a, b)) || is_wrong(a) || is_wrong(b)
    };
    let all = prefectures.prefectures.iter();
    let listed: BTreeSet<(String, String)> = all
        .flat_map(|it| it.neighbours.iter().map(|other| (it.code.to_string(), other.to_string())))
        .filter(|(a, b)| a < b)
        .collect();
    let shared = topology.borders();
    for (a, b) in listed.symmetric_difference(&shared).filter(|(a, b)| !is_told(a, b)) {
        let what = if listed.contains(&(a.clone(), b.clone())) {
            "prefectures.csv の neighbours にあるのに、地図では境界を共有していません。"
        } else {
            "地図では境界を共有しているのに、prefectures.csv の neighbours にありません。"
        };
        report.add(Problem::new(file, what).value(format!("{a} と {b}")));
    }
}
