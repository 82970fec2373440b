//! The page that the tests run in: putting something into it, taking it out again, and waiting.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// An element of its own at the top of the window; gone from the page when dropped.
pub struct Stage(pub HtmlElement);

impl Stage {
    pub fn new() -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        let style = "position: fixed; top: 0; left: 0; width: 600px; height: 400px";
        element.set_attribute("style", style).unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }

    pub fn set_style(&self, name: &str, value: &str) {
        let style = self.0.get_attribute("style").unwrap_or_default();
        self.0.set_attribute("style", &format!("{style}; {name}: {value}")).unwrap();
    }

    #[track_caller]
    pub fn find(&self, selector: &str) -> HtmlElement {
        let found = self.0.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.0.query_selector(selector).unwrap().is_some()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// A view in the page; dropping it takes the view down.
pub type Mounted = UnmountHandle<<AnyView as Render>::State>;

/// Mounts what `make` gives, together with a handle to something that was made for it.
pub fn mount<T: 'static>(stage: &Stage, make: impl FnOnce() -> (T, AnyView) + 'static) -> (T, Mounted) {
    let made = Rc::new(RefCell::new(None));
    let keep = made.clone();
    let mounted = mount_to(stage.0.clone(), move || {
        let (handle, view) = make();
        keep.replace(Some(handle));
        view
    });
    let handle = made.take().unwrap();
    (handle, mounted)
}

/// An element in the head of the page; gone when dropped.
pub struct InHead(Element);

impl InHead {
    pub fn new(tag: &str, attributes: &[(&str, &str)]) -> Self {
        let element = document().create_element(tag).unwrap();
        for (name, value) in attributes {
            element.set_attribute(name, value).unwrap();
        }
        // In front, where it counts: what a failed test has left behind does not disturb the next one.
        let head = document().head().unwrap();
        head.insert_before(&element, head.first_child().as_ref()).unwrap();
        Self(element)
    }

    pub fn text(self, text: &str) -> Self {
        self.0.set_text_content(Some(text));
        self
    }

    /// Makes the element at which relative addresses start.
    pub fn base(href: &str) -> Self {
        Self::new("base", &[("href", href)])
    }
}

impl Drop for InHead {
    fn drop(&mut self) {
        self.0.remove();
    }
}

async fn task_after(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits for a task of its own. By then every effect and every promise that could go on has done so.
pub async fn settled() {
    task_after(0).await;
}

/// Waits until the browser has told its observers where the element stands; those that came before heard it first.
pub async fn observed(element: &Element) {
    let observe = "return new Promise((done) => \
        new IntersectionObserver((_, it) => { it.disconnect(); done(); }).observe(element));";
    let seen = Function::new_with_args("element", observe).call1(&JsValue::NULL, element).unwrap();
    JsFuture::from(seen.unchecked_into::<Promise>()).await.unwrap();
    settled().await;
}

/// A promise that is kept when the test says so.
#[derive(Clone)]
pub struct Gate {
    promise: Promise,
    open: Rc<RefCell<Option<Function>>>,
}

impl Gate {
    pub fn new() -> Self {
        let open = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |resolve, _| {
            open.replace(Some(resolve));
        });
        Self { promise, open }
    }

    pub fn open(&self) {
        self.open.borrow().as_ref().unwrap().call0(&JsValue::NULL).unwrap();
    }

    pub async fn passed(self) {
        JsFuture::from(self.promise).await.unwrap();
    }
}

/// Waits until there is a value, for ten seconds at most.
pub async fn eventually<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..500 {
        if let Some(seen) = look() {
            return seen;
        }
        task_after(20).await;
    }
    panic!("waited in vain: {what}")
}
