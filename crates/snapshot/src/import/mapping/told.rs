//! The cells that were read in another form, for a person to look over.

use std::collections::BTreeMap;

use crate::problem::{Place, first};

/// The conversions of a column that are listed.
const LISTED: usize = 12;

/// The cells that were read in some way, by what they say.
#[derive(Default)]
pub struct Told(BTreeMap<Remark, BTreeMap<Conversion, Cells>>);

/// A way of reading that a person should know of, by column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Remark {
    column: String,
    why: String,
}

/// A text, and what it was read as; nothing for a cell that is taken as empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conversion {
    pub from: String,
    pub to: String,
}

/// The first cell of some, and the number of all.
struct Cells {
    first: Place,
    count: usize,
}

impl Told {
    /// Takes note of a cell.
    pub fn add(&mut self, column: &str, why: &str, conversion: Conversion, place: &Place) {
        let remark = Remark { column: column.to_owned(), why: why.to_owned() };
        let first = || Cells { first: place.clone(), count: 0 };
        self.0.entry(remark).or_default().entry(conversion).or_insert_with(first).count += 1;
    }

    /// Says what was read in another form, a sentence a column and way.
    pub fn notes(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(Remark { column, why }, told)| {
            let count: usize = told.values().map(|cells| cells.count).sum();
            let said = told.iter().map(|(Conversion { from, to }, cells)| {
                let more = if cells.count > 1 { format!("など{}個", cells.count) } else { String::new() };
                let read = if to.is_empty() { String::new() } else { format!(" → 「{to}」") };
                format!("「{from}」{read}（{}{more}）", cells.first)
            });
            let said: Vec<String> = said.collect();
            let said = first(&said, LISTED, "通り");
            format!("「{column}」の{count}個のセル： {said}。{why}")
        })
    }
}
