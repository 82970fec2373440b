use leptos::prelude::*;

use super::offline_use::offline_use;
use super::{Level, blocks_in_steps};
use crate::components::element::{all, classed};
use crate::components::loading;
use crate::content::{self, Block, Later, OfCase};
use crate::data::{Data, DataError, Loaded};
use crate::domain::Snapshot;
use crate::shell::{Hold, failure_notice, use_words};

/// A part whose files are asked for here; until they come, and where they fail, that is said in its
/// place.
pub(super) fn later(snapshot: &'static Snapshot, part: Later, level: Level) -> AnyView {
    let data: Data = expect_context();
    let parts: Parts = match part {
        Later::OfDetails(part) => {
            data.details().want();
            Box::new(move || {
                let details = data.details().get()?;
                let parts = details.map(|details| part.blocks(snapshot, use_words(), details));
                Some(Came::whole(parts, Callback::new(move |()| data.details().retry())))
            })
        }
        Later::Errata => {
            data.errata().want();
            Box::new(move || {
                let errata = data.errata().get()?;
                let parts = errata.map(|errata| content::errata(snapshot, use_words(), errata));
                Some(Came::whole(parts, Callback::new(move |()| data.errata().retry())))
            })
        }
        Later::OfMunicipalities(part) => {
            data.municipalities().want();
            Box::new(move || {
                let municipalities = data.municipalities().get()?;
                let parts = municipalities.map(|table| part.blocks(snapshot, use_words(), table));
                Some(Came::whole(parts, Callback::new(move |()| data.municipalities().retry())))
            })
        }
        Later::OfflineUse => return offline_use(),
        Later::OfCase(part) => of_case(snapshot, data, part),
    };
    when_there(snapshot, parts, level)
}

/// What of a part is there.
struct Came {
    parts: Vec<Block>,
    /// What is missing for good, and how to ask for it again.
    failed: Option<(DataError, Callback<()>)>,
    /// Nothing more is under way.
    settled: bool,
}

impl Came {
    /// All or nothing of a part that needs one file.
    fn whole(parts: Result<Vec<Block>, DataError>, retry: Callback<()>) -> Self {
        match parts {
            Ok(parts) => Self { parts, failed: None, settled: true },
            Err(error) => Self { parts: Vec::new(), failed: Some((error, retry)), settled: true },
        }
    }
}

/// Nothing as long as a part is only under way.
type Parts = Box<dyn Fn() -> Option<Came> + Send>;

/// A case is shown from its long texts on, and without them where they failed; the participants come
/// with the municipalities.
fn of_case(snapshot: &'static Snapshot, data: Data, part: OfCase) -> Parts {
    let detail = Data::detail(snapshot, part.row);
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
        let parts = part.blocks(snapshot, use_words(), detail_there.as_ref(), municipalities);
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

fn when_there(snapshot: &'static Snapshot, parts: Parts, level: Level) -> AnyView {
    let hold = Hold::new();
    let view = move || {
        let Some(came) = parts() else { return loading().view() };
        if came.settled {
            // Not at once: the parts are put into the page after this.
            request_animation_frame(move || hold.release());
        }
        let failed = came.failed.map(|(error, retry)| failure_notice(&error, move || retry.run(())));
        let parts = (!came.parts.is_empty()).then(|| blocks_in_steps(snapshot, came.parts, level));
        all(failed.into_iter().chain(parts)).view()
    };
    classed("div", "later").child(view.into_any()).view()
}
