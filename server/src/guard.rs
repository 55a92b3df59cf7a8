//! What every request passes before anything looks at it: where it was sent from, how long it is, and what every answer
//! says about itself.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::uri::Authority;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};

use crate::config::is_this_machine;
use crate::listen::Patience;

/// Refuses whatever changes something and was not sent by one of our own pages (SECURITY section 5; the rule of Go 1.25's
/// `CrossOriginProtection`, with the public address in place of `Host`, which proxies rewrite).
pub async fn origin(State(public_url): State<Arc<str>>, mut request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !is_ours(request.headers(), &public_url) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if reads {
        return next.run(request).await;
    }
    mend_referer(request.headers_mut(), &public_url);
    let mut response = next.run(request).await;
    mend_location(response.headers_mut());
    response
}

/// Taking the outcome of an earlier form out of an address, `server_fn` leaves the question mark.
fn mend_location(headers: &mut HeaderMap) {
    let mended = headers.get(header::LOCATION).and_then(|value| value.to_str().ok()?.strip_suffix('?')?.parse().ok());
    if let Some(location) = mended {
        headers.insert(header::LOCATION, location);
    }
}

fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text(&HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => true,
        Some(_) => false,
        None => match text(&header::ORIGIN) {
            Some(origin) => origin == public_url,
            None => !headers.contains_key(header::COOKIE),
        },
    }
}

/// A form without scripts is answered by going back to where it was sent from: only to a page of ours (B52), and without
/// the outcome of the form before it.
fn mend_referer(headers: &mut HeaderMap, public_url: &str) {
    let mended = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(|referer| {
        let path = referer.strip_prefix(public_url).filter(|path| path.is_empty() || path.starts_with('/'))?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("__err=") && !pair.starts_with("__path="))
            .collect();
        let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
        HeaderValue::from_str(&format!("{public_url}{path}{query}")).ok()
    });
    let home = || HeaderValue::from_str(&format!("{public_url}/")).ok();
    match mended.or_else(home) {
        Some(referer) => headers.insert(header::REFERER, referer),
        None => headers.remove(header::REFERER),
    };
}

/// Reads a form as a whole before anything is done for it: one that is too long or takes too long gets no further.
pub async fn whole_form(State(patience): State<Patience>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    // The layer before this one ends a body that is too long.
    match tokio::time::timeout(patience.form, to_bytes(body, usize::MAX)).await {
        Ok(Ok(whole)) => next.run(Request::from_parts(parts, Body::from(whole))).await,
        Ok(Err(_)) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// On one machine many names lead here. The public address is the only one whose forms and scripts count, so a page that
/// was asked for by another name of this machine, at the same port, is shown there.
pub async fn one_name(State(public_url): State<Arc<str>>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match elsewhere(&public_url, &request).filter(|_| reads) {
        Some(there) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, there)]).into_response(),
        None => next.run(request).await,
    }
}

fn elsewhere(public_url: &str, request: &Request) -> Option<String> {
    let asked: Authority = request.headers().get(header::HOST)?.to_str().ok()?.parse().ok()?;
    let public: Uri = public_url.parse().ok()?;
    let public = public.authority()?;
    let other_name = is_this_machine(public.host()) && is_this_machine(asked.host()) && asked.host() != public.host();
    let path = request.uri().path_and_query()?;
    (other_name && asked.port_u16() == public.port_u16()).then(|| format!("{public_url}{path}"))
}

/// Asking about a link follows it no more than it shows anything: no session is made, and the answer is the same for
/// every link that there is or is not. What a browser fetches in case somebody presses is no following either.
pub async fn links_are_followed(request: Request, next: Next) -> Response {
    let mut steps = request.uri().path().split('/').skip(2);
    let early = request.headers().get("sec-purpose").is_some_and(|purpose| purpose.as_bytes().starts_with(b"prefetch"));
    if steps.next() == Some("l") {
        if early {
            // The browser asks again when somebody presses.
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        if request.method() == Method::HEAD {
            return StatusCode::NO_CONTENT.into_response();
        }
    }
    next.run(request).await
}

/// Routes take an address as it is written; the pages' own table reads it as browsers do, who send `%2e%2e` as a step up
/// and `\` as a stroke. An address that the two would read differently is nothing, before anything looks at it (T35).
pub async fn addresses_are_plain(request: Request, next: Next) -> Response {
    if is_plain(request.uri().path()) { next.run(request).await } else { StatusCode::NOT_FOUND.into_response() }
}

fn is_plain(path: &str) -> bool {
    let steps = |segment: &str| matches!(&*segment.to_ascii_lowercase().replace("%2e", "."), "." | "..");
    !path.contains('\\') && !path.split('/').any(steps)
}

/// What every answer says: nobody guesses its type, frames it, lists it or (unless it says otherwise) keeps it.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (HeaderName::from_static("x-robots-tag"), "noindex, noimageindex"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const US: &str = "https://pictures.example";

    fn with(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    // T32: the table of SECURITY section 5
    #[test]
    fn only_our_own_pages_may_change_something() {
        assert!(is_ours(&with(&[("sec-fetch-site", "same-origin"), ("origin", "null")]), US));
        assert!(is_ours(&with(&[("sec-fetch-site", "none")]), US));
        assert!(!is_ours(&with(&[("sec-fetch-site", "same-site"), ("origin", US)]), US));
        assert!(!is_ours(&with(&[("sec-fetch-site", "cross-site")]), US));
        assert!(is_ours(&with(&[("origin", US)]), US));
        assert!(!is_ours(&with(&[("origin", "null")]), US));
        assert!(!is_ours(&with(&[("origin", "https://pictures.example.evil.example")]), US));
        assert!(is_ours(&with(&[]), US));
        assert!(!is_ours(&with(&[("cookie", "guest=x")]), US));
    }

    // B52
    #[test]
    fn a_form_is_never_answered_towards_a_foreign_page() {
        for (sent, kept) in [
            ("https://evil.example/x", "https://pictures.example/"),
            ("https://pictures.example.evil.example/x", "https://pictures.example/"),
            ("https://pictures.example/nordlicht?__path=/api/x&__err=abc", "https://pictures.example/nordlicht"),
            ("https://pictures.example/a?page=2&__err=abc", "https://pictures.example/a?page=2"),
        ] {
            let mut headers = with(&[("referer", sent)]);
            mend_referer(&mut headers, US);
            assert_eq!(headers["referer"], kept);
        }
    }
}
