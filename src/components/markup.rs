//! Puts a whole element into the document with one call.
//!
//! A list of 25 cases is some thousand elements. Made one by one through the bridge between WebAssembly
//! and the document, they take five times as long as the browser's own parser needs for the same HTML, and
//! that is the difference that is felt when a filter is clicked on a slow office PC. Leptos' `inner_html`
//! would do, but knows of no children that react, so this is written here: such children wait beside the
//! HTML, which has a comment in their places.

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::event::On;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTemplateElement, MouseEvent};

use super::element::{Element, Node};
use crate::text::push_escaped;

/// An element as HTML, with what HTML cannot hold in the order of the comments that stand for it.
pub struct Markup {
    html: String,
    live: Vec<Live>,
}

pub type Click = On<ev::click, Box<dyn FnMut(MouseEvent)>>;

enum Live {
    /// In place of its comment.
    View(AnyView),
    /// Of the element that the comment stands in.
    Click(Click),
    Property(&'static str, String),
}

/// Stands for something that HTML cannot hold; comments are allowed in tables too.
const PLACE: &str = "<!---->";
/// `NodeFilter.SHOW_COMMENT` of the DOM standard.
const COMMENTS: u32 = 0x80;
/// These have no end tag.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "source", "wbr"];

impl Markup {
    pub fn new(element: Element) -> Self {
        let mut this = Self { html: String::new(), live: Vec::new() };
        this.write(element);
        this
    }

    fn write(&mut self, element: Element) {
        let Element { tag, attributes, children, property, on_click } = element;
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            push_escaped(&mut self.html, &value);
            self.html.push('"');
        }
        self.html.push('>');
        if VOID.contains(&tag) {
            return;
        }
        if tag == "pre" {
            // The parser takes a line break at the beginning away.
            self.html.push('\n');
        }
        if let Some((name, value)) = property {
            self.place(Live::Property(name, value));
        }
        if let Some(act) = on_click {
            self.place(Live::Click(act));
        }
        children.into_iter().for_each(|child| self.write_node(child));
        self.html.push_str("</");
        self.html.push_str(tag);
        self.html.push('>');
    }

    fn write_node(&mut self, node: Node) {
        match node {
            Node::Text(text) => push_escaped(&mut self.html, &text),
            Node::Element(element) => self.write(element),
            Node::Several(nodes) => nodes.into_iter().for_each(|node| self.write_node(node)),
            Node::View(view) => self.place(Live::View(view)),
        }
    }

    fn place(&mut self, live: Live) {
        self.html.push_str(PLACE);
        self.live.push(live);
    }
}

/// What stands in the document.
pub struct Standing {
    element: web_sys::Element,
    html: String,
    live: Vec<StandingLive>,
}

enum StandingLive {
    View(AnyViewState),
    /// Listens as long as it is kept.
    Click(web_sys::Element, RemoveEventHandler<web_sys::Element>),
    Property(web_sys::Element),
}

impl Live {
    fn stand(self, place: &web_sys::Node) -> Option<StandingLive> {
        let parent = place.parent_element()?;
        Some(match self {
            Self::View(view) => {
                let mut state = view.build();
                state.mount(&parent, Some(place));
                StandingLive::View(state)
            }
            Self::Click(act) => {
                let listening = act.attach(&parent);
                StandingLive::Click(parent, listening)
            }
            Self::Property(name, value) => {
                set_property(&parent, name, &value);
                StandingLive::Property(parent)
            }
        })
    }

    fn is_like(&self, standing: &StandingLive) -> bool {
        matches!(
            (self, standing),
            (Self::View(_), StandingLive::View(_))
                | (Self::Click(_), StandingLive::Click(..))
                | (Self::Property(..), StandingLive::Property(_))
        )
    }

    fn replace(self, standing: &mut StandingLive) {
        match (self, standing) {
            (Self::View(view), StandingLive::View(state)) => view.rebuild(state),
            (Self::Click(act), StandingLive::Click(element, listening)) => *listening = act.attach(element),
            (Self::Property(name, value), StandingLive::Property(element)) => {
                set_property(element, name, &value);
            }
            _ => {}
        }
    }
}

fn set_property(element: &web_sys::Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// The comments below an element, in the order in which they were written.
fn places(element: &web_sys::Element) -> Vec<web_sys::Node> {
    let walker = document().create_tree_walker_with_what_to_show(element, COMMENTS);
    let next = || walker.as_ref().ok().and_then(|walker| walker.next_node().ok().flatten());
    std::iter::from_fn(next).collect()
}

impl Render for Markup {
    type State = Standing;

    fn build(self) -> Standing {
        let template = Rndr::create_element("template", None);
        template.set_inner_html(&self.html);
        let content = template.unchecked_ref::<HtmlTemplateElement>().content();
        // There is one: the HTML begins with a tag.
        let element = content.first_element_child().unwrap_or(template);
        let places = if self.live.is_empty() { Vec::new() } else { places(&element) };
        let live = self.live.into_iter().zip(&places).filter_map(|(live, place)| live.stand(place)).collect();
        Standing { element, html: self.html, live }
    }

    /// Leaves the elements in place where they would be the same, and with them the reader's focus.
    fn rebuild(self, state: &mut Standing) {
        let alike = self.live.iter().zip(&state.live).all(|(new, old)| new.is_like(old));
        if self.html == state.html && alike {
            self.live.into_iter().zip(&mut state.live).for_each(|(new, old)| new.replace(old));
        } else {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
        }
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(Markup);

/// Only asked for by servers that render; there is none here.
impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buffer: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _attributes: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
