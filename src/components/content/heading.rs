//! Headings whose level depends on where they stand.

use leptos::prelude::*;

/// The depth at which a part stands, which is the level of its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    H2,
    H3,
    H4,
}

impl Level {
    /// Gives the level of the parts within.
    pub fn inner(self) -> Self {
        match self {
            Self::H2 => Self::H3,
            Self::H3 | Self::H4 => Self::H4,
        }
    }
}

/// A heading of a level.
#[component]
pub(super) fn Heading(
    level: Level,
    class: &'static str,
    /// The id, where something is named by it.
    #[prop(optional)]
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    let children = children();
    match level {
        Level::H2 => view! { <h2 class=class id=id>{children}</h2> }.into_any(),
        Level::H3 => view! { <h3 class=class id=id>{children}</h3> }.into_any(),
        Level::H4 => view! { <h4 class=class id=id>{children}</h4> }.into_any(),
    }
}
