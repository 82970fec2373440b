use joint_procurement_core::domain::{Snapshot, Term};
use leptos::prelude::*;

use super::facts::{FactClasses, Facts};
use super::heading::{Heading, Level};
use super::text::{href, text};
use crate::components::{InBrowser, SizeFit};
use crate::content::{self, FactRow, Text};
use crate::navigation::use_navigation;
use crate::words;

const REMARKS: FactClasses =
    ["case-item__remarks", "case-item__remark", "case-item__term", "case-item__remark-text"];

/// One case of a list.
#[component]
pub fn CaseItem(
    snapshot: &'static Snapshot,
    item: content::CaseItem,
    /// The title as it is to be shown, where words of it are marked.
    #[prop(optional)]
    title: Option<Text>,
    level: Level,
    /// The way in which it fits the size that was chosen.
    #[prop(optional_no_strip)]
    fit: Option<content::SizeFit>,
    /// The reasons why it is listed.
    #[prop(optional)]
    remarks: Vec<FactRow>,
    /// A control before it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let content::CaseItem {
        title: link,
        domain,
        system,
        form,
        prefecture,
        status,
        joining,
        facts,
        amounts,
        known,
        missing,
    } = item;
    let href = href(use_navigation(), &link.to);
    let title = text(title.unwrap_or_else(|| link.text.into()));
    let picks = children.is_some().then_some("");
    let control = children.map(|children| {
        view! {
            <InBrowser>
                <div class="case-item__pick" data-live="">{children()}</div>
            </InBrowser>
        }
    });
    let form = form.map(|form| view! { <span class="chip">{form.ja()}</span>" " });
    let joining = joining.map(|words| view! { " " <span class="chip" data-tone="success">{words}</span> });
    let fit = fit.map(|fit| view! { <SizeFit fit/> });
    let remarks = (!remarks.is_empty()).then(|| view! { <Facts snapshot classes=REMARKS facts=remarks/> });
    let rows = |rows: Vec<FactRow>, class: &'static str| {
        let row = |row: FactRow| {
            view! {
                <div class=class>
                    <dt class="case-item__term">{row.name}</dt>
                    <dd class="case-item__value">{text(row.value)}</dd>
                </div>
            }
        };
        rows.into_iter().map(row).collect_view()
    };
    let known = (!known.is_empty()).then(|| {
        let chips = known.into_iter().map(|thing| view! { <dd class="case-item__known">{thing}</dd> });
        view! {
            <div class="case-item__things">
                <dt class="u-visually-hidden">{words::list::THINGS_KNOWN}</dt>
                {chips.collect_view()}
            </div>
        }
    });
    view! {
        <li class="case-item" data-domain=domain.slug() data-picks=picks>
            {control}
            <Heading level class="case-item__title">
                <a class="case-item__link" href=href>{title}</a>
            </Heading>
            <p class="case-item__kicker">
                <span class="chip" data-domain=domain.slug()>{domain.ja()}</span>
                " "
                <span class="case-item__type">{system}</span>
                " "
                {form}
                <span class="case-item__place">{prefecture}</span>
                " "
                <span class="status" data-status=status.slug()>{status.ja()}</span>
                {joining}
            </p>
            {fit}
            {remarks}
            <dl class="case-item__facts">
                {rows(facts, "case-item__fact")}
                {rows(amounts, "case-item__amount")}
                {known}
                {rows(missing, "case-item__missing")}
            </dl>
        </li>
    }
}
