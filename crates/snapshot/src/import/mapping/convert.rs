//! A cell of somebody else's table as the value of a column.

mod asked;

use joint_procurement_core::domain::{Date, YenRange};

use self::asked::{fiscal, no_period, no_unit, number, of_year};
use super::super::words::why_of;
use super::known::Known;
use super::{Target, To, to_month};
use crate::source::ONLY_ONE;
use crate::source::columns::{Column, Kind};
use crate::values::{self, Alias, AmountUnit, Period, Read};
use crate::workbook::cell::{NO, YES};

/// The meaning of a cell, in the words of a workbook of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    Value {
        text: String,
        /// The way in which it was read; none where the cell says it as it is.
        why: Option<String>,
    },
    /// All municipalities of the prefecture.
    All,
    /// A cell that cannot be read for sure.
    Unclear(Unclear),
}

/// The reason why a cell cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    pub what: String,
    pub meant: Vec<String>,
    pub allowed: String,
    /// The advice, where the mapping has a word for such cells, or no words of it can help.
    pub advice: Option<String>,
}

impl Unclear {
    /// Says why a cell cannot be read. For its kind, words of the mapping are no help.
    fn explained(self, column: &Column, text: &str) -> Self {
        let Some((what, advice)) = why_of(column, text, &self.meant).filter(|_| self.advice.is_none()) else {
            return self;
        };
        // Which of several values is meant, only a person can say.
        let is_date = matches!(column.kind, Kind::Date | Kind::Day | Kind::YearMonth | Kind::Month);
        match self.meant.is_empty() || is_date {
            true => Self { what, advice: Some(advice), ..self },
            false => {
                let advice = Some("出典を見て、一つの値に直してください。".to_owned());
                Self { advice, ..self }
            }
        }
    }
}

impl Meaning {
    fn exact(text: impl Into<String>) -> Self {
        Self::Value { text: text.into(), why: None }
    }

    fn unclear(what: &str, meant: Vec<String>, allowed: String) -> Self {
        Self::Unclear(Unclear { what: what.to_owned(), meant, allowed, advice: None })
    }

    fn of(read: Read<String>, allowed: impl FnOnce() -> String) -> Self {
        match read {
            Read::Exact(text) => Self::Value { text, why: None },
            Read::Converted { to, why } => Self::Value { text: to, why: Some(why) },
            Read::Ambiguous(meant) => {
                Self::unclear("どの値のことか、これだけでは決められません。", meant, allowed())
            }
            Read::No => Self::unclear("この項目の値として読めません。", Vec::new(), allowed()),
        }
    }
}

/// Reads a cell that has something in it.
pub(super) fn convert(target: &Target, text: &str, known: &Known) -> Meaning {
    let text = text.trim();
    if let Some((_, to)) =
        target.words.iter().find(|(word, _)| super::header::key(word) == super::header::key(text))
    {
        return Meaning::Value {
            text: to.clone(), why: Some("対応表の語に直しました。".to_owned())
        };
    }
    if target.to == To::Participants {
        return participants(text);
    }
    if target.to.key() == "participants_count" && values::all_take_part(text) {
        return Meaning::All;
    }
    let column = target.to.column();
    match of_kind(target, &column.kind, text, known) {
        Meaning::Unclear(unclear) if !is_of_words(&column.kind) => {
            Meaning::Unclear(unclear.explained(column, text))
        }
        meaning => meaning,
    }
}

/// Tells if a mapping can say which of the words is meant.
fn is_of_words(kind: &Kind) -> bool {
    matches!(kind, Kind::Word(_) | Kind::Of(..) | Kind::Code(2) | Kind::List(..) | Kind::Answer)
}

fn of_kind(target: &Target, kind: &Kind, text: &str, known: &Known) -> Meaning {
    let form = || kind.form();
    let text = &fiscal(target, text);
    match kind {
        Kind::Word(_) | Kind::Of(..) | Kind::Code(2) => word(kind, text, known),
        Kind::List(of, separator) => list(target, of, *separator, text, known),
        Kind::Date | Kind::Day => of_year(
            target,
            Meaning::of(values::date(text, target.fiscal).map(|date| date.to_string()), form),
            text,
        ),
        Kind::YearMonth | Kind::Month => {
            of_year(target, month(values::date(text, target.fiscal), form), text)
        }
        Kind::Count | Kind::Yen => {
            number(target, values::whole_of(text, target.times).map(|it| it.to_string()), text)
        }
        Kind::YenRange => match target.unit {
            None if values::lacks_unit(text) => no_unit(target),
            unit => number(target, values::amount(text, unit.unwrap_or(AmountUnit::Yen)).map(range), text),
        },
        Kind::Decimal => match target.period {
            None if values::lacks_period(text) => no_period(),
            period => {
                let years = values::years(text, period.unwrap_or(Period::Years));
                number(target, years.map(|it| it.to_string()), text)
            }
        },
        Kind::Answer => {
            let answer = values::answer_to(text, target.to.column().ja);
            Meaning::of(answer.map(|yes| if yes { YES } else { NO }.to_owned()), form)
        }
        Kind::Code(digits) => Meaning::of(values::code(text, *digits), form),
        Kind::Text => plain_text(text),
        Kind::CaseId | Kind::Slug | Kind::WebAddress => Meaning::exact(text.as_ref()),
    }
}

