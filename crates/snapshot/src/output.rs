//! The printed output of the program.

use std::fmt;
use std::io::{self, Write};

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
