use leptos::prelude::*;

use super::{Level, blocks};
use crate::components::element::classed;
use crate::components::loading;
use crate::content::{self, Block, Later};
use crate::data::{Data, Loaded};
use crate::domain::Snapshot;
use crate::shell::{Hold, failure_notice, use_words};

/// A part whose file is asked for here; until it comes, and where it fails, that is said in its place.
pub(super) fn later(snapshot: &'static Snapshot, part: Later, level: Level) -> AnyView {
    let data: Data = expect_context();
    match part {
        Later::OfDetails(part) => {
            data.details().want();
            let parts = move || {
                let details = data.details().get()?;
                Some(details.map(|details| part.blocks(snapshot, use_words(), details)))
            };
            when_there(snapshot, level, Box::new(parts), Callback::new(move |()| data.details().retry()))
        }
        Later::Errata => {
            data.errata().want();
            let parts = move || {
                let errata = data.errata().get()?;
                Some(errata.map(|errata| content::errata(snapshot, use_words(), errata)))
            };
            when_there(snapshot, level, Box::new(parts), Callback::new(move |()| data.errata().retry()))
        }
        Later::OfMunicipalities(part) => {
            data.municipalities().want();
            let parts = move || {
                let municipalities = data.municipalities().get()?;
                Some(municipalities.map(|table| part.blocks(snapshot, use_words(), table)))
            };
            when_there(
                snapshot,
                level,
                Box::new(parts),
                Callback::new(move |()| data.municipalities().retry()),
            )
        }
    }
}

/// The parts of a page once they are there.
type Parts = Box<dyn Fn() -> Loaded<Vec<Block>> + Send>;

fn when_there(snapshot: &'static Snapshot, level: Level, parts: Parts, retry: Callback<()>) -> AnyView {
    let hold = Hold::new();
    let view = move || match parts() {
        None => loading(),
        Some(loaded) => {
            // Not at once: the parts are put into the page after this.
            request_animation_frame(move || hold.release());
            match loaded {
                Ok(parts) => blocks(snapshot, parts, level),
                Err(error) => failure_notice(&error, move || retry.run(())),
            }
        }
    };
    classed("div", "later").child(view.into_any()).view()
}
