//! Addresses at which nothing stands.

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Redirect, Response};
use http::{Method, StatusCode, Uri, header};

/// Answers where no route does: whoever reads gets the page that says so, `page`, and a stroke too many at the end of an
/// address that somebody typed is taken away. The pages' own table is not asked: it reads addresses in its own way, and what
/// it finds it runs (T35).
pub async fn answer<F>(request: Request, page: impl FnOnce(Request<Body>) -> F) -> Response
where
    F: Future<Output = Response>,
{
    let accept = request.headers().get(header::ACCEPT).and_then(|kinds| kinds.to_str().ok());
    if *request.method() != Method::GET || !accept.is_some_and(|kinds| kinds.contains("text/html")) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match without_stroke(request.uri()) {
        Some(address) => Redirect::permanent(&address).into_response(),
        None => page(request).await,
    }
}

/// `/nordlicht` for `/nordlicht/`. Nothing but plain segments, so that it never leads to another house.
fn without_stroke(address: &Uri) -> Option<String> {
    let path = address.path().strip_suffix('/')?;
    let plain = |segment: &str| {
        !segment.is_empty() && segment.bytes().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_'))
    };
    if !path.strip_prefix('/')?.split('/').all(plain) {
        return None;
    }
    Some(match address.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_is_taken_away_from_our_own_addresses_alone() {
        let tried = |address: &str| without_stroke(&address.parse().unwrap_or_default());
        assert_eq!(tried("/nordlicht/").as_deref(), Some("/nordlicht"));
        assert_eq!(tried("/nordlicht/g/7s0f/?page=2").as_deref(), Some("/nordlicht/g/7s0f?page=2"));
        for kept in ["/", "/nordlicht", "//elsewhere.example/", "/\\elsewhere.example/", "/a//b/", "/%2felsewhere/"] {
            assert_eq!(tried(kept), None, "{kept}");
        }
    }
}
