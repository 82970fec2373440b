//! The report as a table, a line for each place.

use joint_procurement_core::export::{CsvTable, to_csv};

use super::LONGEST;
use crate::problem::{Group, Problem, Report, visible};

pub const HEADER: [&str; 13] = [
    "区分",
    "種類",
    "種類の件数",
    "ファイル",
    "シート",
    "セル",
    "行",
    "項目",
    "対象",
    "内容",
    "見つかった値",
    "もしかして",
    "正しい値と直し方",
];

/// Writes all problems that are kept, one a line; the others are counted.
pub fn table(report: &Report) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut kind = 0_usize;
    for file in report.files() {
        for group in file.groups() {
            kind += 1;
            let problems = group.problems();
            rows.extend(problems.iter().map(|problem| row(kind, group, problem)));
            if group.count() > problems.len() {
                let more = format!("ほかに{}か所あります。", group.count() - problems.len());
                rows.push(line([&kind.to_string(), &group.count().to_string(), &file.name], &more));
            }
        }
        if file.untold() > 0 {
            let more = format!("ほかに{}件あります（種類が多いため、書き出しを省きました）。", file.untold());
            rows.push(line(["", "", &file.name], &more));
        }
    }
    if report.is_clean() {
        rows.push(line(["", "", ""], "問題はありません。"));
    }
    rows.extend(report.notes().iter().chain(report.notes_aside()).map(|note| {
        let mut row = line(["", "", ""], note);
        if let Some(first) = row.first_mut() {
            "お知らせ".clone_into(first);
        }
        row
    }));
    to_csv(&CsvTable { header: HEADER.map(str::to_owned).to_vec(), rows })
}

/// Makes a line that has no place.
fn line([kind, count, file]: [&str; 3], what: &str) -> Vec<String> {
    let cells = ["問題", kind, count, file, "", "", "", "", "", what, "", "", ""];
    cells.map(|cell| visible(cell, LONGEST)).to_vec()
}

fn row(kind: usize, group: &Group, problem: &Problem) -> Vec<String> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let rule = [problem.allowed.as_deref(), problem.advice.as_deref()].map(text);
    let rule: Vec<String> = rule.into_iter().filter(|it| !it.is_empty()).collect();
    let cells = [
        "問題".to_owned(),
        kind.to_string(),
        group.count().to_string(),
        problem.file.clone(),
        problem.place.sheet_name().unwrap_or_default().to_owned(),
        problem.place.cell_name().unwrap_or_default(),
        problem.place.number().map(|number| number.to_string()).unwrap_or_default(),
        text(problem.column.as_deref()),
        text(problem.subject.as_deref()),
        problem.what.to_string(),
        text(problem.value.as_deref()),
        problem.suggestion.join(" / "),
        rule.join("。"),
    ];
    cells.map(|cell| visible(&cell, LONGEST)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Place, Position};

    /// Reads the table as a spreadsheet does.
    fn read(report: &Report) -> Vec<Vec<String>> {
        let bytes = table(report);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&text.as_bytes()[3..]);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_place_has_a_line_of_its_own() {
        let mut report = Report::default();
        for row in 2..477 {
            let problem = Position::new("municipalities.csv", row).problem("code", "コードではありません。");
            report.add(problem.value("11002").suggestion(["011002".to_owned()]).allowed("6桁の数字"));
        }
        report.add(Problem::new("a.xlsx", "空欄です。").at(Place::cell("事例", (4, 2))));
        let rows = read(&report);
        assert_eq!(rows[0], HEADER);
        assert_eq!(rows.len(), 1 + 475 + 1);
        assert_eq!(rows[1][1..4], ["1", "475", "municipalities.csv"]);
        assert_eq!(rows[1][6..], ["2", "code", "", "コードではありません。", "11002", "011002", "6桁の数字"]);
        assert_eq!(rows[476][3..7], ["a.xlsx", "事例", "C5", "5"]);
    }

    #[test]
    fn no_cell_is_a_formula_or_commands_a_terminal() {
        let mut report = Report::default();
        let place = Position::new("=cmd.csv", 2);
        report.add(
            place.problem("@a", "だめです。").value("=HYPERLINK(\"x\")\u{1b}[31m\n2行目,\"").advice("+1"),
        );
        report.note("-1+1");
        for cell in read(&report).iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            assert!(!cell.contains(['\u{1b}', '\n']), "{cell}");
        }
    }

    #[test]
    fn a_clean_run_says_so() {
        let rows = read(&Report::default());
        assert_eq!(rows.len(), 2);
        assert!(rows[1].contains(&"問題はありません。".to_owned()));
    }
}
