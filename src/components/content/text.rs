use crate::components::element::{Node, all, classed, el};
use crate::components::external_link;
use crate::content::{Inline, Link, Target, Text};
use crate::domain::Term;
use crate::shell::{Navigation, use_navigation};

/// A run of text.
pub fn text(text: Text) -> Node {
    all(text.into_iter().map(inline))
}

fn inline(piece: Inline) -> Node {
    match piece {
        Inline::Plain(words) => words.into(),
        Inline::Strong(words) => el("strong").child(words).node(),
        Inline::Mark(words) => classed("mark", "mark").child(words).node(),
        Inline::Code(words) => classed("code", "code").child(words).node(),
        Inline::Number(words) => classed("span", "num").child(words).node(),
        Inline::Unknown(words) => classed("span", "unknown").child(words).node(),
        Inline::Remark(words) => classed("span", "basis").child(words).node(),
        Inline::Domain(domain) => {
            classed("span", "chip").attr("data-domain", domain.slug()).child(domain.ja()).node()
        }
        Inline::DomainLink(domain, to) => classed("span", "chip")
            .attr("data-domain", domain.slug())
            .child(link(Link::new(to, domain.ja()), ""))
            .node(),
        Inline::Label { tone, text } => classed("span", "chip").attr("data-tone", tone).child(text).node(),
        Inline::Flag(words) => classed("span", "flag").child(words).node(),
        Inline::Amount { spoken, exact } => classed("span", "num").attr("title", exact).child(spoken).node(),
        Inline::Status(status) => state(status.slug(), status.ja()),
        Inline::State(value) => state(value.slug(), value.ja()),
        Inline::Break => el("br").node(),
        Inline::Link(words) => link(words, ""),
    }
}

fn state(slug: &'static str, word: &'static str) -> Node {
    classed("span", "status").attr("data-status", slug).child(word).node()
}

/// A link with a class of its own.
pub(super) fn link(Link { to, text }: Link, class: &'static str) -> Node {
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
    link.child(text).node()
}

/// What a link holds.
pub(super) fn href(navigation: Navigation, to: &Target) -> String {
    match to {
        Target::Page(address) => navigation.href(address),
        Target::File(path) => navigation.file(path),
        Target::External(url) => url.clone(),
    }
}
