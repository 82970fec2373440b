//! As much of TopoJSON as it takes to see that a map can be drawn.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// A map with one object: shapes made of arcs that neighbours share.
#[derive(Debug)]
pub struct Topology {
    pub shapes: Vec<Shape>,
}

/// The outline of one area.
#[derive(Debug)]
pub struct Shape {
    pub id: String,
    pub code: String,
    pub name: String,
    /// Outlines with their holes, in degrees east and north; each ring ends where it begins.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
    /// Places of its arcs, whatever their direction.
    arcs: BTreeSet<usize>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "type")]
    kind: String,
    transform: Transform,
    /// Each a line of steps from point to point.
    arcs: Vec<Vec<[i64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "type")]
    kind: String,
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: String,
    properties: Properties,
    #[serde(flatten)]
    rings: Rings,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
    name: String,
}

/// An arc is used backwards where its place is written as its complement, a negative number.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Rings {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

impl Topology {
    /// Reads a map whose only object is `object`; says in words what is wrong with it.
    pub fn parse(text: &str, object: &str) -> Result<Self, String> {
        let mut file: File =
            serde_json::from_str(text).map_err(|error| format!("TopoJSON として読めません（{error}）。"))?;
        let collection = file.objects.remove(object).filter(|_| file.objects.is_empty());
        let Some(collection) = collection.filter(|collection| collection.kind == "GeometryCollection") else {
            return Err(format!("objects が {object} という GeometryCollection 一つではありません。"));
        };
        let scaled = file.transform.scale.iter().all(|scale| scale.is_finite() && *scale > 0.0);
        if file.kind != "Topology" || !scaled {
            return Err("type が Topology ではないか、transform.scale が正の数ではありません。".to_owned());
        }
        let shapes =
            collection.geometries.into_iter().map(|geometry| shape(geometry, &file.arcs, &file.transform));
        Ok(Self { shapes: shapes.collect::<Result<_, _>>()? })
    }

    /// Gives the pairs of shapes that have an arc in common, in order.
    pub fn borders(&self) -> BTreeSet<(String, String)> {
        let mut users: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for shape in &self.shapes {
            for arc in &shape.arcs {
                users.entry(*arc).or_default().insert(&shape.id);
            }
        }
        let pair = |ids: BTreeSet<&str>| {
            let mut ids = ids.into_iter();
            Some((ids.next()?.to_owned(), ids.next()?.to_owned()))
        };
        users.into_values().filter_map(pair).collect()
    }
}

fn shape(geometry: Geometry, arcs: &[Vec<[i64; 2]>], transform: &Transform) -> Result<Shape, String> {
    let polygons = match geometry.rings {
        Rings::Polygon(rings) => vec![rings],
        Rings::MultiPolygon(polygons) => polygons,
    };
    let rings = || polygons.iter().flatten();
    let drawable = rings().next().is_some() && rings().all(|ring| is_closed(ring, arcs));
    if !drawable {
        return Err(format!("図形 {} の線がつながっていません。", geometry.id));
    }
    Ok(Shape {
        id: geometry.id,
        code: geometry.properties.code,
        name: geometry.properties.name,
        arcs: rings().flatten().map(|&arc| place(arc)).collect(),
        polygons: polygons
            .iter()
            .map(|rings| rings.iter().map(|ring| points(ring, arcs, transform)).collect())
            .collect(),
    })
}

/// Gives the points of a ring. Where two arcs meet they have a point in common, which is taken once.
fn points(ring: &[i64], arcs: &[Vec<[i64; 2]>], transform: &Transform) -> Vec<[f64; 2]> {
    let mut points: Vec<[f64; 2]> = Vec::new();
    for &arc in ring {
        let steps = arcs.get(place(arc)).into_iter().flatten();
        let mut line: Vec<[f64; 2]> = steps
            .scan([0_i64; 2], |at, step| {
                *at = [at[0] + step[0], at[1] + step[1]];
                Some([0, 1].map(|axis| at[axis] as f64 * transform.scale[axis] + transform.translate[axis]))
            })
            .collect();
        if arc < 0 {
            line.reverse();
        }
        points.pop();
        points.extend(line);
    }
    points
}

fn place(arc: i64) -> usize {
    usize::try_from(if arc < 0 { !arc } else { arc }).unwrap_or(usize::MAX)
}

/// Tells if each arc begins where the one before it ends, and the last ends where the first begins.
fn is_closed(ring: &[i64], arcs: &[Vec<[i64; 2]>]) -> bool {
    let ends: Option<Vec<([i64; 2], [i64; 2])>> = ring
        .iter()
        .map(|&arc| {
            let steps = arcs.get(place(arc)).filter(|steps| steps.len() >= 2)?;
            let start = *steps.first()?;
            let end = steps.iter().fold([0, 0], |at, step| [at[0] + step[0], at[1] + step[1]]);
            Some(if arc < 0 { (end, start) } else { (start, end) })
        })
        .collect();
    ends.is_some_and(|ends| {
        let next = ends.iter().cycle().skip(1);
        !ends.is_empty() && ends.iter().zip(next).all(|(arc, next)| arc.1 == next.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives two squares side by side; `second` is the ring of the second one.
    fn map(second: &str) -> String {
        format!(
            r#"{{"type":"Topology","transform":{{"scale":[1,1],"translate":[0,0]}},
            "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
            "objects":{{"p":{{"type":"GeometryCollection","geometries":[
            {{"type":"Polygon","arcs":[[0,1]],"id":"01","properties":{{"code":"01","name":"a"}}}},
            {{"type":"MultiPolygon","arcs":[[{second}]],"id":"02","properties":{{"code":"02","name":"b"}}}}]}}}}}}"#
        )
    }

    #[test]
    fn shared_arcs_are_borders() {
        let borders = Topology::parse(&map("[2,-1]"), "p").map(|topology| topology.borders());
        assert_eq!(borders, Ok(BTreeSet::from([("01".to_owned(), "02".to_owned())])));
    }

    #[test]
    fn maps_that_cannot_be_drawn_are_refused() {
        for ring in ["[2,0]", "[2]", "[2,-1,9]", "[]"] {
            let refused = Topology::parse(&map(ring), "p");
            assert!(refused.is_err_and(|what| what.contains("図形 02")), "{ring}");
        }
        assert!(Topology::parse(&map("[2,-1]"), "q").is_err());
        assert!(Topology::parse("{}", "p").is_err());
    }
}
