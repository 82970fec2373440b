//! A map of areas, as a value: which outlines, what each area is called and in which class it is.

use joint_procurement_core::domain::FileRole;
use joint_procurement_core::stats::Classes;

use super::Target;
use crate::words;

/// A map. Its outlines come in a file of their own; the same rows stand in a table beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaMap {
    /// The role of the file that holds the outlines.
    pub outlines: FileRole,
    /// The name of the map.
    pub label: String,
    /// The areas in order of code.
    pub areas: Vec<MapArea>,
    /// The classes from the lowest on: its number, and what it means.
    pub legend: Vec<(usize, String)>,
    /// A note on what is shown, and what is left out.
    pub caption: String,
    /// A flag for a table that stands open: nothing else beside the map says the same.
    pub open_table: bool,
}

/// One area of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapArea {
    /// The code of the prefecture or the municipality, as in the outlines.
    pub code: String,
    /// The name of the area, with what is shown of it.
    pub words: String,
    /// The class: from 0, where nothing is known, to `Classes::AT_MOST`.
    pub class: usize,
    pub to: Option<Target>,
}

/// Gives the meaning of the classes of numbers of cases; `none` where there is an area without any.
pub(super) fn legend(classes: &Classes, none: Option<&str>) -> Vec<(usize, String)> {
    let ranges = classes.ranges().iter().map(|&(low, high)| words::map::class(low, high));
    let named = none.map(|none| (0, none.to_owned())).into_iter();
    named.chain((1..).zip(ranges)).collect()
}
