//! The part of the URL that holds addresses: a server's path, or the fragment in the edition in one file.

use joint_procurement_core::query::{cleaned, without_embed};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::{document, window};
use leptos_router::location::Url;

use crate::browser::history;

/// The part of the URL that holds addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Addresses in paths on a server.
    Paths(Paths),
    /// Addresses in the fragment: the site is one file (tools/single), whose own path never changes.
    Fragment,
    /// Addresses in paths relative to the base element: the page is being written, for any server.
    Written,
}

/// Addresses on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paths {
    /// The path below which they lie. It ends in a slash.
    base: String,
    /// The path with which the page was opened, and the one that the site writes for it.
    opened: [String; 2],
}

impl Place {
    /// Finds out where the site stands, and writes the address as the site writes it.
    pub fn of_page() -> Self {
        let root = document().document_element();
        if root.is_some_and(|root| root.get_attribute("data-edition").as_deref() == Some("file")) {
            let asked = window().location().hash().unwrap_or_default();
            let written = Address::from_fragment(&asked).map(|address| address.fragment());
            if let Some(written) = written.filter(|it| asked.contains('?') && *it != asked) {
                history::replace(&history::state(), Some(&written));
            }
            return Self::Fragment;
        }
        Self::Paths(Paths::of_page())
    }

    /// Gives the path below which the router follows links. It is decoded, since the router compares decoded
    /// paths, and has the slash at its end, without which `/sub` would take links to `/subway`.
    pub fn router_base(&self) -> String {
        match self {
            Self::Paths(paths) => Url::unescape_minimal(&paths.base),
            Self::Fragment | Self::Written => String::new(),
        }
    }

    fn read(&self, path: &str, query: &str, fragment: &str) -> Option<Address> {
        match self {
            Self::Paths(paths) => paths.read(path, query, fragment),
            Self::Fragment => Address::from_fragment(fragment),
            // As the router was told: nobody asks for it under this path.
            Self::Written => Address::from_path("/", path, query, fragment),
        }
    }

    /// Reads the place that the router shows.
    pub fn of_shown(&self, url: &Url) -> Address {
        // The router has none where pages are written, and complains about the question.
        let fragment = if *self == Self::Written { "" } else { url.hash() };
        self.read(url.path(), url.search(), fragment).unwrap_or_else(|| match self {
            Self::Paths(_) | Self::Written => Route::NotFound(url.path().to_owned()).into(),
            // A part of the first page.
            Self::Fragment => Route::Overview.into(),
        })
    }

    /// Reads the page to which a link leads; None where it leads elsewhere.
    pub fn of_link(&self, url: &web_sys::Url) -> Option<Address> {
        let location = window().location();
        let is_here = match self {
            Self::Paths(_) | Self::Written => location.origin().is_ok_and(|origin| origin == url.origin()),
            // Not to another file beside this one.
            Self::Fragment => location.pathname().is_ok_and(|path| path == url.pathname()),
        };
        self.read(&url.pathname(), &url.search(), &url.hash())
            .filter(|address| is_here && !matches!(address.route, Route::NotFound(_)))
    }

    /// Writes an address as a link holds it.
    pub fn written(&self, address: &Address) -> String {
        match self {
            Self::Paths(paths) => paths.written(&address.path()),
            Self::Fragment => address.fragment(),
            Self::Written => match address.path() {
                // Otherwise it would lead to the page itself.
                path if path.is_empty() || path.starts_with(['?', '#']) => format!("./{path}"),
                path => path,
            },
        }
    }

    /// Writes the path of a file of the site.
    pub fn file(&self, path: &str) -> String {
        match self {
            Self::Paths(paths) => paths.written(path),
            Self::Fragment | Self::Written => path.to_owned(),
        }
    }

    /// Writes a link to a part of the page that is shown. It has the whole address, because with a base
    /// element a bare `#part` would lead to the overview, and an unknown page has no address of ours.
    pub fn part(&self, shown: &Url, id: &str) -> String {
        match self {
            Self::Paths(_) => {
                let (query, _) = without_embed(shown.search());
                format!("{}#{id}", path_and_query(shown.path(), &query))
            }
            Self::Fragment | Self::Written => {
                self.written(&Address { card: id.to_owned(), ..self.of_shown(shown) })
            }
        }
    }

