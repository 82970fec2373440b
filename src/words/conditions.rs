//! The conditions of a filter in words, each with the query that does without it.

use joint_procurement_core::domain::{Municipalities, MunicipalityCode, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, CaseQuery, Forms, Near, PageNumber, ScopeFilter, Set};

use crate::words;

/// One condition that a reader can take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The condition in words, for example `領域：事業部門`.
    pub text: String,
    /// The same view without the condition, from its first page.
    pub without: CaseQuery,
}

/// Gives every condition of the query, in the order of the query keys.
pub fn conditions(
    query: &CaseQuery,
    snapshot: &Snapshot,
    municipalities: Option<&Municipalities>,
) -> Vec<Condition> {
    let filter = &query.filter;
    let mut found = Collector { query, found: Vec::new() };
    if !filter.text.is_empty() {
        found.add(words::filter::SEARCH, filter.text.clone(), &|filter| filter.text.clear());
    }
    for &domain in &filter.domain {
        found
            .add(words::facet::DOMAIN, domain.ja().to_owned(), &|filter| remove(&mut filter.domain, &domain));
    }
    for slug in &filter.system {
        found.add(words::facet::SYSTEM, snapshot.system_name(slug).to_owned(), &|filter| {
            remove(&mut filter.system, slug)
        });
    }
    for &code in &filter.pref {
        let name = snapshot.prefecture_name(code).to_owned();
        found.add(words::facet::PREFECTURE, name, &|filter| remove(&mut filter.pref, &code));
    }
    for slug in &filter.region {
        let region = snapshot.prefectures.regions.iter().find(|region| region.slug == *slug);
        let name = region.map_or_else(|| slug.to_string(), |region| region.name.clone());
        found.add(words::facet::REGION, name, &|filter| remove(&mut filter.region, slug));
    }
    for &answer in &filter.subsidy {
        let name = words::facet::subsidy_answer(answer).to_owned();
        found.add(words::facet::SUBSIDY, name, &|filter| remove(&mut filter.subsidy, &answer));
    }
    for &answer in &filter.spec {
        let name = words::facet::specification_answer(answer).to_owned();
        found.add(words::facet::SPECIFICATION, name, &|filter| remove(&mut filter.spec, &answer));
    }
    for &status in &filter.status {
        let name = words::facet::status_name(status).to_owned();
        found.add(words::facet::STATUS, name, &|filter| remove(&mut filter.status, &status));
    }
    if filter.scope != ScopeFilter::default() {
        let name = words::facet::scope_name(filter.scope).to_owned();
        found.add(words::facet::SCOPE, name, &|filter| filter.scope = ScopeFilter::default());
    }
    for &kind in &filter.lead {
        found.add(words::facet::LEAD_KIND, kind.ja().to_owned(), &|filter| remove(&mut filter.lead, &kind));
    }
    for slug in &filter.benefit {
        let name =
            snapshot.terms.benefit(slug).map_or_else(|| slug.to_string(), |benefit| benefit.name.clone());
        found.add(words::facet::benefit(snapshot.meta.kind), name, &|filter| {
            remove(&mut filter.benefit, slug)
        });
    }
    for &has in &filter.has {
        found.add(words::facet::HAS, has.ja().to_owned(), &|filter| remove(&mut filter.has, &has));
    }
    for name in &filter.vendor {
        found.add(words::facet::VENDOR, name.clone(), &|filter| remove(&mut filter.vendor, name));
    }
    for name in &filter.product {
        found.add(words::facet::PRODUCT, name.clone(), &|filter| remove(&mut filter.product, name));
    }
    found.ranges();
    for &code in &filter.partner {
        let name = snapshot.prefecture_name(code).to_owned();
        found.add(words::facet::PARTNER, name, &|filter| remove(&mut filter.partner, &code));
    }
    let town = |code: MunicipalityCode| match municipalities.and_then(|it| it.get(code)) {
        Some(it) => words::town::in_prefecture(it.name, snapshot.prefecture_name(code.prefecture())),
        None => code.to_string(),
    };
    for &code in &filter.participant {
        let name = town(code);
        found.add(words::facet::PARTICIPANT, name, &|filter| remove(&mut filter.participant, &code));
    }
    if let Some(range) = filter.end {
        found.add(words::facet::END, words::facet::month_range(range), &|filter| filter.end = None);
    }
    if let Some(near) = query.near {
        let name = match near {
            Near::Municipality(code) => town(code),
            Near::Size(size) => words::size::of_town(size),
        };
        found.near(name);
    }
    found.forms();
    for &class in &filter.source {
        found.add(words::facet::SOURCE, class.ja().to_owned(), &|filter| remove(&mut filter.source, &class));
    }
    for &answer in &filter.open {
        let name = words::facet::open_answer(answer).to_owned();
        found.add(words::facet::OPEN, name, &|filter| remove(&mut filter.open, &answer));
    }
    for &unknown in &filter.missing {
        let name = words::facet::unknown_name(unknown).to_owned();
        found.add(words::facet::MISSING, name, &|filter| remove(&mut filter.missing, &unknown));
    }
    found.found
}

struct Collector<'a> {
    query: &'a CaseQuery,
    found: Vec<Condition>,
}

impl Collector<'_> {
    fn add(&mut self, condition: &str, value: String, drop: &dyn Fn(&mut CaseFilter)) {
        let mut without = self.query.clone();
        drop(&mut without.filter);
        without.page = PageNumber::default();
        self.found.push(Condition { text: words::filter::chip(condition, &value), without });
    }

    /// Names the size that the list compares with. It takes no case away, but it orders them.
    fn near(&mut self, name: String) {
        let mut without = self.query.clone();
        without.set_near(None);
        without.page = PageNumber::default();
        self.found.push(Condition { text: words::filter::chip(words::size::CLOSENESS, &name), without });
    }

    /// Names the forms, unless they are those that always count.
    fn forms(&mut self) {
        let forms = &self.query.filter.form;
        if *forms == Forms::all() {
            let name = words::facet::ALL_FORMS.to_owned();
            self.add(words::facet::FORM, name, &|filter| filter.form = Forms::default());
        } else if *forms != Forms::default() {
            for &form in forms.set() {
                let name = words::facet::form_name(form).to_owned();
                self.add(words::facet::FORM, name, &|filter| {
                    let mut left = filter.form.set().clone();
                    left.remove(&form);
                    filter.form = left.into();
                });
            }
        }
    }

    fn ranges(&mut self) {
        let filter = &self.query.filter;
        if let Some(range) = filter.members {
            self.add(
                words::facet::MEMBERS,
                words::facet::count_range(range, words::unit::MEMBERS),
                &|filter| filter.members = None,
            );
        }
        if let Some(range) = filter.pop {
            self.add(
                words::facet::POPULATION,
                words::facet::count_range(range, words::unit::PERSONS),
                &|filter| filter.pop = None,
            );
        }
        if let Some(range) = filter.staff {
            self.add(
                words::facet::STAFF,
                words::facet::count_range(range, words::unit::PERSONS),
                &|filter| filter.staff = None,
            );
        }
        if let Some(range) = filter.initial {
            self.add(words::facet::INITIAL, words::facet::yen_range(range), &|filter| filter.initial = None);
        }
        if let Some(range) = filter.annual {
            self.add(words::facet::ANNUAL, words::facet::yen_range(range), &|filter| filter.annual = None);
        }
        if let Some(range) = filter.year {
            self.add(words::facet::YEAR, words::facet::year_range(range), &|filter| filter.year = None);
        }
    }
}

fn remove<T: Ord>(set: &mut Set<T>, value: &T) {
    set.remove(value);
}
