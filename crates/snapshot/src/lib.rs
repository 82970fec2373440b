//! The maintainers' program `snapshot`: turns the source tables into published snapshots, and refuses
//! what is not right. The only crate that knows the file system.
//!
//! Modules stand in the order in which they may use each other, the lowest first.

mod text;

// Imports read with it, too.
mod values;

mod problem;

mod day;

mod folders;

mod output;
mod progress;
mod reporting;

mod digest;
mod outlines;

mod source;

mod arguments;
mod encode;
mod load;

mod publish;
mod schema;

pub mod build;
pub mod workbook;

pub mod import;

pub mod serve;
pub mod site;
pub mod stats;

pub mod backtest;
pub mod diff;

pub mod demo;

#[cfg(feature = "links")]
pub mod links;

pub mod check;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use self::problem::Report;

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
    Workbook(workbook::Args),
    Import(import::Args),
    Stats(stats::Args),
    Diff(diff::Args),
    Backtest(backtest::Args),
    Demo(demo::Args),
    Site(site::Args),
    Serve(serve::Args),
    #[cfg(feature = "links")]
    Links(links::Args),
}

/// Runs the program and gives its exit code: 1 when anything was wrong, 2 when it was called wrongly.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> ExitCode {
    let parsed = arguments::in_japanese(Arguments::command()).try_get_matches_from(arguments);
    let command = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(Arguments { command }) => command,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            output::print(format_args!("{}", arguments::help(&error)), &mut Report::default());
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
    let mut mistaken = None;
    match &command {
        Command::Build(args) => build::run(args, &mut report),
        Command::Check(args) => check::run(args, &mut report),
        Command::Workbook(args) => workbook::run(args, &mut report),
        Command::Import(args) => import::run(args, &mut report),
        Command::Stats(args) => mistaken = stats::run(args, &mut report).err(),
        Command::Diff(args) => mistaken = diff::run(args, &mut report).err(),
        Command::Backtest(args) => mistaken = backtest::run(args, &mut report).err(),
        Command::Demo(args) => demo::run(args, &mut report),
        Command::Site(args) => site::run(args, &mut report),
        Command::Serve(args) => serve::run(args, &mut report),
        #[cfg(feature = "links")]
        Command::Links(args) => links::run(args, &mut report),
    }
    let file = match &command {
        Command::Build(args) => args.report.file.as_ref().map(|file| (file, "build")),
        Command::Check(args) => args.report.file.as_ref().map(|file| (file, "check")),
        Command::Import(args) => args.report.file.as_ref().map(|file| (file, "import")),
        _ => None,
    };
    if let Some((file, command)) = file {
        reporting::write(file, command, &mut report);
    }
    if let Some(mistake) = mistaken {
        let _ = writeln!(io::stderr(), "{}", arguments::with_help(&mistake));
        return ExitCode::from(2);
    }
    let _ = write!(io::stderr(), "{report}");
    if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
