//! Running text with links.

use joint_procurement_core::domain::{Domain, Slug, SystemState, WebAddress};
use joint_procurement_core::query::{Answer, CaseFilter, CaseQuery, StatusAnswer};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::AnswerCounts;

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<Inline>);

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Plain(String),
    Strong(String),
    /// A word that was searched for.
    Mark(String),
    Link(Link),
    /// A link to the source that states the value before it; no part of the value in files.
    Evidence(Link),
    /// A text that people copy rather than read, such as a checksum.
    Code(String),
    /// A number with its unit, which a line break must not part.
    Number(String),
    /// The words in place of a value that is not known, and why.
    Unknown(String),
    /// A short remark on the value before it, such as the basis of an amount.
    Remark(String),
    Domain(Domain),
    /// A domain that leads to its cases.
    DomainLink(Domain, Target),
    Status(StatusAnswer),
    /// A word that sorts what it stands beside; its tone is a colour.
    Label {
        tone: &'static str,
        text: &'static str,
    },
    /// A word of caution.
    Flag(&'static str),
    /// An amount of money as people say it, and to the yen.
    Amount {
        spoken: String,
        exact: String,
    },
    /// The state of a system type in a prefecture.
    State(SystemState),
    /// A bar of cases by answer, the unknown ones too. The words beside it say the same.
    Answers(AnswerCounts),
    /// The colour of an answer in such a bar.
    Swatch(Answer),
    /// A break: the text after it stands on a line of its own; in a file after a stroke.
    Break,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub to: Target,
    pub text: String,
}

/// The place to which a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of this site.
    Internal(Address),
    /// A file of the site, relative to its base; saved and not shown.
    File(String),
    /// Another site.
    External(WebAddress),
}

impl Link {
    pub fn new(to: impl Into<Target>, text: impl Into<String>) -> Self {
        Self { to: to.into(), text: text.into() }
    }

    /// Links to the page of a system type.
    pub fn system(slug: &Slug, text: impl Into<String>) -> Self {
        Self::new(Route::System(slug.clone()), text)
    }
}

impl From<WebAddress> for Target {
    fn from(address: WebAddress) -> Self {
        Self::External(address)
    }
}

impl From<Route> for Target {
    fn from(route: Route) -> Self {
        Self::Internal(route.into())
    }
}

impl From<Address> for Target {
    fn from(address: Address) -> Self {
        Self::Internal(address)
    }
}

impl From<CaseFilter> for Target {
    fn from(filter: CaseFilter) -> Self {
        Self::Internal(list_of(filter))
    }
}

/// Gives the list of the cases that the filter lets through.
pub fn list_of(filter: CaseFilter) -> Address {
    Address::with_query(Route::Cases, CaseQuery { filter, ..CaseQuery::default() })
}

/// Links a number of cases to their list: `24件`.
pub fn cases_link(count: usize, filter: CaseFilter) -> Link {
    Link::new(filter, joint_procurement_core::text::cases(count))
}

impl Text {
    /// Reads prose whose `[words in brackets]` are links, to the targets in their order.
    pub fn linked(prose: &str, targets: Vec<Target>) -> Self {
        let mut text = Self::default();
        let mut rest = prose;
        for to in targets {
            let parts = rest.split_once('[').and_then(|(before, from)| Some((before, from.split_once(']')?)));
            let Some((before, (words, after))) = parts else { break };
            if !before.is_empty() {
                text.push(before);
            }
            text.push(Link::new(to, words));
            rest = after;
        }
        if !rest.is_empty() {
            text.push(rest);
        }
        text
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a piece; for texts that are built step by step.
    pub fn push(&mut self, piece: impl Into<Inline>) {
        self.0.push(piece.into());
    }

    /// Gives the same text with a piece more.
    #[must_use]
    pub fn then(mut self, piece: impl Into<Inline>) -> Self {
        self.push(piece);
        self
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Inline> {
        self.0.iter()
    }

    /// Gives the text without its links and looks, as files hold it.
    pub fn plain(&self) -> String {
        self.0.iter().map(Inline::text).collect()
    }
}

impl Inline {
    /// Makes a link to another site; the words alone where there is no address that a browser may follow.
    pub fn external(address: Option<WebAddress>, text: impl Into<String>) -> Self {
        match address {
            Some(address) => Link::new(address, text).into(),
            None => Self::Plain(text.into()),
        }
    }

    /// Gives the words alone.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text)
            | Self::Strong(text)
            | Self::Mark(text)
            | Self::Code(text)
            | Self::Number(text)
            | Self::Unknown(text)
            | Self::Remark(text)
            | Self::Amount { spoken: text, .. }
            | Self::Link(Link { text, .. }) => text,
            Self::Label { text, .. } | Self::Flag(text) => text,
            Self::Domain(domain) | Self::DomainLink(domain, _) => {
                joint_procurement_core::domain::Term::ja(*domain)
            }
            Self::Status(status) => joint_procurement_core::domain::Term::ja(*status),
            Self::State(state) => joint_procurement_core::domain::Term::ja(*state),
            Self::Answers(_) | Self::Swatch(_) | Self::Evidence(_) => "",
            Self::Break => " / ",
        }
    }
}

impl IntoIterator for Text {
    type Item = Inline;
    type IntoIter = std::vec::IntoIter<Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Inline> for Text {
    fn from_iter<I: IntoIterator<Item = Inline>>(pieces: I) -> Self {
        Self(pieces.into_iter().collect())
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<Link> for Inline {
    fn from(link: Link) -> Self {
        Self::Link(link)
    }
}

impl<T: Into<Inline>> From<T> for Text {
    fn from(piece: T) -> Self {
        let piece = piece.into();
        if piece == Inline::Plain(String::new()) { Self::default() } else { Self(vec![piece]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_become_links_in_order() {
        let text = Text::linked("[一覧]と[データ]です。", vec![Route::Cases.into(), Route::Data.into()]);
        let pieces: Text = [
            Inline::from(Link::new(Route::Cases, "一覧")),
            "と".into(),
            Link::new(Route::Data, "データ").into(),
            "です。".into(),
        ]
        .into_iter()
        .collect();
        assert_eq!(text, pieces);
    }

    #[test]
    fn brackets_without_a_target_stay_and_are_seen() {
        assert_eq!(Text::linked("[一覧]です。", vec![]).plain(), "[一覧]です。");
        assert_eq!(Text::linked("一覧です。", vec![Route::Cases.into()]).plain(), "一覧です。");
    }
}
