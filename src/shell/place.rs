//! Where addresses stand: on a server in the path, in the edition in one file in the fragment.

use leptos::prelude::{document, window};

use super::is_one_file;
use crate::routes::{Address, Route};

/// Where addresses stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In paths below this one, on a server.
    Paths(String),
    /// In the fragment: the site is one file (tools/single), whose own path never changes.
    Fragment,
}

impl Place {
    pub fn of_page() -> Self {
        if is_one_file() {
            return Self::Fragment;
        }
        let base = document().base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
        Self::Paths(base.map_or_else(|| "/".to_owned(), |url| url.pathname()))
    }

    fn read(&self, path: &str, query: &str, fragment: &str) -> Option<Address> {
        match self {
            Self::Paths(base) => Address::from_path(base, path, query, fragment),
            Self::Fragment => Address::from_fragment(fragment),
        }
    }

    pub fn of_window(&self) -> Address {
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default();
        let fragment = location.hash().unwrap_or_default();
        self.read(&path, &query, &fragment).unwrap_or_else(|| match self {
            Self::Paths(_) => Route::NotFound(path).into(),
            // A part of the first page.
            Self::Fragment => Route::Overview.into(),
        })
    }

    /// Of a link on the page; None where it leads elsewhere.
    pub fn of_link(&self, url: &web_sys::Url) -> Option<Address> {
        let location = window().location();
        let is_here = match self {
            Self::Paths(_) => location.origin().is_ok_and(|origin| origin == url.origin()),
            // Not to another file beside this one.
            Self::Fragment => location.pathname().is_ok_and(|path| path == url.pathname()),
        };
        self.read(&url.pathname(), &url.search(), &url.hash()).filter(|_| is_here)
    }

    /// As a link holds it.
    pub fn written(&self, address: &Address) -> String {
        match self {
            Self::Paths(base) => format!("{base}{}", address.path()),
            Self::Fragment => address.fragment(),
        }
    }

    /// A file of the site.
    pub fn file(&self, path: &str) -> String {
        match self {
            Self::Paths(base) => format!("{base}{path}"),
            Self::Fragment => path.to_owned(),
        }
    }

    /// A part of the page that is shown.
    pub fn part(&self, shown: &Address, id: &str) -> String {
        let location = window().location();
        match self {
            Self::Paths(_) => {
                let (path, query) = (location.pathname(), location.search());
                format!("{}{}#{id}", path.unwrap_or_default(), query.unwrap_or_default())
            }
            Self::Fragment => Address { card: id.to_owned(), ..shown.clone() }.fragment(),
        }
    }

    /// What stands before a link where it is used outside of the site. The folders before a file are the
    /// reader's own.
    pub fn shared(&self) -> String {
        let location = window().location();
        match self {
            Self::Paths(_) => location.origin().unwrap_or_default(),
            Self::Fragment => {
                let path = location.pathname().unwrap_or_default();
                let name = path.rsplit('/').next().unwrap_or_default();
                percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned()
            }
        }
    }
}
