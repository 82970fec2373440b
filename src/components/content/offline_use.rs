//! The copy of the site on this device: how it stands, and what can be done with it.

use crate::components::LiveText;
use leptos::prelude::*;

use crate::browser::keep_focus;
use crate::offline::{Check, Command, LocalCopy, Offline};
use crate::words;

/// The state of the copy, with its buttons.
#[component]
pub(super) fn OfflineUse() -> impl IntoView {
    let offline: Offline = expect_context();
    let text = Memo::new(move |_| {
        let state = offline.get();
        let check = state.check.map(|check| match check {
            Check::Latest => words::offline::LATEST,
            Check::Failed => words::offline::NOT_CHECKED,
        });
        format!("{}{}", copy_text(state.copy), check.unwrap_or_default())
    });
    let progress = move || match offline.get().copy {
        LocalCopy::Saving { files, of } => Some((files, of)),
        _ => None,
    };
    let is_saving = Memo::new(move |_| progress().is_some());
    let actions = Memo::new(move |_| actions(offline.get().copy));
    view! {
        <div class="offline-use" data-live="">
            // Not every file that comes is news.
            <p role="status">
                <LiveText text=Signal::derive(move || if is_saving.get() { String::new() } else { text.get() })/>
            </p>
            {move || is_saving.get().then(|| view! {
                <p><LiveText text/></p>
                <progress
                    class="progress"
                    aria-label=words::offline::PROGRESS
                    prop:max=move || progress().map_or(1, |(_, of)| of.max(1))
                    prop:value=move || progress().map_or(0, |(files, _)| files)
                ></progress>
            })}
            <div class="page-header__actions u-no-print">{move || buttons(actions.get())}</div>
        </div>
    }
}

fn buttons(commands: &'static [Command]) -> impl IntoView {
    // The section's (content::data), since the pressed button may be gone.
    keep_focus("offline");
    let buttons = commands.iter().map(|&command| {
        let label = match command {
            Command::Allow => words::offline::ALLOW,
            Command::Remove => words::offline::REMOVE,
            _ => words::offline::REFRESH,
        };
        view! {
            <button
                class="button"
                type="button"
                data-variant="secondary"
                data-size="sm"
                on:click=move |_| command.send()
            >
                {label}
            </button>
        }
    });
    buttons.collect_view()
}

fn copy_text(copy: LocalCopy) -> String {
    match copy {
        LocalCopy::Unknown => words::offline::UNKNOWN.to_owned(),
        LocalCopy::Unsupported => words::offline::UNSUPPORTED.to_owned(),
        LocalCopy::OneFile => words::offline::ONE_FILE.to_owned(),
        LocalCopy::Off => words::offline::OFF.to_owned(),
        LocalCopy::Saving { files, of } => words::offline::saving(files, of),
        LocalCopy::Saved { bytes, as_of, missing: 0 } => {
            words::offline::saved(bytes, as_of.map(words::date).as_deref())
        }
        LocalCopy::Saved { missing, .. } => words::offline::incomplete(missing),
        LocalCopy::Full => words::offline::FULL.to_owned(),
        LocalCopy::Interrupted => words::offline::INTERRUPTED.to_owned(),
    }
}

fn actions(copy: LocalCopy) -> &'static [Command] {
    match copy {
        LocalCopy::Unknown | LocalCopy::Unsupported | LocalCopy::OneFile | LocalCopy::Saving { .. } => &[],
        LocalCopy::Off => &[Command::Allow],
        LocalCopy::Saved { .. } => &[Command::Refresh, Command::Remove],
        LocalCopy::Full | LocalCopy::Interrupted => &[Command::Refresh],
    }
}
