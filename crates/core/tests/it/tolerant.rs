//! Published files of other versions. Things that a later one has added are passed over, things that it or an
//! earlier one lacks have a default, and things that cannot be done without are named.

use std::fmt::Debug;

use joint_procurement_core::domain::*;
use joint_procurement_core::files::{Cause, DataError, parse};
use joint_procurement_testing::{data_folder, published};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// A published file as JSON.
pub fn file(role: FileRole) -> Value {
    let meta = published().snapshot.meta;
    let bytes = std::fs::read(data_folder().join(&meta.file(role).unwrap().path)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn catalog() -> Value {
    let mut catalog: Value =
        serde_json::from_slice(&std::fs::read(data_folder().join("catalog.json")).unwrap()).unwrap();
    catalog["snapshots"][0]["credits"][0]["url"] = json!("https://example.jp/");
    catalog
}

/// There may be none published.
pub fn errata() -> Value {
    json!({"schema_version": 1, "entries": [
        {"date": "2026-11-24", "case": "31-gis-2011", "field": "vendor", "wrong": "a", "right": "b", "reason": "c",
            "url": "https://example.jp/"},
        {"date": "2026-11-23", "field": "removal", "reason": "d"},
    ]})
}

/// A shard in which every field occurs.
pub fn details() -> Value {
    let occurs =
        |shard: &Value| shard["details"].as_array().unwrap().iter().any(|it| it["documents"] != json!([]));
    let mut shard = (0..).map(|number| file(FileRole::Details(number))).find(occurs).unwrap();
    // No state of an address is published yet.
    for detail in shard["details"].as_array_mut().unwrap() {
        for pages in ["documents", "sources"] {
            for page in detail[pages].as_array_mut().unwrap() {
                page["link"] = json!({"state": "gone", "seen_on": "2026-11-28"});
                page["archived_url"] = json!("https://example.jp/");
            }
        }
        detail["evidence"] = json!([{"field": "vendor", "sources": [detail["sources"][0]["key"]]}]);
    }
    shard
}

pub fn read<T: DeserializeOwned>(json: &Value) -> Result<T, DataError> {
    parse("x.json", json.to_string().as_bytes())
}

/// Edits every object, with the keys on the way to it: `snapshots.files`.
fn each_object(json: &mut Value, level: &str, edit: &mut impl FnMut(&str, &mut Object)) {
    match json {
        Value::Array(values) => values.iter_mut().for_each(|value| each_object(value, level, edit)),
        Value::Object(object) => {
            // First, so that what is added is left alone.
            for (key, value) in object.iter_mut() {
                each_object(value, format!("{level}.{key}").trim_start_matches('.'), edit);
            }
            edit(level, object);
        }
        _ => {}
    }
}

/// Every field with its object's level, once.
fn fields(json: &Value) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    each_object(&mut json.clone(), "", &mut |level, object| {
        for key in object.keys() {
            let field = (level.to_owned(), key.clone());
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    });
    fields
}

/// The file with one field changed in each object that has it.
fn with_field(json: &Value, (level, key): &(String, String), edit: impl Fn(&mut Object, &str)) -> Value {
    let mut json = json.clone();
    each_object(&mut json, "", &mut |at, object| {
        if at == level && object.contains_key(key) {
            edit(object, key);
        }
    });
    json
}

/// Reads the file with what another version may have added or left out. `optional` are the fields that may
/// be absent, with what that means.
pub fn check<T: DeserializeOwned + PartialEq + Debug>(json: &Value, optional: &[(&str, Value)]) {
    let read_as_it_is: T = read(json).unwrap();
    let mut later = json.clone();
    each_object(&mut later, "", &mut |_, object| {
        object.insert("added_later".to_owned(), json!({"a": [1, -2.5, null, {"b": "c"}], "kind": true}));
    });
    assert_eq!(read::<T>(&later).unwrap(), read_as_it_is, "unknown fields are passed over");

    for field in fields(json) {
        let name = format!("{}.{}", field.0, field.1).trim_start_matches('.').to_owned();
        let absent = with_field(json, &field, |object, key| drop(object.shift_remove(key)));
        match optional.iter().find(|(optional, _)| *optional == name) {
            Some((_, default)) => {
                let stated = with_field(json, &field, |object, key| {
                    drop(object.insert(key.to_owned(), default.clone()))
                });
                assert_eq!(read::<T>(&absent).unwrap(), read::<T>(&stated).unwrap(), "without {name}");
            }
            None => {
                let Err(DataError { file, cause: Cause::Broken(message) }) = read::<T>(&absent) else {
                    panic!("read without {name}");
                };
                assert_eq!(file, "x.json");
                let missing = format!("missing field `{}`", field.1);
                assert!(message.contains(&missing), "{name}: {message}");
                // The way to the first such object.
                let outermost = field.0.split('.').next().unwrap();
                assert!(message.starts_with(outermost), "{name}: {message}");
            }
        }
    }
    for (name, _) in optional {
        let is_there =
            fields(json).iter().any(|(level, key)| format!("{level}.{key}").trim_start_matches('.') == *name);
        assert!(is_there, "{name} does not occur");
    }

    let mut newer = json.clone();
    newer.as_object_mut().unwrap().retain(|key, _| key == "schema_version");
    newer["schema_version"] = json!(SCHEMA_VERSION + 1);
    assert_eq!(
        read::<T>(&newer).unwrap_err().cause,
        Cause::NewerSchema(u64::from(SCHEMA_VERSION) + 1),
        "before anything else"
    );
    let mut newer = json.clone();
    newer["schema_version"] = json!(SCHEMA_VERSION + 1);
    assert_eq!(
        read::<T>(&newer).unwrap_err().cause,
        Cause::NewerSchema(u64::from(SCHEMA_VERSION) + 1),
        "even where it could be read"
    );
}

#[test]
fn the_catalog_is_read_tolerantly() {
    let nobody = json!({"name": "", "url": ""});
    check::<Catalog>(
        &catalog(),
        &[
            ("source_files", json!([])),
            ("snapshots.schema_version", json!(1)),
            ("snapshots.maintainer", nobody),
            ("snapshots.maintainer.name", json!("")),
            ("snapshots.maintainer.url", json!("")),
            ("snapshots.update_note", json!("")),
            ("snapshots.credits", json!([])),
            ("snapshots.credits.url", Value::Null),
        ],
    );
}

#[test]
fn details_are_read_tolerantly() {
    let texts = ["background", "process", "cost_sharing"];
    let texts: Vec<String> = texts.iter().map(|text| format!("details.{text}")).collect();
    let mut optional: Vec<(&str, Value)> = texts.iter().map(|text| (text.as_str(), Value::Null)).collect();
    optional.extend([
        ("details.documents", json!([])),
        ("details.sources", json!([])),
        ("details.sources.key", Value::Null),
        ("details.evidence", json!([])),
    ]);
    let of_pages = ["documents", "sources"].into_iter().flat_map(|pages| {
        ["published", "class", "link", "archived_url"].map(|key| format!("details.{pages}.{key}"))
    });
    let of_pages: Vec<String> = of_pages.collect();
    optional.extend(of_pages.iter().map(|key| (key.as_str(), Value::Null)));
    check::<DetailShard>(&details(), &optional);
}

#[test]
fn corrections_are_read_tolerantly() {
    let optional = ["case", "field", "wrong", "right", "url"].map(|key| format!("entries.{key}"));
    check::<Errata>(&errata(), &optional.each_ref().map(|key| (key.as_str(), Value::Null)));
}

/// There may be none published.
pub fn funding() -> Value {
    json!({"schema_version": 1, "programmes": [{
        "slug": "bond", "name": "a", "kind": "b", "giver": "c", "object": "d", "joint": "eligible", "rate": "e",
        "ceiling": "f", "period": "g", "ended": true, "system_types": ["gis"], "checked_on": "2026-11-20",
        "note": "h", "sources": [
            {"url": "https://example.jp/", "publisher": "i", "published": "2025-11", "class": "press", "note": "j"},
        ],
    }]})
}

#[test]
fn programmes_are_read_tolerantly() {
    let optional = ["rate", "ceiling", "period", "ended", "note", "sources.published", "sources.note"];
    let optional = optional.map(|key| format!("programmes.{key}"));
    let mut optional: Vec<_> = optional.iter().map(|key| (key.as_str(), Value::Null)).collect();
    optional.push(("programmes.system_types", json!([])));
    check::<Funding>(&funding(), &optional);

    let mut later = funding();
    later["programmes"][0]["joint"] = json!("desired");
    let later: Funding = read(&later).unwrap();
    assert_eq!(later.programmes[0].joint, JointBuying::Unclear, "a word that only a later version knows");
}

#[test]
fn maps_are_read_tolerantly() {
    check::<Outlines>(&file(FileRole::MapOf("47".parse().unwrap())), &[("insets", json!([]))]);
}

#[test]
fn places_are_read_tolerantly() {
    check::<Prefectures>(
        &file(FileRole::Prefectures),
        &[
            ("regions.name_en", json!("")),
            ("prefectures.name_en", json!("")),
            ("prefectures.neighbours", json!([])),
            ("prefectures.crossings", json!([])),
            ("prefectures.municipal_staff", Value::Null),
        ],
    );
    let optional = ["staff", "county", "ward_code", "ward_name", "ward_kana", "latitude", "longitude"];
    check::<Municipalities>(&file(FileRole::Municipalities), &optional.map(|key| (key, Value::Null)));
    let mut without = file(FileRole::Municipalities);
    for key in optional {
        without.as_object_mut().unwrap().shift_remove(key);
    }
    let places: Municipalities = read(&without).unwrap();
    assert!(places.is_sound() && places.iter().count() == published().municipalities.len());
    assert!(places.iter().all(|place| place.staff.is_none() && place.population > 0));
    assert!(places.iter().all(|place| place.office.is_none()), "no place without both columns");
    assert!(places.wards().count() == 0 && places.iter().all(|place| places.county(place.code).is_none()));
}

#[test]
fn terms_are_read_tolerantly() {
    check::<Terms>(
        &file(FileRole::Terms),
        &[
            ("domains.name_en", json!("")),
            ("domains.description", Value::Null),
            ("system_types.name_en", json!("")),
            ("system_types.description", json!("")),
            ("system_types.policy_notes", json!([])),
            ("system_types.policy_notes.source_published", Value::Null),
            ("benefits.name_en", json!("")),
            ("lead_kinds.name_en", json!("")),
            ("lead_kinds.description", Value::Null),
            ("synonyms", json!([])),
        ],
    );
}
