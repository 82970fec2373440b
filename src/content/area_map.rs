//! A map of areas, as a value: which outlines, what each area is called and in which class it is.

use joint_procurement_core::domain::{FileRole, PrefectureCode};
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
    /// The short name, which stands on the map where it fits.
    pub name: String,
    /// The name of the area, with what is shown of it.
    pub words: String,
    /// The class: from 0, where nothing is known, to `Classes::AT_MOST`.
    pub class: usize,
    pub to: Option<Target>,
}

impl AreaMap {
    /// Gives the width and the height of the drawing, for the time until its outlines are there.
    pub fn size(&self) -> [u16; 2] {
        let place = match self.outlines {
            FileRole::MapOf(code) => code.index() + 1,
            _ => 0,
        };
        SIZES.get(place).copied().unwrap_or(SIZES[0])
    }
}

/// The sizes of the published drawings: of the country, then of the prefectures.
#[rustfmt::skip]
const SIZES: [[u16; 2]; PrefectureCode::COUNT + 1] = [
    [1000, 966], [1000, 810], [1000, 963], [645, 1000], [902, 1000], [617, 1000], [615, 1000], [1000, 797],
    [781, 1000], [814, 1000], [953, 1000], [1000, 556], [760, 1000], [1000, 756], [1000, 752], [989, 1000],
    [1000, 895], [614, 1000], [1000, 851], [966, 1000], [628, 1000], [838, 1000], [1000, 772], [1000, 887],
    [580, 1000], [623, 1000], [917, 1000], [695, 1000], [675, 1000], [618, 1000], [848, 1000], [1000, 501],
    [1000, 1234], [961, 1000], [1000, 886], [1000, 786], [1000, 782], [1000, 770], [960, 1000], [1000, 795],
    [992, 1000], [1000, 934], [698, 1000], [1000, 958], [1000, 963], [682, 1000], [650, 1278], [1000, 912],
];

/// Gives the meaning of the classes of numbers of cases; `none` where there is an area without any.
pub(super) fn legend(classes: &Classes, none: Option<&str>) -> Vec<(usize, String)> {
    let ranges = classes.ranges().iter().map(|&(low, high)| words::map::class(low, high));
    let named = none.map(|none| (0, none.to_owned())).into_iter();
    named.chain((1..).zip(ranges)).collect()
}
