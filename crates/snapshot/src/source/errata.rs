//! `errata.csv`: corrections of what was published. It may have no row.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use joint_procurement_core::domain::{CaseField, CaseId, Date, Errata, Erratum, SCHEMA_VERSION};
use joint_procurement_core::text::{fold, normalize};

use super::cases::{CASE_ID, CaseIds};
use super::columns;
use super::late::check_past;
use super::meant;
use super::row::Row;
use super::sheet::Sheet;
use crate::problem::{Problem, Report, Said};
use crate::values::{AmountUnit, amount, dense};

pub const FILE: &str = columns::ERRATA.file;
const COLUMNS: &[&str] = columns::ERRATA.names;

/// The data that corrections refer to; what is not understood is left out and not referred to.
#[derive(Clone, Copy)]
pub struct Lookups<'a> {
    pub published_at: Option<Date>,
    pub ids: Option<&'a CaseIds>,
}

/// Reads the corrections, the newest first; those of one day in the order of the table.
pub fn read(folder: &Path, references: Lookups<'_>, report: &mut Report) -> Option<Errata> {
    // Folders made for an earlier version of the program do not have it.
    if !folder.join(FILE).exists() {
        report.add(Problem::new(FILE, "正誤情報の表がありません。").allowed(COLUMNS.join(",")).advice(
            format!("正誤情報がまだなければ、この見出しの1行だけを書いたファイル {FILE} を置いてください。"),
        ));
        return None;
    }
    let sheet = Sheet::read_maybe_empty(folder, FILE, COLUMNS, report)?;
    let is_removal = |row: &Row<'_>| row.cell("field") == CaseField::REMOVAL.slug();
    let removed: HashSet<&str> = sheet.rows().filter(is_removal).map(|row| row.cell("case")).collect();
    let mut rows_by_content: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut entries = Vec::new();
    for row in sheet.rows() {
        let content = COLUMNS.iter().map(|column| row.cell(column)).collect();
        if let Some(earlier) = rows_by_content.insert(content, row.place.row) {
            report.add(
                row.problem("date", format!("{earlier}行目と同じ内容です。"))
                    .advice("一方の行を削除してください。"),
            );
        }
        entries.extend(read_row(&row, references, &removed, report));
    }
    if let Some(ids) = references.ids {
        ids.lost.settle(FILE, report);
    }
    entries.sort_by_key(|entry| Reverse(entry.date));
    Some(Errata { schema_version: SCHEMA_VERSION, entries })
}

fn read_row(
    row: &Row<'_>,
    references: Lookups<'_>,
    removed: &HashSet<&str>,
    report: &mut Report,
) -> Option<Erratum> {
    let date = read_date(row, references.published_at, report);
    let field = read_field(row, report);
    // Which of the cases may be named depends on the field.
    let ids = references.ids.filter(|_| field.is_some());
    let case = read_case(row, ids, removed, report);
    check_texts(row, report);
    let reason = row.text("reason", report);
    let url = optional(row, "url", |row| row.web_address("url", report));
    let text = |column| Some(row.cell(column)).filter(|cell| !cell.is_empty()).map(str::to_owned);
    Some(Erratum {
        date: date?,
        case: case?,
        field: field?,
        wrong: text("wrong"),
        right: text("right"),
        reason: reason?.to_owned(),
        url: url?,
    })
}

/// Gives `Some(None)` for an empty cell, `None` for one that cannot be read.
fn optional<'a, T>(
    row: &Row<'a>,
    column: &str,
    read: impl FnOnce(&Row<'a>) -> Option<T>,
) -> Option<Option<T>> {
    if row.cell(column).is_empty() { Some(None) } else { read(row).map(Some) }
}

fn read_date(row: &Row<'_>, published_at: Option<Date>, report: &mut Report) -> Option<Date> {
    let date = row.day("date", report)?;
    if let Some(published_at) = published_at {
        check_past(date, published_at, |what| row.problem("date", what), report);
    }
    Some(date)
}

