//! The copy of the site on this device: how it stands, and what can be done with it.

use crate::components::LiveText;
use leptos::prelude::*;

use crate::shell::offline::{Check, Command, Copy, Offline};
use crate::shell::{keep_focus, use_words};
use crate::words::OfflineWords;

/// How the copy stands, with its buttons.
#[component]
pub(super) fn OfflineUse() -> impl IntoView {
    let words = use_words().offline;
    let offline: Offline = expect_context();
    let text = Memo::new(move |_| {
        let state = offline.get();
        let check = state.check.map(|check| match check {
            Check::Latest => words.latest,
            Check::Failed => words.not_checked,
        });
        format!("{}{}", copy_text(words, state.copy), check.unwrap_or_default())
    });
    let progress = move || match offline.get().copy {
        Copy::Saving { files, of } => Some((files, of)),
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
                    aria-label=words.progress
                    prop:max=move || progress().map_or(1, |(_, of)| of.max(1))
                    prop:value=move || progress().map_or(0, |(files, _)| files)
                ></progress>
            })}
            <div class="page-header__actions u-no-print">{move || buttons(words, actions.get())}</div>
        </div>
    }
}

fn buttons(words: &'static OfflineWords, commands: &'static [Command]) -> impl IntoView {
    // The section's (content::data), since the pressed button may be gone.
    keep_focus("offline");
    let buttons = commands.iter().map(|&command| {
        let label = match command {
            Command::Allow => words.allow,
            Command::Remove => words.remove,
            _ => words.refresh,
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

fn copy_text(words: &OfflineWords, copy: Copy) -> String {
    match copy {
        Copy::Unknown => words.unknown.to_owned(),
        Copy::Unsupported => words.unsupported.to_owned(),
        Copy::OneFile => words.one_file.to_owned(),
        Copy::Off => words.off.to_owned(),
        Copy::Saving { files, of } => (words.saving)(files, of),
        Copy::Saved { bytes, as_of, missing: 0 } => {
            (words.saved)(bytes, as_of.map(|it| use_words().date(it)).as_deref())
        }
        Copy::Saved { missing, .. } => (words.incomplete)(missing),
        Copy::Full => words.full.to_owned(),
        Copy::Interrupted => words.interrupted.to_owned(),
    }
}

fn actions(copy: Copy) -> &'static [Command] {
    match copy {
        Copy::Unknown | Copy::Unsupported | Copy::OneFile | Copy::Saving { .. } => &[],
        Copy::Off => &[Command::Allow],
        Copy::Saved { .. } => &[Command::Refresh, Command::Remove],
        Copy::Full | Copy::Interrupted => &[Command::Refresh],
    }
}
