//! Cases side by side.

use joint_procurement_core::domain::Term;
use joint_procurement_core::export::Clip;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::Difference;
use leptos::prelude::*;

use super::{CopyButton, CsvButton, InBrowser, LiveText, text};
use crate::browser::take_lost_focus;
use crate::content::{self, ComparedCase, ComparedGroup, OwnSize, Text};
use crate::navigation::use_navigation;
use crate::words;

/// The columns that a phone shows at a time (assets/css/compare.css).
const SEEN: usize = 2;

/// The table of the comparison, what is to be known of it, and what can be done with it.
#[component]
pub fn Comparison(
    comparison: content::Comparison,
    /// The reader's own municipality beside the cases, where one is chosen.
    own: Option<OwnSize>,
    /// A flag for the rows that differ, without the others.
    only: RwSignal<bool>,
) -> impl IntoView {
    let differs = comparison.counts().differs;
    let address = words::copy::address(&absolute(&comparison.address));
    let notes = comparison.notes.iter().cloned().chain([address]);
    let notes = notes.map(|note| view! { <p>{note}</p> }).collect_view();
    let columns = comparison.cases.len();
    let cases = columns.clamp(1, 4).to_string();
    let first = RwSignal::new(0);
    let scrolled = move |event| {
        let scroller: web_sys::HtmlElement = event_target(&event);
        let width = (scroller.scroll_width() / columns.max(1) as i32).max(1);
        let now = (scroller.scroll_left() + width / 2) / width;
        if first.get_untracked() != now {
            first.set(now);
        }
    };
    let position = (columns > SEEN).then(|| {
        let words = Signal::derive(move || words::compare::position(columns, first.get() as usize, SEEN));
        view! { <p class="compare__position"><LiveText text=words/></p> }
    });
    let (line, fits) = own.map_or_else(Default::default, |own| (Some(own.line), own.fits));
    let line = line.map(|line| view! { <p data-live="">{line}</p> });
    view! {
        <div class="compare" data-cases=cases data-only=move || (differs > 0 && only.get()).then_some("")>
            <Tools comparison=comparison.clone() only differs/>
            <InBrowser>{line}</InBrowser>
            {position}
            <div
                class="compare__scroller"
                role="region"
                aria-labelledby="comparison-caption"
                tabindex="0"
                on:scroll=scrolled
            >
                <Grid comparison fits/>
            </div>
            <div class="compare__notes">{notes}</div>
        </div>
    }
}

/// The switch, the file, the copy for pasting, and the way back to the list.
#[component]
fn Tools(
    comparison: content::Comparison,
    only: RwSignal<bool>,
    /// The number of rows that differ.
    differs: usize,
) -> impl IntoView {
    let list = use_navigation().href(&Route::Cases.into());
    let (pasted, address) = (comparison.clone(), comparison.address.clone());
    let file = move || (comparison.file_name.clone(), comparison.table().to_csv());
    let clip = move || Clip::from(&pasted.clip(&absolute));
    let link = move || Clip::from(absolute(&address));
    let switch = (differs > 0).then(|| {
        view! {
            <label class="checkbox compare__switch">
                <input
                    class="checkbox__input"
                    type="checkbox"
                    prop:checked=only
                    on:change=move |_| only.update(|only| *only = !*only)
                />
                <span class="checkbox__label">{words::compare::only_differences(differs)}</span>
            </label>
        }
    });
    view! {
        <div class="compare__actions">
            {switch}
            <CsvButton label=words::table::CSV file/>
            <CopyButton label=words::copy::PASTE clip/>
            <CopyButton label=words::copy::LINK clip=link/>
            <a class="button" data-variant="tertiary" data-size="sm" href=list>
                {words::compare::CHOOSE_OTHERS}
            </a>
        </div>
    }
}

/// Gives an address with the site's own before it, which only the browser knows.
fn absolute(address: &Address) -> String {
    use_navigation().absolute(address)
}

