use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::files::DataError;
use leptos::prelude::*;

use super::offline_use::OfflineUse;
use super::{Blocks, Level};
use crate::components::FailureNotice;
use crate::components::{Anew, Loading};
use crate::content::{self, Block, OfCase};
use crate::data::{Data, Loaded};
use crate::navigation::use_navigation;
use crate::readiness::Hold;

/// A part whose files are asked for here. Until they come, and where they fail, that is said in its place.
#[component]
pub(super) fn Later(snapshot: &'static Snapshot, part: content::Later, level: Level) -> impl IntoView {
    let data: Data = expect_context();
    let parts: Parts = match part {
        content::Later::OfDetails(part) => {
            data.details().want();
            Box::new(move || {
                let details = data.details().get()?;
                let parts = details.map(|details| part.blocks(snapshot, details));
                Some(Came::whole(parts, Callback::new(move |()| data.details().retry())))
            })
        }
        content::Later::Errata => {
            data.errata().want();
            Box::new(move || {
                let errata = data.errata().get()?;
                let parts = errata.map(|errata| content::errata(snapshot, errata));
                Some(Came::whole(parts, Callback::new(move |()| data.errata().retry())))
            })
        }
        content::Later::Funding(system) => {
            data.funding().want();
            Box::new(move || {
                let funding = data.funding().get()?;
                let parts = funding.map(|funding| content::funding(snapshot, funding, system.as_ref()));
                Some(Came::whole(parts, Callback::new(move |()| data.funding().retry())))
            })
        }
        content::Later::OfMunicipalities(part) => {
            data.municipalities().want();
            let query = use_navigation().query();
            Box::new(move || {
                let municipalities = data.municipalities().get()?;
                let parts =
                    municipalities.map(|table| query.with(|query| part.blocks(snapshot, table, query)));
                Some(Came::whole(parts, Callback::new(move |()| data.municipalities().retry())))
            })
        }
        content::Later::OfflineUse => return view! { <OfflineUse/> }.into_any(),
        content::Later::OfCase(part) => of_case(snapshot, data, part),
    };
    view! { <WhenThere snapshot parts level/> }.into_any()
}

/// The share of a part that is there.
struct Came {
    parts: Vec<Block>,
    /// The error of what is missing for good, and the way to ask for it again.
    failed: Option<(DataError, Callback<()>)>,
    /// A flag for a part of which nothing more is under way.
    settled: bool,
}

impl Came {
    /// Shows all or nothing of a part that needs one file.
    fn whole(parts: Result<Vec<Block>, DataError>, retry: Callback<()>) -> Self {
        match parts {
            Ok(parts) => Self { parts, failed: None, settled: true },
            Err(error) => Self { parts: Vec::new(), failed: Some((error, retry)), settled: true },
        }
    }
}

/// A view of the parts; nothing as long as a part is only under way.
type Parts = Box<dyn Fn() -> Option<Came> + Send + Sync>;

/// Shows a case from its long texts on, and without them where they failed. The participants come with the
/// municipalities.
fn of_case(snapshot: &'static Snapshot, data: Data, part: OfCase) -> Parts {
    let detail = data.detail(snapshot, part.row);
    data.municipalities().want();
    Box::new(move || {
        let municipalities = data.municipalities().get();
        let loaded: Loaded<_> = detail.get();
        let settled = municipalities.is_some();
        let (municipalities, no_municipalities) = split(municipalities);
        let (detail_there, no_detail) = split(Some(loaded?));
        let failed = match (no_detail, no_municipalities) {
            (Some(error), _) => Some((error, Callback::new(move |()| detail.retry()))),
            (None, Some(error)) => Some((error, Callback::new(move |()| data.municipalities().retry()))),
            (None, None) => None,
        };
        let parts = part.blocks(snapshot, detail_there.as_ref(), municipalities);
        Some(Came { parts, failed, settled })
    })
}

fn split<T>(loaded: Loaded<T>) -> (Option<T>, Option<DataError>) {
    match loaded {
        None => (None, None),
        Some(Ok(there)) => (Some(there), None),
        Some(Err(error)) => (None, Some(error)),
    }
}

#[component]
fn WhenThere(snapshot: &'static Snapshot, parts: Parts, level: Level) -> impl IntoView {
    let hold = Hold::new();
    let shown = move || {
        let Some(came) = parts() else { return view! { <Loading/> }.into_any() };
        let Came { parts: blocks, failed, settled } = came;
        if settled {
            // Not at once: the parts are put into the page after this.
            Effect::new(move || request_animation_frame(move || hold.release()));
        }
        let failed = failed.map(|(error, retry)| view! { <FailureNotice error retry/> });
        let parts = (!blocks.is_empty()).then(|| view! { <Blocks snapshot blocks level/> });
        view! { {failed}{parts} }.into_any()
    };
    view! { <div class="later"><Anew content=shown/></div> }
}
