//! The copy of the site on this device: how it stands, and what can be done with it.

use crate::components::LiveText;
use leptos::prelude::*;

use crate::browser::keep_focus;
use crate::offline::{Check, Command, LocalCopy, Offline};
use crate::words::OfflineWords;
use crate::words::use_words;

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

fn copy_text(words: &OfflineWords, copy: LocalCopy) -> String {
    match copy {
        LocalCopy::Unknown => words.unknown.to_owned(),
        LocalCopy::Unsupported => words.unsupported.to_owned(),
        LocalCopy::OneFile => words.one_file.to_owned(),
        LocalCopy::Off => words.off.to_owned(),
        LocalCopy::Saving { files, of } => (words.saving)(files, of),
        LocalCopy::Saved { bytes, as_of, missing: 0 } => {
            (words.saved)(bytes, as_of.map(|it| use_words().date(it)).as_deref())
        }
        LocalCopy::Saved { missing, .. } => (words.incomplete)(missing),
        LocalCopy::Full => words.full.to_owned(),
        LocalCopy::Interrupted => words.interrupted.to_owned(),
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
