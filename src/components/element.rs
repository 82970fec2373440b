//! Elements as values of one type.
//!
//! `view!` makes a type for every tag and one for every kind of attribute, and the compiler writes the
//! code for building, updating and removing each of them: hundreds of kilobytes for pages that only show
//! things. Here an element is plain data, and goes into the document as a piece of HTML with one call
//! (`markup`); controls that react stay with `view!` and can be children like any text.

use std::borrow::Cow;

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::view::iterators::StaticVec;
use web_sys::MouseEvent;

use super::markup::{Click, Markup};

/// What stands in an element, or in a page.
pub enum Node {
    Text(Cow<'static, str>),
    Element(Element),
    /// Side by side.
    Several(Vec<Node>),
    /// Reacts by itself.
    View(AnyView),
}

/// An element that is being put together.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) children: Vec<Node>,
    /// A custom property; not a style attribute, which a strict Content-Security-Policy refuses.
    pub(super) property: Option<(&'static str, String)>,
    pub(super) on_click: Option<Click>,
}

/// An element without attributes and children.
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new(), property: None, on_click: None }
}

/// An element with a class.
pub fn classed(tag: &'static str, class: &'static str) -> Element {
    el(tag).attr("class", class)
}

/// Several parts side by side.
pub fn all(parts: impl IntoIterator<Item = impl Into<Node>>) -> Node {
    Node::Several(parts.into_iter().map(Into::into).collect())
}

impl Element {
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// The child where there is one.
    pub fn some(mut self, child: Option<impl Into<Node>>) -> Self {
        self.children.extend(child.map(Into::into));
        self
    }

    pub fn children(mut self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// A value of a custom property.
    pub fn property(mut self, name: &'static str, value: String) -> Self {
        self.property = Some((name, value));
        self
    }

    pub fn on_click(mut self, mut act: impl FnMut() + 'static) -> Self {
        self.on_click = Some(on(ev::click, Box::new(move |_: MouseEvent| act())));
        self
    }

    pub fn node(self) -> Node {
        Node::Element(self)
    }

    pub fn view(self) -> AnyView {
        Markup::new(self).into_any()
    }
}

impl Node {
    pub fn view(self) -> AnyView {
        match self {
            Self::Text(text) => text.into_owned().into_any(),
            Self::Element(element) => element.view(),
            Self::Several(parts) => {
                StaticVec::from(parts.into_iter().map(Self::view).collect::<Vec<_>>()).into_any()
            }
            Self::View(view) => view,
        }
    }
}

/// A child in `view!`.
impl IntoRender for Element {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        self.view()
    }
}

/// A child in `view!`.
impl IntoRender for Node {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        self.view()
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<AnyView> for Node {
    fn from(view: AnyView) -> Self {
        Self::View(view)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}
