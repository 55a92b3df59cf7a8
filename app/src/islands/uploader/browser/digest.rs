//! SHA-256 of what is sent, by the browser's own `crypto.subtle`.

use js_sys::futures::future_to_promise;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::Engine;
use crate::islands::dom::window;

/// The digest of a blob. It is in memory as a whole while this runs.
pub async fn sha256(blob: &Blob) -> Result<[u8; 32], JsValue> {
    let bytes: ArrayBuffer = blob.array_buffer().await?.unchecked_into();
    let digest = window().crypto()?.subtle().digest_with_str_and_buffer_source("SHA-256", &bytes)?.await?;
    let mut written = [0; 32];
    let digest = Uint8Array::new(&digest);
    if digest.length() != 32 {
        return Err(JsValue::NULL);
    }
    digest.copy_to(&mut written);
    Ok(written)
}

/// The digest of a whole file, after those that were asked before: one at a time is in memory.
pub async fn of_file(engine: &Engine, file: &Blob) -> Result<[u8; 32], JsValue> {
    let before = engine.reader.borrow().clone();
    let file = file.clone();
    let mine = future_to_promise(async move {
        // Whether the one before could be read is not our matter.
        let _ = before.await;
        sha256(&file).await.map(|digest| Uint8Array::from(&digest[..]).into())
    });
    drop(engine.reader.replace(mine.clone()));
    let mut digest = [0; 32];
    Uint8Array::new(&mine.await?).copy_to(&mut digest);
    Ok(digest)
}

/// As lower-case hexadecimal digits.
pub fn hex(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As the header `Content-Digest` says it (RFC 9530).
pub fn header(digest: &[u8; 32]) -> Result<String, JsValue> {
    // `btoa` takes one character for a byte.
    let bytes: String = digest.iter().copied().map(char::from).collect();
    Ok(format!("sha-256=:{}:", window().btoa(&bytes)?))
}
