//! Every address of the site: the contract between links, prerendered pages and tests.

use crate::domain::{CaseId, Municipalities, MunicipalityCode, PrefectureCode, Slug, Snapshot, SnapshotId};
use crate::query::{cleaned, with_embed, without_embed};

/// A page. Paths are relative to the site's base, begin without and end with a slash; the overview is
/// the empty path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    Overview,
    /// The explanation of joint procurement.
    About,
    Cases,
    Case(CaseId),
    /// Up to four cases side by side.
    Compare,
    Systems,
    System(Slug),
    Prefectures,
    Prefecture(PrefectureCode),
    /// The search for a municipality.
    Municipalities,
    Municipality(MunicipalityCode),
    /// A table of the reader's choice.
    Figures,
    /// The data and their definitions.
    Data,
    /// The guide for those who keep the data.
    MaintainerGuide,
    /// Questions and answers.
    Faq,
    /// An address that no page has, as it was asked for.
    NotFound(String),
}

impl Route {
    /// The pages of the main menu, in its order.
    pub const MENU: [Self; 8] = [
        Self::Overview,
        Self::About,
        Self::Cases,
        Self::Systems,
        Self::Prefectures,
        Self::Figures,
        Self::Data,
        Self::Faq,
    ];

    /// Reads a path relative to the site's base, or that of a page's file. Slashes at its ends may be there
    /// or not.
    pub fn parse(path: &str) -> Self {
        let not_found = || Self::NotFound(path.trim_matches('/').to_owned());
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let segments = segments.strip_suffix(&["index.html"]).unwrap_or(&segments);
        match segments {
            [] => Self::Overview,
            ["about"] => Self::About,
            ["cases"] => Self::Cases,
            ["cases", id] => id.parse().map_or_else(|_| not_found(), Self::Case),
            ["compare"] => Self::Compare,
            ["systems"] => Self::Systems,
            ["systems", slug] => slug.parse().map_or_else(|_| not_found(), Self::System),
            ["prefectures"] => Self::Prefectures,
            ["prefectures", code] => code.parse().map_or_else(|_| not_found(), Self::Prefecture),
            ["municipalities"] => Self::Municipalities,
            ["municipalities", code] => code.parse().map_or_else(|_| not_found(), Self::Municipality),
            ["figures"] => Self::Figures,
            ["data"] => Self::Data,
            ["data", "maintainer"] => Self::MaintainerGuide,
            ["faq"] => Self::Faq,
            _ => not_found(),
        }
    }

    /// Gives the path relative to the site's base, for example `cases/31-groupware-2017/`.
    pub fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::About => "about/".to_owned(),
            Self::Cases => "cases/".to_owned(),
            Self::Case(id) => format!("cases/{id}/"),
            Self::Compare => "compare/".to_owned(),
            Self::Systems => "systems/".to_owned(),
            Self::System(slug) => format!("systems/{slug}/"),
            Self::Prefectures => "prefectures/".to_owned(),
            Self::Prefecture(code) => format!("prefectures/{code}/"),
            Self::Municipalities => "municipalities/".to_owned(),
            Self::Municipality(code) => format!("municipalities/{code}/"),
            Self::Figures => "figures/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::MaintainerGuide => "data/maintainer/".to_owned(),
            Self::Faq => "faq/".to_owned(),
            Self::NotFound(path) => path.clone(),
        }
    }

    /// Gives the page of the menu to which this one belongs.
    pub fn section(&self) -> Self {
        match self {
            Self::Case(_) | Self::Compare => Self::Cases,
            Self::System(_) => Self::Systems,
            Self::Prefecture(_) | Self::Municipalities | Self::Municipality(_) => Self::Prefectures,
            Self::MaintainerGuide => Self::Data,
            other => other.clone(),
        }
    }

    /// Gives every address that exists with this snapshot, each once. Those of the municipalities are apart, since these
    /// are in a file of their own.
    pub fn all(snapshot: &Snapshot) -> Vec<Self> {
        let cases = snapshot.cases.every().map(|case| Self::Case(case.id().clone()));
        let systems = snapshot.terms.system_types.iter().map(|system| Self::System(system.slug.clone()));
        let prefectures = PrefectureCode::all().map(Self::Prefecture);
        let others = [Self::Compare, Self::Municipalities, Self::MaintainerGuide];
        Self::MENU.into_iter().chain(others).chain(cases).chain(systems).chain(prefectures).collect()
    }

    /// Gives the addresses of the municipalities.
    pub fn of_municipalities(municipalities: &Municipalities) -> impl Iterator<Item = Self> {
        municipalities.iter().map(|it| Self::Municipality(it.code))
    }
}

/// A place in the site: a page, its query string without `?`, and the id of a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub route: Route,
    pub query: String,
    pub card: String,
}

