//! The requests for published files, through gloo-net. No other place of the application sends requests.

use std::cell::Cell;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use gloo_net::http::{Request, Response};
use joint_procurement_core::files::open::{Files, Wanted};
use joint_procurement_core::files::{Cause, DataError};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::{StoredValue, WithValue, on_cleanup};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCache};

use super::Progress;
use crate::browser::next_task;

/// The published files as the server has them.
#[derive(Clone, Default)]
pub struct Fetch {
    /// The signal that breaks the requests off.
    signal: Option<AbortSignal>,
    progress: Option<Rc<Telling>>,
}

/// The amount that has arrived, and the function that is told of it.
struct Telling {
    now: Cell<Progress>,
    tell: Box<dyn Fn(Progress)>,
}

impl Telling {
    fn change(&self, bytes: u64, total: u64) {
        let Progress { bytes: arrived, total: before } = self.now.get();
        let total = before + total;
        // A file that is requested twice counts once.
        let progress = Progress { bytes: total.min(arrived + bytes), total };
        self.now.set(progress);
        (self.tell)(progress);
    }
}

impl Fetch {
    /// Makes requests that tell how much has arrived.
    pub fn telling(tell: impl Fn(Progress) + 'static) -> Self {
        let now = Cell::new(Progress::default());
        Self { progress: Some(Rc::new(Telling { now, tell: Box::new(tell) })), signal: None }
    }

    /// Makes requests that end with what asks for them: once its page is left, nobody waits for the answer.
    pub fn while_shown() -> Self {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        let controller = StoredValue::new_local(controller);
        on_cleanup(move || {
            controller.try_with_value(|controller| controller.iter().for_each(AbortController::abort));
        });
        Self { signal, progress: None }
    }

    async fn bytes(&self, response: Response, size: u64) -> Result<Vec<u8>, Cause> {
        if !response.ok() {
            return Err(Cause::Status(response.status()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        let Some(body) = response.body() else { return Ok(bytes) };
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        loop {
            let read = JsFuture::from(reader.read()).await.map_err(broken_off)?;
            let chunk = Reflect::get(&read, &"value".into()).map_err(broken_off)?;
            if chunk.is_undefined() {
                return Ok(bytes);
            }
            let chunk = chunk.unchecked_into::<Uint8Array>().to_vec();
            if let Some(progress) = &self.progress {
                progress.change(chunk.len() as u64, 0);
            }
            bytes.extend(chunk);
        }
    }
}

impl Files for Fetch {
    fn get(&self, wanted: Wanted) -> impl Future<Output = Result<Vec<u8>, DataError>> {
        let Wanted { path, bytes, past_caches } = wanted;
        // Under the site's base; the document's base element makes relative addresses start there.
        let request = Request::get(&format!("data/{path}"))
            .cache(if past_caches { RequestCache::Reload } else { RequestCache::Default })
            .abort_signal(self.signal.as_ref())
            .build();
        if let Some(progress) = self.progress.as_ref().filter(|_| !past_caches) {
            progress.change(0, bytes);
        }
        let response = request.map(|request| begun(request.send()));
        async move {
            let answer = match response {
                Ok(response) => response.await,
                Err(error) => Err(error),
            };
            let answer = match answer {
                Ok(response) => self.bytes(response, bytes).await,
                Err(gloo_net::Error::JsError(error)) => Err(Cause::Network(error.message)),
                Err(error) => Err(Cause::Network(error.to_string())),
            };
            answer.map_err(|cause| DataError::new(path, cause))
        }
    }

    async fn pause(&self) {
        next_task().await;
    }
}

/// Does the beginning at once: gloo-net sends a request only when it is waited for.
fn begun<F: Future>(future: F) -> impl Future<Output = F::Output> {
    let mut future = Box::pin(future);
    let at_once = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    async move {
        match at_once {
            Poll::Ready(output) => output,
            Poll::Pending => future.await,
        }
    }
}

/// Gives the browser's message about an answer that ends before its end.
fn broken_off(error: JsValue) -> Cause {
    let message = error.dyn_into::<js_sys::Error>().map(|error| error.message().into());
    Cause::Network(message.unwrap_or_default())
}
