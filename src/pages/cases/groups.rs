//! The groups of choices of the filter panel, in the order in which most readers narrow down.

use joint_procurement_core::domain::{CaseRef, Domain, PrefectureCode, Slug, Snapshot, SourceClass, Term};
use joint_procurement_core::query::{
    Answer, CaseFilter, Facet, FormAnswer, Has, Selection, Set, StatusAnswer, Vendors,
};
use joint_procurement_core::stats::NameCounts;
use leptos::prelude::*;

use super::choices::{Choices, Choosing, Order, Part};
use super::state::ListState;
use crate::content::open_unknown;
use crate::words;

/// The groups with which most readers begin: what is procured, in which form, where.
#[component]
pub fn WhatAndWhere(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let (terms, cases) = (&snapshot.terms, &snapshot.cases);
    // Only the types that occur, in the order of the terms.
    let occurring = cases.system_types().dictionary();
    let types = terms.system_types.iter().filter(|system| occurring.contains(&system.slug));
    let systems: Vec<_> = types.map(|system| (system.slug.clone(), system.name.clone())).collect();
    let parts = by_domain(snapshot, &systems);
    let regions = snapshot.prefectures.regions.iter();
    let regions = regions.map(|region| (region.slug.clone(), region.name.clone())).collect();
    let region_of = |case: CaseRef<'_>| {
        let prefecture = snapshot.prefecture(case.lead_prefecture());
        prefecture.map(|it| it.region.clone()).into_iter().collect()
    };
    let prefectures = PrefectureCode::all().map(|code| (code, snapshot.prefecture_name(code).to_owned()));
    let places = Group { order: Order::EmptyLast, ..Group::of(state) };
    let open = Group { open: true, ..Group::of(state) };
    [
        Group { order: Order::Stated, ..open }.view(
            words::facet::DOMAIN,
            Facet::Domain,
            named(Term::ja),
            |case| vec![case.domain()],
            |it| &mut it.domain,
        ),
        open.in_parts(
            parts,
            words::facet::SYSTEM,
            Facet::System,
            systems,
            |case| vec![case.system_type().clone()],
            |it| &mut it.system,
        ),
        // Where no case states it, there is nothing to choose between.
        match cases.iter().any(|case| case.form().is_known()) {
            true => open.view(
                words::facet::FORM,
                Facet::Form,
                named(words::facet::form_name),
                |case| vec![FormAnswer::from(case.form())],
                |it| it.form.set_mut(),
            ),
            false => ().into_any(),
        },
        places.view(
            words::facet::PREFECTURE,
            Facet::Pref,
            prefectures.collect(),
            |case| vec![case.lead_prefecture()],
            |it| &mut it.pref,
        ),
        places.view(words::facet::REGION, Facet::Region, regions, region_of, |it| &mut it.region),
    ]
}

/// Divides types by the domain in which most of their cases are. A type has one box, wherever it occurs.
fn by_domain(snapshot: &Snapshot, systems: &[(Slug, String)]) -> Vec<Part> {
    let home = |slug: &Slug| {
        let of_type = |domain: &Domain| {
            let cases = snapshot.cases.iter().filter(|case| case.domain() == *domain);
            cases.filter(|case| case.system_type() == slug).count()
        };
        // The last of those that are equal would win.
        Domain::ALL.iter().rev().max_by_key(|domain| of_type(domain)).copied()
    };
    let homes: Vec<_> = systems.iter().map(|(slug, _)| home(slug)).collect();
    let part = |domain: &Domain| {
        let places = homes.iter().enumerate().filter(|(_, home)| **home == Some(*domain));
        (domain.ja(), places.map(|(place, _)| place).collect())
    };
    Domain::ALL.iter().map(part).collect()
}

