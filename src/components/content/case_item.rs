use leptos::prelude::*;

use super::facts::{FactClasses, facts};
use super::text::link;
use super::{Level, titled};
use crate::content;
use crate::domain::{CaseRef, Snapshot, Term};
use crate::shell::use_words;

const CLASSES: FactClasses = ["case-item__facts", "case-item__fact", "case-item__term", "case-item__value"];

/// One case of a list.
pub fn case_item(snapshot: &'static Snapshot, case: CaseRef<'_>, level: Level) -> AnyView {
    let item = content::case_item(snapshot, use_words(), case);
    let domain = item.domain;
    view! {
        <li class="case-item" data-domain=domain.slug()>
            {titled(level, "case-item__title", None, link(item.title, "case-item__link"))}
            <p class="case-item__kicker">
                <span class="chip" data-domain=domain.slug()>{domain.ja()}</span>
                " "<span class="case-item__type">{item.system}</span>
                " "<span class="case-item__place">{item.prefecture}</span>
                " "<span class="status" data-status=item.status.slug()>{item.status.ja()}</span>
            </p>
            {facts(snapshot, CLASSES, item.facts)}
        </li>
    }
    .into_any()
}
