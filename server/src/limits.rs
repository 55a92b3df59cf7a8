//! How long a form may be.

use app::ctx::{Ctx, House};
use app::ui::words::Words;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use http_body_util::Limited;

/// Forms are short; nothing longer is read (SECURITY section 3).
const FORM_BYTES: usize = 16 * 1024;
/// What a member ticks can be many: ten thousand galleries or photographs (S7, S72).
const LIST_BYTES: usize = 1024 * 1024;

/// Refuses a body that is too long, before it is read where it says how long it is. Lists are for members: whoever is not
/// signed in sends short forms.
pub async fn limit(State(house): State<House>, request: Request, next: Next) -> Response {
    let announced = announced(request.headers());
    let (parts, body) = request.into_parts();
    let language = Ctx::of(house.clone(), &parts).map(|ctx| ctx.language(None)).unwrap_or_default();
    let most = match announced {
        Some(length) if length > FORM_BYTES && sends_list(parts.uri.path()) && signed_in(house, &parts).await => {
            LIST_BYTES
        }
        _ => FORM_BYTES,
    };
    if announced.is_some_and(|length| length > most) {
        let why = Words::of(language).text("form-too-long");
        return (StatusCode::PAYLOAD_TOO_LARGE, why).into_response();
    }
    next.run(Request::from_parts(parts, Body::new(Limited::new(body, most)))).await
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn sends_list(path: &str) -> bool {
    matches!(path, "/api/releases/change" | "/api/releases/browse") || path.starts_with("/api/photos/")
}

async fn signed_in(house: House, parts: &http::request::Parts) -> bool {
    let Ok(ctx) = Ctx::of(house, parts) else { return false };
    match &ctx.visit().member {
        Some(token) => ctx.store().member(token, ctx.now()).await.is_ok_and(|member| member.is_some()),
        None => false,
    }
}
