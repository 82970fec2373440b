//! `snapshot links`, which asks other sites; here only servers on this machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Barrier, Mutex, mpsc};

use serde_json::{Value, json};
use tempfile::TempDir;

use server::{Reply, Server};

/// A source folder with a table of cases.
struct Source(TempDir);

impl Source {
    fn of(text: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("cases.jsonl"), text).expect("written");
        Self(folder)
    }

    /// A case whose sources have these addresses, as the project writes them.
    fn with(urls: &[String]) -> Self {
        let sources: Vec<String> = urls.iter().map(|url| format!("{{\"url\": \"{url}\"}}")).collect();
        Self::of(&format!("{{\"id\": \"a\", \"documents\": [], \"sources\": [{}]}}\n", sources.join(", ")))
    }

    fn table(&self) -> PathBuf {
        self.0.path().join("cases.jsonl")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.table()).expect("the table")
    }

    fn command(&self, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snapshot"));
        command.args(["links", "--pause", "0", "--source"]).arg(self.0.path()).args(more);
        for proxy in ["http_proxy", "https_proxy", "all_proxy"] {
            command.env_remove(proxy).env_remove(proxy.to_uppercase());
        }
        command
    }

    fn run(&self, more: &[&str]) -> Output {
        let output = self.command(more).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    /// The states by address, as the table has them.
    fn states(&self) -> BTreeMap<String, Option<String>> {
        let cases =
            self.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect::<Vec<Value>>();
        let entries = cases.iter().flat_map(|case| [&case["documents"], &case["sources"]]);
        let entries = entries.flat_map(|list| list.as_array().expect("a list"));
        let text = |value: &Value| value.as_str().map(str::to_owned);
        entries.map(|it| (text(&it["url"]).expect("an address"), text(&it["link"]["state"]))).collect()
    }
}

#[test]
fn each_answer_has_its_state() {
    let server = Server::start(|request| match (request.path.as_str(), request.method.as_str()) {
        ("/gone", _) => Reply::Status(404),
        ("/over", _) => Reply::Status(410),
        ("/moved", _) => Reply::Redirect(301, "/new".to_owned()),
        ("/moved-far", _) => Reply::Redirect(308, format!("http://localhost:{}/far", request.port)),
        ("/for-now", _) => Reply::Redirect(302, "new".to_owned()),
        ("/home", _) => Reply::Redirect(301, "/".to_owned()),
        ("/lost", _) => Reply::Redirect(301, "/gone".to_owned()),
        ("/loop", _) => Reply::Redirect(301, "/loop".to_owned()),
        ("/elsewhere", _) => Reply::Redirect(301, "file:///etc/hosts".to_owned()),
        ("/forbidden", _) => Reply::Status(403),
        ("/busy", _) => Reply::Status(429),
        ("/broken", _) => Reply::Status(500),
        ("/no-head" | "/head-404", "HEAD") => {
            Reply::Status(if request.path == "/no-head" { 405 } else { 404 })
        }
        ("/slow", _) => Reply::Silence,
        _ => Reply::Status(200),
    });
    let expected = [
        ("/there", "ok"),
        ("/%E5%8C%97?a=1&b=2", "ok"),
        ("/no-head", "ok"),
        ("/head-404", "ok"),
        ("/for-now", "ok"),
        ("/gone", "gone"),
        ("/over", "gone"),
        ("/lost", "gone"),
        ("/moved", "rehosted"),
        ("/moved-far", "rehosted"),
        ("/home", "unknown"),
        ("/loop", "unknown"),
        ("/elsewhere", "unknown"),
        ("/forbidden", "unknown"),
        ("/busy", "unknown"),
        ("/broken", "unknown"),
        ("/slow", "unknown"),
    ];
    let url = |path: &str| server.url("127.0.0.1", path);
    let urls: Vec<String> = expected.iter().map(|(path, _)| url(path)).collect();
    let source = Source::with(&urls);
    let output = source.run(&["--timeout", "1"]);
    let states = source.states();
    for (path, state) in expected {
        assert_eq!(states[&url(path)].as_deref(), Some(state), "{path}");
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains(&format!("調べたアドレス {}件", expected.len())), "{said}");
    assert!(
        said.contains(&url("/over")) && !said.contains(&url("/broken")),
        "what is gone is listed: {said}"
    );
    let lines = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(lines.lines().count(), expected.len(), "a line each where there is no terminal: {lines}");

    let busy = server.requests().into_iter().filter(|request| request.path == "/busy").count();
    assert_eq!(busy, 1, "a site that asks to be left alone is not asked again");
    assert!(server.requests().iter().all(|it| it.user_agent.starts_with("joint-procurement-dashboard/")));
}

#[test]
fn nobody_listening_is_not_gone() {
    // Bound and given back: nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}/");
    let source = Source::with(std::slice::from_ref(&url));
    source.run(&[]);
    assert_eq!(source.states()[&url].as_deref(), Some("unknown"));
}

