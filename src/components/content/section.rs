use joint_procurement_core::domain::Snapshot;
use leptos::prelude::*;

use super::heading::{Heading, Level};
use super::text::text;
use super::{Blocks, Parts};
use crate::content;

/// A part with a heading of its own.
#[component]
pub(super) fn Section(snapshot: &'static Snapshot, part: content::Section, level: Level) -> impl IntoView {
    let content::Section { id, heading, lead, more, blocks } = part;
    let heading_id = format!("{id}-heading");
    let lead = (!lead.is_empty()).then(|| view! { <p class="section__lead">{text(lead)}</p> });
    let more = (!more.is_empty()).then(|| view! { <p class="section__more">{text(more)}</p> });
    view! {
        <section class="section" id=id aria-labelledby=heading_id tabindex="-1">
            <div class="section__header">
                <Heading level class="section__heading" id=heading_id.clone()>{heading}</Heading>
                {lead}
                {more}
            </div>
            <Blocks snapshot blocks level=level.inner()/>
        </section>
    }
}

/// A question with its answer.
#[component]
pub(super) fn Question(snapshot: &'static Snapshot, item: content::Question, level: Level) -> impl IntoView {
    let content::Question { id, question, answer } = item;
    let heading_id = format!("{id}-heading");
    view! {
        <section class="question" id=id aria-labelledby=heading_id tabindex="-1">
            <Heading level class="question__heading" id=heading_id.clone()>{question}</Heading>
            <div class="prose">
                <Parts snapshot blocks=answer level=level.inner()/>
            </div>
        </section>
    }
}
