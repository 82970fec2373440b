//! Rows of a table that are no cases: totals and notes between or below them.

use super::super::book::Raw;
use super::super::sheet::BELOW;
use super::file::Mapping;
use super::find::SheetRead;
use super::header::key;
use crate::problem::{Problem, Report};

/// Takes out the rows that are no cases. Those of which the mapping knows are noted, others reported.
pub(super) fn cases_of(file: &str, sheet: &SheetRead, mapping: &Mapping, report: &mut Report) -> Vec<u32> {
    let mut cases = Vec::new();
    let mut skipped = Vec::new();
    for (row, cells) in sheet.grid.rows.iter().filter(|(row, _)| *row > sheet.header.last) {
        let first = cells.iter().find_map(|(column, raw)| match raw {
            Raw::Text(text) if !text.trim().is_empty() => Some((*column, text.trim())),
            Raw::Text(_) => None,
            // A number is none of the words.
            _ => Some((*column, "")),
        });
        let Some((column, text)) = first else { continue };
        if mapping.skip.iter().any(|word| key(text).starts_with(&key(word))) {
            skipped.push(*row);
        } else if is_below(text) || sums_up(sheet, cells) {
            let problem = Problem::new(file, "事例の行ではないようです（合計や注記）。");
            let problem = problem.at(sheet.grid.place((*row, column))).value(text);
            report.add(problem.advice(
                "行を削除するか、対応表の [table] に skip = [\"合計\"] のように、読まない行の始まりの語を書いてください。",
            ));
        } else {
            cases.push(*row);
        }
    }
    if let Some(first) = skipped.first() {
        let rest = if skipped.len() > 1 { "など" } else { "" };
        let place = sheet.grid.row_place(*first);
        let count = skipped.len();
        report.note(format!("対応表の skip にある語で始まる{count}行（{place}{rest}）は読みませんでした。"));
    }
    cases
}

/// Tells if a row has a word for a sum where cases have their title. Its prefecture may stand before it.
fn sums_up(sheet: &SheetRead, cells: &[(u32, Raw)]) -> bool {
    const SUMS: [&str; 6] = ["計", "合計", "小計", "総計", "県計", "累計"];
    let is_title = |at: usize| sheet.targets.get(at).is_some_and(|target| target.to.key() == "title");
    let column = sheet.columns.iter().find(|(at, _)| is_title(*at)).map(|(_, column)| *column);
    let title = cells.iter().find(|(at, _)| Some(*at) == column);
    let Some((_, Raw::Text(title))) = title else { return false };
    let title = key(title);
    let bare = title.split('(').next().unwrap_or_default();
    SUMS.contains(&bare)
}

/// Tells if a text begins a row that sums up or explains. A number or brackets may stand behind the word.
fn is_below(text: &str) -> bool {
    let is_end = |rest: &str| {
        let next = rest.chars().next();
        next.is_none_or(|it| it.is_whitespace() || it.is_numeric() || "（(:：・、。／/".contains(it))
    };
    BELOW.iter().any(|word| {
        let is_word = word.chars().all(char::is_alphabetic);
        text.strip_prefix(word).is_some_and(|rest| !is_word || is_end(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_notes_are_told_from_names_that_begin_alike() {
        for text in [
            "合計",
            "計",
            "合計（47件）",
            "総計 12",
            "計12件",
            "※ 回答のまま",
            "（注）費用は税込み",
            "備考：なし",
        ] {
            assert!(is_below(text), "{text}");
        }
        for text in ["計量システム", "合計画面の改修", "平均寿命の調査", "鳥取県", "以上児保育システム", ""]
        {
            assert!(!is_below(text), "{text}");
        }
    }
}
