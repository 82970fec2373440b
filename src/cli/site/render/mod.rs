//! What every page says, as plain HTML: what is read before the program is there, or without it, and by
//! crawlers and link previews. It is made from the same values as the application's pages
//! (`crate::content`), and all values are escaped by the templates.

mod blocks;
mod frame;
mod linked_data;
mod lists;
mod tables;
mod text;

use crate::content::{self, Block, Content};
use crate::domain::{CaseDetail, Catalog, Municipalities, Snapshot};
use crate::query::{CaseFilter, CompareQuery, Matches, PerPage, ScopeFilter, SearchIndex, Selection, Sort};
use crate::routes::Route;
use crate::text::Words;

/// What the pages of a snapshot are made from.
pub struct Pages<'a> {
    pub catalog: &'a Catalog,
    pub snapshot: &'a Snapshot,
    /// In order of id.
    pub details: &'a [CaseDetail],
    pub municipalities: &'a Municipalities,
    pub words: &'a Words,
}

/// A page before the program takes over.
pub struct Page {
    /// Of the window.
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

impl Pages<'_> {
    /// The page of a route; addresses in it are relative to the site's base. `site` is the site's own address,
    /// where it is known.
    pub fn page(&self, route: &Route, site: Option<&str>) -> Page {
        let content = self.content(route);
        let name = self.words.shell.site_name;
        let title = match content.title.as_str() {
            "" => name.to_owned(),
            title => format!("{title} | {name}"),
        };
        Page {
            title,
            description: self.description(&content),
            body: self.frame(route, &content).into_string(),
            linked_data: self.linked_data(route, &content, site),
        }
    }

    fn content(&self, route: &Route) -> Content {
        let (snapshot, words) = (self.snapshot, self.words);
        match route {
            Route::Overview => content::overview(snapshot, words),
            Route::About => content::about(snapshot, words),
            Route::Cases => self.cases(),
            Route::Case(id) => match snapshot.cases.find(id) {
                Some(case) => content::case(snapshot, words, case, None),
                None => content::unknown_case(snapshot, words, id),
            },
            Route::Compare => {
                content::compare(snapshot, words, &CompareQuery::default(), &[], Some(self.details)).page
            }
            Route::Systems => content::systems(snapshot, words, ScopeFilter::default()),
            Route::System(slug) => content::system(snapshot, words, slug),
            Route::Prefectures => content::prefectures(snapshot, words),
            Route::Prefecture(code) => content::prefecture(snapshot, words, *code),
            Route::Data => content::data(snapshot, self.catalog, words),
            Route::Faq => content::faq(snapshot, words),
            Route::NotFound(path) => content::not_found(snapshot, words, path),
        }
    }

    /// The cases that are listed without conditions.
    fn found(&self) -> Selection<'_> {
        let found = Matches::new(self.snapshot, &SearchIndex::default(), &CaseFilter::default());
        found.selection(&self.snapshot.cases)
    }

    fn counted(&self) -> usize {
        self.found().len()
    }

    /// The first page of the list.
    fn cases(&self) -> Content {
        let (snapshot, list) = (self.snapshot, &self.words.list);
        let found = Sort::default().apply(snapshot, self.found());
        let rows = found.rows().iter().copied().take(PerPage::default().rows()).collect();
        Content {
            title: list.heading.to_owned(),
            ancestors: vec![Route::Overview],
            heading: list.heading.to_owned(),
            lead: (list.lead)(snapshot.meta.kind, snapshot.cases.len(), found.len()).into(),
            blocks: vec![Block::Cases { rows, file_name: String::new() }],
            ..Content::default()
        }
    }

    fn detail(&self, row: usize) -> Option<&CaseDetail> {
        let id = self.snapshot.cases.row(row).id();
        self.details.binary_search_by(|detail| detail.id.cmp(id)).ok().and_then(|at| self.details.get(at))
    }

    /// The heading where it is not the title, then the first sentences of the main point.
    fn description(&self, content: &Content) -> String {
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
}
