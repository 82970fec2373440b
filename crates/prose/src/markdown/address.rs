//! Links as they are written, held against what the site can read.

use joint_procurement_core::domain::WebAddress;
use joint_procurement_core::query::{CaseQuery, CompareQuery, MatrixQuery, QueryProblem};
use joint_procurement_core::routes::{Address, Route};

use super::keep_text;
use crate::names::Place;
use crate::page::To;

/// Reads where a link on a page leads, or tells why it leads nowhere.
pub(super) fn target(page: &Route, address: &str) -> Result<To, String> {
    let name = address.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    if let Some(name) = name {
        let place = Place::named(name).ok_or("this name is no address: prose/README.md lists the names")?;
        return Ok(To::Place(place));
    }
    if let Some(part) = address.strip_prefix('#') {
        return Ok(place_in(page, "", part));
    }
    if address.starts_with("https://") {
        address.parse::<WebAddress>().map_err(|_| "no browser can follow it")?;
        return Ok(To::Elsewhere(keep_text(address)));
    }
    let inside = address.strip_prefix('/').ok_or("an address begins with \"/\", \"#\" or \"https://\"")?;
    if is_file(inside) {
        return Ok(To::File(keep_text(inside)));
    }
    on_site(inside)
}

/// Tells if it is a file of the site: these lie in `data` and have an ending.
fn is_file(path: &str) -> bool {
    let name = path.strip_prefix("data/").and_then(|path| path.rsplit('/').next());
    name.is_some_and(|name| name.contains('.') && !name.contains(['?', '#']))
}

fn on_site(inside: &str) -> Result<To, String> {
    let (before, part) = inside.split_once('#').unwrap_or((inside, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let address = Address::from_path("", path, query, part).ok_or("the site cannot read it")?;
    if let Route::NotFound(_) = address.route {
        return Err("no page has this address".to_owned());
    }
    let (query, problems) = read_query(&address.route, query);
    if let Some(problem) = problems.first() {
        return Err(match problem {
            QueryProblem::Key(key) => format!("the page knows no \"{key}\", or it is given twice"),
            QueryProblem::Value { key, value } => format!("\"{value}\" is no value of \"{key}\""),
        });
    }
    let read = Address { query, ..address };
    if read.path() != inside {
        return Err(format!("the site writes this address \"/{}\"", read.path()));
    }
    Ok(place_in(&read.route, &read.query, &read.card))
}

/// Reads a query as its page does, and gives it as the page writes it.
fn read_query(route: &Route, query: &str) -> (String, Vec<QueryProblem>) {
    fn written(read: (impl ToString, Vec<QueryProblem>)) -> (String, Vec<QueryProblem>) {
        (read.0.to_string(), read.1)
    }
    match route {
        Route::Cases => written(CaseQuery::parse(query)),
        Route::Compare => written(CompareQuery::parse(query)),
        Route::Prefectures => written(MatrixQuery::parse(query)),
        // The others take nothing out of it.
        _ => written(("", Vec::new())),
    }
}

fn place_in(route: &Route, query: &str, part: &str) -> To {
    To::Page { path: keep_text(&route.path()), query: keep_text(query), part: keep_text(part) }
}
