//! Heights in a page that is laid out only near the window (assets/css/layout.css).

use leptos::prelude::*;
use web_sys::Element;

/// The id of the application's own element.
pub(crate) const APP: &str = "app";

/// The mark of a document that is laid out whole.
const WHOLE: &str = "data-whole";

/// The height at which a page was left.
///
/// Parts that a reader jumped over were never laid out, and count with an estimate. So that the way back leads to
/// what was read, the part at the top of the window is remembered, too.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Height {
    pixels: i32,
    part: Option<Part>,
}

/// A part of the page, by its place among the children of each element that it is in. With it goes how far
/// below the top of the window it was.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    path: Vec<u32>,
    top: i32,
}

impl Height {
    /// Gives the height at which the window is, by its number alone.
    pub fn of_window() -> Self {
        Self { pixels: window().scroll_y().unwrap_or_default().round() as i32, part: None }
    }

    /// Takes note of the part at the top of the window, if that is still at this height.
    pub fn note_part(&mut self) {
        if self.pixels > 0 && self.pixels == Self::of_window().pixels {
            self.part = Part::at_top();
        }
    }

    /// Scrolls there.
    pub fn scroll_to(&self) {
        if self.pixels == 0 {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            return;
        }
        at_true_heights(|| {
            window().scroll_to_with_x_and_y(0.0, f64::from(self.pixels));
            if let Some((part, top)) = self.part.as_ref().and_then(|it| Some((it.find()?, it.top))) {
                let moved = part.get_bounding_client_rect().top().round() - f64::from(top);
                window().scroll_by_with_x_and_y(0.0, moved);
            }
        });
    }

    /// Writes `1200`; with a part `1200:-13:0.2.5`.
    pub fn written(&self) -> String {
        match &self.part {
            None => self.pixels.to_string(),
            Some(Part { path, top }) => {
                let path: Vec<_> = path.iter().map(u32::to_string).collect();
                format!("{}:{top}:{}", self.pixels, path.join("."))
            }
        }
    }

    /// Reads what `written` gives.
    pub fn read(text: &str) -> Option<Self> {
        let (pixels, part) = text.split_once(':').map_or((text, None), |(pixels, part)| (pixels, Some(part)));
        let part = part.and_then(|part| {
            let (top, path) = part.split_once(':')?;
            let path = path.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
            Some(Part { path, top: top.parse().ok()? })
        });
        Some(Self { pixels: pixels.parse().ok()?, part })
    }
}

impl Part {
    fn at_top() -> Option<Self> {
        let page = document().get_element_by_id(APP)?;
        let seen = first_in_window(&page)?;
        let top = seen.get_bounding_client_rect().top().round() as i32;
        Some(Self { path: path_to(&seen, &page)?, top })
    }

    fn find(&self) -> Option<Element> {
        let page = document().get_element_by_id(APP)?;
        self.path.iter().try_fold(page, |element, &place| element.children().item(place))
    }
}

fn path_to(element: &Element, page: &Element) -> Option<Vec<u32>> {
    let mut path = Vec::new();
    let mut element = element.clone();
    while element != *page {
        let before =
            std::iter::successors(element.previous_element_sibling(), |it| it.previous_element_sibling());
        path.push(before.count() as u32);
        element = element.parent_element()?;
    }
    path.reverse();
    Some(path)
}

/// Lays the whole page out for as long as it takes to scroll in it. Its parts remember their heights.
pub(crate) fn at_true_heights(scroll: impl FnOnce()) {
    let Some(root) = document().document_element() else { return };
    let _ = root.set_attribute(WHOLE, "");
    scroll();
    // A part remembers its height when the frame is made: the second callback from here comes after that.
    request_animation_frame(move || {
        request_animation_frame(move || {
            let _ = root.remove_attribute(WHOLE);
        });
    });
}

/// Finds the outermost part of a page that begins within the window; the innermost that fills it where none
/// does.
fn first_in_window(page: &Element) -> Option<Element> {
    let seen = parts_in_window(page).into_iter().next()?;
    // The inside of a map or a chart comes late, and is not there yet on the way back.
    if seen.get_bounding_client_rect().top() >= 0.0 || seen.has_attribute("data-live") {
        return Some(seen);
    }
    first_in_window(&seen).or(Some(seen))
}

/// Lists the parts of an element that are within the window, even a little. No part of those is looked at,
/// which may not be laid out.
pub(crate) fn parts_in_window(element: &Element) -> Vec<Element> {
    let bottom = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let children = element.children();
    let children = (0..children.length()).filter_map(|place| children.item(place));
    let is_seen = |it: &Element| {
        let place = it.get_bounding_client_rect();
        // The ways to parts may stay in sight while these pass by, and tell of no height.
        place.bottom() > 0.0 && place.top() < bottom && it.tag_name() != "NAV"
    };
    children.filter(is_seen).collect()
}
