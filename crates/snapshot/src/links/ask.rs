//! Asks a site for a page, politely: one request a host at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use joint_procurement_core::domain::LinkState;
use ureq::Agent;
use ureq::http::header::LOCATION;
use url::Url;

/// Told to the sites, so that they can see who asks and why.
const USER_AGENT: &str = concat!(
    "joint-procurement-dashboard/",
    env!("CARGO_PKG_VERSION"),
    " (checks that cited pages are still there)"
);
/// Redirects that are followed.
const HOPS: usize = 8;
const TOO_MANY_REQUESTS: u16 = 429;

/// The outcome of asking for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    State(LinkState),
    /// No host of that name was found.
    NoHost,
    /// Nobody answered in time.
    NoReply,
}

/// The one who asks.
pub struct Asker {
    agent: Agent,
    /// Waited after each request, while the host is still taken.
    pause: Duration,
    /// Hosts that are being asked hold their lock.
    hosts: Mutex<HashMap<String, Arc<Mutex<()>>>>,
}

enum Reply {
    Status(u16),
    Redirect { permanent: bool, to: Url },
}

impl Asker {
    pub fn new(timeout: Duration, pause: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(timeout))
            .user_agent(USER_AGENT)
            .build();
        Self { agent: config.into(), pause, hosts: Mutex::default() }
    }

    /// Asks for an address and follows it to where it leads.
    pub fn ask(&self, asked: &Url) -> Answer {
        let mut url = asked.clone();
        let mut permanent = None;
        for _ in 0..=HOPS {
            match self.reply(&url) {
                Ok(Reply::Status(status)) => return Answer::State(judge(asked, &url, permanent, status)),
                Ok(Reply::Redirect { permanent: it, to }) => {
                    // The first one is about the address itself.
                    permanent.get_or_insert(it);
                    url = to;
                }
                Err(error) if is_no_host(&error) => return Answer::NoHost,
                Err(_) => return Answer::NoReply,
            }
        }
        Answer::State(LinkState::Unknown)
    }

    /// Sends one request, or two: sites that know no HEAD are asked for the page, whose text is not read.
    fn reply(&self, url: &Url) -> Result<Reply, ureq::Error> {
        let host = self.host(url.host_str().unwrap_or_default());
        let _taken = host.lock().unwrap_or_else(PoisonError::into_inner);
        let reply = self.send(url, true).and_then(|reply| match reply {
            Reply::Status(status) if status >= 400 && status != TOO_MANY_REQUESTS => {
                std::thread::sleep(self.pause);
                self.send(url, false)
            }
            reply => Ok(reply),
        });
        std::thread::sleep(self.pause);
        reply
    }

    fn send(&self, url: &Url, head: bool) -> Result<Reply, ureq::Error> {
        let request = if head { self.agent.head(url.as_str()) } else { self.agent.get(url.as_str()) };
        let response = request.call()?;
        let status = response.status().as_u16();
        let location =
            response.headers().get(LOCATION).and_then(|to| std::str::from_utf8(to.as_bytes()).ok());
        let to =
            location.and_then(|to| url.join(to).ok()).filter(|to| matches!(to.scheme(), "http" | "https"));
        Ok(match (status, to) {
            (301 | 302 | 303 | 307 | 308, Some(to)) => {
                Reply::Redirect { permanent: matches!(status, 301 | 308), to }
            }
            _ => Reply::Status(status),
        })
    }

    fn host(&self, name: &str) -> Arc<Mutex<()>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(hosts.entry(name.to_owned()).or_default())
    }
}

/// Tells how it stands with an address that led to `reached`, by the status there. `permanent` is the kind of its
/// redirect, where there was one.
fn judge(asked: &Url, reached: &Url, permanent: Option<bool>, status: u16) -> LinkState {
    match (status, permanent) {
        (200..=299, None) => LinkState::Ok,
        (200..=299, _) if is_same_page(asked, reached) => LinkState::Ok,
        // Many sites lead to their top page instead of saying that a page is gone.
        (200..=299, _) if is_sent_home(asked, reached) => LinkState::Unknown,
        (200..=299, Some(true)) => LinkState::Rehosted,
        (200..=299, Some(false)) => LinkState::Ok,
        (404 | 410, _) => LinkState::Gone,
        _ => LinkState::Unknown,
    }
}

