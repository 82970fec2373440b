//! The places of the parts of a map in its drawing.

use joint_procurement_core::domain::Inset;

use super::Point;

/// A polygon of an area: its outline and its holes, in a plane.
pub struct Part {
    pub area: usize,
    pub rings: Vec<Vec<Point>>,
}

/// The way of a part from its plane to the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    scale: f64,
    shift: Point,
}

impl Placed {
    pub fn of(self, [x, y]: Point) -> Point {
        [x * self.scale + self.shift[0], y * self.scale + self.shift[1]]
    }

    /// Places a part so that the upper left corner of `bounds` comes to `corner`.
    fn at(bounds: Bounds, scale: f64, corner: Point) -> Self {
        let [x, y] = bounds.low;
        Self { scale, shift: [corner[0] - x * scale, corner[1] - y * scale] }
    }
}

/// A drawing.
pub struct Layout {
    pub width: u32,
    pub height: u32,
    /// For each part.
    pub placed: Vec<Placed>,
    pub insets: Vec<Inset>,
}

/// The longer side of a drawing; on the widest page a unit is less than a pixel.
const LONGER_SIDE: f64 = 1000.0;
/// Space around outlines, for their lines.
const MARGIN: f64 = 6.0;
/// Between an inset's frame and what is in it, and between frames.
const PADDING: f64 = 14.0;

/// Places the marked parts in the upper left corner, in the same scale as the rest.
pub fn with_corner_inset(parts: &[Part], marked: &[bool]) -> Layout {
    let bounds = |wanted: bool| {
        let wanted = parts.iter().zip(marked).filter(|(_, marked)| **marked == wanted);
        Bounds::of(wanted.map(|(part, _)| part))
    };
    let (rest, inset) = (bounds(false), bounds(true));
    let scale = (LONGER_SIDE - 2.0 * MARGIN) / rest.longer_side();
    let main = Placed::at(rest, scale, [MARGIN, MARGIN]);
    let corner = Placed::at(inset, scale, [MARGIN + PADDING, MARGIN + PADDING]);
    let frame = frame([MARGIN, MARGIN], inset.size().map(|side| side * scale + 2.0 * PADDING));
    let [width, height] = rest.size().map(|side| side * scale + 2.0 * MARGIN);
    Layout {
        width: units(width),
        height: units(height),
        placed: marked.iter().map(|marked| if *marked { corner } else { main }).collect(),
        insets: if marked.contains(&true) { vec![frame] } else { Vec::new() },
    }
}

/// Parts that are this near, in degrees of latitude (about 33 km), belong together.
const NEAR: f64 = 0.3;
/// Far islands stay in their places unless they make the map this many times as large.
const STRETCHED: f64 = 1.4;
/// The longer side of an inset.
const INSET_SIDE: f64 = 230.0;
/// An inset is not drawn larger than this many times the scale of the main part.
const ENLARGED: f64 = 1.5;

/// Places the main part in full, groups of far islands in a row of insets below it.
pub fn with_insets_below(parts: &[Part]) -> Layout {
    let (main, far) = main_and_far(groups(parts), parts);
    let of = |group: &[usize]| Bounds::of(group.iter().map(|&part| &parts[part]));
    let bounds = of(&main);
    let scale = (LONGER_SIDE - 2.0 * MARGIN) / bounds.longer_side();
    let mut placed = vec![Placed::at(bounds, scale, [MARGIN, MARGIN]); parts.len()];
    let [mut width, mut height] = bounds.size().map(|side| side * scale + 2.0 * MARGIN);

    let mut insets = Vec::new();
    let row_width = width.max(600.0);
    let (mut x, mut y, mut row_height) = (MARGIN, height + PADDING, 0.0_f64);
    for group in far {
        let bounds = of(&group);
        let inner = (INSET_SIDE / bounds.longer_side()).min(scale * ENLARGED);
        let size = bounds.size().map(|side| side * inner + 2.0 * PADDING);
        if x > MARGIN && x + size[0] > row_width {
            (x, y, row_height) = (MARGIN, y + row_height + PADDING, 0.0);
        }
        let place = Placed::at(bounds, inner, [x + PADDING, y + PADDING]);
        group.iter().for_each(|&part| placed[part] = place);
        insets.push(frame([x, y], size));
        row_height = row_height.max(size[1]);
        width = width.max(x + size[0] + MARGIN);
        height = height.max(y + size[1] + MARGIN);
        x += size[0] + PADDING;
    }
    Layout { width: units(width), height: units(height), placed, insets }
}

