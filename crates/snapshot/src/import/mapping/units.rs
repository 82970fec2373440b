//! Units that a sheet states around its heads, in rows below them, and in a line above the table.

use std::collections::BTreeMap;

use super::super::book::Raw;
use super::grid::Grid;
use super::header::{Header, key, read, unit};
use crate::values::AmountUnit;

/// The levels above the heads in which units are looked for.
const LEVELS_ABOVE: u32 = 2;
/// The units of numbers that are no amounts, as they stand alone in a row below the heads.
const OTHERS: [&str; 18] = [
    "人",
    "千人",
    "万人",
    "百人",
    "名",
    "団体",
    "自治体",
    "市町村",
    "件",
    "年",
    "年度",
    "月",
    "か月",
    "ヶ月",
    "カ月",
    "年月",
    "%",
    "有無",
];
/// Beginnings of a line that tells the unit of all amounts of a table.
const LINES: [&str; 4] = ["単位", "金額は", "金額の単位", "金額単位"];

/// Takes into the heads whatever tells the units, and the rows of units and of numbers below them.
pub fn around(mut header: Header, grid: &Grid) -> Header {
    let first = header.last.saturating_sub(LEVELS_ABOVE);
    let above = read(grid, first, header.last).names;
    let of_table = line_of(grid, header.last);
    let own = header.last;
    let mut below: BTreeMap<u32, String> = BTreeMap::new();
    while let Some(cells) = cells_of(grid, header.last + 1) {
        if is_row_of_units(cells) {
            below.extend(cells.iter().filter_map(|(column, raw)| Some((*column, text_of(raw)?.to_owned()))));
        } else if !is_numbering(cells) {
            break;
        }
        header.last += 1;
        if header.last > own + LEVELS_ABOVE {
            break;
        }
    }
    for (column, name) in &header.names {
        let around = [Some(name), below.get(column), above.get(column), of_table.as_ref()];
        header.units.insert(*column, around.into_iter().flatten().cloned().collect());
    }
    header
}

fn cells_of(grid: &Grid, row: u32) -> Option<&Vec<(u32, Raw)>> {
    grid.rows.iter().find(|(at, _)| *at == row).map(|(_, cells)| cells)
}

fn text_of(raw: &Raw) -> Option<&str> {
    match raw {
        Raw::Text(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

/// Takes brackets and marks away from the ends of a text.
fn bare(text: &str) -> String {
    key(text).trim_matches(|it: char| "()[]【】〔〕<>※*:・".contains(it)).to_owned()
}

/// Finds the line above the first row that tells in which unit all amounts are: （単位：千円）.
fn line_of(grid: &Grid, last: u32) -> Option<String> {
    let cells = grid.rows.iter().take_while(|(row, _)| *row <= last).flat_map(|(_, cells)| cells);
    let mut lines = cells.filter_map(|(_, raw)| text_of(raw)).filter(|text| {
        let text = bare(text);
        let is_unit = AmountUnit::ALL.iter().any(|unit| unit.ja() == text);
        is_unit || LINES.iter().any(|begin| text.starts_with(begin)) && unit_within(&text).is_some()
    });
    lines.next().and_then(|line| unit_within(&key(line))).map(|unit| unit.ja().to_owned())
}

/// Finds the unit that a sentence names; of 千円 and 円 the longer one.
fn unit_within(text: &str) -> Option<AmountUnit> {
    unit(text).or_else(|| AmountUnit::ALL.into_iter().rev().find(|unit| text.contains(unit.ja())))
}

/// Tells if a row has nothing but units.
fn is_row_of_units(cells: &[(u32, Raw)]) -> bool {
    let is_unit = |text: &str| {
        let text = bare(text);
        OTHERS.contains(&text.as_str()) || AmountUnit::ALL.iter().any(|unit| unit.ja() == text)
    };
    let is_blank = |raw: &Raw| matches!(raw, Raw::Text(text) if text.trim().is_empty());
    let mut cells = cells.iter().map(|(_, raw)| raw).filter(|raw| !is_blank(raw)).peekable();
    cells.peek().is_some() && cells.all(|raw| text_of(raw).is_some_and(is_unit))
}

/// Tells if a row numbers the columns: 1, 2, 3 …, or ①, ②, ③.
fn is_numbering(cells: &[(u32, Raw)]) -> bool {
    const FEWEST: usize = 3;
    let number = |raw: &Raw| match raw {
        Raw::Number { value, is_percent: false } => Some(*value),
        Raw::Text(text) => bare(text).parse().ok(),
        _ => None,
    };
    cells.len() >= FEWEST && (1_u32..).zip(cells).all(|(at, (_, raw))| number(raw) == Some(f64::from(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Raw {
        Raw::Text(text.to_owned())
    }

    /// A table with two heads in its second row.
    fn grid(line: &str, below: &[&str]) -> Grid {
        let row = |cells: &[&str]| (0..).zip(cells.iter().map(|it| text(it))).collect::<Vec<_>>();
        let rows = vec![(0, vec![(3, text(line))]), (1, row(&["件名", "初期費用"])), (2, row(below))];
        Grid { rows, ..Grid::default() }
    }

    fn units(grid: &Grid) -> (u32, Option<AmountUnit>) {
        let header = around(read(grid, 1, 1), grid);
        (header.last, header.unit(1))
    }

    #[test]
    fn a_line_above_the_table_tells_the_unit_of_amounts() {
        for line in [
            "（単位：千円）",
            "単位：千円",
            "（単位：千円、人）",
            "単位　千円",
            "金額は千円単位",
            "※金額は千円",
            "千円",
            "(千円)",
            "(単位：千円、税込)",
        ] {
            assert_eq!(units(&grid(line, &["あ", "1"])), (1, Some(AmountUnit::Thousand)), "{line}");
        }
        for line in ["令和5年度の一覧", "費用（千円）の推移", "単位：人", ""] {
            assert_eq!(units(&grid(line, &["あ", "1"])), (1, None), "{line}");
        }
    }

    #[test]
    fn rows_of_units_and_numbers_belong_to_the_heads() {
        assert_eq!(units(&grid("", &["", "(百万円)"])), (2, Some(AmountUnit::Million)));
        assert_eq!(units(&grid("", &["1", "2", "3"])), (2, None));
        assert_eq!(units(&grid("", &["1", "2", "2"])), (1, None));
        assert_eq!(units(&grid("", &["千円", "あ"])), (1, None));
    }
}
