use leptos::prelude::*;

use crate::components::element::{all, classed, el};
use crate::components::external_link;
use crate::content::{Inline, Link, Target, Text};
use crate::domain::Term;
use crate::shell::{Navigation, use_navigation};

/// A run of text.
pub fn text(text: Text) -> AnyView {
    all(text.into_iter().map(inline))
}

fn inline(piece: Inline) -> AnyView {
    match piece {
        Inline::Plain(words) => words.into_any(),
        Inline::Strong(words) => el("strong").child(words).view(),
        Inline::Mark(words) => classed("mark", "mark").child(words).view(),
        Inline::Code(words) => classed("code", "code").child(words).view(),
        Inline::Number(words) => classed("span", "num").child(words).view(),
        Inline::Unknown(words) => classed("span", "unknown").child(words).view(),
        Inline::Remark(words) => classed("span", "basis").child(words).view(),
        Inline::Domain(domain) => {
            classed("span", "chip").attr("data-domain", domain.slug()).child(domain.ja()).view()
        }
        Inline::DomainLink(domain, to) => classed("span", "chip")
            .attr("data-domain", domain.slug())
            .child(link(Link::new(to, domain.ja()), ""))
            .view(),
        Inline::Label { tone, text } => classed("span", "chip").attr("data-tone", tone).child(text).view(),
        Inline::Flag(words) => classed("span", "flag").child(words).view(),
        Inline::Amount { spoken, exact } => classed("span", "num").attr("title", exact).child(spoken).view(),
        Inline::Status(status) => state(status.slug(), status.ja()),
        Inline::State(value) => state(value.slug(), value.ja()),
        Inline::Break => el("br").view(),
        Inline::Link(words) => link(words, ""),
    }
}

fn state(slug: &'static str, word: &'static str) -> AnyView {
    classed("span", "status").attr("data-status", slug).child(word).view()
}

/// A link with a class of its own.
pub(super) fn link(Link { to, text }: Link, class: &'static str) -> AnyView {
    if let Target::External(url) = to {
        return external_link(url, text);
    }
    let mut link = el("a").attr("href", href(use_navigation(), &to));
    if !class.is_empty() {
        link = link.attr("class", class);
    }
    if matches!(to, Target::File(_)) {
        link = link.attr("download", "");
    }
    link.child(text).view()
}

/// What a link holds.
pub(super) fn href(navigation: Navigation, to: &Target) -> String {
    match to {
        Target::Page(address) => navigation.href(address),
        Target::File(path) => navigation.file(path),
        Target::External(url) => url.clone(),
    }
}
