//! The printed output of the program.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::problem::{Problem, Report, io_reason};

/// Prints to standard output. A reader that has gone away (`| head`) is no error, a full disk is.
pub fn print(text: fmt::Arguments<'_>, report: &mut Report) {
    let mut out = io::stdout();
    if let Err(error) = out.write_fmt(text).and_then(|()| out.flush())
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        report.add(
            Problem::new("（標準出力）", format!("印刷できません。{}。", io_reason(&error)))
                .advice("出力先を確かめて、もう一度実行してください。"),
        );
    }
}

/// Writes cells in columns of one width each, the first at their beginning, the others at their end.
pub fn columns(lines: &[Vec<String>]) -> String {
    let count = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |place: usize| lines.iter().filter_map(|line| line.get(place)).map(|it| it.width()).max();
    let widths: Vec<usize> = (0..count).map(|place| width(place).unwrap_or_default()).collect();
    let mut text = String::new();
    for line in lines {
        let mut written = String::new();
        for (place, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.width());
            // Writing to a String cannot fail.
            let _ = match place {
                0 => write!(written, "  {cell}{gap}"),
                _ => write!(written, "  {gap}{cell}"),
            };
        }
        text.push_str(written.trim_end());
        text.push('\n');
    }
    text
}
