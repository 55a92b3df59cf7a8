//! Which address leads where, and which layers a request passes.

use std::sync::Arc;

use app::ctx::House;
use app::{App, Lost};
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post, put};
use axum::{Extension, Router, middleware};
use http::{HeaderValue, header};
use leptos::config::LeptosOptions;
use leptos::nonce::use_nonce;
use leptos::prelude::{expect_context, provide_context, use_context};
use leptos_axum::{
    AxumRouteListing, LeptosRoutes, ResponseOptions, generate_route_list, render_app_async_with_context,
};
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::listen::Patience;
use crate::logo::{self, Press};
use crate::media::Decisions;
use crate::visit::Reading;
use crate::worker::Bell;
use crate::{guard, handing_out, limits, lost, media, printing, rosters, site, status, uploads, visit};

/// A part of an upload, and a little.
const PART_BYTES: usize = 9 * 1024 * 1024;

/// What is sent as a school's list and may be another file by mistake: so much is heard out, to be told why it is none.
const LIST_BYTES: usize = 128 * 1024 * 1024;

/// What the routes are made of.
#[derive(Clone, Debug)]
pub struct Parts {
    /// What pages and functions may ask.
    pub house: House,
    /// What the first layer needs.
    pub reading: Reading,
    /// Wakes the workers.
    pub bell: Bell,
    /// Makes logos.
    pub press: Press,
    /// How long a request may take to arrive.
    pub patience: Patience,
}

/// The table of pages, for the router and for the test that walks it.
pub fn pages() -> Vec<AxumRouteListing> {
    generate_route_list(App)
}

/// All of the program's addresses.
pub fn router(parts: Parts) -> Router {
    let Parts { house, reading, bell, press, patience } = parts;
    let options = LeptosOptions::builder().output_name("passepartout").build();
    let files = site::files();
    let public_url = Arc::clone(&house.public_url);
    let context = {
        let house = house.clone();
        move || {
            provide_context(Arc::clone(&files));
            provide_context(house.clone());
            content_policy(&house.public_url);
        }
    };
    let lost = render_app_async_with_context(context.clone(), Lost);
    let routed = Router::new()
        .leptos_routes_with_context(&options, pages(), context, App)
        .fallback(move |request| lost::answer(request, lost.clone()))
        .with_state(options)
        .layer(middleware::from_fn(status::tell))
        .layer(middleware::from_fn(status::lead))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(patience, guard::whole_form))
        .layer(middleware::from_fn_with_state(house.clone(), limits::limit));
    let lists = Router::new()
        .route("/api/jobs/roster", post(rosters::upload))
        .route("/api/jobs/roster_again", post(rosters::again))
        .with_state(house.clone())
        .layer(Extension(press.clone()))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(LIST_BYTES))
        .layer(RequestBodyTimeoutLayer::new(patience.bytes));
    let bytes = Router::new()
        .route("/m/{photo}/{size}", get(media::photo))
        .route("/{studio}/logo", get(logo::logo))
        .route("/api/studio/logo", post(logo::upload))
        .route("/studio/{studio}/jobs/{job}/cards.pdf", get(printing::cards))
        .route("/studio/{studio}/jobs/{job}/subjects/{subject}/copy.zip", get(handing_out::copy))
        .route("/api/uploads", post(uploads::begin))
        .route("/api/uploads/{studio}/{upload}", get(uploads::missing))
        .route("/api/uploads/{studio}/{upload}/{number}", put(uploads::part))
        .route("/api/uploads/{studio}/{upload}/complete", post(uploads::complete))
        .with_state(house)
        .layer(Extension(Decisions::default()))
        .layer(Extension(bell))
        .layer(Extension(patience))
        .layer(Extension(press))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(PART_BYTES))
        .layer(RequestBodyTimeoutLayer::new(patience.bytes));
    let files = Router::new()
        .route("/pkg/{name}", get(site::pkg))
        .route("/favicon.svg", get(|| async { site::public("favicon.svg") }))
        .route("/robots.txt", get(|| async { site::public("robots.txt") }))
        .route("/healthz", get(|| async { "ok" }));
    routed
        .merge(bytes)
        .merge(lists)
        .merge(files)
        .layer(middleware::from_fn_with_state(reading, visit::read))
        .layer(middleware::from_fn(guard::links_are_followed))
        .layer(middleware::from_fn(guard::addresses_are_plain))
        .layer(middleware::from_fn_with_state(Arc::clone(&public_url), guard::one_name))
        .layer(middleware::from_fn_with_state(public_url, guard::origin))
        .layer(middleware::from_fn(guard::headers))
}

/// SECURITY section 5: what a page may load. A header, because `frame-ancestors` counts in no other place. A member's
/// preview (S34) may stand in a frame of this very site: that is how it is shown at the width of a phone.
fn content_policy(public_url: &str) {
    let preview = use_context::<http::request::Parts>().is_some_and(|parts| is_preview(parts.uri.path()));
    let frames = if preview { "frame-src 'self'; frame-ancestors 'self'" } else { "frame-ancestors 'none'" };
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' {public_url}/pkg/ 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; \
         form-action 'self'; base-uri 'none'; {frames}"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        expect_context::<ResponseOptions>().insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Whether this is a page below `/studio/{studio}/as/`.
fn is_preview(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    parts.next() == Some("studio") && parts.nth(1) == Some("as")
}
