//! The heads of a sheet: which of its columns is which of the table.

use std::collections::BTreeMap;

use super::super::book::{Found, Raw};
use crate::problem::{Place, Problem, Report};

/// A column to be found on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub name: &'static str,
    pub ja: &'static str,
    /// Every row has something in it.
    pub required: bool,
}

/// The places of the columns.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    /// Those of the table, in its order; none for one that the sheet lacks.
    pub order: Vec<Option<u32>>,
    /// The words above all columns.
    pub words: BTreeMap<u32, String>,
    /// The number of the first rows that are heads.
    pub rows: usize,
}

/// Finds the two rows of heads, of which one may be deleted. Reports what they lack, and rows above them.
pub fn settle(
    early: &[Vec<Found>],
    heads: &[Head],
    book: &str,
    sheet: &'static str,
    report: &mut Report,
) -> Heads {
    let places: Vec<Vec<Option<u32>>> = early.iter().map(|cells| places(cells, heads)).collect();
    let are_heads =
        |at: usize| places.get(at).is_some_and(|row| row.iter().flatten().count() * 2 >= heads.len().min(4));
    let found = (0..early.len()).find(|at| are_heads(*at)).unwrap_or(0);
    // Above technical names stand words, whatever these are now.
    let is_technical = |cell: &Found| heads.iter().any(|head| text(cell) == head.name);
    let is_below_words = found == 1 && early.get(found).is_some_and(|cells| cells.iter().any(is_technical));
    let first = if is_below_words { 0 } else { found };
    let last = if are_heads(first + 1) { first + 1 } else { first };
    let row = early.get(first).and_then(|cells| cells.first()).map_or(0, |cell| cell.at.0);
    if first > 0 {
        report.add(
            Problem::new(book, "見出しの上に、ほかの行があります。")
                .at(Place::cell(sheet, (row, 0)))
                .advice("この行が1行目になるように、見出しより上の行を削除してください。"),
        );
    }
    let mut order = vec![None; heads.len()];
    for places in places.iter().take(last + 1).skip(first) {
        for (column, place) in order.iter_mut().zip(places) {
            // Technical names, which stand below, go before words.
            *column = place.or(*column);
        }
    }
    let mut words = BTreeMap::new();
    for cell in early.iter().take(last + 1).skip(first).rev().flatten() {
        words.insert(cell.at.1, text(cell));
    }
    for (at, head) in heads.iter().enumerate() {
        if let Some(place) = order.get(at).copied().flatten() {
            let rows = early.iter().take(last + 1).skip(first).flatten();
            report_twice(head, place, rows, |at| Place::cell(sheet, at), book, report);
            continue;
        }
        let problem = match renamed(at, &order, &words) {
            Some(place) => {
                if let Some(column) = order.get_mut(at) {
                    *column = Some(place);
                }
                Problem::new(book, "見出しが変わっています。")
                    .at(Place::cell(sheet, (row, place)))
                    .value(words.get(&place).map_or("", String::as_str))
                    .suggestion([head.ja.to_owned()])
                    .advice(format!(
                        "見出しを、1行目は「{}」、2行目は「{}」に戻してください。",
                        head.ja, head.name
                    ))
            }
            None => Problem::new(book, "列がありません。")
                .at(Place::sheet(sheet))
                .column(format!("{}（{}）", head.ja, head.name))
                .advice("消した列は、もう一度書き出したワークブックから戻せます。見出しは、1行目と2行目をもとのままにしてください。"),
        };
        report.add(problem);
    }
    Heads { order, words, rows: last + 1 }
}

/// Reports another column under a head of the table: nobody knows which of the two is meant.
fn report_twice<'a>(
    head: &Head,
    place: u32,
    rows: impl Iterator<Item = &'a Found>,
    at: impl Fn((u32, u32)) -> Place,
    book: &str,
    report: &mut Report,
) {
    let mut others =
        rows.filter(|cell| cell.at.1 != place && [head.name, head.ja].contains(&text(cell).as_str()));
    let Some(other) = others.next() else { return };
    let letters = |column: u32| at((0, column)).letters().unwrap_or_default();
    report.add(
        Problem::new(book, format!("見出し「{}」の列が二つあります（{}列と{}列）。", head.ja, letters(place), letters(other.at.1)))
            .at(at(other.at))
            .value(text(other))
            .advice("一方の列を削除してください。別のことを書いた列なら、見出しを変えてください（表の列ではないものは読みません）。"),
    );
}

