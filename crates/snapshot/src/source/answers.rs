//! `answers.csv`: which prefectures answered the survey that an official snapshot rests on.

use std::path::Path;

use joint_procurement_core::domain::{Date, PrefectureCode, SnapshotKind, SurveyAnswer};

use super::cases::Cases;
use super::columns;
use super::late::tell_late;
use super::row::Row;
use super::settings::SettingsTable;
use super::sheet::Sheet;
use crate::problem::{Fault, Position, Problem, Report, Said};

pub const FILE: &str = columns::ANSWERS.file;
const COLUMNS: &[&str] = columns::ANSWERS.names;

/// The answers with their rows.
pub struct AnswerTable(Vec<(Position, SurveyAnswer)>);

impl AnswerTable {
    /// Reads the table of an official snapshot. Others rest on no survey: there is nothing to read, and a table
    /// is reported.
    pub fn read(folder: &Path, settings: &SettingsTable, report: &mut Report) -> Option<Self> {
        if settings.kind? != SnapshotKind::Official {
            if folder.join(FILE).exists() {
                report.add(
                    Problem::new(FILE, "都道府県への調査によるデータ版（kind が official）だけの表です。")
                        .advice("snapshot.toml の kind を確かめるか、この表を取り除いてください。"),
                );
            }
            return Some(Self(Vec::new()));
        }
        let sheet = Sheet::read(folder, FILE, COLUMNS, report)?;
        let rows: Vec<_> = sheet.rows().filter_map(|row| read_row(&row, settings.as_of, report)).collect();
        tell_late(FILE, |what| settings.problem("as_of", what), report);
        if !report.has_problems_in(FILE)
            && !rows.iter().map(|(_, answer)| answer.prefecture).eq(PrefectureCode::all())
        {
            report.add(
                Problem::new(FILE, "47都道府県が、01から47までコードの順に1行ずつ並んでいません。")
                    .value(format!("{}行", rows.len()))
                    .advice("回答のない都道府県も、answered を no として書いてください。"),
            );
        }
        Some(Self(rows))
    }

    /// Reports prefectures that lead a case and are said not to have answered.
    pub fn check_cases(&self, cases: &Cases, report: &mut Report) {
        for (place, answer) in self.0.iter().filter(|(_, answer)| !answer.answered) {
            let led = cases.cases.iter().find(|case| case.lead_prefecture == answer.prefecture);
            if let Some(case) = led {
                report.add(
                    place
                        .problem("answered", "回答していないのに、この都道府県が代表の事例があります。")
                        .value(&case.id)
                        .allowed("yes")
                        .advice("answered を直すか、cases.jsonl の事例を確かめてください。"),
                );
            }
        }
    }

    pub fn into_answers(self) -> Vec<SurveyAnswer> {
        self.0.into_iter().map(|(_, answer)| answer).collect()
    }
}

fn read_row(row: &Row<'_>, as_of: Option<Date>, report: &mut Report) -> Option<(Position, SurveyAnswer)> {
    let prefecture = row.parsed("prefecture_code", "01から47までの2桁の数字", report);
    let answered = row.text("answered", report).and_then(|text| read_answer(text, row, report));
    let date: Option<Date> = match row.cell("date") {
        "" => None,
        _ => row.parsed("date", "YYYY-MM-DD（実在する日付）、または空欄", report),
    };
    if answered == Some(false) && date.is_some() {
        report.add(row.problem("date", "回答していないのに、回答日があります。").allowed("空欄"));
    }
    if let Some(date) = date.filter(|date| as_of.is_some_and(|as_of| *date > as_of)) {
        let late = row.problem("date", "snapshot.toml の as_of より後の日です。");
        report.hold(FILE, date.to_string(), late.allowed("as_of と同じか、前の日"));
    }
    Some((row.place.clone(), SurveyAnswer { prefecture: prefecture?, answered: answered?, date }))
}

fn read_answer(text: &str, row: &Row<'_>, report: &mut Report) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            let problem = row.problem("answered", Fault::NoWord);
            let meant = super::meant::answer(text, "yes", "no");
            report.add(problem.suggestion(meant).allowed(Said::of_files("yes、no")));
            None
        }
    }
}