/// The groups of what a reader could learn from a case, and of how it stands.
#[component]
pub fn WhatIsKnown(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let benefits = snapshot.terms.benefits.iter();
    let benefits = benefits.map(|benefit| (benefit.slug.clone(), benefit.name.clone())).collect();
    let slugs = |slugs: Vec<&Slug>| slugs.into_iter().cloned().collect();
    let has = |_: CaseRef<'_>| Vec::new();
    let as_of = snapshot.meta.as_of;
    let is_open_known = open_unknown(snapshot).is_none();
    let is_open_asked = untrack(|| state.with_query(|query| !query.filter.open.is_empty()));
    let (yes_no, spec) = (named(words::facet::subsidy_answer), named(words::facet::specification_answer));
    let group = Group::of(state);
    let stated = Group { order: Order::Stated, ..group };
    [
        // All of them must hold: a tick changes the counts of the others.
        stated.view(words::facet::HAS, Facet::Has, named::<Has>(Term::ja), has, |it| &mut it.has),
        stated.view(
            words::facet::SPECIFICATION,
            Facet::Spec,
            spec,
            |case| vec![Answer::from(case.specification_available())],
            |it| &mut it.spec,
        ),
        // Where no case states it, only who asks for it is shown that there is nothing to choose between.
        match is_open_known || is_open_asked {
            true => stated.view(
                words::facet::OPEN,
                Facet::Open,
                named(words::facet::open_answer),
                move |case| vec![Answer::from(case.can_be_joined(as_of))],
                |it| &mut it.open,
            ),
            false => ().into_any(),
        },
        stated.view(
            words::facet::SUBSIDY,
            Facet::Subsidy,
            yes_no,
            |case| vec![Answer::from(case.subsidy_used())],
            |it| &mut it.subsidy,
        ),
        group.view(
            words::facet::benefit(snapshot.meta.kind),
            Facet::Benefit,
            benefits,
            move |case| slugs(case.benefits().known().unwrap_or_default()),
            |it| &mut it.benefit,
        ),
        group.view(
            words::facet::STATUS,
            Facet::Status,
            named(words::facet::status_name),
            |case| vec![StatusAnswer::from(case.status())],
            |it| &mut it.status,
        ),
    ]
}

/// The groups of who procures and who delivers, and of the sources.
#[component]
pub fn Who(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let cases = &snapshot.cases;
    let (all, vendors) = (Selection::all(cases), Vendors::of(cases));
    let name = |name: Option<&str>| name.map(str::to_owned).into_iter().collect();
    let group = Group::of(state);
    [
        group.view(
            words::facet::LEAD_KIND,
            Facet::Lead,
            named(Term::ja),
            |case| vec![case.lead_kind()],
            |it| &mut it.lead,
        ),
        group.view(
            words::facet::VENDOR,
            Facet::Vendor,
            names(NameCounts::vendors(snapshot, &all)),
            move |case| name(vendors.name(case).known()),
            |it| &mut it.vendor,
        ),
        group.view(
            words::facet::PRODUCT,
            Facet::Product,
            names(NameCounts::products(&all)),
            move |case| name(case.product().known()),
            |it| &mut it.product,
        ),
        // Snapshots of the first version tell no classes.
        match cases.iter().any(|case| !case.source_classes().is_empty()) {
            true => group.view(
                words::facet::SOURCE,
                Facet::Source,
                named::<SourceClass>(Term::ja),
                |case| case.source_classes(),
                |it| &mut it.source,
            ),
            false => ().into_any(),
        },
    ]
}

/// The state of a group of choices in the panel.
#[derive(Clone, Copy)]
struct Group {
    state: ListState,
    open: bool,
    order: Order,
}

impl Group {
    /// Begins with one that is closed, those choices first that would give most.
    fn of(state: ListState) -> Self {
        Self { state, open: false, order: Order::Count }
    }

    /// Draws a group of the values with their names.
    fn view<V: Ord + Clone + Send + Sync + 'static>(
        self,
        legend: &'static str,
        facet: Facet,
        choices: Vec<(V, String)>,
        of: impl Fn(CaseRef<'_>) -> Vec<V> + Send + Sync + 'static,
        chosen_in: fn(&mut CaseFilter) -> &mut Set<V>,
    ) -> AnyView {
        self.in_parts(Vec::new(), legend, facet, choices, of, chosen_in)
    }

    /// Draws one in parts.
    fn in_parts<V: Ord + Clone + Send + Sync + 'static>(
        self,
        parts: Vec<Part>,
        legend: &'static str,
        facet: Facet,
        choices: Vec<(V, String)>,
        of: impl Fn(CaseRef<'_>) -> Vec<V> + Send + Sync + 'static,
        chosen_in: fn(&mut CaseFilter) -> &mut Set<V>,
    ) -> AnyView {
        let Self { state, open, order } = self;
        let (values, names) = choices.into_iter().unzip();
        let choices = Choosing::new(state, facet, values, Box::new(of), chosen_in);
        view! { <Choices legend names parts choices order open/> }.into_any()
    }
}

/// Names the values of a closed vocabulary.
fn named<T: Term>(name: fn(T) -> &'static str) -> Vec<(T, String)> {
    T::ALL.iter().map(|&value| (value, name(value).to_owned())).collect()
}

/// Lists free names in the order of their figures.
fn names(counts: NameCounts<'_>) -> Vec<(String, String)> {
    counts.names.into_iter().map(|it| (it.value.to_owned(), it.value.to_owned())).collect()
}
