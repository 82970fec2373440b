//! Whatever is told as meant is accepted in the place of what was told to be wrong.

use joint_procurement_core::domain::{
    CaseField, CaseId, CostBasis, DocumentKind, Domain, Field, Form, IntroducedKind, JoinAnswer, JointBuying,
    LeadKind, LinkState, MissingReason, MunicipalityCode, MunicipalityKind, PrefectureCode, PrefectureShare,
    ProcurementMethod, SavingKind, SavingOf, Scope, Slug, SnapshotKind, SourceClass, Status, Term,
    WebAddress,
};
use joint_procurement_core::domain::{Date, YearMonth};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Day, Month};
use crate::problem::{Position, Report};
use crate::source::record::Record;
use crate::source::row::Row;

/// Dates, numbers and amounts as people write them, words with a slip, and whatever else there is.
fn written() -> impl Strategy<Value = String> {
    let words: Vec<&str> = words();
    let slip = (prop::sample::select(words), 0_usize..12, "[ぁ-ん一-龠a-z中済額]?", 0_usize..4);
    prop_oneof![
        "(20|19|H|R|令和|平成|昭和)?[0-9]{1,4}[年/.-]?[0-9]{0,2}[月/.-]?[0-9]{0,2}(日|末|頃|上旬|度)?",
        "(約|全)?[0-9]{1,4}(,000)?([.][0-9])?[千万億]?(円|人|団体|市町|年|か月|%|割)?(以上|程度|未満)?",
        "[0-9]{1,4}(〜|-)[0-9]{1,5}(万円|人)?",
        "[0-9]{4,7}",
        "[a-z0-9]{1,3}[-_ ][a-zA-Z]{1,8}[-_ ][0-9]{1,4}",
        "(https:/|www|HTTP://|ttps://)?/?[a-zA-Z]{1,5}[.]jp(/[a-z]{0,3})?",
        slip.prop_map(|(word, at, letter, how)| slipped(word, at, &letter, how)),
        "\\PC{0,6}",
    ]
}

/// Leaves a letter of a word out, doubles it, puts another in its place, or adds one at the end.
fn slipped(word: &str, at: usize, letter: &str, how: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let (before, after) = letters.split_at(at.min(letters.len()));
    let before: String = before.iter().collect();
    let after: String = after.iter().collect();
    let rest: String = after.chars().skip(1).collect();
    match how {
        0 => before + &rest,
        1 => before + &after.chars().take(1).collect::<String>() + &after,
        2 => before + letter + &rest,
        _ => before + &after + letter,
    }
}

fn of<T: Term>() -> impl Iterator<Item = &'static str> {
    T::ALL.iter().flat_map(|term| [term.ja(), term.slug()])
}

fn words() -> Vec<&'static str> {
    let aliases = super::ALIASES.iter().flat_map(|(one, other)| [*one, *other]);
    let places = of::<Domain>().chain(of::<Scope>()).chain(of::<LeadKind>()).chain(of::<Form>());
    let states = of::<Status>().chain(of::<CostBasis>()).chain(of::<IntroducedKind>());
    let ways = of::<ProcurementMethod>().chain(of::<PrefectureShare>()).chain(of::<JoinAnswer>());
    let pages = of::<DocumentKind>().chain(of::<SourceClass>()).chain(of::<LinkState>());
    let others = of::<SavingOf>().chain(of::<SavingKind>()).chain(of::<MissingReason>());
    let rest = of::<SnapshotKind>().chain(of::<MunicipalityKind>()).chain(of::<JointBuying>());
    aliases.chain(places).chain(states).chain(ways).chain(pages).chain(others).chain(rest).collect()
}

/// Takes a value of which only the problems count.
fn unused<T>(_: T) {}

/// Gives what a report tells as meant.
fn meant(report: &Report) -> Vec<String> {
    let groups = report.files().iter().flat_map(|file| file.groups());
    groups
        .flat_map(|group| group.problems().into_iter().cloned().collect::<Vec<_>>())
        .flat_map(|it| it.suggestion)
        .collect()
}