fn text(found: &Found) -> String {
    match &found.raw {
        Raw::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

fn places(cells: &[Found], heads: &[Head]) -> Vec<Option<u32>> {
    let find = |word: &str| cells.iter().find(|cell| text(cell) == word).map(|cell| cell.at.1);
    heads.iter().map(|head| find(head.name).or_else(|| find(head.ja))).collect()
}

/// Finds the one column that stands where a missing one should, under a head that nobody knows.
fn renamed(at: usize, order: &[Option<u32>], words: &BTreeMap<u32, String>) -> Option<u32> {
    let before = order.iter().take(at).rev().flatten().next().copied();
    let after = order.iter().skip(at + 1).flatten().next().copied();
    let strangers = words.keys().copied().filter(|place| !order.contains(&Some(*place)));
    let between = strangers.filter(|place| {
        before.is_none_or(|before| *place > before) && after.is_none_or(|after| *place < after)
    });
    let between: Vec<u32> = between.take(2).collect();
    match between.as_slice() {
        [one] if after.is_some() || before.is_some_and(|before| *one == before + 1) => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(row: u32, texts: &[&str]) -> Vec<Found> {
        let cell = |(column, text): (u32, &&str)| Found {
            at: (row, column),
            raw: Raw::Text((*text).to_owned()),
            is_formula: false,
        };
        (0..).zip(texts).map(cell).collect()
    }

    const HEADS: [Head; 3] = [
        Head { name: "code", ja: "コード", required: true },
        Head { name: "name", ja: "名称", required: true },
        Head { name: "kana", ja: "かな", required: false },
    ];

    #[track_caller]
    fn settled(words: &[&str], names: &[&str]) -> (Vec<Option<u32>>, String) {
        let mut report = Report::default();
        let heads = settle(&[row(0, words), row(1, names)], &HEADS, "a.xlsx", "表", &mut report);
        (heads.order, report.to_string())
    }

    #[test]
    fn a_head_that_stands_twice_is_told_once_with_both_columns() {
        for (words, names) in [
            (&["コード", "名称", "かな", "名称"][..], &["code", "name", "kana"][..]),
            (&["コード", "名称", "かな", "名称"], &["code", "name", "kana", "name"]),
            (&["コード", "名称", "かな", ""], &["code", "name", "kana", "name"]),
        ] {
            let (order, told) = settled(words, names);
            assert_eq!(order, [Some(0), Some(1), Some(2)]);
            assert!(told.contains("見出し「名称」の列が二つあります（B列とD列）"), "{told}");
            assert!(told.contains("問題は全部で1件") || !told.contains("2件"), "{told}");
        }
    }

    #[test]
    fn a_head_with_another_name_is_told_by_its_cell_and_read_all_the_same() {
        let (order, told) = settled(&["コード", "呼び名", "かな"], &["code", "x", "kana"]);
        assert_eq!(order, [Some(0), Some(1), Some(2)]);
        assert!(told.contains("シート「表」のB1") && told.contains("「名称」"), "{told}");
    }

    #[test]
    fn rows_above_the_heads_are_one_mistake() {
        let mut report = Report::default();
        let rows = [
            row(0, &["一覧"]),
            row(1, &["作成", "DX推進課"]),
            row(2, &["コード", "名称", "かな"]),
            row(3, &["code", "name", "kana"]),
            row(4, &["01", "北海道", "ほっかいどう"]),
        ];
        let heads = settle(&rows, &HEADS, "a.xlsx", "表", &mut report);
        assert_eq!((heads.order, heads.rows), (vec![Some(0), Some(1), Some(2)], 4));
        let told = report.to_string();
        assert!(report.count() == 1 && told.contains("A3") && told.contains("上の行を削除"), "{told}");
    }

    #[test]
    fn words_of_other_heads_above_technical_names_are_renamed_heads() {
        let (order, told) = settled(&["記号", "呼び名", "読み"], &["code", "name", "kana"]);
        assert_eq!((order, told.as_str()), (vec![Some(0), Some(1), Some(2)], ""));
    }

    #[test]
    fn a_column_that_is_gone_is_told_and_none_taken_for_it() {
        let (order, told) = settled(&["コード", "かな", "", "", "メモ"], &["code", "kana", "", "", ""]);
        assert_eq!(order, [Some(0), None, Some(1)]);
        assert!(told.contains("列がありません") && told.contains("名称（name）"), "{told}");
    }
}
