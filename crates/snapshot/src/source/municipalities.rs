//! `municipalities.csv`: every city, special ward, town and village.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use joint_procurement_core::domain::{
    Date, Municipalities, Municipality, MunicipalityCode, MunicipalityKind, Position, PrefectureCode, Term,
};

use super::columns;
use super::kana;
use super::meant;
use super::prefectures::PrefectureNames;
use super::row::Row;
use super::sheet::Sheet;
use crate::problem::{Fault, Report, Said};

mod table;

pub use table::MunicipalityTable;
use table::suffix;

pub const FILE: &str = columns::MUNICIPALITIES.file;
const COLUMNS: &[&str] = columns::MUNICIPALITIES.names;

/// Reads the table; the names of the prefectures are in order of code.
pub fn read(
    folder: &Path,
    prefectures: &mut PrefectureNames,
    report: &mut Report,
) -> Option<MunicipalityTable> {
    let sheet = Sheet::read(folder, FILE, COLUMNS, report)?;
    let stated = sheet.rows().filter_map(|row| Some((row.cell(CODE).parse().ok()?, row.cell("prefecture"))));
    prefectures.settle(stated.map(|(code, name): (MunicipalityCode, _)| (code.prefecture(), name)), report);
    let names = &prefectures.names;
    // The rows are read on, so that their mistakes are told in the same run.
    let usual = usual(sheet.rows().map(|row| row.cell("population_as_of"))).unwrap_or_default();
    let first = sheet.rows().find(|row| row.cell("population_as_of") == usual);
    let population_as_of: Option<Date> = first.and_then(|row| row.parsed("population_as_of", AS_OF, report));
    let staff_as_of = sheet.rows().map(|row| row.cell("staff_as_of")).find(|text| !text.is_empty());
    let staff_as_of = staff_as_of.unwrap_or_default();
    // A day that is told stands for the one that is meant.
    let day = population_as_of.or_else(|| "2000".parse().ok())?;
    let mut read = MunicipalityTable::new(Municipalities::new(day, staff_as_of.to_owned()));
    if population_as_of.is_none() {
        read.doubt_column("population_as_of");
    }
    let mut last: Option<MunicipalityCode> = None;
    let mut named = HashMap::new();
    let mut offices: HashMap<(&str, &str), usize> = HashMap::new();
    let taken: HashSet<&str> = sheet.rows().map(|row| row.cell(CODE)).collect();
    let mut before: &[String] = &[];
    for row in sheet.rows() {
        let municipality = read_row(&row, names, &taken, report);
        check_dates(&row, usual, staff_as_of, report);
        check_office(&row, &mut offices, report);
        if let Some(municipality) = municipality {
            check_order(&row, municipality.code, last, before, report);
            if last.is_none_or(|last| last < municipality.code) {
                last = Some(municipality.code);
                check_twice(&row, municipality.code.prefecture(), &mut named, report);
                read.table.push(municipality);
            }
        }
        read.doubt(&row, names, false, report);
        before = row.cells;
    }
    for row in sheet.broken() {
        read.doubt(&row, names, true, report);
    }
    Some(read)
}

/// Gives the text that most rows have, the first of those where several are as many.
fn usual<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: HashMap<&str, (usize, Reverse<usize>)> = HashMap::new();
    for (at, text) in texts.enumerate() {
        counts.entry(text).or_insert((0, Reverse(at))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(text, _)| text)
}

const CODE: &str = "code";
/// Fewer than any municipality employs: a lower number of people is one that has lost digits, which the sums tell.
const FEWEST_STAFF: u64 = 10;
const AS_OF: &str = "日付（例 2022-01-01）";

