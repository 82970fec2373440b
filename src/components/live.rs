use leptos::prelude::*;

use crate::navigation::Navigation;

/// A part that only the program can make, and that nobody misses before: left out of pages that are sent.
///
/// Its elements, or the one that they fill, are marked `data-live`, as all that such pages do not show. Where something
/// follows it on the page, the style sheet keeps its room (assets/css/sent.css).
#[component]
pub fn InBrowser(children: Children) -> impl IntoView {
    // Without one the part is mounted by itself.
    let is_written = use_context::<Navigation>().is_some_and(Navigation::is_written);
    (!is_written).then(children)
}