    /// Gives the text that stands before a link where it is used outside of the site. The folders before a
    /// file are the reader's own.
    pub fn shared(&self) -> String {
        match self {
            Self::Paths(_) => window().location().origin().unwrap_or_default(),
            // Only the browser knows the server.
            Self::Written => String::new(),
            Self::Fragment => {
                let path = window().location().pathname().unwrap_or_default();
                let name = path.rsplit('/').next().unwrap_or_default();
                percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned()
            }
        }
    }
}

impl Paths {
    /// Takes the page from the document, where the server has sent it with its name. Only an address for which nothing
    /// was sent is read: servers, proxies and archives make more of their addresses than anybody can list.
    fn of_page() -> Self {
        let location = window().location();
        let element = document().query_selector("base").ok().flatten();
        let base = document().base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
        let asked = location.pathname().unwrap_or_default();
        let base = single_slashes(&base.map_or_else(|| "/".to_owned(), |url| url.pathname()));
        let attribute = |name| element.as_ref().and_then(|element| element.get_attribute(name));
        let file = asked.rsplit('/').next().unwrap_or_default();
        // Some servers send the first page for whatever they do not have.
        let is_told = |page: &str| !page.is_empty() || file.is_empty() || file.contains('.');
        // A reader who goes back before the program runs has the page of another address.
        let is_there = attribute("data-path").is_none_or(|path| path == asked);
        let sent = attribute("data-page").filter(|page| is_there && is_told(page));
        let path = single_slashes(&asked);
        let path = sent.map_or(path, |page| format!("{base}{page}"));
        // The base that the page was sent with was worked out from the address before.
        if let Some(element) = element {
            let _ = element.set_attribute("href", &base);
        }
        let mut this = Self { base, opened: [asked, path] };
        this.make_canonical(&location);
        this
    }

    /// Writes the address as the site writes it. The router gives paths to `pushState`, which takes `//cases/` for
    /// another host and throws.
    fn make_canonical(&mut self, location: &web_sys::Location) {
        let (query, card) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
        let Some(address) = self.read(&self.opened[0], &query, &card) else { return };
        if !matches!(address.route, Route::NotFound(_)) {
            self.opened[1] = self.written(&address.route.path());
        }
        let [asked, path] = &self.opened;
        // The window goes on to show the one card that it was opened for.
        let plain = cleaned(&query);
        let query_of_window = match without_embed(&plain).1 {
            Some(embed) if address.query.is_empty() => embed.to_owned(),
            Some(embed) => format!("{}&{embed}", address.query),
            None => address.query,
        };
        // An archive has the pages under the very addresses at which it found them (`/web/2026/https://…`).
        if self.base.contains(':')
            || (path == asked && query_of_window == query.strip_prefix('?').unwrap_or(&query))
        {
            return;
        }
        let origin = location.origin().unwrap_or_default();
        let mark = if query_of_window.is_empty() { "" } else { "?" };
        let whole = format!("{origin}{path}{mark}{query_of_window}{card}");
        history::replace(&history::state(), Some(&whole));
    }

    fn read(&self, path: &str, query: &str, fragment: &str) -> Option<Address> {
        let [asked, own] = &self.opened;
        Address::from_path(&self.base, if path == asked { own } else { path }, query, fragment)
    }

    fn written(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

fn path_and_query(path: &str, query: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{path}{mark}{query}")
}

/// Gives the address from the server's root on, with query and fragment.
pub(super) fn whole_path(url: &Url) -> String {
    format!("{}{}", path_and_query(url.path(), url.search()), url.hash())
}

/// Gives the path with one slash for each run of them, but behind a colon (`https://`).
fn single_slashes(path: &str) -> String {
    let mut out = String::new();
    for part in path.split_inclusive('/') {
        if part != "/" || !out.ends_with('/') || out.ends_with(":/") {
            out.push_str(part);
        }
    }
    out
}
