//! `snapshot.toml` with new values; its comments and everything else stay.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::to_text;
use crate::source::columns::{CREDIT_KEYS, Column, Kind, SETTINGS};

/// Gives the text with the values of the sheet, which differ from those of the file. `None` where it cannot be read.
pub fn rewrite(text: &str, values: &BTreeMap<String, String>) -> Option<String> {
    let root = DeTable::parse(text).ok()?;
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let mut credits: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (key, value) in values {
        let literal = literal(key, value);
        match (find(root.get_ref(), key), &literal) {
            (Some(span), Some(literal)) => edits.push((span, literal.clone())),
            (Some(span), None) => edits.push((line_of(text, &span), String::new())),
            (None, None) => {}
            (None, Some(literal)) => {
                let (section, name) = key.rsplit_once('.').unwrap_or(("", key));
                match (end_of_section(root.get_ref(), section), section.split_once('.')) {
                    (Some(end), _) => {
                        let end = text[end..].find('\n').map_or(text.len(), |more| end + more);
                        edits.push((end..end, format!("\n{name} = {literal}")));
                    }
                    (None, Some(("credits", number))) => {
                        credits.entry(number).or_default().push(format!("{name} = {literal}\n"));
                    }
                    (None, _) => {
                        // Keys of the root must stand before all tables.
                        let line = format!("{name} = {literal}\n");
                        if section.is_empty() {
                            edits.push((0..0, line));
                        } else {
                            edits.push((text.len()..text.len(), format!("\n[{section}]\n{line}")));
                        }
                    }
                }
            }
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut rewritten = text.to_owned();
    for (span, literal) in edits.into_iter().rev() {
        rewritten.replace_range(span, &literal);
    }
    for lines in credits.values() {
        rewritten.push_str(&format!("\n[[credits]]\n{}", lines.concat()));
    }
    Some(rewritten)
}

/// Gives the column of a key; credits have texts.
pub fn column(key: &str) -> Option<(Kind, bool)> {
    if let Some(column) = SETTINGS.column(key) {
        return Some((column.kind, column.required));
    }
    let (_, name) = key.strip_prefix("credits.")?.split_once('.')?;
    CREDIT_KEYS.iter().find(|(key, _)| *key == name).map(|_| (Kind::Text, name != "url"))
}

/// Gives the kind of the value of a key in a cell. A snapshot is named by a day, of which programs make a date.
pub fn kind(key: &str, is_day: bool) -> Kind {
    match column(key) {
        Some((Kind::Slug, _)) if is_day => Kind::Day,
        kind => kind.map_or(Kind::Text, |(kind, _)| kind),
    }
}

/// Writes a value; none for one that is left out.
fn literal(key: &str, value: &str) -> Option<String> {
    let kind = SETTINGS.column(key).map_or(Kind::Text, |column: &Column| column.kind);
    let quoted = || quoted(&to_text(&kind, value));
    match kind {
        Kind::Count | Kind::Answer if value.is_empty() => None,
        Kind::Count if value.bytes().all(|byte| byte.is_ascii_digit()) => Some(value.to_owned()),
        Kind::Answer => Some(match to_text(&kind, value).as_str() {
            "yes" => "true".to_owned(),
            "no" => "false".to_owned(),
            _ => quoted(),
        }),
        _ if value.is_empty()
            && (key == "maintainer.email" || key.ends_with(".url") && key != "maintainer.url") =>
        {
            None
        }
        _ => Some(quoted()),
    }
}

/// Writes a text of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            _ if character.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(character))),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Finds the place of a value.
fn find(root: &DeTable<'_>, key: &str) -> Option<std::ops::Range<usize>> {
    let mut parts = key.split('.');
    let mut value = get(root, parts.next()?)?;
    for part in parts {
        value = match value.get_ref() {
            DeValue::Table(table) => get(table, part)?,
            DeValue::Array(items) => items.get(part.parse::<usize>().ok()?.checked_sub(1)?)?,
            _ => return None,
        };
    }
    Some(value.span())
}

fn get<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<&'a Spanned<DeValue<'i>>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// Gives where the last value of a section ends.
fn end_of_section(root: &DeTable<'_>, section: &str) -> Option<usize> {
    let values = |table: &DeTable<'_>| {
        let plain =
            table.values().filter(|value| !matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_)));
        plain.map(|value| value.span().end).max()
    };
    if section.is_empty() {
        return values(root);
    }
    let mut parts = section.split('.');
    let mut value = get(root, parts.next()?)?;
    for part in parts {
        value = match value.get_ref() {
            DeValue::Array(items) => items.get(part.parse::<usize>().ok()?.checked_sub(1)?)?,
            _ => return None,
        };
    }
    match value.get_ref() {
        DeValue::Table(table) => values(table),
        _ => None,
    }
}

/// Gives the whole line of a value, its line break included.
fn line_of(text: &str, span: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# 名前\nid = \"a\" # 変えない\ndefault = true\n\n# 公開者\n[maintainer]\nname = \"\"\n\n[totals]\ncities = 1\n\n[[credits]]\nsubject = \"人口\"\n";

    fn rewritten(values: &[(&str, &str)]) -> String {
        let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        rewrite(TEXT, &values).unwrap()
    }

    #[test]
    fn only_values_change() {
        assert_eq!(rewritten(&[]), TEXT);
        assert_eq!(rewritten(&[("id", "b\"")]), TEXT.replace("\"a\"", "\"b\\\"\""));
        assert_eq!(rewritten(&[("default", "いいえ")]), TEXT.replace("true", "false"));
        assert_eq!(rewritten(&[("maintainer.name", "見本")]), TEXT.replace("name = \"\"", "name = \"見本\""));
        assert_eq!(rewritten(&[("totals.cities", "12")]), TEXT.replace("= 1\n", "= 12\n"));
        assert_eq!(rewritten(&[("credits.1.subject", "職員")]), TEXT.replace("人口", "職員"));
    }

    #[test]
    fn values_come_and_go() {
        assert_eq!(
            rewritten(&[("maintainer.email", "a@b.jp")]),
            TEXT.replace("name = \"\"\n", "name = \"\"\nemail = \"a@b.jp\"\n")
        );
        assert_eq!(rewritten(&[("totals.cities", "")]), TEXT.replace("cities = 1\n", ""));
        let more = rewritten(&[("credits.2.subject", "地図"), ("credits.2.text", "作成")]);
        assert_eq!(more, format!("{TEXT}\n[[credits]]\nsubject = \"地図\"\ntext = \"作成\"\n"));
        assert!(more.parse::<toml::Table>().is_ok());
    }
}
