//! The room for words within outlines: as published, and of any shape.

use std::fs;

use joint_procurement_core::domain::{Outline, Outlines, Point, Room};
use joint_procurement_testing::{data_folder, published};
use proptest::prelude::*;

/// The published drawings.
fn drawings() -> Vec<(String, Outlines)> {
    let folder = data_folder().join(published().snapshot.meta.id.as_str());
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let maps = paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("map-"));
    maps.map(|path| (path.display().to_string(), serde_json::from_slice(&fs::read(path).unwrap()).unwrap()))
        .collect()
}

/// The rings of a path, read in another way than the program's.
fn rings(path: &str) -> Vec<Vec<Point>> {
    let ring = |ring: &str| {
        let spaced = ring.replace(['M', 'l'], " ").replace('-', " -");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let mut at = [0.0, 0.0];
        let points = numbers.chunks(2).map(|step| {
            at = [at[0] + step[0], at[1] + step[1]];
            at
        });
        points.collect()
    };
    path.split_terminator('z').map(ring).collect()
}

fn lines(rings: &[Vec<Point>]) -> Vec<(Point, Point)> {
    let of_ring = |ring: &Vec<Point>| {
        let next = ring.iter().cycle().skip(1).copied();
        ring.iter().copied().zip(next).collect::<Vec<_>>()
    };
    rings.iter().flat_map(of_ring).collect()
}

/// Tells if a place is inside: a line to the right of it crosses an odd number of sides.
fn is_inside(rings: &[Vec<Point>], [x, y]: Point) -> bool {
    let crosses = |&([ax, ay], [bx, by]): &(Point, Point)| {
        (ay > y) != (by > y) && x < ax + (y - ay) * (bx - ax) / (by - ay)
    };
    lines(rings).iter().filter(|line| crosses(line)).count() % 2 == 1
}

/// Tells if a line has a place within the room: cut to it on each side in turn.
fn enters(room: &Room, (from, to): (Point, Point)) -> bool {
    let half = [room.width / 2.0, room.height / 2.0];
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for axis in [0, 1] {
        let (low, high) = (room.middle[axis] - half[axis] + 1e-6, room.middle[axis] + half[axis] - 1e-6);
        let step = to[axis] - from[axis];
        if step == 0.0 {
            if from[axis] <= low || from[axis] >= high {
                return false;
            }
            continue;
        }
        let ends = [(low - from[axis]) / step, (high - from[axis]) / step];
        first = first.max(ends[0].min(ends[1]));
        last = last.min(ends[0].max(ends[1]));
    }
    first < last
}

#[track_caller]
fn check(outline: &Outline, shape: f64) -> Option<Room> {
    let rings = rings(&outline.path);
    let room = outline.room(shape)?;
    assert!(room.width > 0.0 && (room.width / room.height - shape).abs() < 1e-6, "{room:?}");
    assert!(is_inside(&rings, room.middle), "{}: {room:?}", outline.path);
    for line in lines(&rings) {
        assert!(!enters(&room, line), "{}: {room:?} is crossed by {line:?}", outline.path);
    }
    Some(room)
}

#[test]
fn the_room_of_each_published_area_lies_within_its_outline() {
    let mut areas = 0;
    for (path, drawing) in drawings() {
        for outline in &drawing.areas {
            for shape in [1.0, 2.0, 4.0] {
                let room = check(outline, shape);
                assert!(room.is_some(), "{path}: {}", outline.code);
            }
            areas += 1;
        }
    }
    assert!(areas > 1700, "{areas}");
}

#[test]
fn the_ends_of_an_area_are_points_of_its_largest_ring() {
    for (path, drawing) in drawings() {
        for outline in &drawing.areas {
            let [top, bottom] = outline.ends().unwrap();
            let rings = rings(&outline.path);
            let ring = rings.iter().find(|ring| ring.contains(&top)).unwrap();
            assert!(ring.contains(&bottom), "{path}: {}", outline.code);
            assert!(ring.iter().all(|[_, y]| (top[1]..=bottom[1]).contains(y)), "{path}: {}", outline.code);
        }
    }
}

fn outline(path: &str) -> Outline {
    Outline { code: "01".to_owned(), path: path.to_owned() }
}

#[test]
fn the_room_is_as_large_as_the_shape_allows() {
    // A rectangle: all of it but the cells at its rim.
    let room = check(&outline("M10 20l200 0 0 100-200 0z"), 2.0).unwrap();
    assert!(room.width > 180.0 && room.height > 90.0, "{room:?}");
    assert!((room.middle[0] - 110.0).abs() < 8.0 && (room.middle[1] - 70.0).abs() < 8.0, "{room:?}");
    // A lake in the middle, and an island far away.
    let with_lake = outline("M0 0l300 0 0 100-300 0zM100 10l100 0 0 80-100 0zM900 900l5 0 0 5-5 0z");
    let room = check(&with_lake, 1.0).unwrap();
    assert!(room.width > 80.0 && room.width < 100.0, "{room:?}");
    assert!(outline("").room(1.0).is_none() && outline("").ends().is_none());
    assert!(outline("M5 5l9 0-9 0z").room(1.0).is_none(), "a line has no room");
}

proptest! {
    #[test]
    fn the_room_lies_within_any_shape(
        // Corners around a middle, so that no two sides cross.
        reaches in prop::collection::vec(3_i32..200, 3..40),
        shape in 0.4_f64..6.0,
    ) {
        let turn = std::f64::consts::TAU / reaches.len() as f64;
        let corners = reaches.iter().zip(0..).map(|(&reach, place)| {
            let (sin, cos) = (turn * f64::from(place)).sin_cos();
            [300 + (f64::from(reach) * cos) as i32, 300 + (f64::from(reach) * sin) as i32]
        });
        let corners: Vec<[i32; 2]> = corners.collect();
        let mut path = format!("M{} {}l", corners[0][0], corners[0][1]);
        for step in corners.windows(2) {
            path += &format!("{} {} ", step[1][0] - step[0][0], step[1][1] - step[0][1]);
        }
        check(&outline(&(path + "z")), shape);
    }
}
