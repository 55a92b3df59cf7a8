//! The browser's half: style, fonts and WASM, built by `cargo xtask site` into `target/site`. A release carries the files
//! in itself; a debug build reads them from the folder. Where the folder is missing the server still compiles and runs.

use std::sync::Arc;

use app::shell::SiteFiles;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

/// The names of the built files; empty ones (pages without style and islands) where nothing was built.
pub fn files() -> Arc<SiteFiles> {
    let file = Site::get("site.json");
    let names = file.and_then(|file| serde_json::from_slice(&file.data).ok());
    if names.is_none() {
        tracing::warn!("the browser's half is missing: build it with `cargo xtask site`");
    }
    Arc::new(names.unwrap_or_default())
}

/// `GET /pkg/{name}`: names hold a hash of the content, so browsers may keep them for ever.
pub async fn pkg(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    send("pkg", &name, accepted, "public, max-age=31536000, immutable")
}

/// `GET /favicon.svg` and the other files of `public/`: their names stay, so browsers ask again after a day.
pub fn public(name: &'static str) -> Response {
    send("public", name, "", "public, max-age=86400")
}

fn send(folder: &str, name: &str, accepted: &str, cache: &'static str) -> Response {
    let Some(kind) = content_type(name) else { return StatusCode::NOT_FOUND.into_response() };
    let plain = format!("{folder}/{name}");
    let packed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts(accepted, encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Site::get(&format!("{plain}.{ending}"))?)));
    let Some((encoding, file)) = packed.or_else(|| Some((None, Site::get(&plain)?))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = file.data.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether an `Accept-Encoding` names the encoding without refusing it (`;q=0`).
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next() == Some(encoding) && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// The type of a file by its ending; `None` for what is not ours to send.
fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{accepts, content_type};

    #[test]
    fn an_encoding_is_used_only_where_the_browser_accepts_it() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn nothing_but_the_kinds_we_build_is_sent() {
        assert_eq!(content_type("visitor-0.wasm"), Some("application/wasm"));
        assert_eq!(content_type("visitor-0.wasm.br"), None);
        assert_eq!(content_type("site"), None);
    }
}