/// Says that a day was left out where the column takes months.
fn month(read: Read<Date>, form: impl Fn() -> String) -> Meaning {
    let read = match read {
        Read::Exact(day) | Read::Converted { to: day, .. } if day.day().is_some() => {
            Read::Converted { to: day, why: "日を除き、月までにしました。".to_owned() }
        }
        other => other,
    };
    Meaning::of(read.map(to_month), form)
}

fn range(range: YenRange) -> String {
    match (range.exact_yen(), range.upper()) {
        (Some(yen), _) => yen.to_string(),
        (None, Some(upper)) => format!("{}-{upper}", range.lower()),
        (None, None) => format!("{}-", range.lower()),
    }
}

fn word(kind: &Kind, text: &str, known: &Known) -> Meaning {
    let choices = known.choices(kind);
    let wanted = super::header::key(text);
    for (value, words) in &choices {
        if value == text {
            return Meaning::exact(value);
        }
        if words.iter().any(|word| super::header::key(word) == wanted) {
            return Meaning::Value {
                text: value.clone(),
                why: Some("同じ語の、決まった書き方にしました。".to_owned()),
            };
        }
    }
    let aliases: Vec<Alias<'_>> =
        known.synonyms.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect();
    let values: Vec<&str> = choices.iter().map(|(value, _)| value.as_str()).collect();
    let by_word = || {
        // The code of a prefecture comes before its name, a word before its slug.
        let words = choices.iter().filter_map(|(_, words)| words.get(1));
        values::nearest(text, words.map(String::as_str), &aliases)
    };
    let meant = values::nearest(text, values.iter().copied(), &aliases).or_else(by_word);
    let meant: Vec<String> = meant.map(str::to_owned).into_iter().collect();
    let allowed = match kind {
        Kind::Code(2) => "都道府県の名称か、01から47までのコード".to_owned(),
        _ => values.join("、"),
    };
    let is_known =
        |items: &Vec<String>| items.len() > 1 && items.iter().all(|item| values.contains(&item.as_str()));
    let several = values::items(text).candidates().into_iter().find(is_known);
    Meaning::Unclear(Unclear {
        what: "使える語ではありません。".to_owned(),
        advice: several.as_ref().map(|_| ONLY_ONE.to_owned()),
        meant: several.unwrap_or(meant),
        allowed,
    })
}

fn list(target: &Target, of: &Kind, separator: char, text: &str, known: &Known) -> Meaning {
    let items = match values::items(text) {
        Read::Exact(items) | Read::Converted { to: items, .. } => items,
        // Whichever way to divide it gives values that are known.
        Read::Ambiguous(ways) => {
            let is_known = |items: &Vec<String>| {
                items.iter().all(|item| matches!(of_kind(target, of, item, known), Meaning::Value { .. }))
            };
            ways.iter().find(|items| is_known(items)).or(ways.first()).cloned().unwrap_or_default()
        }
        Read::No => Vec::new(),
    };
    let mut texts: Vec<String> = Vec::new();
    let mut reasons = Vec::new();
    for item in &items {
        let item = target.words.iter().find(|(word, _)| word == item).map_or(item, |(_, to)| to);
        match of_kind(target, of, item, known) {
            Meaning::Value { text, why } => {
                reasons.extend(why);
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            Meaning::Unclear(unclear) => {
                let what = format!("「{item}」は、{}", unclear.what);
                return Meaning::Unclear(Unclear { what, ..unclear });
            }
            Meaning::All => {}
        }
    }
    let joined = texts.join(&separator.to_string());
    let why = (joined != text)
        .then(|| reasons.into_iter().next().unwrap_or_else(|| "値ごとに分けました。".to_owned()));
    Meaning::Value { text: joined, why }
}

fn participants(text: &str) -> Meaning {
    if values::all_take_part(text) {
        return Meaning::All;
    }
    match values::items(text) {
        Read::Exact(items) | Read::Converted { to: items, .. } => {
            Meaning::Value { text: items.join("\n"), why: None }
        }
        // Names of municipalities have neither mark in them: the most parts are meant.
        Read::Ambiguous(ways) => {
            let items = ways.into_iter().max_by_key(Vec::len).unwrap_or_default();
            Meaning::Value { text: items.join("\n"), why: None }
        }
        Read::No => Meaning::exact(text),
    }
}

/// Gives a text on one line, as the tables have it.
fn plain_text(text: &str) -> Meaning {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [_] => Meaning::exact(text),
        lines => Meaning::Value {
            text: lines.join(" "), why: Some("改行を空白にしました。".to_owned())
        },
    }
}

#[cfg(test)]
mod tests;
