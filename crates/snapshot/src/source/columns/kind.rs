//! The kinds of columns, and the words that those of a vocabulary allow.

use joint_procurement_core::domain::{CaseField, Field, Term};

use super::Table;

/// The word of `funding.csv` for a programme that is for every type of system.
pub const ALL_TYPES: &str = "all";

/// The kind of the values of a column.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    /// So many digits, zeros in front included.
    Code(usize),
    CaseId,
    /// Lower-case words of letters and digits, joined with `-`.
    Slug,
    /// One of the words.
    Word(fn() -> Vec<Choice>),
    /// One of the values in a column of another table.
    Of(fn() -> Table, &'static str),
    /// Several values of a kind, with this between them.
    List(&'static Kind, char),
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source.
    Date,
    /// `YYYY-MM-DD`.
    Day,
    /// `YYYY` or `YYYY-MM`.
    YearMonth,
    /// `YYYY-MM`.
    Month,
    /// A whole number.
    Count,
    /// A whole number of yen.
    Yen,
    /// A whole number of yen, or two as the bounds of a range.
    YenRange,
    Decimal,
    /// True or false as the file writes them: `true`, or `yes` in CSV.
    Answer,
    WebAddress,
}

/// A value of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word in the file.
    pub value: &'static str,
    /// The word that people see.
    pub ja: &'static str,
}

/// Gives the words of a vocabulary that the file has in Japanese.
pub fn words<T: Term>() -> Vec<Choice> {
    T::ALL.iter().map(|term| Choice { value: term.ja(), ja: term.ja() }).collect()
}

/// Gives the words of a vocabulary that the file has as slugs.
pub fn slugs<T: Term>() -> Vec<Choice> {
    T::ALL.iter().map(|term| Choice { value: term.slug(), ja: term.ja() }).collect()
}

/// Gives whatever a correction can be of.
pub fn corrected() -> Vec<Choice> {
    CaseField::all().map(|field| Choice { value: field.slug(), ja: field.ja() }).collect()
}

/// Gives the fields for which sources can be named.
pub fn evidenced() -> Vec<Choice> {
    corrected()
        .into_iter()
        .filter(|choice| CaseField::from_slug(choice.value).is_some_and(CaseField::takes_evidence))
        .collect()
}

/// Gives the fields that may be unknown.
pub fn unknown() -> Vec<Choice> {
    slugs::<Field>()
}

impl Kind {
    /// Gives the closed vocabulary; none for other kinds.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Self::Word(choices) => choices(),
            Self::List(of, _) => of.choices(),
            _ => Vec::new(),
        }
    }

    /// Gives the form of the values as a sentence, without those of a vocabulary.
    pub fn form(&self) -> String {
        match self {
            Self::Text => "文字列".to_owned(),
            Self::Code(digits) => format!("{digits}桁の数字（先頭の 0 も書く）"),
            Self::CaseId => "事例の id（例 31-groupware-2017）".to_owned(),
            Self::Slug => "半角小文字の英数字の語を - でつないだもの（例 e-bidding）".to_owned(),
            Self::Word(_) => "一覧の語のどれか".to_owned(),
            Self::Of(table, column) => {
                let table = table();
                let ja = table.column(column).map_or(*column, |column| column.ja);
                format!("シート「{}」の「{ja}」のどれか", table.sheet)
            }
            Self::List(of, separator) => {
                let between =
                    if *separator == ' ' { "半角の空白".to_owned() } else { separator.to_string() };
                format!("{}。複数は {between} で区切る", of.form())
            }
            Self::Date => "日付：YYYY、YYYY-MM、YYYY-MM-DD のうち、分かる細かさで".to_owned(),
            Self::Day => "日付：YYYY-MM-DD".to_owned(),
            Self::YearMonth => "時期：YYYY か YYYY-MM".to_owned(),
            Self::Month => "月：YYYY-MM".to_owned(),
            Self::Count => "0以上の整数".to_owned(),
            Self::Yen => "円単位の整数".to_owned(),
            Self::YenRange => {
                "円単位の整数。幅は 10000000-49999999（下限と上限）、上限がなければ 10000000-".to_owned()
            }
            Self::Decimal => "数".to_owned(),
            Self::Answer => "はい、いいえ".to_owned(),
            Self::WebAddress => "https:// か http:// で始まるURL".to_owned(),
        }
    }
}
