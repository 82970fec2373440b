//! The table of the reader's choice. All of the choice is in the address.

use joint_procurement_core::domain::{Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, Dimension, FiguresQuery, FiguresView, Measure};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::search::TextSearch;
use crate::browser::keep_focus;
use crate::components::{
    ActiveFilters, Anew, AnswerState, Blocks, ContentPage, InBrowser, Level, MenuField, Segmented, href,
};
use crate::content::{self, Choice, figures_choices, figures_page, figures_questions};
use crate::data::Data;
use crate::navigation::{set_title, use_navigation};
use crate::words;

/// The id of what answers, for those who have taken a condition away.
const ANSWER: &str = "figures-answer";

/// The page of the figures.
#[component]
pub fn Figures(snapshot: &'static Snapshot) -> impl IntoView {
    let navigation = use_navigation();
    let data: Data = expect_context();
    let asked = Asked(navigation.query());
    let searching = Memo::new(move |_| !asked.query().filter.text.is_empty());
    let search = TextSearch::start(snapshot, searching);
    Effect::new(move || {
        if !asked.query().filter.participant.is_empty() {
            data.municipalities().want();
        }
    });
    let answer = move || {
        let (query, problems) = asked.0.with(|text| FiguresQuery::parse(text));
        let municipalities = data.municipalities().get().and_then(Result::ok);
        let shown =
            search.index.with(|index| content::figures(snapshot, index, municipalities, query, problems));
        keep_focus(ANSWER);
        set_title(shown.title);
        let list = navigation.href(&Address::with_query(Route::Cases, shown.query.list()));
        let clear = FiguresQuery { filter: CaseFilter::default(), ..shown.query };
        let clear = navigation.href(&Address::with_query(Route::Figures, clear));
        let conditions = shown.conditions.into_iter().map(|link| (link.text, href(navigation, &link.to)));
        let conditions = conditions.collect();
        view! {
            <div class="figures__conditions">
                <ActiveFilters conditions clear/>
                <a href=list>{words::figures::TO_LIST}</a>
            </div>
            <Blocks snapshot blocks=shown.page.blocks level=Level::H2/>
        }
    };
    view! {
        <ContentPage snapshot content=figures_page()/>
        <Questions asked/>
        <div class="figures__choices result-bar__tools u-no-print" data-live="">
            <InBrowser><Choices asked/></InBrowser>
        </div>
        <section class="figures__answer" id=ANSWER tabindex="-1" data-answer="" aria-label=words::figures::RESULT>
            <AnswerState/>
            <Anew content=answer/>
        </section>
    }
}

/// The query that the address asks for. Read anew where it is needed: it is short.
#[derive(Clone, Copy)]
struct Asked(Memo<String>);

impl Asked {
    fn query(self) -> FiguresQuery {
        self.0.with(|text| FiguresQuery::parse(text).0)
    }
}

/// The questions that are ready. Each is asked of the cases that are counted now.
#[component]
fn Questions(asked: Asked) -> impl IntoView {
    let navigation = use_navigation();
    let links =
        figures_questions(&FiguresQuery::default()).into_iter().enumerate().map(|(place, (link, _))| {
            let question = move || figures_questions(&asked.query()).into_iter().nth(place);
            let href = move || question().map(|(link, _)| href(navigation, &link.to));
            let current = move || question().is_some_and(|(_, is_asked)| is_asked).then_some("true");
            view! { <li><a class="chip" href=href data-noscroll="" aria-current=current>{link.text}</a></li> }
        });
    view! {
        <nav class="figures__questions u-no-print" aria-label=words::figures::QUESTIONS>
            <ul class="chip-list">{links.collect_view()}</ul>
        </nav>
    }
}

/// The menus, and the forms.
#[component]
fn Choices(asked: Asked) -> impl IntoView {
    let navigation = use_navigation();
    let menu = move |id, label, place: usize, choose: fn(&mut FiguresQuery, &str)| {
        let choices = Signal::derive(move || {
            let choices: Vec<(Vec<Choice>, String)> = figures_choices(&asked.query()).into();
            choices.into_iter().nth(place).unwrap_or_default()
        });
        let choose = Callback::new(move |value: String| {
            let mut query = untrack(|| asked.query());
            choose(&mut query, &value);
            navigation.adjust_query(query.to_string());
        });
        view! { <MenuField id label choices choose/> }
    };
    let views = FiguresView::ALL.iter().map(|&view| {
        let href = Signal::derive(move || {
            let query = FiguresQuery { view, ..asked.query() };
            navigation.href(&Address::with_query(Route::Figures, query))
        });
        (view.ja(), href, Signal::derive(move || asked.query().view == view))
    });
    view! {
        {menu("figures-rows", words::figures::ROWS, 0, choose_rows)}
        {menu("figures-columns", words::figures::COLUMNS, 1, |query, value| query.columns = Dimension::from_slug(value))}
        {menu("figures-measure", words::figures::MEASURE, 2, |query, value| {
            query.measure = Measure::from_slug(value).unwrap_or_default();
        })}
        <Segmented links=views.collect()/>
    }
}

/// Chooses the rows. Where they stood in the columns, both change places.
fn choose_rows(query: &mut FiguresQuery, value: &str) {
    let before = query.rows;
    query.rows = Dimension::from_slug(value).unwrap_or_default();
    if query.columns == Some(query.rows) {
        query.columns = Some(before);
    }
}
