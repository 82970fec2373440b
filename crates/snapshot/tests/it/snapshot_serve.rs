//! `snapshot serve`: the site as it looks once it is published, on this machine alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::program::snapshot;
use crate::snapshot_site::Site;

/// A server that ends with the test.
pub struct Server {
    child: Child,
    /// Host and port.
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    pub fn of(site: &Site) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_snapshot"))
            .args(["serve", "--port", "0", "--dist"])
            .arg(site.dist())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line.strip_prefix("http://").and_then(|rest| rest.split_once("/ を"));
        let address = address.unwrap_or_else(|| panic!("{line:?} names the address")).0.to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{address}: nobody else sees it");
        Self { child, address }
    }

    /// Asks for a path; gives the status with the heads in small letters, and the body.
    pub fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address).expect("asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer in UTF-8");
        let (heads, body) = answer.split_once("\r\n\r\n").expect("heads and a body");
        (heads.to_lowercase(), body.to_owned())
    }
}

#[test]
fn pages_files_and_unknown_addresses_are_sent_as_hosts_do() {
    let site = Site::new();
    site.run_well(&[]);
    let server = Server::of(&site);
    for (path, file, kind) in [
        ("/", "index.html", "text/html"),
        ("/cases/31-e-bidding-2020/?q=%E6%A8%A1", "cases/31-e-bidding-2020/index.html", "text/html"),
        ("/data/catalog.json", "data/catalog.json", "application/json"),
    ] {
        let (heads, body) = server.get(path);
        assert!(
            heads.starts_with("http/1.0 200") && heads.contains(&format!("content-type: {kind}")),
            "{heads}"
        );
        assert!(heads.contains("cache-control: no-cache"), "{heads}");
        assert_eq!(body, site.read(file), "{path}");
    }
    let (heads, body) = server.get("/towns/");
    assert!(heads.starts_with("http/1.0 404"), "{heads}");
    assert_eq!(body, site.read("404.html"));
    let (heads, _) = server.get("/cases");
    assert!(heads.contains("location: /cases/"), "{heads}");
    assert!(server.get("/../source/snapshot.toml").0.starts_with("http/1.0 404"), "nothing beside the site");
}

#[test]
fn a_port_in_use_and_a_folder_without_a_site_are_told() {
    let site = Site::new();
    let server = Server::of(&site);
    let (_, port) = server.address.split_once(':').expect("a port");
    let dist = site.dist();
    let run = snapshot(&["serve", "--dist", dist.to_str().expect("a path"), "--port", port]);
    assert!(run.code == 1 && run.err.contains("--port 8081"), "{}", run.err);
    let empty = TempDir::new().expect("a folder");
    let run = snapshot(&["serve", "--dist", empty.path().to_str().expect("a path")]);
    assert!(run.code == 1 && run.err.contains("index.html と、catalog.json の入った"), "{}", run.err);
}
