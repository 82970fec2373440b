//! Facts for search engines (JSON-LD): the way to each page, and on the data page the data themselves.

use joint_procurement::content::PageContent;
use joint_procurement::words;
use joint_procurement_core::routes::Route;
use serde_json::{Value, json};

use super::pages::Pages;

const CONTEXT: &str = "https://schema.org";

impl Pages {
    /// Writes the content of a `<script type="application/ld+json">`: no `<` is in it. Addresses are whole
    /// where the site's own is known, else relative to the page's base.
    pub(super) fn linked_data(&self, route: &Route, content: &PageContent, site: Option<&str>) -> String {
        let mut all = Vec::new();
        if *route == Route::Overview {
            all.push(json!({ "@type": "WebSite", "name": words::site::NAME, "url": address(site, &Route::Overview), "inLanguage": "ja" }));
        } else {
            all.push(self.breadcrumbs(route, content, site));
        }
        if *route == Route::Data {
            all.push(self.dataset(content, site));
        }
        let all = json!({ "@context": CONTEXT, "@graph": all });
        all.to_string().replace('<', "\\u003c")
    }

    fn breadcrumbs(&self, route: &Route, content: &PageContent, site: Option<&str>) -> Value {
        let way = content.ancestors.iter().map(|it| (words::site::page_name(it).to_owned(), it));
        let way = way.chain([(content.title.clone(), route)]);
        let items = way.zip(1..).map(|((name, route), position): (_, u32)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": address(site, route) })
        });
        json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
    }

    fn dataset(&self, content: &PageContent, site: Option<&str>) -> Value {
        let meta = &self.snapshot.meta;
        let file = |path: String, bytes: u64| {
            let format = match path.rsplit('.').next() {
                Some("json") => "application/json",
                Some("jsonl") => "application/jsonl",
                Some("csv") => "text/csv",
                Some("md") => "text/markdown",
                _ => "text/plain",
            };
            json!({
                "@type": "DataDownload",
                "contentUrl": file_address(site, &format!("data/{path}")),
                "encodingFormat": format,
                "contentSize": format!("{bytes} B"),
            })
        };
        // The tables themselves; the files made from them are in the catalog.
        let sources = self.catalog.source_files.iter().map(|it| file(it.path.clone(), it.bytes));
        let mut dataset = json!({
            "@type": "Dataset",
            "name": meta.title,
            "description": content.lead.plain(),
            "identifier": meta.id.to_string(),
            "inLanguage": "ja",
            "isAccessibleForFree": true,
            "license": meta.licence,
            "dateModified": meta.as_of.to_string(),
            "datePublished": meta.published_at.to_string(),
            "spatialCoverage": "日本",
            "url": address(site, &Route::Data),
            "distribution": sources.collect::<Vec<_>>(),
        });
        // Nobody is named where nobody is known.
        if !meta.maintainer.name.is_empty() {
            dataset["creator"] =
                json!({ "@type": "Organization", "name": meta.maintainer.name, "url": meta.maintainer.url });
        }
        dataset
    }
}

/// Gives the address of a page, whole or relative to the base.
fn address(site: Option<&str>, route: &Route) -> String {
    match (site, route.path()) {
        (None, path) if path.is_empty() => "./".to_owned(),
        (site, path) => file_address(site, &path),
    }
}

fn file_address(site: Option<&str>, path: &str) -> String {
    format!("{}{path}", site.unwrap_or_default())
}
