//! A value that is fetched from the server and kept.

use std::pin::Pin;

use joint_procurement_core::files::DataError;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The state of something that is still under way, there, or failed.
pub type Loaded<T> = Option<Result<T, DataError>>;

/// A fetch that has not ended yet.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, DataError>>>>;

/// The number of times that the same thing was asked for in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// The number of the attempt, 1 for the first one.
    pub number: u32,
    pub running: bool,
    /// The number that tells an answer from one that a later attempt has overtaken.
    serial: u32,
}

/// A value that is fetched and kept.
///
/// It is not a `LocalResource`: that one does not tell that it fetches again nor how often it has. The
/// machinery behind it is 9 kB of the program (brotli).
pub struct Loader<T: 'static> {
    value: RwSignal<Loaded<T>>,
    attempt: RwSignal<Attempt>,
    again: RwSignal<u32>,
}

// Handles, whatever they lead to: deriving would ask the same of `T`.
impl<T> Copy for Loader<T> {}

impl<T> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Loader<T> {
    /// Fetches at once and whenever something that `fetch` reads has changed; not while it gives `None`.
    /// The value that is there stays until another answer has come.
    pub fn new(fetch: impl Fn() -> Option<Pending<T>> + 'static) -> Self {
        let this =
            Self { value: RwSignal::new(None), attempt: RwSignal::default(), again: RwSignal::default() };
        Effect::new(move |before: Option<u32>| {
            let again = this.again.get();
            if let Some(answer) = fetch() {
                this.expect(answer, before.is_some_and(|before| before != again));
            }
            again
        });
        this
    }

    /// Holds a value that is there from the start and never asked for.
    pub fn given(value: Option<T>) -> Self {
        Self { value: RwSignal::new(value.map(Ok)), attempt: RwSignal::default(), again: RwSignal::default() }
    }

    fn expect(self, answer: Pending<T>, is_retry: bool) {
        self.attempt.update(|attempt| {
            let number = if is_retry { attempt.number + 1 } else { 1 };
            *attempt = Attempt { number, running: true, serial: attempt.serial + 1 };
        });
        let serial = self.attempt.with_untracked(|attempt| attempt.serial);
        spawn_local(async move {
            let answer = answer.await;
            // `None` once the page that asked is gone.
            if self.attempt.try_with_untracked(|attempt| attempt.serial) == Some(serial) {
                self.value.set(Some(answer));
                self.attempt.update(|attempt| attempt.running = false);
            }
        });
    }

    pub fn get(self) -> Loaded<T> {
        self.value.get()
    }

    pub fn get_untracked(self) -> Loaded<T> {
        self.value.get_untracked()
    }

    pub fn attempt(self) -> Attempt {
        self.attempt.get()
    }

    /// Fetches it again after a failure.
    pub fn retry(self) {
        self.again.update(|again| *again += 1);
    }
}