/// Reads a row; none without a code. Wrong cells stand in it as well as they can.
fn read_row<'a>(
    row: &Row<'a>,
    prefecture_names: &[String],
    taken: &HashSet<&str>,
    report: &mut Report,
) -> Option<Municipality<'a>> {
    let code = read_code(row, taken, report);
    let name = row.text("name", report);
    let kana = kana::read(row, report);
    let kind = read_kind(row, report);
    let population = row.positive("population", report);
    let staff = read_staff(row, report);
    if let Some(prefecture) = code.and_then(|code| prefecture_names.get(code.prefecture().index()))
        && prefecture != row.cell("prefecture")
    {
        report.add(
            row.problem("prefecture", "団体コードの都道府県と名前が合いません。")
                .allowed(prefecture)
                .advice("code か prefecture のどちらかを直してください。"),
        );
    }
    if let (Some(population), Some(Some(staff))) = (population, staff)
        && (FEWEST_STAFF..u64::from(staff)).contains(&population)
    {
        let problem = row.problem("staff", format!("人口（{population}人）より多くなっています。"));
        report.add(problem.advice("人口と職員数が逆でないか、確かめてください。"));
        // Which of the two is wrong nobody knows: no sum is held against either.
        report.doubt(row.place, "population");
    }
    if let (Some(name), Some(kind)) = (name, kind) {
        let suffix = suffix(kind);
        if !name.ends_with(suffix) {
            report.add(
                row.problem("name", "種別と名前の終わりが合いません。")
                    .allowed(format!("「{suffix}」で終わる名前")),
            );
        }
    }
    if let (Some(_), Some(kind)) = (code, kind)
        && (kind == MunicipalityKind::SpecialWard) != row.cell(CODE).starts_with("131")
    {
        report.add(row.problem(
            "kind",
            "特別区は東京都（131で始まるコード）だけにあり、そこには特別区だけがあります。",
        ));
    }
    let degrees = |column| ten_thousandths(row.cell(column));
    let office = degrees("lat").zip(degrees("lng"));
    let office = office.map(|(latitude, longitude)| Position { latitude, longitude });
    Some(Municipality {
        code: code?,
        name: row.cell("name"),
        kana: kana.unwrap_or_default(),
        kind: kind.unwrap_or(MunicipalityKind::Town),
        population: population.unwrap_or_default(),
        staff: staff.flatten(),
        office,
    })
}

fn read_code(row: &Row<'_>, taken: &HashSet<&str>, report: &mut Report) -> Option<MunicipalityCode> {
    use joint_procurement_core::domain::CodeError;
    let text = row.text("code", report)?;
    let parsed: Result<MunicipalityCode, CodeError> = text.parse();
    if let Err(error) = parsed {
        let what = match error {
            CodeError::CheckDigit { expected } => {
                format!("検査数字（6桁目）が合いません。計算では {expected} です。")
            }
            _ => "全国地方公共団体コードではありません。".to_owned(),
        };
        let mut meant = meant::form::<MunicipalityCode>(text);
        meant.retain(|code| !taken.contains(code.as_str()));
        report.add(row.problem("code", what).suggestion(meant).allowed("6桁の数字（例 011002）").advice(
            Said::each(
                "Excel で開くと先頭の 0 が消えることがあります。列を文字列として読み込んでください。",
                "先頭の 0 の抜けや、数字の写し間違いがないか、確かめてください。",
            ),
        ));
    }
    parsed.ok()
}

fn read_kind(row: &Row<'_>, report: &mut Report) -> Option<MunicipalityKind> {
    let text = row.text("kind", report)?;
    let kind = MunicipalityKind::from_ja(text);
    if kind.is_none() {
        let words: Vec<&str> = MunicipalityKind::ALL.iter().map(|kind| kind.ja()).collect();
        let meant = meant::term(text, MunicipalityKind::ja);
        let problem = row.problem("kind", Fault::NoWord).suggestion(meant);
        report.add(problem.allowed(words.join("、")));
    }
    kind
}

/// Gives `Some(None)` where the cell is empty, `None` after reporting a mistake.
fn read_staff(row: &Row<'_>, report: &mut Report) -> Option<Option<u32>> {
    if row.cell("staff").is_empty() {
        return Some(None);
    }
    let staff = row.positive("staff", report)?;
    match u32::try_from(staff) {
        Ok(staff) => Some(Some(staff)),
        Err(_) => {
            report.add(row.problem("staff", "大きすぎます。"));
            None
        }
    }
}

fn check_dates(row: &Row<'_>, population_as_of: &str, staff_as_of: &str, report: &mut Report) {
    if row.cell("population_as_of") != population_as_of {
        report.add(
            row.problem("population_as_of", "ほかの行と基準日が違います。")
                .allowed(population_as_of)
                .advice("全部の行を同じ日の統計にそろえてください。"),
        );
    }
    let expected = if row.cell("staff").is_empty() { "" } else { staff_as_of };
    if row.cell("staff_as_of") != expected {
        report.add(
            row.problem("staff_as_of", "職員数の資料名が、職員数の有無かほかの行と合いません。")
                .allowed(if expected.is_empty() { "職員数が空欄なら空欄" } else { expected }),
        );
    }
}

