//! The command line: its help and its mistakes, in Japanese.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use joint_procurement_core::domain::SnapshotId;

use super::source::SNAPSHOT_ID;

/// Reads `--id` and `--snapshot`.
pub fn snapshot_id(text: &str) -> Result<SnapshotId, String> {
    text.parse().map_err(|_| format!("データ版の名前は、{SNAPSHOT_ID}です"))
}

/// Gives the command Japanese headings, for itself and every subcommand.
pub fn in_japanese(command: Command) -> Command {
    let commands = if command.has_subcommands() { "コマンド：\n{subcommands}\n\n" } else { "" };
    let positionals = if command.get_positionals().next().is_some() { "{positionals}\n" } else { "" };
    let command = command
        .subcommand_value_name("コマンド")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(format!(
            "{{about}}\n\n使い方： {{usage}}\n\n{commands}引数：\n{positionals}{{options}}\n"
        ))
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("この説明を見せる"));
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, in_japanese))
}

/// Gives the help text that clap made.
pub fn help(error: &clap::Error) -> String {
    // The only words in a usage line that no setting translates.
    error.to_string().replace("[OPTIONS]", "[引数]")
}

/// Gives the mistake in the command line, as a sentence.
pub fn sentence(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("引数が足りません： {argument}"),
        ErrorKind::UnknownArgument => format!("知らない引数です： {argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("知らないコマンドです： {}", context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "コマンドを指定してください。".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("値がありません： {argument}"),
        ErrorKind::InvalidValue => {
            format!(
                "{argument} に使えない値です： {value}（使える値： {}）",
                context(error, ContextKind::ValidValue)
            )
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("{argument} に使えない値です： {value}（{reason}）")
        }
        ErrorKind::ArgumentConflict => format!("同じ引数が二度あるか、一緒には使えません： {argument}"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("値の数が合いません： {argument}")
        }
        ErrorKind::InvalidUtf8 => "引数が UTF-8 の文字列ではありません。".to_owned(),
        _ => format!("引数が正しくありません： {argument}"),
    };
    with_help(&what)
}

/// Adds to a mistake where the right use is told.
pub fn with_help(what: &str) -> String {
    format!("{what}\n使い方は snapshot --help で見られます。")
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => plain(text),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn plain(text: &StyledStr) -> String {
    text.to_string()
}
