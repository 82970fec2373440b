//! How close a case is in size, in words.

use joint_procurement_core::domain::{Municipalities, Snapshot};
use joint_procurement_core::query::{Near, TownSize};
use joint_procurement_core::stats::{Closeness, town_size};

use super::Text;
use crate::words::Words;

/// The comparison of one case with the size `town`, or why there is none.
pub fn closeness(words: &Words, town: TownSize, closeness: Closeness) -> Text {
    let find = words.find;
    match closeness {
        Closeness::Compared(comparison) => (find.compared)(town, comparison).into(),
        Closeness::CountOnly(count) => (find.count_only)(count).into(),
        Closeness::Unknown => find.size_unknown.into(),
    }
}

/// How closeness is measured.
pub fn closeness_measure(words: &Words) -> &'static str {
    words.find.measure
}

/// Writes a size with the municipality that has it, if any: `岩美町（鳥取県）：人口10,799人、職員150人`.
pub fn town_text(
    snapshot: &Snapshot,
    words: &Words,
    municipalities: &Municipalities,
    near: Near,
) -> Option<String> {
    let size = town_size(near, municipalities)?;
    let find = words.find;
    let size_text = (find.size)(size);
    Some(match near {
        Near::Size(_) => size_text,
        Near::Municipality(code) => {
            let it = municipalities.get(code)?;
            (find.town)(it.name, snapshot.prefecture_name(code.prefecture()), &size_text)
        }
    })
}
