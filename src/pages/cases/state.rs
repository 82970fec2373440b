//! The content of the list, derived from the address.

use std::time::Duration;

use joint_procurement_core::domain::{CaseRef, Municipalities, Snapshot};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Facet, Matches, PageNumber, QueryProblem, Range, SearchIndex, Selection,
};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Similarity;
use leptos::prelude::*;

use super::listed::{ListPart, in_order, parts};
use super::results::Shown;
use crate::content::{SizeFit, also_searched, size_fit};
use crate::data::Data;
use crate::navigation::{Arrival, Navigation, use_navigation, use_visit};
use crate::pages::search::{TextSearch, hold_while};
use crate::words::{Condition, conditions};

/// Handles to the derived values; the address is the only state.
#[derive(Clone, Copy)]
pub struct ListState {
    snapshot: &'static Snapshot,
    navigation: Navigation,
    data: Data,
    query: Memo<(CaseQuery, Vec<QueryProblem>)>,
    matches: Memo<Matches>,
    /// The query whose cases are listed. It follows the address by a frame, which shows the number of cases
    /// and the conditions, so that a click is answered at once.
    listed: RwSignal<CaseQuery>,
    /// The query whose list was painted: what follows the list by a frame.
    painted: RwSignal<CaseQuery>,
    /// The cases of the query painted.
    counted: Memo<Matches>,
    conditions: Memo<Vec<Condition>>,
    index: Memo<SearchIndex>,
    texts_loading: Signal<bool>,
    /// The closeness of the cases in size. `None` without a size to compare with, or until the table of
    /// municipalities is there.
    similarity: Memo<Option<Similarity>>,
}

impl ListState {
    pub fn start(snapshot: &'static Snapshot) -> Self {
        let navigation = use_navigation();
        let data: Data = expect_context();
        let query = Memo::new(move |_| {
            let (query, mut problems) = navigation.query().with(|query| CaseQuery::parse(query));
            let (query, unknown) = query.known_in(snapshot);
            problems.extend(unknown);
            (query, problems)
        });
        let searching = Memo::new(move |_| query.with(|(query, _)| !query.filter.text.is_empty()));
        let names_wanted = Memo::new(move |_| {
            query.with(|(query, _)| !query.filter.participant.is_empty() || query.near.is_some())
        });
        Effect::new(move || {
            if names_wanted.get() {
                data.municipalities().want();
            }
        });
        let TextSearch { index, loading: texts_loading } = TextSearch::start(snapshot, searching);
        let matches = Memo::new(move |_| {
            query.with(|(query, _)| index.with(|index| Matches::new(snapshot, index, &query.filter)))
        });
        let listed = RwSignal::new(query.with_untracked(|(query, _)| query.clone()));
        Effect::new(move || {
            let query = query.with(|(query, _)| query.clone());
            if listed.with_untracked(|listed| *listed == query) {
            } else if may_follow(navigation) {
                after_frame(move || drop(listed.try_set(query)));
            } else {
                listed.set(query);
            }
        });
        let painted = RwSignal::new(listed.get_untracked());
        Effect::new(move || {
            let listed = listed.get();
            after_frame(move || drop(painted.try_set(listed)));
        });
        let counted = Memo::new(move |_| {
            painted.with(|query| index.with(|index| Matches::new(snapshot, index, &query.filter)))
        });
        let conditions = Memo::new(move |_| {
            let municipalities = data.municipalities().get().and_then(Result::ok);
            query.with(|(query, _)| conditions(query, snapshot, municipalities))
        });
        let similarity = Memo::new(move |_| {
            let near = listed.with(|query| query.near)?;
            let municipalities = data.municipalities().get().and_then(Result::ok)?;
            Similarity::of(snapshot, municipalities, near)
        });
        let waiting_for_sizes = Signal::derive(move || {
            query.with(|(query, _)| query.near.is_some()) && data.municipalities().get().is_none()
        });
        hold_while(waiting_for_sizes);
        let visit = use_visit();
        Effect::new(move || {
            // On the way to another page the address is that page's already.
            if navigation.route().get() == Route::Cases {
                visit.note_list(query.with(|(query, _)| query.clone()));
            }
        });
        Self {
            snapshot,
            navigation,
            data,
            query,
            matches,
            listed,
            painted,
            counted,
            conditions,
            index,
            texts_loading,
            similarity,
        }
    }

