//! The way from the TopoJSON of the source tables to outlines that a page can draw as they are. They are
//! projected, with far islands in insets, in whole numbers. This is done here once instead of in every
//! browser.

mod layout;
mod path;
pub mod topology;

use joint_procurement_core::domain::{Outline, Outlines, SCHEMA_VERSION};
use layout::{Layout, Part};

use topology::Topology;

/// A point in degrees, east and north; or of a plane, right and down.
pub type Point = [f64; 2];

/// Draws the prefectures in Mercator's projection, as people know the country from web maps. Okinawa and the
/// islands on the way there stand in an inset over the Sea of Japan.
pub fn of_japan(topology: &Topology) -> Outlines {
    let mercator = |[east, north]: Point| {
        let north = (std::f64::consts::FRAC_PI_4 + north.to_radians() / 2.0).tan().ln();
        [east, -north.to_degrees()]
    };
    let parts = parts(topology, mercator);
    let [_, limit] = mercator([0.0, NORTHERN_END_OF_THE_INSET]);
    let in_inset = |part: &Part| part.rings.iter().flatten().all(|[_, down]| *down > limit);
    let marked: Vec<bool> = parts.iter().map(in_inset).collect();
    outlines(topology, &parts, &layout::with_corner_inset(&parts, &marked))
}

/// Degrees north, between Yakushima and the Tokara islands.
const NORTHERN_END_OF_THE_INSET: f64 = 30.1;

/// Draws the municipalities of a prefecture, true to shape at its middle; far islands in insets below.
pub fn of_prefecture(topology: &Topology) -> Outlines {
    let points = || topology.shapes.iter().flat_map(|shape| shape.polygons.iter().flatten().flatten());
    let (low, high) =
        points().fold((f64::MAX, f64::MIN), |(low, high), [_, north]| (low.min(*north), high.max(*north)));
    let width = ((low + high) / 2.0).to_radians().cos();
    let parts = parts(topology, |[east, north]| [east * width, -north]);
    outlines(topology, &parts, &layout::with_insets_below(&parts))
}

fn parts(topology: &Topology, project: impl Fn(Point) -> Point) -> Vec<Part> {
    let polygons = topology
        .shapes
        .iter()
        .enumerate()
        .flat_map(|(area, shape)| shape.polygons.iter().map(move |polygon| (area, polygon)));
    let projected = |ring: &Vec<Point>| -> Vec<Point> { ring.iter().map(|&point| project(point)).collect() };
    polygons.map(|(area, polygon)| Part { area, rings: polygon.iter().map(projected).collect() }).collect()
}

fn outlines(topology: &Topology, parts: &[Part], layout: &Layout) -> Outlines {
    let mut areas: Vec<Outline> = topology
        .shapes
        .iter()
        .enumerate()
        .map(|(area, shape)| {
            let rings = parts.iter().zip(&layout.placed).filter(|(part, _)| part.area == area);
            let rings = rings.flat_map(|(part, placed)| {
                part.rings.iter().map(|ring| ring.iter().map(|&point| placed.of(point)).collect::<Vec<_>>())
            });
            Outline { code: shape.id.clone(), path: path::data(rings) }
        })
        .collect();
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    let Layout { width, height, ref insets, .. } = *layout;
    Outlines { schema_version: SCHEMA_VERSION, width, height, areas, insets: insets.clone() }
}
