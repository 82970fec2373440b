//! Running text and links.

use maud::{Markup, html};

use crate::content::{Inline, Link, Target, Text};
use crate::domain::Term;
use crate::text::JAPANESE;

pub(super) fn text(text: &Text) -> Markup {
    html! { @for piece in text.iter() { (inline(piece)) } }
}

fn inline(piece: &Inline) -> Markup {
    match piece {
        Inline::Plain(words) => html! { (words) },
        Inline::Strong(words) => html! { strong { (words) } },
        Inline::Mark(words) => html! { mark.mark { (words) } },
        Inline::Code(words) => html! { code.code { (words) } },
        Inline::Number(words) | Inline::Amount { spoken: words, .. } => html! { span.num { (words) } },
        Inline::Unknown(words) => html! { span.unknown { (words) } },
        Inline::Remark(words) => html! { span.basis { (words) } },
        Inline::Domain(domain) => html! { span.chip data-domain=(domain.slug()) { (domain.ja()) } },
        Inline::DomainLink(domain, to) => html! {
            span.chip data-domain=(domain.slug()) { (link(&Link::new(to.clone(), domain.ja()), None)) }
        },
        Inline::Label { tone, text } => html! { span.chip data-tone=(tone) { (text) } },
        Inline::Flag(words) => html! { span.flag { (words) } },
        Inline::Status(status) => state(status.slug(), status.ja()),
        Inline::State(value) => state(value.slug(), value.ja()),
        Inline::Break => html! { br; },
        Inline::Link(to) => link(to, None),
    }
}

pub(super) fn state(slug: &str, word: &str) -> Markup {
    html! { span.status data-status=(slug) { (word) } }
}

/// A link with a class of its own. Other addresses than http and https, which the builder refuses, are shown
/// as text.
pub(super) fn link(link: &Link, class: Option<&str>) -> Markup {
    match &link.to {
        Target::External(url) if !(url.starts_with("https://") || url.starts_with("http://")) => {
            html! { span { (link.text) } }
        }
        Target::External(url) => html! {
            a.external-link href=(url) rel="external noopener" {
                (link.text) span.external-link__mark { (JAPANESE.shell.external) }
            }
        },
        Target::File(path) => html! { a class=[class] href=(path) download { (link.text) } },
        Target::Page(_) => html! { a class=[class] href=(href(&link.to)) { (link.text) } },
    }
}

/// Relative to the site's base.
pub(super) fn href(to: &Target) -> String {
    match to {
        Target::Page(address) => match address.path() {
            path if path.is_empty() || path.starts_with(['?', '#']) => format!("./{path}"),
            path => path,
        },
        Target::File(path) => path.clone(),
        Target::External(url) => url.clone(),
    }
}
