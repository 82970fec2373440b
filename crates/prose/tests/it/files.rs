//! The files in `prose/`, and the guide in `docs/`.

use std::fs;
use std::path::PathBuf;

use joint_procurement_prose::markdown::{code, read, sources};
use joint_procurement_prose::{Block, Kind, Place, Run, State, Value};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn nothing_is_wrong_with_them() {
    let faults = read(&sources(&folder()).unwrap()).err().unwrap_or_default();
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(code(&folder()).unwrap().unwrap().contains("static FAQ: joint_procurement_prose::Page"));
}

#[test]
fn the_guide_shows_screens_with_their_sizes() {
    let pages = read(&sources(&folder()).unwrap()).unwrap();
    let blocks = pages[2].sections.iter().flat_map(|section| section.blocks);
    let pictures: Vec<_> =
        blocks.filter_map(|block| if let Block::Picture(it) = block { Some(it) } else { None }).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        let file = fs::read(folder().join("docs").join(picture.file)).unwrap();
        let (width, height) = picture.size;
        assert!(width > 300 && height > 100 && file.len() < 80_000, "{picture:?}: {} bytes", file.len());
    }
    let guide = &sources(&folder()).unwrap()[2].text;
    let listed = fs::read_dir(folder().join("docs/images/maintainer")).unwrap();
    for file in listed {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(guide.contains(&format!("(images/maintainer/{name})")), "{name} is shown");
    }
}

#[test]
fn the_readme_explains_every_name() {
    let readme = fs::read_to_string(folder().join("prose/README.md")).unwrap();
    let names = Value::ALL.iter().map(|it| it.name());
    let names = names.chain(Run::ALL.iter().map(|it| it.name())).chain(Place::ALL.iter().map(|it| it.name()));
    let conditions = Kind::ALL.iter().map(|it| it.name()).chain(State::ALL.iter().map(|it| it.name()));
    let rows = names.map(|name| format!("| `{{{name}}}` |"));
    for row in rows.chain(conditions.map(|name| format!("| `{{if {name}}}` |"))) {
        assert_eq!(readme.matches(&row).count(), 1, "prose/README.md: {row}");
    }
}
