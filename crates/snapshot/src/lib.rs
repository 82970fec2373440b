//! The maintainers' program `snapshot`: turns the source tables into published snapshots, and refuses
//! what is not right. The only part of the library that knows the file system.

pub mod arguments;
pub mod build;
pub mod check;
pub mod encode;
pub mod load;
pub mod outlines;
pub mod problem;
pub mod publish;
pub mod schema;
pub mod site;
pub mod source;
pub mod stats;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use self::problem::{Problem, Report, io_reason};

/// 共同調達の事例のデータ版を作り、確かめるプログラム
#[derive(clap::Parser, Debug)]
#[command(name = "snapshot", subcommand_required = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Stats(stats::Args),
    Site(site::Args),
}

/// Runs the program and gives its exit code: 1 when anything was wrong, 2 when it was called wrongly.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> ExitCode {
    let parsed = arguments::in_japanese(Arguments::command()).try_get_matches_from(arguments);
    let command = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(Arguments { command }) => command,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            print(format_args!("{}", arguments::help(&error)), &mut Report::default());
            return ExitCode::SUCCESS;
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(io::stderr(), "{}", arguments::help(&error));
            return ExitCode::from(2);
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", arguments::sentence(&error));
            return ExitCode::from(2);
        }
    };
    let mut report = Report::default();
    match &command {
        Command::Build(args) => build::run(args, &mut report),
        Command::Check(args) => check::run(args, &mut report),
        Command::Stats(args) => stats::run(args, &mut report),
        Command::Site(args) => site::run(args, &mut report),
    }
    let _ = write!(io::stderr(), "{report}");
    if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints to standard output. A reader that has gone away (`| head`) is no error, a full disk is.
fn print(text: fmt::Arguments<'_>, report: &mut Report) {
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
