//! The words of every page before the program is there, or without it, written by the application itself.
//! Crawlers and link previews read them too.

use joint_procurement::app;
use joint_procurement::content::{self, PageContent};
use joint_procurement::data::Given;
use joint_procurement::words;
use joint_procurement_core::domain::{CaseDetail, Catalog, Funding, Municipalities, Snapshot};
use joint_procurement_core::routes::Route;

use super::lean::without_marks;
use super::template::PageError;

/// The material of a snapshot's pages. The application keeps data as long as it runs, hence no lifetimes.
#[derive(Clone, Copy)]
pub struct Pages {
    pub catalog: &'static Catalog,
    pub snapshot: &'static Snapshot,
    /// In order of id.
    pub details: &'static [CaseDetail],
    pub municipalities: &'static Municipalities,
    pub funding: Option<&'static Funding>,
}

/// A page before the program takes over.
pub struct WrittenPage {
    /// That of the window.
    pub title: String,
    /// The main point, for search results and link previews.
    pub description: String,
    /// Header, main part and footer, as HTML.
    pub body: String,
    /// JSON-LD.
    pub linked_data: String,
}

/// About as much as search results show, in letters.
const DESCRIPTION: usize = 120;

impl Pages {
    /// Makes the page of a route; addresses in it are relative to the site's base. `site` is the site's own address,
    /// where it is known.
    pub fn page(&self, route: &Route, site: Option<&str>) -> Result<WrittenPage, PageError> {
        let content = content::of_route(self.snapshot, self.catalog, Some(self.municipalities), route);
        let name = words::site::NAME;
        let title = match content.title.as_str() {
            "" => name.to_owned(),
            title => format!("{title} | {name}"),
        };
        Ok(WrittenPage {
            title,
            description: description(&content),
            body: without_marks(&app::written(route, self.given(route)))?,
            linked_data: self.linked_data(route, &content, site),
        })
    }

    /// Gives the long texts to the page of each case only, and the municipalities to that of each of them. On other pages
    /// they make tables of hundreds of rows, which come in the browser.
    fn given(&self, route: &Route) -> Given {
        let is_case = matches!(route, Route::Case(_));
        let needs_municipalities = is_case || matches!(route, Route::Municipality(_));
        Given {
            catalog: self.catalog,
            snapshot: self.snapshot,
            municipalities: needs_municipalities.then_some(self.municipalities),
            details: is_case.then_some(self.details),
            // A few rows on each page that shows it.
            funding: self.funding,
        }
    }
}

/// Gives the heading where it is not the title, then the first sentences of the main point.
fn description(content: &PageContent) -> String {
    let text = match content.title == content.heading || content.heading.is_empty() {
        true => content.lead.plain(),
        false => format!("{}。{}", content.heading.trim_end_matches('。'), content.lead.plain()),
    };
    let text = if text.is_empty() { content.heading.clone() } else { text };
    if text.chars().count() <= DESCRIPTION {
        return text;
    }
    let start: String = text.chars().take(DESCRIPTION).collect();
    // A whole sentence where one is long enough to say something.
    match start.rfind('。').filter(|end| start[..*end].chars().count() >= DESCRIPTION / 3) {
        Some(end) => start[..end + '。'.len_utf8()].to_owned(),
        None => format!("{start}…"),
    }
}
