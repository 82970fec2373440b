//! Observers of elements. Dropping one ends it.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
};

/// An observer that calls back once, when an element comes near the viewport.
pub struct InView {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl InView {
    pub fn once(element: &HtmlElement, act: impl Fn() + 'static) -> Option<Self> {
        let done = Cell::new(false);
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let near = entries.iter().any(|entry| {
                entry.dyn_into::<IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting())
            });
            if near && !done.replace(true) {
                act();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("300px");
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _seen: seen })
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// An observer that calls back whenever the size of an element has changed.
pub struct Resizes {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl Resizes {
    pub fn of(element: &HtmlElement, act: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let resized = Closure::<dyn FnMut()>::new(act);
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(Self { observer, _resized: resized })
    }
}

impl Drop for Resizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
