//! The files in `prose/`.

use std::fs;
use std::path::PathBuf;

use joint_procurement_prose::markdown::{code, read, sources};
use joint_procurement_prose::{Kind, Place, Run, State, Value};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../prose")
}

#[test]
fn nothing_is_wrong_with_them() {
    let faults = read(&sources(&folder()).unwrap()).err().unwrap_or_default();
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(code(&folder()).unwrap().unwrap().contains("static FAQ: joint_procurement_prose::Page"));
}

#[test]
fn the_readme_explains_every_name() {
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    let names = Value::ALL.iter().map(|it| it.name());
    let names = names.chain(Run::ALL.iter().map(|it| it.name())).chain(Place::ALL.iter().map(|it| it.name()));
    let conditions = Kind::ALL.iter().map(|it| it.name()).chain(State::ALL.iter().map(|it| it.name()));
    let rows = names.map(|name| format!("| `{{{name}}}` |"));
    for row in rows.chain(conditions.map(|name| format!("| `{{if {name}}}` |"))) {
        assert_eq!(readme.matches(&row).count(), 1, "prose/README.md: {row}");
    }
}
