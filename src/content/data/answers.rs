//! The answers of the prefectures to the survey that the data rest on.

use joint_procurement_core::domain::{Prefecture, Snapshot, SurveyAnswer, Term};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::PrefectureFigures;

use crate::content::prefecture::{count_cell, led_by, unknown};
use crate::content::{Block, Cell, Column, Link, Section, Table, Text};
use crate::words;

/// Lists who answered and when; nothing where there was no survey.
pub(super) fn answers(snapshot: &Snapshot) -> Option<Block> {
    if snapshot.prefectures.answers.is_empty() {
        return None;
    }
    let rows = snapshot.prefectures.prefectures.iter().map(|it| row(snapshot, it)).collect();
    let answered = snapshot.prefectures.answered();
    let table = Table {
        id: "answers-table".to_owned(),
        caption: words::data::ANSWERS.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::PREFECTURE),
            Column::text(words::data::ANSWER),
            Column::text(words::data::ANSWER_DATE),
            Column::number(words::prefectures::LED),
        ],
        rows,
        file_name: format!("{}_{}", words::data::ANSWERS, snapshot.meta.id),
    };
    Some(Block::Section(Section {
        id: "answers".to_owned(),
        heading: words::data::ANSWERS.to_owned(),
        lead: words::data::answers_lead(answered).into(),
        blocks: vec![Block::Table(table)],
        ..Section::default()
    }))
}

fn row(snapshot: &Snapshot, prefecture: &Prefecture) -> Vec<Cell> {
    let code = prefecture.code;
    let led = PrefectureFigures::of(snapshot, code).led.total;
    vec![
        Cell::new(Link::new(Route::Prefecture(code), &prefecture.name)),
        Cell::new(answer(snapshot, prefecture)),
        Cell::new(date(snapshot.prefectures.answer(code))),
        count_cell(led, led_by(code), snapshot.absent(code).ja()),
    ]
}

/// Says if a prefecture answered.
pub(in crate::content) fn answer(snapshot: &Snapshot, prefecture: &Prefecture) -> Text {
    match snapshot.prefectures.answer(prefecture.code) {
        Some(SurveyAnswer { answered: true, .. }) => words::data::ANSWERED.into(),
        _ => unknown(words::data::NOT_ANSWERED).into(),
    }
}

fn date(answer: Option<SurveyAnswer>) -> Text {
    match answer {
        Some(SurveyAnswer { date: Some(date), .. }) => words::date(date).into(),
        Some(SurveyAnswer { answered: true, date: None, .. }) => unknown(words::data::DATE_UNKNOWN).into(),
        _ => words::data::NO_DATE.into(),
    }
}