/// Groups parts by nearness, the largest group first.
fn groups(parts: &[Part]) -> Vec<Vec<usize>> {
    let bounds: Vec<Bounds> = parts.iter().map(|part| Bounds::of([part].into_iter())).collect();
    let mut group: Vec<usize> = (0..parts.len()).collect();
    for a in 0..parts.len() {
        for b in 0..a {
            if group[a] != group[b] && bounds[a].is_near(bounds[b]) {
                let (from, to) = (group[a], group[b]);
                group.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for leader in 0..parts.len() {
        let members: Vec<usize> = (0..parts.len()).filter(|&part| group[part] == leader).collect();
        if !members.is_empty() {
            groups.push(members);
        }
    }
    let surface = |group: &Vec<usize>| -> f64 { group.iter().map(|&part| bounds[part].surface()).sum() };
    groups.sort_by(|a, b| surface(b).total_cmp(&surface(a)));
    groups
}

/// Gives the largest group with those that hardly stretch the map, and the others from north to south.
fn main_and_far(groups: Vec<Vec<usize>>, parts: &[Part]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let of = |group: &[usize]| Bounds::of(group.iter().map(|&part| &parts[part]));
    let mut groups = groups.into_iter();
    let mut main = groups.next().unwrap_or_default();
    let mut far = Vec::new();
    for group in groups {
        let together: Vec<usize> = main.iter().chain(&group).copied().collect();
        if of(&together).surface() <= STRETCHED * of(&main).surface() {
            main = together;
        } else {
            far.push(group);
        }
    }
    far.sort_by(|a, b| of(a).low[1].total_cmp(&of(b).low[1]));
    (main, far)
}

fn frame(corner: Point, size: Point) -> Inset {
    Inset { x: units(corner[0]), y: units(corner[1]), width: units(size[0]), height: units(size[1]) }
}

fn units(length: f64) -> u32 {
    length.round().max(0.0) as u32
}

/// The smallest upright rectangle around something.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: Point,
    high: Point,
}

impl Bounds {
    fn of<'a>(parts: impl Iterator<Item = &'a Part>) -> Self {
        let mut bounds = Self { low: [f64::MAX; 2], high: [f64::MIN; 2] };
        for point in parts.flat_map(|part| part.rings.iter().flatten()) {
            let [x, y] = *point;
            bounds.low = [bounds.low[0].min(x), bounds.low[1].min(y)];
            bounds.high = [bounds.high[0].max(x), bounds.high[1].max(y)];
        }
        bounds
    }

    fn size(self) -> Point {
        [self.high[0] - self.low[0], self.high[1] - self.low[1]]
    }

    fn longer_side(self) -> f64 {
        let [width, height] = self.size();
        width.max(height).max(f64::MIN_POSITIVE)
    }

    fn surface(self) -> f64 {
        let [width, height] = self.size();
        width * height
    }

    fn is_near(self, other: Self) -> bool {
        (0..2)
            .all(|axis| self.low[axis] - NEAR < other.high[axis] && other.low[axis] - NEAR < self.high[axis])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(area: usize, [x, y]: Point, side: f64) -> Part {
        Part { area, rings: vec![vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]] }
    }

    fn drawn(layout: &Layout, parts: &[Part], place: usize) -> [Point; 2] {
        let corners = |corner: usize| layout.placed[place].of(parts[place].rings[0][corner]);
        [corners(0), corners(2)]
    }

    #[test]
    fn a_far_island_stands_in_a_frame_and_a_near_one_in_its_place() {
        let parts = [square(0, [0.0, 0.0], 2.0), square(1, [2.2, 0.0], 0.1), square(2, [9.0, 9.0], 0.3)];
        let layout = with_insets_below(&parts);
        assert_eq!(layout.insets.len(), 1);
        let (near, far) = (drawn(&layout, &parts, 1), drawn(&layout, &parts, 2));
        assert!(near[0][0] > drawn(&layout, &parts, 0)[1][0], "east of the main part");
        let frame = &layout.insets[0];
        assert!(far[0][0] > f64::from(frame.x) && far[1][0] < f64::from(frame.x + frame.width));
        assert!(far[0][1] > f64::from(frame.y) && far[1][1] < f64::from(frame.y + frame.height));
        assert!(frame.y + frame.height <= layout.height && frame.x + frame.width <= layout.width);
    }

    #[test]
    fn without_far_islands_there_is_no_frame() {
        let parts = [square(0, [0.0, 0.0], 2.0), square(1, [2.0, 0.0], 1.0)];
        let layout = with_insets_below(&parts);
        assert!(layout.insets.is_empty());
        assert!(layout.width.max(layout.height) <= 1001);
    }
}