/// Reads a value of a key, and then whatever is told as meant.
#[track_caller]
fn check(key: &str, value: &Value, read: impl Fn(&Record, &mut Report)) {
    let told = |value: &Value| {
        let mut report = Report::default();
        let line = json!({ key: value }).to_string();
        let record = Record::parse(&line, Position::new("a.jsonl", 1), "id", &mut report).unwrap();
        read(&record, &mut report);
        report
    };
    for meant in meant(&told(value)) {
        // Numbers, answers and lists are told as JSON has them, texts as they are.
        let values = [serde_json::from_str(&meant).ok(), Some(Value::from(meant.as_str()))];
        let is_accepted = values.into_iter().flatten().any(|value| told(&value).is_clean());
        assert!(is_accepted, "{key} {value}: {meant}");
    }
}

macro_rules! check_words {
    ($value:expr, $($term:ty),+) => {
        $(
            check("word", $value, |record, report| unused(record.word::<$term>("word", report)));
            check("slug", $value, |record, report| unused(record.slug::<$term>("slug", report)));
        )+
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_word_that_is_told_is_one_of_the_vocabulary(text in written()) {
        let value = &Value::from(text);
        check_words!(
            value, Domain, Scope, LeadKind, Form, Status, CostBasis, IntroducedKind, ProcurementMethod,
            PrefectureShare, JoinAnswer, DocumentKind, SourceClass, LinkState, SavingOf, SavingKind, MissingReason,
            SnapshotKind, MunicipalityKind, JointBuying
        );
    }

    #[test]
    fn a_form_that_is_told_is_one_that_the_key_takes(text in written()) {
        let value = &Value::from(text.as_str());
        check("date", value, |record, report| unused(record.parsed::<Date>("date", "", report)));
        check("day", value, |record, report| unused(record.parsed_or::<Day, Day>("day", "", report).map(|day| day.0)));
        check("at", value, |record, report| unused(record.parsed::<YearMonth>("at", "", report)));
        check("month", value, |record, report| unused(record.parsed_or::<Month, Month>("month", "", report)));
        check("id", value, |record, report| unused(record.parsed::<CaseId>("id", "", report)));
        check("key", value, |record, report| unused(record.parsed::<Slug>("key", "", report)));
        check("code", value, |record, report| unused(record.parsed::<PrefectureCode>("code", "", report)));
        check("place", value, |record, report| unused(record.parsed::<MunicipalityCode>("place", "", report)));
        check("url", value, |record, report| unused(record.parsed::<WebAddress>("url", "", report)));
        check("count", value, |record, report| unused(record.whole_number("count", report)));
        check("yen", value, |record, report| unused(record.amount("yen", report)));
        check("is_it", value, |record, report| unused(record.yes_or_no("is_it", report)));
        check("list", value, |record, report| unused(record.texts("list", report)));
        for key in ["period_years", "percent"] {
            check(key, value, |record, report| unused(record.number(key, 0.0, 100.0, "", report)));
        }
    }

    #[test]
    fn a_cell_of_a_table_takes_what_is_told(text in written()) {
        let read = |text: &str, column: &str| {
            let (place, cells) = (Position::new("a.csv", 2), [text.to_owned()]);
            let row = Row { columns: &["cell"], place: &place, cells: &cells };
            let mut report = Report::default();
            match column {
                "day" => unused(row.day("cell", &mut report)),
                "date" => unused(row.parsed::<Date>("cell", "", &mut report)),
                "code" => unused(row.parsed::<MunicipalityCode>("cell", "", &mut report)),
                "count" => unused(row.count("cell", &mut report)),
                "positive" => unused(row.positive("cell", &mut report)),
                "kana" => unused(row.hiragana("cell", &mut report)),
                _ => unused(row.web_address("cell", &mut report)),
            }
            report
        };
        for column in ["day", "date", "code", "count", "positive", "kana", "url"] {
            for meant in meant(&read(&text, column)) {
                prop_assert!(read(&meant, column).is_clean(), "{} {}: {}", column, text, meant);
            }
        }
    }

    #[test]
    fn a_field_that_is_told_is_one(text in written()) {
        let names: Vec<&str> = CaseField::all().map(CaseField::slug).chain(Field::ALL.iter().map(|it| it.slug())).collect();
        if let Some(meant) = super::nearest_word(&text, names.iter().copied()) {
            prop_assert!(names.contains(&meant.as_str()) && meant != text);
        }
    }
}