/// Tells if two addresses differ only in what sites add by themselves: https, `www.` and a slash at the end.
fn is_same_page(one: &Url, other: &Url) -> bool {
    let key = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
        (host, url.path().trim_end_matches('/').to_owned(), url.query().map(str::to_owned))
    };
    key(one) == key(other)
}

fn is_sent_home(asked: &Url, reached: &Url) -> bool {
    let is_top = |url: &Url| url.query().is_none() && matches!(url.path(), "/" | "/index.html");
    is_top(reached) && !is_top(asked)
}

/// Tells a name that nobody has from a network that is down. No kind of error says so, only its words.
fn is_no_host(error: &ureq::Error) -> bool {
    const NO_SUCH_HOST_ON_WINDOWS: i32 = 11001;
    match error {
        ureq::Error::HostNotFound => true,
        ureq::Error::Io(error) => {
            let words = error.to_string();
            error.raw_os_error() == Some(NO_SUCH_HOST_ON_WINDOWS)
                || (words.contains("failed to lookup address") && !words.contains("emporary failure"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(asked: &str, reached: &str, permanent: Option<bool>, status: u16, expected: LinkState) {
        let [asked, reached] = [asked, reached].map(|url| Url::parse(url).expect("an address"));
        assert_eq!(judge(&asked, &reached, permanent, status), expected, "{asked} {reached} {status}");
    }

    #[test]
    fn an_answer_says_how_it_stands_with_the_address() {
        let page = "http://example.jp/a/b.html?c=1";
        check(page, page, None, 200, LinkState::Ok);
        for status in [404, 410] {
            check(page, page, None, status, LinkState::Gone);
        }
        for status in [400, 401, 403, 429, 500, 503, 304] {
            check(page, page, None, status, LinkState::Unknown);
        }
        let moved = "https://example.jp/new/b.html";
        check(page, moved, Some(true), 200, LinkState::Rehosted);
        check(page, "https://other.jp/b.html", Some(true), 200, LinkState::Rehosted);
        check(page, moved, Some(false), 200, LinkState::Ok);
        check(page, moved, Some(true), 404, LinkState::Gone);
        check(page, moved, Some(true), 403, LinkState::Unknown);
    }

    #[test]
    fn what_sites_add_by_themselves_is_no_other_place() {
        for (asked, reached) in [
            ("http://example.jp/a?b=1", "https://example.jp/a?b=1"),
            ("http://example.jp/a", "https://www.example.jp/a/"),
            ("http://www.example.jp", "https://example.jp/"),
        ] {
            check(asked, reached, Some(true), 200, LinkState::Ok);
        }
        check("http://example.jp/a?b=1", "https://example.jp/a?b=2", Some(true), 200, LinkState::Rehosted);
    }

    #[test]
    fn the_top_page_in_place_of_a_page_says_nothing() {
        for permanent in [true, false] {
            let page = "https://example.jp/a/b.html";
            check(page, "https://example.jp/", Some(permanent), 200, LinkState::Unknown);
            check(page, "https://example.jp/index.html", Some(permanent), 200, LinkState::Unknown);
        }
    }

    #[test]
    fn a_name_that_nobody_has_is_told_from_a_network_that_is_down() {
        let lookup = |what: &str| {
            let words = format!("failed to lookup address information: {what}");
            is_no_host(&ureq::Error::Io(std::io::Error::other(words)))
        };
        assert!(lookup("Name or service not known"));
        assert!(lookup("nodename nor servname provided, or not known"));
        assert!(!lookup("Temporary failure in name resolution"));
        assert!(!is_no_host(&ureq::Error::Io(std::io::Error::other("connection refused"))));
        assert!(!is_no_host(&ureq::Error::ConnectionFailed));
    }
}
