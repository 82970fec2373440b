//! Offices that are elsewhere now.

use std::collections::{HashMap, HashSet};

use joint_procurement_core::domain::Position;

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use super::super::table::NewRow;
use crate::problem::Report;
use crate::source::columns::MUNICIPALITIES;

/// The kilometres by which an office may move. New ones are built in the same town.
const FAR: f64 = 10.0;
/// The parts of a degree by which an office may lie outside of all others of its prefecture.
const MARGIN: u32 = 1_000;

pub fn notes(sheet: &ComparedSheet, new: &NewTables, report: &Report) -> Vec<String> {
    let columns = ["lat", "lng", "code", "name"].map(|name| sheet.place_of(name));
    let [Some(lat), Some(lng), Some(code), Some(name)] = columns else { return Vec::new() };
    let rows = new.tables.get(MUNICIPALITIES.file).map(Vec::as_slice).unwrap_or_default();
    let changed: Vec<_> =
        sheet.cells(report).filter(|(_, cell, _)| [lat, lng].contains(&cell.column)).collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let moved: HashSet<u32> = changed.iter().map(|(row, _, _)| row.row).collect();
    let by_row: HashMap<u32, &NewRow> = rows.iter().map(|row| (row.row, row)).collect();
    let text = |row: &NewRow, column: usize| row.cells.get(column).cloned().unwrap_or_default();
    let mut notes = Vec::new();
    let mut told = HashSet::new();
    for (row, _, place) in changed {
        let Some(now) = by_row.get(&row.row).filter(|_| told.insert(row.row)) else { continue };
        let [here_lat, here_lng] = [lat, lng].map(|column| text(now, column));
        let before = |column: usize, now: &str| row.cell(column).map_or(now, |cell| &cell.before).to_owned();
        let (was_lat, was_lng) = (before(lat, &here_lat), before(lng, &here_lng));
        let (Some(was), Some(is)) = (position(&was_lat, &was_lng), position(&here_lat, &here_lng)) else {
            continue;
        };
        let distance = was.distance(is);
        if distance < FAR {
            continue;
        }
        let prefecture = |row: &NewRow| text(row, code).get(..2).map(str::to_owned);
        let is_other = |other: &&NewRow| !moved.contains(&other.row) && prefecture(other) == prefecture(now);
        let others = rows.iter().filter(is_other);
        let others: Vec<Position> =
            others.filter_map(|it| position(&text(it, lat), &text(it, lng))).collect();
        let outside = if is_outside(is, &others) {
            "同じ都道府県のほかの市区町村から離れています。"
        } else {
            ""
        };
        notes.push(format!(
            "{place}（{}）： 役所・役場の位置が、もとの緯度{was_lat}・経度{was_lng}から、緯度{here_lat}・経度{here_lng}に、約{distance:.0} km 動きました。{outside}数字と行を確かめてください。",
            text(now, name),
        ));
    }
    notes
}

fn position(lat: &str, lng: &str) -> Option<Position> {
    let part = |text: &str| {
        let degrees = text.parse::<f64>().ok().filter(|degrees| (0.0..=180.0).contains(degrees))?;
        Some((degrees * 10_000.0).round() as u32)
    };
    Some(Position { latitude: part(lat)?, longitude: part(lng)? })
}

/// Tells if a place lies outside of the rectangle of others.
fn is_outside(place: Position, others: &[Position]) -> bool {
    let is_beyond = |of: fn(&Position) -> u32| {
        let (least, most) = (others.iter().map(of).min(), others.iter().map(of).max());
        least.zip(most).is_some_and(|(least, most)| {
            !(least.saturating_sub(MARGIN)..=most + MARGIN).contains(&of(&place))
        })
    };
    is_beyond(|it| it.latitude) || is_beyond(|it| it.longitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_outside_where_it_is_far_from_all_others() {
        let at = |lat, lng| position(lat, lng).unwrap();
        let others = [at("40.1", "140.5"), at("41.3", "141.5")];
        assert!(!is_outside(at("40.5", "141.0"), &others));
        assert!(!is_outside(at("41.35", "141.55"), &others));
        assert!(is_outside(at("40.5", "135.0"), &others));
        assert!(is_outside(at("35.0", "141.0"), &others));
        assert!(!is_outside(at("35.0", "141.0"), &[]));
        assert_eq!(position("", "141"), None);
    }
}
