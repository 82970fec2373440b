use joint_procurement_core::domain::Term;
use joint_procurement_core::query::Answer;
use joint_procurement_core::stats::AnswerCounts;
use leptos::prelude::*;

use crate::components::ExternalLink;
use crate::content::{Inline, Link, Target, Text};
use crate::navigation::{Navigation, use_navigation};

/// Draws a run of text.
pub fn text(text: Text) -> AnyView {
    // An empty text would become a blank in a page that is written.
    let pieces = text.into_iter().filter(|piece| *piece != Inline::Plain(String::new()));
    let mut pieces: Vec<AnyView> = pieces.map(inline).collect();
    match pieces.pop() {
        // Most texts are one piece, and a list has a node of its own.
        Some(only) if pieces.is_empty() => only,
        last => pieces.into_iter().chain(last).collect_view().into_any(),
    }
}

fn inline(piece: Inline) -> AnyView {
    match piece {
        Inline::Plain(words) => words.into_any(),
        Inline::Strong(words) => view! { <strong>{words}</strong> }.into_any(),
        Inline::Mark(words) => view! { <mark class="mark">{words}</mark> }.into_any(),
        Inline::Code(words) => view! { <code class="code">{words}</code> }.into_any(),
        Inline::Number(words) => view! { <span class="num">{words}</span> }.into_any(),
        Inline::Unknown(words) => view! { <span class="unknown">{words}</span> }.into_any(),
        Inline::Remark(words) => view! { <span class="basis">{words}</span> }.into_any(),
        Inline::Domain(domain) => {
            view! { <span class="chip" data-domain=domain.slug()>{domain.ja()}</span> }.into_any()
        }
        Inline::DomainLink(domain, to) => view! {
            <span class="chip" data-domain=domain.slug()>
                <TextLink link=Link::new(to, domain.ja())/>
            </span>
        }
        .into_any(),
        Inline::Label { tone, text } => view! { <span class="chip" data-tone=tone>{text}</span> }.into_any(),
        Inline::Flag(words) => view! { <span class="flag">{words}</span> }.into_any(),
        Inline::Amount { spoken, exact } => {
            view! { <span class="num" title=exact>{spoken}</span> }.into_any()
        }
        Inline::Status(status) => state(status.slug(), status.ja()),
        Inline::State(value) => state(value.slug(), value.ja()),
        Inline::Answers(counts) => view! { <AnswerBar counts/> }.into_any(),
        Inline::Swatch(answer) => {
            view! { <span class="answer-swatch" data-answer=answer.slug() aria-hidden="true"></span> }
                .into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
        // The blank is none of the value, which files hold without it.
        Inline::Evidence(link) => view! { " " <TextLink link class="evidence"/> }.into_any(),
        Inline::Link(link) => view! { <TextLink link/> }.into_any(),
    }
}

fn state(slug: &'static str, word: &'static str) -> AnyView {
    view! { <span class="status" data-status=slug>{word}</span> }.into_any()
}

/// A bar of cases by answer. The words beside it say the same.
#[component]
fn AnswerBar(counts: AnswerCounts) -> impl IntoView {
    let mut before = 0;
    let parts = Answer::ALL.iter().map(|&answer| {
        let start = before;
        before += counts.of(answer);
        // In thousandths, so that no fraction has to be written, and without gaps between the parts.
        let place = |cases: usize| cases * 1000 / counts.total().max(1);
        let width = (place(before) - place(start)).to_string();
        view! { <rect data-answer=answer.slug() x=place(start).to_string() width=width height="1"/> }
    });
    view! {
        <svg class="answer-bar" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
            {parts.collect_view()}
        </svg>
    }
}

/// A link to a page or a file of the site, or out of it.
#[component]
pub(super) fn TextLink(
    link: Link,
    /// The class; not for links out of the site, which have a look of their own.
    #[prop(optional)]
    class: Option<&'static str>,
) -> impl IntoView {
    let Link { to, text } = link;
    if let Target::External(url) = to {
        return view! { <ExternalLink url text/> }.into_any();
    }
    let href = href(use_navigation(), &to);
    let download = matches!(to, Target::File(_)).then_some("");
    view! { <a href=href class=class download=download>{text}</a> }.into_any()
}

/// Gives the `href` of a link.
pub fn href(navigation: Navigation, to: &Target) -> String {
    match to {
        Target::Internal(address) => navigation.href(address),
        Target::File(path) => navigation.file(path),
        Target::External(url) => url.to_string(),
    }
}
