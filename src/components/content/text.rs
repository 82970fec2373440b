use leptos::prelude::*;

use crate::components::ExternalLink;
use crate::content::{Inline, Link, Target, Text};
use crate::domain::Term;
use crate::shell::{Navigation, use_navigation};

/// A run of text.
pub fn text(text: Text) -> AnyView {
    text.into_iter().map(inline).collect_view().into_any()
}

fn inline(piece: Inline) -> AnyView {
    match piece {
        Inline::Plain(words) => words.into_any(),
        Inline::Strong(words) => view! { <strong>{words}</strong> }.into_any(),
        Inline::Code(words) => view! { <code class="code">{words}</code> }.into_any(),
        Inline::Number(words) => span("num", words),
        Inline::Unknown(words) => span("unknown", words),
        Inline::Remark(words) => span("basis", words),
        Inline::Domain(domain) => {
            view! { <span class="chip" data-domain=domain.slug()>{domain.ja()}</span> }.into_any()
        }
        Inline::DomainLink(domain, to) => {
            let words = link(Link::new(to, domain.ja()), "");
            view! { <span class="chip" data-domain=domain.slug()>{words}</span> }.into_any()
        }
        Inline::Label { tone, text } => view! { <span class="chip" data-tone=tone>{text}</span> }.into_any(),
        Inline::Flag(words) => view! { <span class="flag">{words}</span> }.into_any(),
        Inline::Amount { spoken, exact } => {
            view! { <span class="num" title=exact>{spoken}</span> }.into_any()
        }
        Inline::Status(status) => state(status.slug(), status.ja()),
        Inline::State(value) => state(value.slug(), value.ja()),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Link(words) => link(words, ""),
    }
}

fn span(class: &'static str, words: String) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}

fn state(slug: &'static str, word: &'static str) -> AnyView {
    view! { <span class="status" data-status=slug>{word}</span> }.into_any()
}

/// A link with a class of its own.
pub(super) fn link(Link { to, text }: Link, class: &'static str) -> AnyView {
    match to {
        Target::External(url) => view! { <ExternalLink url text/> }.into_any(),
        Target::File(_) => {
            let href = href(use_navigation(), &to);
            view! { <a class=class href=href download="">{text}</a> }.into_any()
        }
        Target::Page(_) => {
            let href = href(use_navigation(), &to);
            view! { <a class=class href=href>{text}</a> }.into_any()
        }
    }
}

/// What a link holds.
pub(super) fn href(navigation: Navigation, to: &Target) -> String {
    match to {
        Target::Page(address) => navigation.href(address),
        Target::File(path) => navigation.file(path),
        Target::External(url) => url.clone(),
    }
}
