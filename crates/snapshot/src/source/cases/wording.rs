//! Names of a case, and texts that are made of words.

use super::{Record, Report};
use crate::text::form_faults;
use crate::values::answer;

/// Reads a name, which has letters and is no address.
pub fn read_name(record: &Record, key: &str, report: &mut Report) -> Option<String> {
    let name = record.text(key, report)?;
    check_name(record, key, name, report).then(|| name.to_owned())
}

/// Reads a name that must be stated.
pub fn read_required_name(record: &Record, key: &str, report: &mut Report) -> Option<String> {
    let name = record.required_text(key, report)?;
    // Whatever else is wrong, the rest of the case is checked with it.
    check_name(record, key, name, report);
    Some(name.to_owned())
}

/// Reads a text, which has letters.
pub fn read(record: &Record, key: &str, report: &mut Report) -> Option<String> {
    let text = record.text(key, report)?;
    has_words(record, key, text, report).then(|| text.to_owned())
}

fn check_name(record: &Record, key: &str, name: &str, report: &mut Report) -> bool {
    // Remains of other programs are told as such.
    if !form_faults(name).is_empty() {
        return true;
    }
    let is_address = name.contains("://") || name.to_lowercase().starts_with("www.");
    if is_address {
        let problem = record.problem(key, "名前に URL が書かれています。");
        report.add(problem.advice("名前だけを書いてください。ページは、出典か参考文書に書きます。"));
        return false;
    }
    has_words(record, key, name, report)
}

fn has_words(record: &Record, key: &str, text: &str, report: &mut Report) -> bool {
    // One Latin letter may be a name.
    if text.len() > 1 && answer(text).sure().is_some() {
        let problem = record.problem(key, "はい・いいえの答えで、内容が書かれていません。");
        report.add(problem.advice(Record::leave_empty("内容を言葉で書いてください。分からないときは")));
        return false;
    }
    let has_words = text.contains(char::is_alphabetic) || !form_faults(text).is_empty();
    if !has_words {
        let problem = record.problem(key, "数や記号だけで、言葉がありません。");
        report.add(
            problem.advice(Record::leave_empty("ほかの列の値でないか、確かめてください。分からないときは")),
        );
    }
    has_words
}
