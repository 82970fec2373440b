//! The municipalities that take part.

use joint_procurement_core::domain::{Field, MunicipalityCode, PrefectureCode, Term};

use super::{Directory, Record, Report};
use crate::problem::{Problem, Said};
use crate::source::names::NameFault;
use crate::values::items;

/// Reads the stated number, which is that of the names where there are any.
pub fn read_count(record: &Record, key: &str, report: &mut Report) -> Option<u32> {
    let names = record.value(Field::ParticipantsNames.slug()).and_then(serde_json::Value::as_array);
    let places = names.map_or(0, Vec::len);
    // Several in one place are told there, whichever of the two numbers is stated.
    let several = |name: &serde_json::Value| items(name.as_str()?).candidates().iter().map(Vec::len).max();
    let named: usize = names.into_iter().flatten().map(|name| several(name).unwrap_or(1)).sum();
    let count = record.whole_number(key, report);
    if let Some(count) = count
        && named > 0
        && ![named as u64, places as u64].contains(&count)
    {
        report.add(
            record
                .problem(key, Said::each("participants_names の数と合いません。", "参加自治体の名前の数と合いません。"))
                .allowed(named.to_string())
                .advice(Said::each(
                    "名前に抜けや余分がないか確かめてください。一部の名前しか分からないときは、名前を null にします。",
                    "参加自治体の名前に抜けや余分がないか、確かめてください。一部の団体しか分からないときは、名前を一つも書きません。",
                )),
        );
        return None;
    }
    let count = u32::try_from(count?).ok();
    if count.is_none() {
        report.add(record.problem(key, "大きすぎます。"));
    }
    count
}

/// Reads the names as codes, as far as they are clear; none without a directory.
pub fn read_codes(
    record: &Record,
    key: &str,
    prefectures: &[PrefectureCode],
    directory: Option<Directory<'_>>,
    report: &mut Report,
) -> Vec<MunicipalityCode> {
    if record.value(key).is_some() && record.is_blank(key) {
        report.add(record.problem(key, "空のリストです。").advice(Record::leave_empty("分からないときは")));
    }
    let Some(directory) = directory else { return Vec::new() };
    let mut codes = Vec::new();
    for (number, name) in (1..).zip(record.texts(key, report)) {
        let problem =
            |what: &str| Problem { value: Some(name.to_owned()), ..record.nth_problem(key, number, what) };
        match directory.resolve(name, prefectures) {
            Ok(code) if codes.contains(&code) => {
                report.add(problem("この市区町村が二度あります。").advice("一方を取り除いてください。"));
            }
            Ok(code) => codes.push(code),
            Err(NameFault::Told) => {}
            Err(NameFault::Ambiguous { choices }) => report.add(
                problem("この名前の市区町村が複数あります。")
                    .suggestion(choices.iter().cloned())
                    .allowed(choices.join("、"))
                    .advice("都道府県名を前に付けてください。"),
            ),
            Err(NameFault::Unknown { meant, hints }) => report.add(
                problem("この名前の市区町村が、代表団体と参加都道府県の中にありません。")
                    .suggestion(meant)
                    .allowed("municipalities.csv の name（郡名なし）。都道府県や一部事務組合は含めない")
                    .advice(if hints.is_empty() {
                        "名前と都道府県コードを確かめてください。".to_owned()
                    } else {
                        format!("{}。", hints.join("。"))
                    }),
            ),
        }
    }
    codes
}
