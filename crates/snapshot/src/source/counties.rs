//! `counties.csv`: the counties (郡), each with its towns and villages. People write them before the name.

use std::collections::HashMap;
use std::path::Path;

use joint_procurement_core::domain::{Municipality, MunicipalityCode, MunicipalityKind};

use super::columns;
use super::municipalities::MunicipalityTable;
use super::row::Row;
use super::sheet::Sheet;
use crate::problem::Report;
use crate::values;

pub const FILE: &str = columns::COUNTIES.file;
const COLUMNS: &[&str] = columns::COUNTIES.names;

/// Reads the table into that of the municipalities. A folder without it has no counties.
pub fn read(
    folder: &Path,
    prefecture_names: &[String],
    municipalities: &mut MunicipalityTable,
    report: &mut Report,
) {
    if !folder.join(FILE).exists() {
        return;
    }
    let Some(sheet) = Sheet::read(folder, FILE, COLUMNS, report) else { return };
    let mut counties = HashMap::new();
    for row in sheet.rows() {
        read_row(&row, prefecture_names, municipalities, &mut counties, report);
    }
    let codes: Vec<MunicipalityCode> = municipalities.table.iter().map(|it| it.code).collect();
    municipalities.table.set_counties(codes.iter().map(|code| counties.remove(code)));
}

fn read_row(
    row: &Row<'_>,
    prefecture_names: &[String],
    municipalities: &MunicipalityTable,
    counties: &mut HashMap<MunicipalityCode, String>,
    report: &mut Report,
) {
    let (Some(name), Some(codes)) = (row.text("name", report), row.text("municipalities", report)) else {
        return;
    };
    if !name.ends_with('郡') {
        let meant = (!name.ends_with(['市', '区', '町', '村'])).then(|| format!("{name}郡"));
        let wrong = row.problem("name", "郡の名前ではありません。").suggestion(meant);
        report.add(wrong.allowed("「郡」で終わる名前"));
    }
    for text in codes.split(' ') {
        let code: Option<MunicipalityCode> = text.parse().ok();
        let place = code.and_then(|code| municipalities.table.get(code));
        let is_sure = |column| municipalities.is_sure(code.map(MunicipalityCode::prefecture), column);
        let Some(place) = place.filter(|it| is_in_county(it.kind) || !is_sure("kind")) else {
            // It may be the one of which the code is wrong.
            if code.is_some() && !is_sure("code") {
                continue;
            }
            report.add(
                row.problem("municipalities", "municipalities.csv にある町村の団体コードではありません。")
                    .value(text)
                    .suggestion(code_meant(text, row.cell("prefecture"), prefecture_names, municipalities))
                    .allowed("6桁の団体コード。複数は半角の空白で区切る"),
            );
            continue;
        };
        let prefecture = prefecture_names.get(place.code.prefecture().index());
        if prefecture.is_some_and(|name| name != row.cell("prefecture")) {
            report
                .add(row.problem("prefecture", format!("{}（{text}）の都道府県と合いません。", place.name)));
        }
        if let Some(other) = counties.insert(place.code, name.to_owned()) {
            report.add(
                row.problem(
                    "municipalities",
                    format!("{}（{text}）は{other}にも書かれています。", place.name),
                )
                .advice("一方から取り除いてください。"),
            );
        }
    }
}

fn is_in_county(kind: MunicipalityKind) -> bool {
    matches!(kind, MunicipalityKind::Town | MunicipalityKind::Village)
}

/// Finds the code of the town or village of the prefecture that a text means.
fn code_meant(
    text: &str,
    prefecture: &str,
    prefecture_names: &[String],
    municipalities: &MunicipalityTable,
) -> Option<String> {
    let may_be = |place: &Municipality<'_>| {
        let of = prefecture_names.get(place.code.prefecture().index());
        is_in_county(place.kind) && of.is_some_and(|name| name == prefecture)
    };
    let candidates = values::municipality_code(text).candidates();
    let coded = candidates.into_iter().find_map(|code| municipalities.table.get(code).filter(may_be));
    let named = || municipalities.table.iter().find(|place| place.name == text && may_be(place));
    coded.or_else(named).map(|place| place.code.to_string())
}
