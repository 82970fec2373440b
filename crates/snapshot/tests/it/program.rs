//! Runs the real program on source tables of a test's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

/// The exit code and the output of a run.
pub struct Run {
    /// 0 for success, 1 for mistakes in files, 2 for mistakes in arguments.
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program; it must end by itself and not by a panic.
pub fn snapshot<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_snapshot")).args(arguments))
}

/// The day on which the tests run, for the program: 2026-11-30.
pub const TODAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1795996800");

pub fn run(command: &mut Command) -> Run {
    let (name, day) = TODAY;
    command.env(name, day);
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let run =
        Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run
}

/// The published source tables of the project.
pub fn real_source() -> PathBuf {
    real_data().join("source")
}

/// The published data of the project.
pub fn real_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data")
}

/// The id of the snapshot of a workshop, whatever that of the project is.
pub const ID: &str = "2026-11-23";

/// A source folder with the real places and terms and four made-up cases, and a data folder to build
/// into. Both vanish with it.
pub struct Workshop {
    folder: TempDir,
    /// Below the folder.
    source: &'static str,
}

impl Workshop {
    pub fn new() -> Self {
        Self::with_source_in("source")
    }

    /// The source folder is in the data folder, as in the project.
    pub fn with_published_source() -> Self {
        Self::with_source_in("data/source")
    }

    fn with_source_in(source: &'static str) -> Self {
        let workshop = Self { folder: TempDir::new().expect("a temporary folder"), source };
        copy(&real_source(), &workshop.source());
        workshop.write_cases(&cases());
        // The real ones tell of real cases.
        let errata = workshop.read("errata.csv");
        workshop.write("errata.csv", format!("{}\n", errata.lines().next().expect("a header")));
        // Those that are published were read on a later day.
        for name in ["funding.csv", "funding_sources.csv"] {
            fs::remove_file(workshop.file(name)).expect("the table is there");
        }
        let settings = workshop.read("snapshot.toml");
        let dated = settings.lines().map(|line| match line.split_once(" = ") {
            Some(("id", _)) => format!("id = \"{ID}\""),
            Some(("as_of", _)) => "as_of = \"2026-11-23\"".to_owned(),
            Some(("published_at", _)) => "published_at = \"2026-11-24\"".to_owned(),
            _ => line.to_owned(),
        });
        workshop.write("snapshot.toml", dated.map(|line| format!("{line}\n")).collect::<String>());
        workshop
    }

    pub fn source(&self) -> PathBuf {
        self.folder.path().join(self.source)
    }

    /// The data folder; it exists after a successful build.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.source().join(name)
    }

    pub fn write_cases(&self, cases: &[Value]) {
        let lines: String = cases.iter().map(|case| format!("{case}\n")).collect();
        self.write("cases.jsonl", lines);
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.file(name), content).expect("the file is written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).expect("the file is read")
    }

    /// Replaces a text that stands in the file.
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from:?} stands in {name}");
        self.write(name, text.replacen(from, to, 1));
    }

    pub fn build(&self) -> Run {
        let (source, data) = (self.source(), self.data());
        snapshot(&[
            "build".as_ref(),
            "--source".as_ref(),
            source.as_os_str(),
            "--out".as_ref(),
            data.as_os_str(),
        ])
    }

    pub fn build_well(&self) -> Run {
        let run = self.build();
        assert_eq!(run.code, 0, "{}", run.err);
        run
    }

    pub fn check(&self) -> Run {
        snapshot(&["check".as_ref(), self.data().as_os_str()])
    }
}

/// Every file below a folder with its content.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(contents(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    files
}

/// Every folder below a folder.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    let own: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    own.iter().cloned().chain(own.iter().flat_map(|folder| folders(folder))).collect()
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("the folder is read") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the file is copied");
        }
    }
}

/// Made-up cases: one with every field, one with none, one across prefectures, one of a whole prefecture.
pub fn cases() -> Vec<Value> {
    vec![full_case(), bare_case("13-gis-1"), across_prefectures(), whole_prefecture()]
}

/// A case that states everything.
pub fn full_case() -> Value {
    serde_json::from_str(include_str!("fixtures/full_case.json")).expect("a case in JSON")
}

/// A case of which only what every case must have is known.
pub fn bare_case(id: &str) -> Value {
    let mut case = full_case();
    for (key, value) in case.as_object_mut().expect("an object") {
        *value = match (key.as_str(), &*value) {
            ("id", _) => json!(id),
            ("prefecture_code", _) => json!(id[..2]),
            ("sources", value) => value.clone(),
            ("evidence", _) => json!({}),
            ("lead_organization" | "lead_kind" | "scope" | "title" | "system_type" | "domain", value) => {
                value.clone()
            }
            (_, Value::Array(_)) if key != "participants_names" && key != "annual_cost_yen" => json!([]),
            _ => Value::Null,
        };
    }
    case
}

fn across_prefectures() -> Value {
    let mut case = bare_case("07-gis-2010");
    case["partner_prefecture_codes"] = json!(["01"]);
    case["participants_names"] = json!(["福島県伊達市", "北海道伊達市"]);
    case["scope"] = json!("municipal");
    case["lead_kind"] = json!("municipalities");
    case
}

fn whole_prefecture() -> Value {
    let mut case = bare_case("31-gis-2011");
    case["participants_all_in_prefecture"] = json!(true);
    case["participants_count"] = json!(19);
    case["missing"] = json!({"initial_cost_yen": "not_public", "background": "no_answer"});
    case
}
