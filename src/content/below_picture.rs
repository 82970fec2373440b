//! The lines below a picture that is saved: wherever it is pasted, it tells where it is from.

use joint_procurement_core::domain::Snapshot;

use crate::words;

/// Gives the lines: from the picture's own caption to the address of the view. For a map it is told to whom its
/// outlines are owed.
pub fn below_picture(
    snapshot: &Snapshot,
    caption: String,
    source: String,
    is_map: bool,
    address: &str,
) -> Vec<String> {
    let credits = snapshot.meta.credits.iter();
    let owed = credits.filter(|credit| is_map && credit.subject == words::map::CREDIT);
    let mut lines = vec![caption, source];
    lines.extend(owed.map(|credit| words::prefectures::credit(&credit.subject, &credit.text)));
    lines.push(words::prefectures::credit(words::snapshot::LICENCE, &snapshot.meta.licence));
    lines.push(words::site::NAME.to_owned());
    lines.push(words::copy::address(address));
    lines.retain(|line| !line.is_empty());
    lines
}
