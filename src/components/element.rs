//! Elements as values of one type.
//!
//! `view!` makes a type for every tag and one for every kind of attribute, and the compiler writes the
//! code for building, updating and removing each of them: hundreds of kilobytes for pages that only show
//! things. Here the tag is a value, so that all elements share one copy of that code. It is Leptos' own
//! builder (`html::custom` takes any tag) with its types pinned; controls that react stay with `view!`.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::view::iterators::StaticVec;

/// An element that is being put together.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without attributes and children.
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// An element with a class.
pub fn classed(tag: &'static str, class: &'static str) -> Element {
    el(tag).attr("class", class)
}

/// What can stand in an element.
pub trait Child {
    fn into_child(self) -> AnyView;
}

impl Element {
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.add(name, value.into());
        self
    }

    /// The attribute where there is a value.
    pub fn maybe(mut self, name: &'static str, value: Option<&'static str>) -> Self {
        if let Some(value) = value {
            self.add(name, value.into());
        }
        self
    }

    pub fn child(mut self, child: impl Child) -> Self {
        self.children.push(child.into_child());
        self
    }

    /// The child where there is one.
    pub fn some(mut self, child: Option<impl Child>) -> Self {
        if let Some(child) = child {
            self.children.push(child.into_child());
        }
        self
    }

    pub fn children(mut self, children: impl IntoIterator<Item = impl Child>) -> Self {
        self.children.extend(children.into_iter().map(Child::into_child));
        self
    }

    /// A value of a custom property, which a style attribute may not set under a strict
    /// Content-Security-Policy.
    pub fn property(mut self, name: &'static str, value: String) -> Self {
        self.attributes.push(leptos::tachys::html::style::style((name, value)).into_any_attr());
        self
    }

    pub fn on_click(mut self, act: impl FnMut() + 'static) -> Self {
        let mut act: Box<dyn FnMut()> = Box::new(act);
        let listener =
            leptos::tachys::html::event::on(leptos::ev::click, move |_: web_sys::MouseEvent| act());
        self.attributes.push(listener.into_any_attr());
        self
    }

    // Not generic: one copy for all callers.
    fn add(&mut self, name: &'static str, value: Cow<'static, str>) {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
    }

    pub fn view(self) -> AnyView {
        let children = StaticVec::from(self.children);
        leptos::html::custom(self.tag).add_any_attr(self.attributes).child(children).into_any()
    }
}

/// Several parts side by side.
pub fn all(parts: impl IntoIterator<Item = impl Child>) -> AnyView {
    StaticVec::from(parts.into_iter().map(Child::into_child).collect::<Vec<_>>()).into_any()
}

impl Child for Element {
    fn into_child(self) -> AnyView {
        self.view()
    }
}

impl Child for AnyView {
    fn into_child(self) -> AnyView {
        self
    }
}

impl Child for String {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &str {
    fn into_child(self) -> AnyView {
        self.to_owned().into_any()
    }
}
