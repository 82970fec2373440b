//! The closeness of a case in size, in words.

use joint_procurement_core::domain::{Municipalities, Snapshot};
use joint_procurement_core::query::{Near, TownSize};
use joint_procurement_core::stats::{Closeness, town_size};

use super::Text;
use crate::words;

/// Compares one case with the size `town`, or says why it cannot.
pub fn closeness(town: TownSize, closeness: Closeness) -> Text {
    match closeness {
        Closeness::Compared(comparison) => words::size::compared(town, comparison).into(),
        Closeness::CountOnly(count) => words::size::count_only(count).into(),
        Closeness::Unknown => words::size::UNKNOWN.into(),
    }
}

/// Writes a size with the municipality that has it, if any: `岩美町（鳥取県）：人口10,799人、職員150人`.
pub fn town_text(snapshot: &Snapshot, municipalities: &Municipalities, near: Near) -> Option<String> {
    let size = town_size(near, municipalities)?;
    let size_text = words::size::of_town(size);
    Some(match near {
        Near::Size(_) => size_text,
        Near::Municipality(code) => {
            let it = municipalities.get(code)?;
            words::town::with_size(it.name, snapshot.prefecture_name(code.prefecture()), &size_text)
        }
    })
}
