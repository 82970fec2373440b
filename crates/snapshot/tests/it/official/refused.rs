//! Tables of a survey that cannot be published as they are.

use super::{ANSWERS, CASES, workshop};
use crate::program::Workshop;
use crate::snapshot_build::assert_refused;

fn refused(workshop: &Workshop, expected: &[&str]) {
    assert_refused(workshop, &workshop.build(), expected);
}

#[test]
fn who_answered_must_be_told_of_every_prefecture() {
    let survey = workshop();
    survey.write("answers.csv", ANSWERS.replace("13,yes,2026-09-14\n", ""));
    refused(&survey, &["answers.csv", "47都道府県が", "46行"]);
    let survey = workshop();
    std::fs::remove_file(survey.file("answers.csv")).unwrap();
    refused(&survey, &["answers.csv"]);
}

#[test]
fn answers_that_contradict_the_cases_are_told() {
    let survey = workshop();
    survey.write("answers.csv", ANSWERS.replace("31,yes,2026-09-04", "31,no,"));
    refused(&survey, &["answers.csv", "32行目 answered", "31-gis-2025"]);
}

#[test]
fn answers_of_another_form_are_told() {
    for (wrong, expected) in [
        ("31,はい,2026-09-04", "使える語ではありません"),
        ("31,yes,2026-09-31", "YYYY-MM-DD"),
        ("31,yes,2026-10-01", "as_of より後の日"),
        ("31,,", "空欄"),
        ("99,yes,2026-09-04", "01から47"),
    ] {
        let survey = workshop();
        survey.write("answers.csv", ANSWERS.replace("31,yes,2026-09-04", wrong));
        refused(&survey, &["answers.csv", "32行目", expected]);
    }
    let survey = workshop();
    survey.write("answers.csv", ANSWERS.replace("02,no,", "02,no,2026-09-04"));
    refused(&survey, &["3行目 date", "回答していないのに、回答日があります"]);
}

#[test]
fn a_person_is_no_contact() {
    for (wrong, expected) in [
        ("090-1234-5678", "個人の携帯電話やメールアドレスは載せられません"),
        ("011-000-0000 見本", "部署の連絡先として正しい形ではありません"),
    ] {
        let survey = workshop();
        survey.write("cases.jsonl", CASES.replacen("011-000-0001", wrong, 1));
        refused(&survey, &["contact_telephone", expected]);
    }
    let survey = workshop();
    survey.write("cases.jsonl", CASES.replacen("dx@pref.example.lg.jp", "taro@example.com", 1));
    refused(&survey, &["contact_email", "部署の連絡先として正しい形ではありません"]);
    let survey = workshop();
    survey.write("cases.jsonl", CASES.replacen("見本部契約課", "見本部契約課 011-000-0001", 1));
    refused(&survey, &["contact_department", "電話番号のような数字"]);
}

#[test]
fn what_only_a_survey_may_publish_is_refused_of_public_pages() {
    let survey = workshop();
    survey.replace("snapshot.toml", "kind = \"official\"", "kind = \"compiled\"");
    refused(
        &survey,
        &[
            "■ answers.csv",
            "都道府県への調査によるデータ版（kind が official）だけの表です",
            "contact_telephone",
            "（01-digital-library-2023）",
            "contact_email",
            "sources ： 出典がありません",
        ],
    );
}
