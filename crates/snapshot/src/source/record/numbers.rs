//! Numbers, amounts and answers of an object.

use joint_procurement_core::domain::YenRange;
use serde_json::Value;

use super::Record;
use crate::problem::{Report, Said};
use crate::source::meant;

/// More than any amount in yen can be, and safe in every reader of JSON.
const LARGEST_NUMBER: u64 = 1_000_000_000_000_000;
const WHOLE_NUMBER: &str = "0以上の整数（引用符・コンマ・単位なし）、または null";

impl Record {
    /// Reads a whole number of yen, persons or bodies.
    pub fn whole_number(&self, key: &str, report: &mut Report) -> Option<u64> {
        match whole_number(self.value(key)?) {
            Some(number) => Some(number),
            None => {
                self.wrong_type(key, Said::of_files(WHOLE_NUMBER), meant::json_whole(self.value(key)), report)
            }
        }
    }

    /// Reads an amount: a whole number, or `[lower, upper]`.
    pub fn amount(&self, key: &str, report: &mut Report) -> Option<YenRange> {
        const ALLOWED: &str = "円単位の0以上の整数、または [下限, 上限]（下限 ≦ 上限。上限がなければ [下限, null]）、または null";
        let amount = match self.value(key)? {
            Value::Array(bounds) => match bounds.as_slice() {
                [lower, Value::Null] => whole_number(lower).map(YenRange::at_least),
                [lower, upper] => whole_number(lower)
                    .zip(whole_number(upper))
                    .and_then(|(lower, upper)| YenRange::between(lower, upper).ok()),
                _ => None,
            },
            value => whole_number(value).map(YenRange::exact),
        };
        if amount.is_none() {
            self.wrong_type(key, Said::of_files(ALLOWED), meant::json_amount(self.value(key)), report)
        } else {
            amount
        }
    }

    /// Reads a number above `above` and not above `most`.
    pub fn number(
        &self,
        key: &str,
        above: f64,
        most: f64,
        allowed: &str,
        report: &mut Report,
    ) -> Option<f64> {
        let is_right = |number: &f64| *number > above && *number <= most;
        let number = self.value(key)?.as_f64().filter(is_right);
        if number.is_none() {
            let meant = meant::json_number(self.value(key), key);
            let meant = meant.filter(|meant| meant.parse().is_ok_and(|number| is_right(&number)));
            self.wrong_type(key, allowed, meant, report)
        } else {
            number
        }
    }

    pub fn yes_or_no(&self, key: &str, report: &mut Report) -> Option<bool> {
        match self.value(key)? {
            Value::Bool(value) => Some(*value),
            value => {
                let meant = meant::json_answer(Some(value));
                self.wrong_type(key, Said::of_files("true、false、null（引用符なし）"), meant, report)
            }
        }
    }
}

fn whole_number(value: &Value) -> Option<u64> {
    value.as_u64().filter(|number| *number <= LARGEST_NUMBER)
}