impl From<Route> for Address {
    fn from(route: Route) -> Self {
        Self { route, query: String::new(), card: String::new() }
    }
}

impl Address {
    pub fn with_query(route: Route, query: impl ToString) -> Self {
        Self { route, query: query.to_string(), card: String::new() }
    }

    pub fn with_card(route: Route, card: &str) -> Self {
        Self { route, query: String::new(), card: card.to_owned() }
    }

    /// Reads what a browser's location says, on a server where the site stands at `base` (`/` or
    /// `/some/path/`). None for a path outside of it.
    pub fn from_path(base: &str, path: &str, query: &str, fragment: &str) -> Option<Self> {
        let path = match path.strip_prefix(base) {
            Some(path) => path,
            // The base without its slash is the overview too.
            None if base.strip_suffix('/') == Some(path) => "",
            None => return None,
        };
        let card = fragment.strip_prefix('#').unwrap_or(fragment);
        Some(Self::read(path, query.strip_prefix('?').unwrap_or(query), card))
    }

    /// Reads the fragment of the edition in one file, such as `#/cases/?pref=31#results`. None for a fragment
    /// that is no address, such as `#results`; an empty one is the overview.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let address = match fragment.strip_prefix('#').unwrap_or(fragment) {
            "" => "",
            address => address.strip_prefix('/')?,
        };
        let (address, card) = address.split_once('#').unwrap_or((address, ""));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Some(Self::read(path, query, card))
    }

    /// Reads the parts of an address, as they were before programs on the way have mangled them.
    fn read(path: &str, query: &str, card: &str) -> Self {
        // Words that a browser shall look for are no name of a part (`#:~:text=`).
        let card = decoded(card.split_once(":~:").map_or(card, |(card, _)| card));
        let path = decoded(path);
        match Route::parse(&path) {
            Route::NotFound(path) => {
                let (route, more) = mended(&path).unwrap_or((Route::NotFound(path), String::new()));
                Self { route, query: of_view(&format!("{more}&{query}")), card }
            }
            route => Self { route, query: of_view(query), card },
        }
    }

    /// Gives the same place in a snapshot, where none is asked for.
    pub fn in_snapshot(mut self, id: &SnapshotId) -> Self {
        if !self.query.split('&').any(|part| part.starts_with("snapshot=")) {
            let mark = if self.query.is_empty() { "" } else { "&" };
            self.query.push_str(&format!("{mark}snapshot={id}"));
        }
        self
    }

    /// Gives the address of one card of this place alone.
    pub fn embedding(self, card: &str) -> Self {
        Self { query: with_embed(&self.query, card), card: String::new(), ..self }
    }

    /// Gives the address in the edition in one file.
    pub fn fragment(&self) -> String {
        format!("#/{}", self.path())
    }

    /// Gives the address relative to the site's base.
    pub fn path(&self) -> String {
        let mut path = self.route.path();
        for (mark, part) in [('?', &self.query), ('#', &self.card)] {
            if !part.is_empty() {
                path.push(mark);
                path.push_str(part);
            }
        }
        path
    }
}

/// Gives what a query says about the view. The card that is shown alone is no part of it.
fn of_view(query: &str) -> String {
    without_embed(&cleaned(query)).0
}

/// Marks that stand behind an address in a text, and are taken for a part of it.
const MARKS_OF_TEXT: &str = "。、，．・：；！？…）］｝」』】〉》＞”’)]}>\"'.,;:!* \u{3000}";

/// Gives the page of a path that goes on with its query or with marks of a text. With it goes that query: the mark
/// between them was escaped or lost.
fn mended(path: &str) -> Option<(Route, String)> {
    let path = decoded(path);
    let whole = path.split('#').next().unwrap_or_default();
    let (page, query) = match whole.find(['?', '&']) {
        Some(end) => whole.split_at(end),
        None => (whole.trim_end_matches(|it| MARKS_OF_TEXT.contains(it)), ""),
    };
    let route = Route::parse(page);
    (!matches!(route, Route::NotFound(_))).then(|| (route, query.to_owned()))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Gives the cards that stand in for one that a page no longer has, the best first. A page of a type answers in another
/// form where its cases have become more, and lists them where no figure counts them.
pub fn successors_of_card(card: &str) -> &'static [&'static str] {
    match card {
        "known" => &["answers", "municipal", "shared"],
        "answers" => &["known", "municipal", "shared"],
        // Fewer cases than a picture needs are listed.
        "years" => &["cases", "known"],
        "initial-cost-by-size" | "annual-cost-by-size" | "contract-total-by-size" => {
            &["costs-by-population", "costs-by-participants", "costs"]
        }
        _ => &[],
    }
}
