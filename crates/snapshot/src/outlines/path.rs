//! Path data of SVG.

use std::fmt::Write;

use super::Point;

/// Writes rings as path data with whole numbers. A ring that has shrunk to less than a triangle is left out,
/// but the largest stays as what is left of it: an area without a shape could be seen nowhere.
pub fn data(rings: impl Iterator<Item = Vec<Point>>) -> String {
    let mut rounded: Vec<Vec<[i64; 2]>> = rings.map(|ring| round(&ring)).collect();
    if rounded.iter().any(|ring| ring.len() >= 3) {
        rounded.retain(|ring| ring.len() >= 3);
    } else {
        rounded.sort_by_key(|ring| std::cmp::Reverse(ring.len()));
        rounded.truncate(1);
        rounded.iter_mut().for_each(|ring| *ring = dot(ring));
    }
    rounded.iter().map(|ring| write_ring(ring)).collect()
}

/// Puts the points on the grid, each other than the one before it, the last other than the first.
fn round(ring: &[Point]) -> Vec<[i64; 2]> {
    let mut points: Vec<[i64; 2]> = ring.iter().map(|point| point.map(|it| it.round() as i64)).collect();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// Gives a small square around what is left of a ring.
fn dot(ring: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let [x, y] = ring.first().copied().unwrap_or_default();
    vec![[x - 1, y - 1], [x + 1, y - 1], [x + 1, y + 1], [x - 1, y + 1]]
}

/// Writes relative steps: they are short.
fn write_ring(ring: &[[i64; 2]]) -> String {
    let mut data = String::new();
    let mut before = [0, 0];
    for (place, &[x, y]) in ring.iter().enumerate() {
        let (dx, dy) = (x - before[0], y - before[1]);
        let lead = match place {
            0 => "M",
            1 => "l",
            _ if dx >= 0 => " ",
            _ => "",
        };
        let between = if dy >= 0 { " " } else { "" };
        let _ = write!(data, "{lead}{dx}{between}{dy}");
        before = [x, y];
    }
    data.push('z');
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_written_in_steps() {
        let square = vec![[0.2, 0.0], [10.0, 0.4], [10.0, 0.1], [9.8, 10.0], [0.0, 10.0], [0.1, 0.1]];
        assert_eq!(data([square].into_iter()), "M0 0l10 0 0 10-10 0z");
    }

    #[test]
    fn a_speck_goes_beside_a_shape_but_stays_alone() {
        let speck = vec![[5.1, 5.2], [5.2, 5.3], [5.0, 5.0]];
        let triangle = vec![[0.0, 0.0], [3.0, 0.0], [0.0, 3.0]];
        assert_eq!(data([speck.clone(), triangle].into_iter()), "M0 0l3 0-3 3z");
        assert_eq!(data([speck].into_iter()), "M4 4l2 0 0 2-2 0z");
    }
}