#[test]
fn sites_are_asked_at_the_same_time_but_each_for_one_page() {
    let both = Arc::new(Barrier::new(2));
    let server = Server::start(move |request| match request.path.as_str() {
        // Neither is answered before both have been asked.
        "/0" => {
            both.wait();
            Reply::Status(200)
        }
        // The other site may be asked for something else just then.
        path if path.starts_with("/across") => {
            Reply::Redirect(301, format!("http://localhost:{}/far", request.port))
        }
        _ => Reply::Status(200),
    });
    let pages = |host: &'static str| (0..12).map(move |number| (host, format!("/{number}")));
    let across = (0..12).map(|number| ("127.0.0.1", format!("/across{number}")));
    let urls: Vec<String> = pages("127.0.0.1")
        .chain(pages("localhost"))
        .chain(across)
        .map(|(host, path)| server.url(host, &path))
        .collect();
    let source = Source::with(&urls);
    source.run(&[]);
    assert!(source.states().values().all(|state| matches!(state.as_deref(), Some("ok" | "rehosted"))));
    assert_eq!(server.requests().len(), 2 * 12 + 2 * 12);
    assert_eq!(server.most_at_a_time(), 1);
}

#[test]
fn a_page_is_asked_for_once_and_noted_wherever_it_stands() {
    let server = Server::start(|_| Reply::Status(200));
    let url = server.url("127.0.0.1", "/a");
    let document = json!({"kind": "RFI", "url": format!("{url}#page=2")});
    let cases = [
        json!({"id": "a", "documents": [document], "sources": [{"url": url}]}),
        json!({"id": "b", "sources": [{"url": url}]}),
    ];
    let source = Source::of(&cases.map(|case| format!("{case}\n")).concat());
    source.run(&[]);
    assert_eq!(server.paths(), ["/a"]);
    assert_eq!(
        source.text().matches("\"link\":{\"state\":\"ok\",\"seen_on\":\"").count(),
        3,
        "{}",
        source.text()
    );
}

#[test]
fn a_later_run_asks_only_for_what_is_due_and_touches_nothing_else() {
    let server = Server::start(|_| Reply::Status(200));
    let urls: Vec<String> = (0..5).map(|number| server.url("127.0.0.1", &format!("/{number}"))).collect();
    let source = Source::with(&urls);
    let untouched = source.text();
    let output = source.run(&["--limit", "0"]);
    assert_eq!(source.text(), untouched);
    assert!(String::from_utf8_lossy(&output.stdout).contains("残したアドレス 5件"));

    source.run(&["--limit", "3"]);
    assert_eq!(server.paths(), ["/0", "/1", "/2"], "the first ones");
    source.run(&[]);
    assert_eq!(server.paths(), ["/0", "/1", "/2", "/3", "/4"]);

    let (noted, written) = (source.text(), fs::metadata(source.table()).unwrap().modified().unwrap());
    source.run(&[]);
    assert_eq!(server.paths().len(), 5, "all were seen today");
    source.run(&["--fresh-days", "0"]);
    assert_eq!(server.paths().len(), 10);
    assert_eq!(source.text(), noted, "the same answers on the same day");
    assert_eq!(fs::metadata(source.table()).unwrap().modified().unwrap(), written, "not even written again");
    assert_eq!(fs::read_dir(source.0.path()).unwrap().count(), 1, "no other file is left");
}

#[test]
fn a_run_that_is_killed_loses_only_what_it_was_asking_for() {
    let (asked, is_asked) = mpsc::channel();
    let asked = Mutex::new(Some(asked));
    let server = Server::start(move |request| match request.path.as_str() {
        // Silent the first time.
        "/1" => match asked.lock().unwrap().take() {
            Some(asked) => {
                asked.send(()).unwrap();
                Reply::Silence
            }
            None => Reply::Status(404),
        },
        _ => Reply::Status(200),
    });
    let urls: Vec<String> = (0..3).map(|number| server.url("127.0.0.1", &format!("/{number}"))).collect();
    let source = Source::with(&urls);
    let mut child = source.command(&[]).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
    is_asked.recv().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let state = |at: usize| source.states()[&urls[at]].clone();
    assert_eq!([0, 1, 2].map(state), [Some("ok".to_owned()), None, None]);

    // As a run leaves it that is killed while it writes.
    fs::write(source.0.path().join(".snapshot-abc.tmp"), "{").unwrap();
    source.run(&[]);
    assert_eq!([0, 1, 2].map(state), ["ok", "gone", "ok"].map(|state| Some(state.to_owned())));
    assert_eq!(server.paths().iter().filter(|path| *path == "/0").count(), 1, "not asked for again");
    assert_eq!(fs::read_dir(source.0.path()).unwrap().count(), 1, "what was left is cleared");
}

#[test]
fn a_table_that_cannot_be_read_is_told_and_nobody_is_asked() {
    let server = Server::start(|_| Reply::Status(200));
    let url = server.url("127.0.0.1", "/");
    let text = format!("{{\"sources\": [{{\"url\": \"{url}\"}}]}}\n{{\"sources\": [{{}}]}}\n");
    let source = Source::of(&text);
    let output = source.command(&[]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("■ cases.jsonl（1件）") && said.contains("2行目"), "{said}");
    assert_eq!((source.text(), server.paths()), (text, Vec::new()));

    fs::remove_file(source.table()).unwrap();
    let output = source.command(&[]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("見つかりません"));
}
