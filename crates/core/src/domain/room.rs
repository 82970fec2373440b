//! The free room within an outline, where words can stand.

use super::Outline;

/// A place in a drawing: so far right, and so far down.
pub type Point = [f64; 2];

/// The room for words within an area, in the units of its drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub middle: Point,
    pub width: f64,
    pub height: f64,
}

/// The number of cells across an area, in which its room is measured.
const CELLS: usize = 48;

impl Outline {
    /// Finds the largest room of a shape within the largest ring; `None` where there is none worth the name.
    /// The shape is that of the words: their width by their height.
    pub fn room(&self, shape: f64) -> Option<Room> {
        let rings = self.rings();
        let [[left, top], [right, bottom]] = bounds(largest(&rings)?);
        let height = (bottom - top).max((right - left) / shape) / CELLS as f64;
        let width = height * shape;
        // A room of that shape is a square in these cells.
        let in_cells = |&[x, y]: &Point| [(x - left) / width, (y - top) / height];
        let mut cells = Cells::default();
        for ring in &rings {
            let points: Vec<Point> = ring.iter().map(in_cells).collect();
            let next = points.iter().cycle().skip(1);
            points.iter().zip(next).for_each(|(&from, &to)| cells.draw(from, to));
        }
        let centre = in_cells(&[(left + right) / 2.0, (top + bottom) / 2.0]);
        let (side, [x, y]) = cells.largest_square(centre)?;
        let middle = [left + x * width, top + y * height];
        Some(Room { middle, width: side * width, height: side * height })
    }

    /// Gives the highest and the lowest point of the largest ring.
    pub fn ends(&self) -> Option<[Point; 2]> {
        let rings = self.rings();
        let ring = largest(&rings)?;
        let end = |sign: f64| ring.iter().copied().min_by(|[_, a], [_, b]| (sign * a).total_cmp(&(sign * b)));
        Some([end(1.0)?, end(-1.0)?])
    }

    fn rings(&self) -> Vec<Vec<Point>> {
        let rings = self.path.split_terminator('z').map(|ring| {
            let spaced = ring.replace('-', " -");
            let numbers =
                spaced.split(['M', 'l', ' ']).filter_map(|number| number.parse::<i32>().ok().map(f64::from));
            let (mut at, mut x) = ([0.0, 0.0], None);
            let points = numbers.filter_map(|step| match x.take() {
                None => {
                    x = Some(step);
                    None
                }
                Some(right) => {
                    at = [at[0] + right, at[1] + step];
                    Some(at)
                }
            });
            points.collect()
        });
        rings.collect()
    }
}

/// Finds the ring that takes the most room.
fn largest(rings: &[Vec<Point>]) -> Option<&Vec<Point>> {
    let size = |ring: &&Vec<Point>| {
        let next = ring.iter().cycle().skip(1);
        let doubled: f64 = ring.iter().zip(next).map(|([x, y], [to_x, to_y])| x * to_y - to_x * y).sum();
        doubled.abs() as u64
    };
    rings.iter().max_by_key(size)
}

fn bounds(ring: &[Point]) -> [Point; 2] {
    let wider = |[low, high]: [Point; 2], &[x, y]: &Point| {
        [[low[0].min(x), low[1].min(y)], [high[0].max(x), high[1].max(y)]]
    };
    ring.iter().fold([[f64::MAX; 2], [f64::MIN; 2]], wider)
}

/// The cells of an area, row by row.
struct Cells {
    /// The cells that a line goes through.
    crossed: Vec<bool>,
    /// The cells from whose middle on a row changes between inside and outside.
    turns: Vec<bool>,
}

impl Default for Cells {
    fn default() -> Self {
        Self { crossed: vec![false; CELLS * CELLS], turns: vec![false; CELLS * CELLS] }
    }
}

impl Cells {
    fn draw(&mut self, from: Point, to: Point) {
        let [across, down] = [to[0] - from[0], to[1] - from[1]];
        // Pieces no longer than a cell, each with all cells that it may touch.
        let pieces = across.abs().max(down.abs()).ceil().max(1.0);
        let at = |piece: f64| [from[0] + across * piece / pieces, from[1] + down * piece / pieces];
        for piece in 0..pieces as usize {
            let [[left, top], [right, bottom]] = bounds(&[at(piece as f64), at(piece as f64 + 1.0)]);
            for row in cells(top, bottom + 1.0) {
                for column in cells(left, right + 1.0) {
                    self.crossed[row * CELLS + column] = true;
                }
            }
        }
        for row in cells(from[1].min(to[1]) + 0.5, from[1].max(to[1]) + 0.5) {
            let x = from[0] + across * (row as f64 + 0.5 - from[1]) / down;
            if let Some(column) = cells(x + 0.5, CELLS as f64).next() {
                self.turns[row * CELLS + column] ^= true;
            }
        }
    }

    /// Finds the side and the middle of the largest square inside; of several, of the one next to `centre`.
    fn largest_square(&self, centre: Point) -> Option<(f64, Point)> {
        // The side of the largest square that ends at each cell; none before the first row and column.
        let mut sides = vec![0_u32; (CELLS + 1) * (CELLS + 1)];
        let mut best: Option<(u32, f64, Point)> = None;
        for row in 0..CELLS {
            let mut inside = false;
            for column in 0..CELLS {
                let cell = row * CELLS + column;
                inside ^= self.turns[cell];
                if !inside || self.crossed[cell] {
                    continue;
                }
                let above = row * (CELLS + 1) + column;
                let side = 1 + sides[above].min(sides[above + 1]).min(sides[above + CELLS + 1]);
                sides[above + CELLS + 2] = side;
                let half = f64::from(side) / 2.0;
                let middle = [column as f64 + 1.0 - half, row as f64 + 1.0 - half];
                let far = (middle[0] - centre[0]).powi(2) + (middle[1] - centre[1]).powi(2);
                if best.is_none_or(|(most, nearest, _)| side > most || (side == most && far < nearest)) {
                    best = Some((side, far, middle));
                }
            }
        }
        best.map(|(side, _, middle)| (f64::from(side), middle))
    }
}

/// Gives the rows or columns that begin in this range.
fn cells(from: f64, to: f64) -> std::ops::Range<usize> {
    // Casts end at the ends of the type: nothing is before the first.
    let at = |place: f64| (place.floor() as usize).min(CELLS);
    at(from)..at(to)
}
