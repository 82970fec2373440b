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
        ErrorKind::UnknownArgument => {
            format!("知らない引数です： {argument}{}", meant(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand);
            format!("知らないコマンドです： {command}{}", meant(error, ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand => "コマンドを指定してください。".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("値がありません： {argument}"),
        ErrorKind::InvalidValue => {
            format!(
                "{argument} に使えない値です： {value}（使える値： {}）{}",
                context(error, ContextKind::ValidValue),
                meant(error, ContextKind::SuggestedValue)
            )
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let reason = reason_in_japanese(&reason).map(|reason| format!("（{reason}）"));
            format!("{argument} に使えない値です： {value}{}", reason.unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => match context(error, ContextKind::PriorArg) {
            prior if prior == argument => format!("同じ引数が二度あります： {argument}"),
            prior => format!("一緒には使えません： {argument} と {prior}"),
        },
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("値の数が合いません： {argument}")
        }
        ErrorKind::InvalidUtf8 => "引数が UTF-8 の文字列ではありません。".to_owned(),
        _ => format!("引数が正しくありません： {argument}"),
    };
    with_help(&what)
}

/// Gives what was probably meant, as a question.
fn meant(error: &clap::Error, kind: ContextKind) -> String {
    match context(error, kind) {
        meant if meant.is_empty() => meant,
        meant => format!("（もしかして： {meant}）"),
    }
}

/// Says in Japanese why a parser takes no value; none where there is no word for that.
fn reason_in_japanese(reason: &str) -> Option<String> {
    if !reason.is_ascii() {
        return Some(reason.to_owned());
    }
    if let Some((_, range)) = reason.split_once(" is not in ") {
        let (first, last) = range.split_once("..=").or_else(|| range.split_once(".."))?;
        return Some(format!("{first}から{last}までの整数"));
    }
    let is_number = ["invalid digit", "number too", "integer", "invalid float"];
    is_number
        .iter()
        .any(|word| reason.contains(word))
        .then(|| "半角の数字ではないか、大きすぎます".to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_reason_is_told_in_english() {
        for (reason, told) in [
            ("99999 is not in 0..=65535", Some("0から65535までの整数")),
            ("invalid digit found in string", Some("半角の数字ではないか、大きすぎます")),
            ("number too large to fit in target type", Some("半角の数字ではないか、大きすぎます")),
            ("使えません", Some("使えません")),
            ("something else", None),
        ] {
            assert_eq!(reason_in_japanese(reason).as_deref(), told, "{reason}");
        }
    }

    #[test]
    fn mistakes_are_told_with_what_was_meant() {
        let command = || {
            let build = Command::new("build").arg(Arg::new("source").long("source"));
            let build = build.arg(Arg::new("guess").long("guess").conflicts_with("source"));
            Command::new("snapshot").subcommand(build)
        };
        for (arguments, told) in [
            (&["snapshot", "biuld"][..], "知らないコマンドです： biuld（もしかして： build）"),
            (&["snapshot", "build", "--sorce", "a"], "知らない引数です： --sorce（もしかして： --source）"),
            (&["snapshot", "build", "--source", "a", "--source", "b"], "同じ引数が二度あります"),
            (&["snapshot", "build", "--source", "a", "--guess", "b"], "一緒には使えません"),
        ] {
            let error = command().try_get_matches_from(arguments).unwrap_err();
            assert!(sentence(&error).starts_with(told), "{}", sentence(&error));
        }
    }
}