/// The table. Its roles are written out: on phones the rows are laid out as grids, which takes a table's own
/// roles away in some browsers.
#[component]
fn Grid(
    comparison: content::Comparison,
    /// The closeness of each case to the reader's own municipality, if any.
    fits: Vec<String>,
) -> impl IntoView {
    let content::Comparison { caption, cases, groups, .. } = comparison;
    let marks: Vec<&'static str> = cases.iter().map(|case| case.mark).collect();
    let groups = groups.into_iter().map(|group| {
        let fits = if group.name == words::compare::SIZE { fits.clone() } else { Vec::new() };
        view! { <Group group marks=marks.clone() fits/> }
    });
    let groups = groups.collect_view();
    view! {
        <table class="compare__table" role="table">
            <caption class="u-visually-hidden" id="comparison-caption">{caption}</caption>
            <thead role="rowgroup">
                <tr class="compare__heads" role="row">
                    <th class="compare__corner" role="columnheader" scope="col">{words::table::FIELD}</th>
                    // By what is left without the case: no head takes another's place, so that a link that was
                    // pressed goes away, and the focus does not come to the next column.
                    <For each=move || cases.clone() key=|case| case.without.query.clone() let:case>
                        <Head case/>
                    </For>
                </tr>
            </thead>
            {groups}
        </table>
    }
}

/// The head of a column.
#[component]
fn Head(case: ComparedCase) -> impl IntoView {
    let navigation = use_navigation();
    let ComparedCase { mark, id, title, without } = case;
    let label = words::compare::drop_label(&title);
    view! {
        <th class="compare__head" role="columnheader" scope="col">
            <span class="compare__mark">{mark}</span>
            " "
            <a href=navigation.href(&Route::Case(id).into())>{title}</a>
            <a class="compare__drop" href=navigation.href(&without) data-noscroll="">
                <span class="u-visually-hidden">{label}</span>
                {words::compare::DROP}
            </a>
        </th>
    }
}

/// The rows of one subject.
#[component]
fn Group(
    group: ComparedGroup,
    /// The marks of the columns.
    marks: Vec<&'static str>,
    /// The values of a last row, if any: the closeness in size.
    fits: Vec<String>,
) -> impl IntoView {
    let width = (marks.len() + 1).to_string();
    let untold = group.untold().into_iter().map(|(words, names)| {
        view! {
            <tr class="compare__row" role="row">
                <td class="compare__untold" role="cell" colspan=width.clone()>
                    <span class="compare__name">{words::compare::untold(&words, &names)}</span>
                </td>
            </tr>
        }
    });
    let untold = untold.collect_view();
    let rows = group.told().map(|row| {
        let values = row.values.iter().map(|value| value.cell.text.clone()).collect();
        view! { <Row name=row.name.clone() difference=row.difference() values marks=marks.clone()/> }
    });
    let rows = rows.collect_view();
    let fits: Vec<Text> = fits.into_iter().map(Text::from).collect();
    let fits = (!fits.is_empty()).then(|| {
        view! {
            <Row name=words::own::CLOSENESS.to_owned() difference=None values=fits marks=marks.clone()/>
        }
    });
    view! {
        <tbody role="rowgroup">
            <tr class="compare__subject" role="row">
                <th class="compare__group" role="rowheader" scope="rowgroup" colspan=width>
                    <span class="compare__name">{group.name}</span>
                </th>
            </tr>
            {rows}
            {fits}
            {untold}
        </tbody>
    }
}

/// One item of all cases, and how they differ in it.
#[component]
fn Row(
    name: String,
    difference: Option<Difference>,
    values: Vec<Text>,
    /// The marks of the columns.
    marks: Vec<&'static str>,
) -> impl IntoView {
    let difference = difference.map(|it| {
        view! { <span class="compare__difference" data-difference=it.slug()>{it.ja()}</span> }
    });
    let values = marks.into_iter().zip(values).map(|(mark, value)| {
        view! {
            <td class="compare__value" role="cell">
                // Read out with the column's head already.
                <span class="compare__mark" aria-hidden="true">{mark}</span>
                <div>{text(value)}</div>
            </td>
        }
    });
    let values = values.collect_view();
    view! {
        <tr class="compare__row" role="row">
            <th class="compare__item" role="rowheader" scope="row">
                <span class="compare__name">{name}{difference}</span>
            </th>
            {values}
        </tr>
    }
}

/// Gives the focus to the table. The link that was pressed is gone with its column, and the reader goes on
/// there.
pub fn focus_comparison() {
    let find = |selector| document().query_selector(selector).ok().flatten();
    take_lost_focus(find(".compare__scroller").or_else(|| find("main h1")));
}
