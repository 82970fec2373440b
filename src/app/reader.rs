//! The reader's place, kept while another page that says the same replaces this one.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, Node};

use crate::browser::{focus_in_place, has_scrolled};
use crate::navigation::{at_true_heights, parts_in_window};

/// The reader's place in the old page, as it is in the new one.
pub(super) struct Reader {
    focused: Option<HtmlElement>,
    /// The beginning and the end of the selection.
    selected: Option<[(Node, u32); 2]>,
    /// The part at the top of the window, and its height. None of a reader at the top of the page.
    reading: Option<(Element, f64)>,
}

impl Reader {
    /// Finds what the reader has in the old page again in the new one. Opens there what is open here.
    pub fn of(old: &Element, new: &Element) -> Self {
        let again = |element: &Element| same_in(old, new, element);
        for summary in all(old, "details[open] > summary") {
            let details = again(&summary).and_then(|summary| summary.parent_element());
            if let Some(details) = details {
                let _ = details.set_attribute("open", "");
            }
        }
        let focused = document().active_element().filter(|it| old.contains(Some(it)));
        let focused = focused.and_then(|it| again(&it)?.dyn_into().ok());
        let reading = has_scrolled().then(|| part_read(old, &again)).flatten();
        Self { focused, selected: selected(again), reading }
    }

    /// Gives the reader the same in the new page, once it is in the document.
    pub fn go_on(self) {
        if let Some((top, height)) = self.reading {
            at_true_heights(|| {
                let moved = top.get_bounding_client_rect().top() - height;
                window().scroll_by_with_x_and_y(0.0, moved);
            });
        }
        if let (Some([from, to]), Ok(Some(selection))) = (self.selected, window().get_selection()) {
            let _ = selection.set_base_and_extent(&from.0, from.1, &to.0, to.1);
        }
        if let Some(focused) = self.focused {
            focus_in_place(&focused);
        }
    }
}

/// Finds the first part that begins in the window and is found again, with its height in the window.
fn part_read(page: &Element, again: &impl Fn(&Element) -> Option<Element>) -> Option<(Element, f64)> {
    parts_in_window(page).into_iter().find_map(|part| {
        let top = part.get_bounding_client_rect().top();
        let found = if top < 0.0 { None } else { again(&part) };
        found.map(|part| (part, top)).or_else(|| part_read(&part, again))
    })
}

/// Finds the text that is selected; none where it begins or ends at something else than text.
fn selected(again: impl Fn(&Element) -> Option<Element>) -> Option<[(Node, u32); 2]> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let from = text_in(&again, &selection.anchor_node()?, selection.anchor_offset())?;
    let to = text_in(&again, &selection.focus_node()?, selection.focus_offset())?;
    Some([from, to])
}

/// Finds the same place in a text: its nodes may be parted in another way.
fn text_in(again: impl Fn(&Element) -> Option<Element>, text: &Node, offset: u32) -> Option<(Node, u32)> {
    if text.node_type() != Node::TEXT_NODE {
        return None;
    }
    let element = text.parent_element()?;
    let before: u32 = texts(&element).iter().take_while(|it| *it != text).map(length).sum();
    let mut left = before + offset;
    texts(again(&element)?.as_ref()).into_iter().find_map(|text| {
        let length = length(&text);
        if left <= length {
            return Some((text, left));
        }
        left -= length;
        None
    })
}

/// Lists all text nodes in an element.
fn texts(node: &Node) -> Vec<Node> {
    let children = node.child_nodes();
    let children = (0..children.length()).filter_map(|place| children.item(place));
    children.flat_map(|it| if it.node_type() == Node::TEXT_NODE { vec![it] } else { texts(&it) }).collect()
}

/// Counts as the platform does: in units of UTF-16.
fn length(text: &Node) -> u32 {
    text.text_content().map_or(0, |text| text.encode_utf16().count() as u32)
}

/// Finds the element of the new page with the same name, or with the same words and link. Among several in
/// the same named part of the page it is the one at the same place. A link that says something else but leads
/// there is the same, too.
fn same_in(old: &Element, new: &Element, element: &Element) -> Option<Element> {
    let named = |it: &Element| {
        let id = it.id();
        all(new, &it.tag_name()).find(|it| !id.is_empty() && it.id() == id)
    };
    let parts = std::iter::successors(Some(element.clone()), |it| it.parent_element());
    let part = parts.take_while(|it| it != old).find_map(|it| Some((named(&it)?, it)));
    let (there, here) = part.unwrap_or_else(|| (new.clone(), old.clone()));
    if here == *element {
        return Some(there);
    }
    let tag = element.tag_name();
    let (link, text) = (href(element), element.text_content());
    let says_same = |it: &Element| href(it) == link && it.text_content() == text;
    let mut same: Vec<_> = all(&there, &tag).filter(says_same).collect();
    let before: Vec<_> = all(&here, &tag).filter(says_same).collect();
    if same.len() == before.len() {
        let place = before.iter().position(|it| it == element)?;
        return Some(same.swap_remove(place));
    }
    all(new, &tag).find(|it| link.is_some() && href(it) == link)
}

fn href(element: &Element) -> Option<String> {
    element.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::href)
}

fn all(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = within.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |place| found.as_ref()?.item(place)?.dyn_into().ok())
}
