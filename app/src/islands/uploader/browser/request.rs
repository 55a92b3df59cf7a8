//! One request, with its progress and an end in any case; and waiting.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use super::{Engine, now};
use crate::islands::dom::window;
use crate::islands::uploader::answer::{Trouble, trouble};

/// Milliseconds in which something must move, or the connection counts as lost.
const STALLED: f64 = 60_000.0;

/// What came back; `status` is 0 when nothing did.
pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl Answer {
    /// What a success says, or what anything else means.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        if !(200..300).contains(&self.status) {
            return Err(trouble(self.status, &self.body));
        }
        serde_json::from_str(&self.body).map_err(|_| Trouble::Broken)
    }
}

/// What is sent along.
pub enum Body<'a> {
    /// Nothing.
    Nothing,
    /// Text of this kind.
    Text(&'a str, &'static str),
    /// Bytes, with their digest as the header says it.
    Bytes(&'a Blob, &'a str),
}

/// Sends a request. `sent` is told how many bytes went out.
///
/// `XMLHttpRequest`, because `fetch` does not tell how much of a body was sent.
pub async fn send(
    engine: &Engine,
    method: &str,
    address: &str,
    body: Body<'_>,
    sent: impl Fn(u64) + 'static,
) -> Answer {
    let number = engine.next_request.get();
    engine.next_request.set(number + 1);
    let answer = try_to_send(engine, number, method, address, body, sent).await;
    engine.requests.borrow_mut().remove(&number);
    answer.unwrap_or(Answer { status: 0, body: String::new() })
}

async fn try_to_send(
    engine: &Engine,
    number: u32,
    method: &str,
    address: &str,
    body: Body<'_>,
    sent: impl Fn(u64) + 'static,
) -> Result<Answer, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open(method, address)?;
    request.set_request_header("accept", "application/json")?;
    let begun = now();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds")]
    let patience = {
        let request = request.clone();
        move || request.set_timeout((now() - begun + STALLED) as u32)
    };
    patience();
    let moved = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        patience();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length in bytes")]
        sent(event.loaded() as u64);
    });
    request.upload()?.set_onprogress(Some(moved.as_ref().unchecked_ref()));
    let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    engine.requests.borrow_mut().insert(number, request.clone());
    match body {
        Body::Nothing => request.send()?,
        Body::Text(text, kind) => {
            request.set_request_header("content-type", kind)?;
            request.send_with_opt_str(Some(text))?;
        }
        Body::Bytes(bytes, digest) => {
            request.set_request_header("content-type", "application/octet-stream")?;
            request.set_request_header("content-digest", digest)?;
            request.send_with_opt_blob(Some(bytes))?;
        }
    }
    ended.await?;
    request.upload()?.set_onprogress(None);
    let status = request.status()?;
    let body = request.response_text()?.unwrap_or_default();
    Ok(Answer { status, body })
}

/// Fields as a form sends them.
pub fn fields(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    fields.join("&")
}

/// How [`fields`] are announced.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// Does something after some milliseconds.
pub fn after(millis: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), millis);
}

/// Waits so many milliseconds; less when `wake` is called on what `keep` was given.
pub async fn sleep(millis: i32, keep: impl FnOnce(js_sys::Function)) {
    let resolve = Rc::new(Cell::new(None));
    let given = Rc::clone(&resolve);
    let slept = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        given.set(Some(resolve));
    });
    if let Some(resolve) = resolve.take() {
        keep(resolve.unchecked_into());
    }
    let _ = slept.await;
}