    pub fn snapshot(self) -> &'static Snapshot {
        self.snapshot
    }

    pub fn similarity(self) -> Memo<Option<Similarity>> {
        self.similarity
    }

    /// Says how a case fits the size that was chosen, where one was.
    pub fn size_fit(self, case: CaseRef<'_>) -> Option<SizeFit> {
        let municipalities = self.municipalities()?;
        self.similarity
            .with_untracked(|similarity| Some(size_fit(similarity.as_ref()?, municipalities, case)))
    }

    /// Gives the municipalities, where they have been fetched.
    pub fn municipalities(self) -> Option<&'static Municipalities> {
        untrack(|| self.data.municipalities().get())?.ok()
    }

    /// Gives the words that the cases listed were searched for, folded, with their synonyms. There are none
    /// while the texts are not there.
    pub fn words(self) -> Vec<String> {
        self.listed.with(|query| self.index.with(|index| index.words(&query.filter.text)).concat())
    }

    /// Says by which synonyms the words are searched for too.
    pub fn also_searched(self) -> String {
        self.query.with(|(query, _)| self.index.with(|index| also_searched(index, &query.filter.text)))
    }

    pub fn query(self) -> CaseQuery {
        self.query.with(|(query, _)| query.clone())
    }

    pub fn with_query<T>(self, read: impl FnOnce(&CaseQuery) -> T) -> T {
        self.query.with(|(query, _)| read(query))
    }

    /// Gives the parts of the address that were not understood.
    pub fn problems(self) -> Vec<QueryProblem> {
        self.query.with(|(_, problems)| problems.clone())
    }

    pub fn conditions(self) -> Memo<Vec<Condition>> {
        self.conditions
    }

    /// Tells if background and process are still on their way to the text search.
    pub fn texts_loading(self) -> Signal<bool> {
        self.texts_loading
    }

    /// Tells if the part below the viewport may follow the part in it by a frame.
    pub fn may_follow(self) -> bool {
        may_follow(self.navigation)
    }

    /// Tells if the first screen of a query has been painted.
    pub fn is_painted(self, query: &CaseQuery) -> bool {
        self.painted.with(|painted| painted == query)
    }

    /// Tells if something that the address asks for is still to be drawn.
    pub fn is_behind(self) -> bool {
        self.query.with(|(query, _)| !self.is_painted(query))
    }

    /// Gives the cases listed, in order, with the query that asks for them.
    pub fn listed(self) -> (CaseQuery, Selection<'static>) {
        let query = self.listed.get();
        let matches = self.index.with(|index| Matches::new(self.snapshot, index, &query.filter));
        let cases = matches.selection(&self.snapshot.cases);
        let cases = self.similarity.with(|near| in_order(self.snapshot, cases, query.sort, near.as_ref()));
        (query, cases)
    }

    /// Divides the cases that the page of a query shows into the parts of the list.
    pub fn parts(self, query: &CaseQuery, cases: &Selection<'static>) -> Vec<ListPart> {
        let shown = Shown::of(query, cases.len()).range(query, cases.len());
        self.similarity.with(|near| parts(cases.rows(), shown, query.sort, near.as_ref()))
    }

    /// Counts the cases found.
    pub fn total(self) -> usize {
        self.with_found(Selection::len)
    }

    /// Reads the cases found.
    pub fn with_found<T>(self, read: impl FnOnce(&Selection<'static>) -> T) -> T {
        self.matches.with(|matches| read(&matches.selection(&self.snapshot.cases)))
    }

    /// Counts the cases that another query would show.
    pub fn count(self, query: &CaseQuery) -> usize {
        let matches = self.index.with(|index| Matches::new(self.snapshot, index, &query.filter));
        matches.selection(&self.snapshot.cases).len()
    }

    /// Counts the cases that the scope has without any other condition.
    pub fn of_scope(self) -> usize {
        let scope = self.with_query(|query| query.filter.scope);
        let filter = CaseFilter { scope, ..CaseFilter::default() };
        Matches::new(self.snapshot, &SearchIndex::default(), &filter).selection(&self.snapshot.cases).len()
    }

    /// Counts the cases that each of these values of a facet would give.
    pub fn facet_counts<V: PartialEq>(
        self,
        facet: Facet,
        values: &[V],
        of: &dyn Fn(CaseRef<'_>) -> Vec<V>,
    ) -> Vec<usize> {
        self.counted.with(|matches| matches.tally(&self.snapshot.cases, facet, values, of))
    }

    /// Counts the cases that each of these ranges of a facet would give.
    pub fn range_counts(self, facet: Facet, ranges: &[Range]) -> Vec<usize> {
        self.counted.with(|matches| matches.tally_ranges(&self.snapshot.cases, facet, ranges))
    }

    /// Counts those of the cases shown that have each thing that `has` can ask for.
    pub fn has_counts(self) -> Vec<usize> {
        self.counted.with(|matches| matches.tally_has(&self.snapshot.cases))
    }

    /// Changes the filter as one step of the history and returns to the first page.
    pub fn change(self, change: impl FnOnce(&mut CaseFilter)) {
        let mut query = self.query.with_untracked(|(query, _)| query.clone());
        change(&mut query.filter);
        query.page = PageNumber::default();
        self.navigation.adjust_query(query.to_string());
    }

    /// Changes how the list is shown, as one step of the history.
    pub fn change_view(self, change: impl FnOnce(&mut CaseQuery)) {
        let mut query = self.query.with_untracked(|(query, _)| query.clone());
        change(&mut query);
        query.page = PageNumber::default();
        self.navigation.adjust_query(query.to_string());
    }

    /// Changes the words searched for, without a step: typing must not fill the history.
    pub fn type_text(self, text: String) {
        let mut query = self.query.with_untracked(|(query, _)| query.clone());
        if query.filter.text != text {
            query.filter.text = text;
            query.page = PageNumber::default();
            self.navigation.replace_query(query.to_string());
        }
    }
}

/// Tells if a page may be drawn step by step. Not on the way back, which leads to a height in the whole list.
fn may_follow(navigation: Navigation) -> bool {
    navigation.arrival() != Arrival::Returned
}

/// Acts once what is drawn now has been painted.
fn after_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