/// Checks that the codes rise; `before` are the cells of the row above.
fn check_order(
    row: &Row<'_>,
    code: MunicipalityCode,
    last: Option<MunicipalityCode>,
    before: &[String],
    report: &mut Report,
) {
    if last == Some(code) {
        report.add(
            row.problem("code", Fault::Repeated.said("同じコードが二度あります。"))
                .advice(row.beside(before)),
        );
    } else if last > Some(code) {
        report.add(
            row.problem("code", "行がコードの順に並んでいません。")
                .advice("code の昇順に並べ替えてください。"),
        );
    }
}

/// Checks that no two municipalities of a prefecture have one name; that they have one reading is noted.
fn check_twice<'a>(
    row: &Row<'a>,
    prefecture: PrefectureCode,
    named: &mut HashMap<(PrefectureCode, &'a str), usize>,
    report: &mut Report,
) {
    /// The only two that sound alike.
    const ALIKE: [&str; 2] = ["江差町", "枝幸町"];
    let [name, kana] = ["name", "kana"].map(|column| row.cell(column));
    let mut earlier =
        |text: &'a str| named.insert((prefecture, text), row.place.row).filter(|_| !text.is_empty());
    if let Some(earlier) = earlier(name) {
        let what = format!("同じ都道府県の{earlier}行目と同じ名称です。");
        report.add(row.problem("name", what).advice("写し間違いでないか、確かめてください。"));
    } else if let Some(earlier) = earlier(kana).filter(|_| kana != name && !ALIKE.contains(&name)) {
        report.note(format!(
            "{FILE}： {}行目 kana の「{kana}」は、同じ都道府県の{earlier}行目と同じです。ほかの行のかなでないか確かめてください。読みが同じなら、このままで構いません。",
            row.place.row
        ));
    }
}

/// Reads degrees, which are not negative in Japan.
fn ten_thousandths(text: &str) -> Option<u32> {
    let degrees = text.parse::<f64>().ok().filter(|degrees| (0.0..=180.0).contains(degrees))?;
    Some((degrees * 10_000.0).round() as u32)
}

/// Checks that the office lies in Japan, and no two at one point: that would be a copied cell.
fn check_office<'a>(row: &Row<'a>, offices: &mut HashMap<(&'a str, &'a str), usize>, report: &mut Report) {
    const BOUNDS: [(&str, u32, u32); 2] = [("lat", 24, 46), ("lng", 122, 149)];
    let is_within = |text: &str, least: u32, most: u32| {
        ten_thousandths(text).is_some_and(|it| (least * 10_000..most * 10_000).contains(&it))
    };
    let other = |column: &str| row.cell(if column == "lat" { "lng" } else { "lat" });
    let are_exchanged = BOUNDS.iter().all(|(column, least, most)| is_within(other(column), *least, *most));
    if are_exchanged {
        report.add(
            row.problem("lat", "緯度と経度が逆ではありませんか。")
                .suggestion([other("lat").to_owned()])
                .allowed("緯度は 24 から 46、経度は 122 から 149 までの度数")
                .advice("緯度と経度を入れ替えてください。どの行も逆なら、列の見出しを確かめてください。"),
        );
    }
    for (column, least, most) in BOUNDS {
        let text = row.cell(column);
        if !are_exchanged && !is_within(text, least, most) {
            let meant = meant::decimal(text).filter(|meant| is_within(meant, least, most));
            let wrong = row.problem(column, "日本の中の位置ではありません。").suggestion(meant);
            report.add(wrong.allowed(format!("{least} から {most} までの度数")));
        }
    }
    let is_place = ["lat", "lng"].iter().all(|column| ten_thousandths(row.cell(column)).is_some());
    let at = (row.cell("lat"), row.cell("lng"));
    if let Some(earlier) = offices.insert(at, row.place.row).filter(|_| is_place) {
        report.add(
            row.problem("lat", format!("{earlier}行目と同じ位置です。"))
                .advice("役所・役場の位置を確かめてください。"),
        );
    }
}
