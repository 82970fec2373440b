//! `wards.csv`: the wards (行政区) of the designated cities. They are no municipalities, but people search for them.

use std::path::Path;

use joint_procurement_core::domain::{MunicipalityCode, Ward};

use super::columns;
use super::kana;
use super::municipalities::MunicipalityTable;
use super::row::Row;
use super::sheet::Sheet;
use crate::problem::{Fault, Report};

pub const FILE: &str = columns::WARDS.file;
const COLUMNS: &[&str] = columns::WARDS.names;

/// Reads the table into that of the municipalities. A folder without it has no wards.
pub fn read(folder: &Path, municipalities: &mut MunicipalityTable, report: &mut Report) {
    if !folder.join(FILE).exists() {
        return;
    }
    let Some(sheet) = Sheet::read(folder, FILE, COLUMNS, report) else { return };
    let mut last: Option<MunicipalityCode> = None;
    for row in sheet.rows() {
        let Some(ward) = read_row(&row, report) else { continue };
        if last >= Some(ward.code) {
            report.add(row.problem(
                "code",
                Fault::Repeated.said("行がコードの順に並んでいないか、同じコードが二度あります。"),
            ));
            continue;
        }
        last = Some(ward.code);
        check_city(&row, ward.code, municipalities, report);
        municipalities.table.push_ward(ward);
    }
}

fn read_row<'a>(row: &Row<'a>, report: &mut Report) -> Option<Ward<'a>> {
    let code = row.parsed("code", "検査数字の合う6桁の数字（例 011011）", report);
    let name = row.text("name", report);
    let kana = kana::read(row, report);
    if name.is_some_and(|name| !name.ends_with('区')) {
        report.add(
            row.problem("name", "区の名前ではありません。").allowed("「区」で終わる名前、市の名前は付けない"),
        );
    }
    Some(Ward { code: code?, name: name?, kana: kana? })
}

/// Checks that the code follows that of the city, from which the program tells the city.
fn check_city(
    row: &Row<'_>,
    code: MunicipalityCode,
    municipalities: &MunicipalityTable,
    report: &mut Report,
) {
    let city = municipalities.table.iter().take_while(|it| it.code <= code).last();
    match city {
        Some(city) if city.code == code => {
            report.add(row.problem("code", "municipalities.csv にもある団体コードです。"));
        }
        Some(city) if city.name == row.cell("city") => {}
        // The name of the city is told, or there is another one of which the code is.
        Some(city) if municipalities.misnamed.iter().any(|it| it.code == city.code) => {}
        _ if municipalities.uncoded.iter().any(|it| it.name == row.cell("city")) => {}
        _ => {
            let wrong =
                row.problem("city", "municipalities.csv でコードがすぐ前にある市区町村ではありません。");
            report.add(match city {
                Some(city) => wrong.suggestion([city.name.to_owned()]).allowed(city.name),
                None => wrong.advice("この区のある市が municipalities.csv にあるか、確かめてください。"),
            });
        }
    }
}
