//! The conditions that can be set, each choice with the number of cases that it would give.

use joint_procurement_core::domain::{CaseRef, PrefectureCode, Scope, Slug, Snapshot, SourceClass, Term};
use joint_procurement_core::query::{
    Answer, CaseFilter, Facet, FormAnswer, Has, ScopeFilter, Selection, Set, StatusAnswer, Vendors,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::NameCounts;
use leptos::prelude::*;
use strum::VariantArray;

use super::choices::{Choices, Choosing};
use super::count_text;
use super::ranges::Ranges;
use super::state::ListState;
use crate::components::InBrowser;
use crate::components::LiveText;
use crate::navigation::use_navigation;
use crate::readiness::InTurn;
use crate::words;

/// The panel beside the list.
#[component]
pub fn FilterPanel(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let clear = use_navigation().href(&Address::from(Route::Cases));
    let badge = move || {
        // The size that the list compares with is chosen elsewhere.
        let near = usize::from(state.with_query(|query| query.near.is_some()));
        let set = state.conditions().with(Vec::len).saturating_sub(near);
        (set > 0).then(|| view! { <span class="filter-panel__badge">{words::filter::count_set(set)}</span> })
    };
    view! {
        <details class="filter-panel list-layout__side" data-live="">
            <summary class="filter-panel__summary">{words::filter::HEADING}{badge}</summary>
            <InBrowser>
                <form
                    class="filter-panel__form"
                    role="search"
                    aria-label=words::filter::LABEL
                    on:submit=|event| event.prevent_default()
                >
                    <SkipToResults/>
                    <ScopeFacet state/>
                    <InTurn><Groups snapshot state/></InTurn>
                    <InTurn><Ranges state/></InTurn>
                    <div class="filter-panel__actions">
                        <a class="button" data-variant="tertiary" href=clear data-noscroll="">{words::filter::CLEAR}</a>
                    </div>
                </form>
            </InBrowser>
        </details>
    }
}

/// A way past some two hundred choices.
#[component]
fn SkipToResults() -> impl IntoView {
    let navigation = use_navigation();
    let href = move || navigation.href(&Address { card: super::RESULTS.to_owned(), ..navigation.address() });
    view! { <a class="skip-link" href=href>{words::filter::TO_RESULTS}</a> }
}

/// The groups of choices, in the order in which most readers narrow down.
#[component]
fn Groups(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let (terms, cases) = (&snapshot.terms, &snapshot.cases);
    let (all, vendors) = (Selection::all(cases), Vendors::of(cases));
    // Only the types that occur, in the order of the terms.
    let occurring = cases.system_types().dictionary();
    let types = terms.system_types.iter().filter(|system| occurring.contains(&system.slug));
    let systems = types.map(|system| (system.slug.clone(), system.name.clone())).collect();
    let regions = snapshot.prefectures.regions.iter();
    let regions = regions.map(|region| (region.slug.clone(), region.name.clone())).collect();
    let region_of = |case: CaseRef<'_>| {
        let prefecture = snapshot.prefecture(case.lead_prefecture());
        prefecture.map(|it| it.region.clone()).into_iter().collect()
    };
    let prefectures = PrefectureCode::all().map(|code| (code, snapshot.prefecture_name(code).to_owned()));
    let benefits = terms.benefits.iter();
    let benefits = benefits.map(|benefit| (benefit.slug.clone(), benefit.name.clone())).collect();
    let slugs = |slugs: Vec<&Slug>| slugs.into_iter().cloned().collect();
    let has = |_: CaseRef<'_>| Vec::new();
    let (yes_no, spec) = (named(words::facet::subsidy_answer), named(words::facet::specification_answer));
    let name = |name: Option<&str>| name.map(str::to_owned).into_iter().collect();

    let group = Group { state, open: false, long: false };
    let (open, long) = (Group { open: true, ..group }, Group { long: true, ..group });
    [
        open.view(
            words::facet::DOMAIN,
            Facet::Domain,
            named(Term::ja),
            |case| vec![case.domain()],
            |it| &mut it.domain,
        ),
        Group { open: true, ..long }.view(
            words::facet::SYSTEM,
            Facet::System,
            systems,
            |case| vec![case.system_type().clone()],
            |it| &mut it.system,
        ),
        group.view(words::facet::REGION, Facet::Region, regions, region_of, |it| &mut it.region),
        long.view(
            words::facet::PREFECTURE,
            Facet::Pref,
            prefectures.collect(),
            |case| vec![case.lead_prefecture()],
            |it| &mut it.pref,
        ),
        group.view(words::facet::HAS, Facet::Has, named::<Has>(Term::ja), has, |it| &mut it.has),
        group.view(
            words::facet::SUBSIDY,
            Facet::Subsidy,
            yes_no,
            |case| vec![Answer::from(case.subsidy_used())],
            |it| &mut it.subsidy,
        ),
        group.view(
            words::facet::SPECIFICATION,
            Facet::Spec,
            spec,
            |case| vec![Answer::from(case.specification_available())],
            |it| &mut it.spec,
        ),
        group.view(
            words::facet::STATUS,
            Facet::Status,
            named(words::facet::status_name),
            |case| vec![StatusAnswer::from(case.status())],
            |it| &mut it.status,
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
        group.view(
            words::facet::benefit(snapshot.meta.kind),
            Facet::Benefit,
            benefits,
            move |case| slugs(case.benefits().known().unwrap_or_default()),
            |it| &mut it.benefit,
        ),
        group.view(
            words::facet::LEAD_KIND,
            Facet::Lead,
            named(Term::ja),
            |case| vec![case.lead_kind()],
            |it| &mut it.lead,
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
        long.view(
            words::facet::VENDOR,
            Facet::Vendor,
            names(NameCounts::vendors(snapshot, &all)),
            move |case| name(vendors.name(case).known()),
            |it| &mut it.vendor,
        ),
        long.view(
            words::facet::PRODUCT,
            Facet::Product,
            names(NameCounts::products(&all)),
            move |case| name(case.product().known()),
            |it| &mut it.product,
        ),
    ]
}

/// The state of a group of choices in the panel.
#[derive(Clone, Copy)]
struct Group {
    state: ListState,
    open: bool,
    long: bool,
}

impl Group {
    /// Draws a group of the values with their names.
    fn view<V: Ord + Clone + Send + Sync + 'static>(
        self,
        legend: &'static str,
        facet: Facet,
        choices: Vec<(V, String)>,
        of: impl Fn(CaseRef<'_>) -> Vec<V> + Send + Sync + 'static,
        chosen_in: fn(&mut CaseFilter) -> &mut Set<V>,
    ) -> AnyView {
        let (values, names) = choices.into_iter().unzip();
        let choices = Choosing::new(self.state, facet, values, Box::new(of), chosen_in);
        view! { <Choices legend names choices open=self.open long=self.long/> }.into_any()
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

#[component]
fn ScopeFacet(state: ListState) -> impl IntoView {
    let counts = Memo::new(move |_| state.facet_counts(Facet::Scope, Scope::ALL, &|case| vec![case.scope()]));
    let items = ScopeFilter::VARIANTS.iter().map(|&scope| {
        let checked = move || state.with_query(|query| query.filter.scope == scope);
        let count = move || {
            let counted = Scope::ALL.iter().zip(counts.get());
            counted.filter(|(it, _)| scope.admits(**it)).map(|(_, count)| count).sum::<usize>()
        };
        view! {
            <li class="facet__item">
                <label class="radio">
                    <input
                        class="radio__input"
                        type="radio"
                        name="scope"
                        value=scope.slug()
                        prop:checked=checked
                        on:change=move |_| state.change(|filter| filter.scope = scope)
                    />
                    <span class="radio__label">{words::facet::scope_name(scope)}</span>
                    " "
                    <LiveText class="radio__count" is_number=true text=Signal::derive(move || count_text(count()))/>
                </label>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <fieldset class="facet">
            <legend class="facet__legend">{words::facet::SCOPE}</legend>
            <ul class="facet__list">{items}</ul>
        </fieldset>
    }
}
