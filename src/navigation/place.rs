//! The part of the URL that holds addresses: a server's path, or the fragment in the edition in one file.

use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::{document, window};
use leptos_router::location::Url;

use crate::browser::history;

/// The part of the URL that holds addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Addresses in paths below this one, which ends in a slash, on a server.
    Paths(String),
    /// Addresses in the fragment: the site is one file (tools/single), whose own path never changes.
    Fragment,
    /// Addresses in paths relative to the base element: the page is being written, for any server.
    Written,
}

impl Place {
    /// Finds out where the site stands, and makes the address one that the router can go on from.
    pub fn of_page() -> Self {
        let root = document().document_element();
        if root.is_some_and(|root| root.get_attribute("data-edition").as_deref() == Some("file")) {
            return Self::Fragment;
        }
        let base = document().base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
        let base = base.map_or_else(|| "/".to_owned(), |url| url.pathname());
        let place = Self::Paths(single_slashes(&base));
        place.make_canonical(&base);
        place
    }

    /// Writes the page's path as the site writes it. The router gives paths to `pushState`, which takes `//cases/`
    /// for another host and throws.
    fn make_canonical(&self, base: &str) {
        let location = window().location();
        let asked = location.pathname().unwrap_or_default();
        let path = single_slashes(&asked);
        let path = match self.read(&path, "", "") {
            Some(Address { route: Route::NotFound(_), .. }) | None => path,
            Some(address) => self.written(&address),
        };
        if path != asked {
            let origin = location.origin().unwrap_or_default();
            let query = location.search().unwrap_or_default();
            let fragment = location.hash().unwrap_or_default();
            let whole = format!("{origin}{path}{query}{fragment}");
            history::replace(&history::state(), Some(&whole));
        }
        // The base that the page was sent with was worked out from the address before.
        if let Self::Paths(own) = self
            && own != base
            && let Ok(Some(element)) = document().query_selector("base")
        {
            let _ = element.set_attribute("href", own);
        }
    }

    /// Gives the path below which the router follows links. It is decoded, since the router compares decoded
    /// paths, and has the slash at its end, without which `/sub` would take links to `/subway`.
    pub fn router_base(&self) -> String {
        match self {
            Self::Paths(base) => Url::unescape_minimal(base),
            Self::Fragment | Self::Written => String::new(),
        }
    }

    fn read(&self, path: &str, query: &str, fragment: &str) -> Option<Address> {
        match self {
            Self::Paths(base) => Address::from_path(base, path, query, fragment),
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
            Self::Paths(base) => format!("{base}{}", address.path()),
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
            Self::Paths(base) => format!("{base}{path}"),
            Self::Fragment | Self::Written => path.to_owned(),
        }
    }

    /// Writes a link to a part of the page that is shown. It has the whole address, because with a base
    /// element a bare `#part` would lead to the overview, and an unknown page has no address of ours.
    pub fn part(&self, shown: &Url, id: &str) -> String {
        match self {
            Self::Paths(_) => format!("{}#{id}", path_and_query(shown)),
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

fn path_and_query(url: &Url) -> String {
    let mark = if url.search().is_empty() { "" } else { "?" };
    format!("{}{mark}{}", url.path(), url.search())
}

/// Gives the address from the server's root on, with query and fragment.
pub(super) fn whole_path(url: &Url) -> String {
    format!("{}{}", path_and_query(url), url.hash())
}

fn single_slashes(path: &str) -> String {
    let mut before = None;
    path.chars().filter(|&it| before.replace(it) != Some('/') || it != '/').collect()
}
