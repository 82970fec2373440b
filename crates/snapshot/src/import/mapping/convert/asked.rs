//! Cells of which the table does not tell enough: a person is told how to answer in the mapping.

use std::borrow::Cow;

use super::super::super::words::{APPROXIMATE, is_approximate};
use super::super::file::{ABOUT, FISCAL_YEARS};
use super::super::{About, Target};
use super::{Meaning, Unclear};
use crate::source::columns::Kind;
use crate::values::{self, AmountUnit, FiscalYear, Read};

/// Says of a year alone that it is a fiscal one, where the head does.
pub fn fiscal<'a>(target: &Target, text: &'a str) -> Cow<'a, str> {
    let is_year = target.is_fiscal && values::is_year(text);
    if is_year { format!("{}年度", text.trim_end_matches('年')).into() } else { text.into() }
}

/// Asks for the unit of an amount: neither the cell nor the sheet nor the mapping tells it.
pub fn no_unit(target: &Target) -> Meaning {
    let units = AmountUnit::ALL.map(AmountUnit::ja).join("、");
    Meaning::Unclear(Unclear {
        what: "金額の単位（円、千円など）が、表にも対応表にもありません。".to_owned(),
        meant: Vec::new(),
        allowed: format!("対応表の unit に {units} のどれか"),
        advice: Some(format!(
            "単位を調べて、対応表の {} を {{ head = \"…\", unit = \"千円\" }} の形にしてください。円なら unit = \"円\" です。",
            target.to.path()
        )),
    })
}

/// Asks what a number of a period counts.
pub fn no_period() -> Meaning {
    Meaning::Unclear(Unclear {
        what: "年の数か月の数か、表のどこにもありません。".to_owned(),
        meant: Vec::new(),
        allowed: "5年、60か月のように書いた期間、または「年数」か「月数」と書いた見出し".to_owned(),
        advice: Some("見出しに「（年）」か「（か月）」を加えてください。".to_owned()),
    })
}

/// Gives a number. One that is said to be near the true one is taken as it stands only where the mapping wants that: the
/// tables would show it as exact.
pub fn number(target: &Target, read: Read<String>, text: &str) -> Meaning {
    let form = target.to.column().kind.form();
    match read {
        Read::Converted { to, .. } if target.about == About::Ask && is_approximate(text) => {
            let [.., (take, _)] = ABOUT;
            let advice = format!(
                "表を直すか、どの行もそのままの数でよければ、対応表の {} に about = \"{take}\" を加えてください。",
                target.to.path()
            );
            let what = APPROXIMATE.to_owned();
            Meaning::Unclear(Unclear {
                what,
                meant: vec![with_unit(&target.to.column().kind, &to)],
                allowed: form,
                advice: Some(advice),
            })
        }
        read => match Meaning::of(read, || form) {
            Meaning::Unclear(unclear) => {
                let meant = unclear.meant.iter().map(|meant| with_unit(&target.to.column().kind, meant));
                Meaning::Unclear(Unclear { meant: meant.collect(), ..unclear })
            }
            meaning => meaning,
        },
    }
}

/// Writes a number that was probably meant with its unit: the column may count in another one.
fn with_unit(kind: &Kind, meant: &str) -> String {
    match (kind, meant.split_once('-')) {
        (Kind::YenRange, None) => format!("{meant}円"),
        (Kind::YenRange, Some((lower, ""))) => format!("{lower}円以上"),
        (Kind::YenRange, Some((lower, upper))) => format!("{lower}円～{upper}円"),
        (Kind::Decimal, _) => format!("{meant}年"),
        _ => meant.to_owned(),
    }
}

/// Names the words of the mapping for a fiscal year, which can mean two years.
pub fn of_year(target: &Target, meaning: Meaning, text: &str) -> Meaning {
    match meaning {
        Meaning::Unclear(unclear)
            if target.fiscal == FiscalYear::Ask && text.contains("年度") && !text.contains('末') =>
        {
            let [_, (year, _), (april, _)] = FISCAL_YEARS;
            let advice = format!(
                "表を直すか、対応表の {} に fiscal_year = \"{year}\"（年だけにする）か \"{april}\"（その年度の4月にする）を加えてください。",
                target.to.path()
            );
            Meaning::Unclear(Unclear { advice: Some(advice), ..unclear })
        }
        other => other,
    }
}
