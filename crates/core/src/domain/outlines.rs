//! The outlines of a map, ready to be drawn.

use serde::{Deserialize, Serialize};

/// The areas of a map as paths of SVG. They are the prefectures in the country, or the municipalities in a
/// prefecture. North is up; far islands stand in insets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outlines {
    pub schema_version: u32,
    /// The width of the drawing, in the units of its paths, as the height is.
    pub width: u32,
    pub height: u32,
    /// In order of code.
    pub areas: Vec<Outline>,
    /// Frames around what was moved from its place or is drawn in another scale.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub insets: Vec<Inset>,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outline {
    /// The code of the prefecture (two digits) or the municipality (six).
    pub code: String,
    /// Path data: `m` and `z` with whole numbers.
    pub path: String,
}

/// A frame, in the units of the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Inset {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}
