//! A table in a text file: its encoding, the mark between its cells, its quotation marks.

use std::path::Path;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

use super::super::book::Raw;
use super::grid::Grid;
use crate::problem::{Problem, Report, io_reason};

/// The marks that programs write between cells, with their names. The first is the usual one.
const MARKS: [(u8, &str); 3] = [(b',', "コンマ"), (b'\t', "タブ"), (b';', "セミコロン（;）")];
/// The rows by which the mark is known.
const SEEN: usize = 30;

/// Reads a text file; `None` after reporting why it cannot be read.
pub fn read(path: &Path, report: &mut Report) -> Option<Grid> {
    let name = super::super::mapped::file_name(path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            report.add(
                Problem::new(name, format!("読めません。{}。", io_reason(&error))).value(path.display()),
            );
            return None;
        }
    };
    let encoding = encoding_of(&bytes);
    let (text, _, is_broken) = encoding.decode(&bytes);
    if is_broken || text.contains('\0') {
        report.add(
            Problem::new(name, "文字として読めないところがあります。")
                .allowed("Excel のワークブック（.xlsx）、UTF-8 か Shift_JIS のCSVファイル")
                .advice("Excel では「名前を付けて保存」で「CSV UTF-8」を選んで保存し直してください。"),
        );
        return None;
    }
    if encoding != UTF_8 {
        report.note(format!("{name} は、文字コード {} として読みました。", encoding.name()));
    }
    // The reader counts the line of a record from before the second half of CRLF.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (mark, word) = mark(&text);
    if mark != b',' {
        report.note(format!("{name} は、{word}で区切られた表として読みました。"));
    }
    if let Some(line) = misquoted(&text, mark) {
        let found = text.lines().nth(line - 1).unwrap_or_default();
        let found: String = found.chars().take(60).collect();
        report.add(
            Problem::new(name, "ここで始まる引用符（\"）が、値の終わりで閉じられていません。後の行までが一つの値になります。")
                .row(line)
                .value(found)
                .allowed("値の始めと終わりの引用符。値の中の \" は \"\" と二つ書きます")
                .advice("この値の引用符を閉じるか、取り除いてください。"),
        );
        return None;
    }
    Some(grid(&text, mark))
}

fn grid(text: &str, mark: u8) -> Grid {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for record in reader.records().filter_map(Result::ok) {
        let line = record.position().map_or(0, |position| position.line().saturating_sub(1));
        let cells: Vec<(u32, Raw)> = (0..)
            .zip(&record)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(column, cell)| (column, Raw::Text(cell.to_owned())))
            .collect();
        if !cells.is_empty() {
            grid.rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells));
        }
    }
    grid
}

/// Tells the encoding of a text: that of its mark, UTF-8 where it is valid, else Shift_JIS. Excel for Japanese saves in
/// the last.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => SHIFT_JIS,
    }
}

/// Tells the mark between cells: the one that divides most of the first rows into as many cells.
fn mark(text: &str) -> (u8, &'static str) {
    let score = |mark: u8| {
        let counts: Vec<usize> =
            text.lines().take(SEEN).map(|line| outside(line).filter(|byte| *byte == mark).count()).collect();
        let alike = |count: &usize| counts.iter().filter(|it| *it == count).count();
        counts.iter().filter(|count| **count > 0).map(alike).max().unwrap_or(0)
    };
    let [usual, others @ ..] = MARKS;
    let (_, best) = others.into_iter().fold((score(usual.0), usual), |(most, best), next| {
        let found = score(next.0);
        if found > most { (found, next) } else { (most, best) }
    });
    best
}

/// Gives the bytes that stand outside quotation marks.
fn outside(line: &str) -> impl Iterator<Item = u8> {
    let mut is_inside = false;
    line.bytes().filter(move |byte| {
        is_inside ^= *byte == b'"';
        !is_inside
    })
}

/// Finds the line, counted from 1, in which a quotation mark opens that is closed nowhere, or amid a value.
fn misquoted(text: &str, mark: u8) -> Option<usize> {
    let (mut line, mut opened) = (1, None);
    let mut is_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        match opened {
            None if byte == b'"' && is_start => opened = Some(line),
            None => is_start = byte == mark || byte == b'\n',
            Some(from) if byte == b'"' => match bytes.peek() {
                Some(b'"') => drop(bytes.next()),
                Some(next) if *next != mark && *next != b'\n' => return Some(from),
                _ => (opened, is_start) = (None, false),
            },
            Some(_) => {}
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_are_counted_alike_whatever_ends_them() {
        let folder = tempfile::tempdir().unwrap();
        for end in ["\n", "\r\n", "\r"] {
            let file = folder.path().join("a.csv");
            std::fs::write(&file, ["a,b", "1,\"2", "3\"", "4,5", ""].join(end)).unwrap();
            let grid = read(&file, &mut Report::default()).unwrap();
            let rows: Vec<u32> = grid.rows.iter().map(|(row, _)| *row).collect();
            assert_eq!(rows, [0, 1, 3], "{end:?}");
            assert_eq!(grid.at((1, 1), false), Some(&Raw::Text("2\n3".to_owned())), "{end:?}");
        }
    }

    #[test]
    fn the_mark_between_cells_is_that_of_most_rows() {
        for (text, expected) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a\tb\tc\n1\t2\t3\n", b'\t'),
            ("表の題\na;b;c\n1;\"2,5\";3\n4;5,5;6\n", b';'),
            // Values of a list.
            ("名,効果\nx,a;b;c\ny,a;b\nz,a;b;c\n", b','),
            ("名,効果\nx,a;b\n", b','),
            ("一列\n1\n", b','),
        ] {
            assert_eq!(mark(text).0, expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_told_where_it_opens() {
        for (text, expected) in [
            ("a,b\n\"1\",2\n", None),
            ("a,b\n\"1\n2\",\"3\"\"\"\n", None),
            // Amid a value it is a letter.
            ("a,b\n5\" x,2\n", None),
            ("a,b\n1,\"2\n3,4\n", Some(2)),
            // The next one that opens would close it.
            ("a,b\n1,\"2\n3,\"4\"\n", Some(2)),
            ("a,b\n\"1\" x,2\n", Some(2)),
            ("a,b\n\"1\"\"\n", Some(2)),
        ] {
            assert_eq!(misquoted(text, b','), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_program_writes_is_rightly_quoted(rows: Vec<[String; 3]>, mark in prop::sample::select(vec![b',', b'\t', b';'])) {
            let mut writer = csv::WriterBuilder::new().delimiter(mark).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap().replace('\r', "");
            prop_assert_eq!(misquoted(&text, mark), None);
        }
    }
}