fn read_field(row: &Row<'_>, report: &mut Report) -> Option<Option<CaseField>> {
    let cell = row.cell("field");
    let field = CaseField::from_slug(cell);
    if field.is_none() && !cell.is_empty() {
        report.add(
            row.problem("field", "項目の名前ではありません。")
                .suggestion(meant::word(cell, CaseField::all().map(CaseField::slug), &[]))
                .allowed(Said::each(
                    "cases.jsonl の項目名（id を除く。例 vendor）、removal（事例の削除）、または空欄",
                    "一覧の語のどれか、「事例の削除」、または空欄",
                )),
        );
        return None;
    }
    Some(field)
}

/// Reads the case of the row: published, or removed as another row tells.
fn read_case(
    row: &Row<'_>,
    ids: Option<&CaseIds>,
    removed: &HashSet<&str>,
    report: &mut Report,
) -> Option<Option<CaseId>> {
    let is_removal = row.cell("field") == CaseField::REMOVAL.slug();
    let Some(id) = optional(row, "case", |row| row.parsed::<CaseId>("case", CASE_ID, report))? else {
        if is_removal {
            report.add(row.problem("case", "削除した事例の id がありません。").allowed(CASE_ID));
        }
        return Some(None);
    };
    let Some(ids) = ids else { return Some(Some(id)) };
    let is_published = ids.published.contains(id.as_str());
    if is_removal && is_published {
        report.add(
            row.problem("case", "削除したはずの事例が cases.jsonl にあります。")
                .advice("id を確かめてください。再び掲載した事例なら、この行を削除してください。"),
        );
    } else if !is_published && !removed.contains(id.as_str()) {
        let unknown = row
            .problem("case", "cases.jsonl にない id です。")
            .suggestion(meant::word(id.as_str(), ids.published.iter().map(String::as_str), &[]))
            .allowed("cases.jsonl の id のどれか、または空欄")
            .advice(Said::each(
                "id を確かめてください。削除した事例なら、field が removal の行も加えてください。",
                "id を確かめてください。削除した事例なら、項目が「事例の削除」の行も加えてください。",
            ));
        report.hold(FILE, id.as_str(), unknown);
    }
    Some(Some(id))
}

/// Tells if two texts differ only in widths, blanks or the way in which a number is written.
fn is_same(wrong: &str, right: &str) -> bool {
    let folded = |text: &str| fold(&dense(text), normalize);
    let yen = |text: &str| amount(text, AmountUnit::Yen).sure();
    !wrong.is_empty()
        && (folded(wrong) == folded(right) || yen(wrong).is_some_and(|yen_of| Some(yen_of) == yen(right)))
}

/// Checks what was and what is now: at least one of them, and not the same.
fn check_texts(row: &Row<'_>, report: &mut Report) {
    let (wrong, right) = (row.cell("wrong"), row.cell("right"));
    // Only what was published may have been a word for nothing.
    if !right.is_empty() && row.stated("right", report).is_none() {
        return;
    }
    if wrong.is_empty() && right.is_empty() {
        report.add(
            row.problem("wrong", "wrong と right がどちらも空欄です。")
                .advice("誤っていた内容と正しい内容を書いてください。値がなかったほうは空欄にします。"),
        );
    } else if wrong == right {
        report.add(row.problem("right", "wrong と同じです。").advice("正しい内容を書いてください。"));
    } else if !right.is_empty() && row.cell("field") == CaseField::REMOVAL.slug() {
        report.add(
            row.problem("right", "事例の削除では空欄にします。").advice(
                "削除した事例の名前を wrong に、理由を reason に書いて、right を空欄にしてください。",
            ),
        );
    } else if is_same(wrong, right) {
        report.note(format!(
            "{FILE}： {}行目の wrong「{wrong}」と right「{right}」は、書き方が違うだけで、同じもののようです。写し間違いでないか確かめてください。",
            row.place.row
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::keys;
    use super::*;

    #[test]
    fn whatever_a_case_states_can_be_corrected() {
        let others: Vec<&str> =
            keys().into_iter().filter(|key| CaseField::from_slug(key).is_none()).collect();
        // Ids stand in shared links and are never changed. Evidence says nothing of the case itself.
        assert_eq!(others, ["id", "evidence"]);
        assert_eq!(CaseField::all().count(), keys().len() - 1, "and removal");
    }
}
