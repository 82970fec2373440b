//! A web server of a test's own. It has two names, `127.0.0.1` and `localhost`, as if it were two sites.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// The name by which the server was asked.
    pub host: String,
    pub port: u16,
    pub path: String,
    pub user_agent: String,
}

/// The answer to a request.
pub enum Reply {
    Status(u16),
    /// A status and the place to which it leads.
    Redirect(u16, String),
    /// None, as long as the client waits.
    Silence,
}

#[derive(Default)]
struct Seen {
    requests: Vec<Request>,
    under_way: HashMap<String, usize>,
    /// The most requests that one name had under way at a time.
    most: usize,
}

pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// Answers for as long as the tests run.
    pub fn start(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (seen, answer) = (Arc::new(Mutex::new(Seen::default())), Arc::new(answer));
        let (seen_there, answer_there) = (Arc::clone(&seen), answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, answer) = (Arc::clone(&seen_there), Arc::clone(&answer_there));
                thread::spawn(move || talk(stream, &seen, &*answer));
            }
        });
        Self { port, seen }
    }

    /// The address of a path under one of the two names.
    pub fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    pub fn requests(&self) -> Vec<Request> {
        self.seen.lock().expect("no panic").requests.clone()
    }

    pub fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.path).collect()
    }

    pub fn most_at_a_time(&self) -> usize {
        self.seen.lock().expect("no panic").most
    }
}

fn talk(mut stream: TcpStream, seen: &Mutex<Seen>, answer: &dyn Fn(&Request) -> Reply) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let header = |name: &str| {
        let found = headers.iter().filter_map(|line| line.split_once(':'));
        let found = found.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim());
        found.map(str::to_owned).next().unwrap_or_default()
    };
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().expect("a method"), words.next().expect("a path"));
    let named = header("host");
    let (host, port) = named.rsplit_once(':').expect("a port");
    let (host, port) = (host.to_owned(), port.parse().expect("a number"));
    let request = Request { method, host, port, path, user_agent: header("user-agent") };
    {
        let mut seen = seen.lock().expect("no panic");
        seen.requests.push(request.clone());
        let count = seen.under_way.entry(request.host.clone()).or_default();
        *count += 1;
        seen.most = seen.most.max(seen.under_way[&request.host]);
    }
    let reply = answer(&request);
    if matches!(reply, Reply::Silence) {
        // Until the client goes away.
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
    }
    // Before the client can send its next one.
    *seen.lock().expect("no panic").under_way.entry(request.host).or_default() -= 1;
    let (status, location) = match reply {
        Reply::Status(status) => (status, String::new()),
        Reply::Redirect(status, to) => (status, format!("Location: {to}\r\n")),
        Reply::Silence => return,
    };
    let _ = write!(stream, "HTTP/1.1 {status} X\r\n{location}Content-Length: 0\r\nConnection: close\r\n\r\n");
}
