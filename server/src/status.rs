//! What an answer is in HTTP, for a script that asked: server functions answer every failure with 500 and every form with
//! a redirect.

use app::api::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{StatusCode, header};

/// The status of a failure.
pub fn of(error: &ApiError) -> StatusCode {
    match error {
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::SignIn => StatusCode::UNAUTHORIZED,
        ApiError::Rejected => StatusCode::FORBIDDEN,
        ApiError::Slow { .. } => StatusCode::TOO_MANY_REQUESTS,
        ApiError::ChangedMeanwhile | ApiError::LastOwner => StatusCode::CONFLICT,
        ApiError::NoSpace => StatusCode::INSUFFICIENT_STORAGE,
        ApiError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Gives the failure of a server function its own status. Pages and redirects pass as they are.
pub async fn tell(request: Request, next: Next) -> Response {
    let asked = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    if !asked || response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, 64 * 1024).await.unwrap_or_default();
    if let Ok(error) = serde_json::from_slice::<ApiError>(&body) {
        parts.status = of(&error);
    }
    Response::from_parts(parts, Body::from(body))
}

/// Tells a script that asks for it where a form leads, and does not lead it there: it would fetch a page that the window
/// then fetches again.
pub async fn lead(request: Request, next: Next) -> Response {
    let told = request.headers().get(header::ACCEPT).is_some_and(|kinds| kinds == "text/html;redirect=told");
    let mut response = next.run(request).await;
    if told && response.status().is_redirection() && response.headers().contains_key(header::LOCATION) {
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
    response
}
