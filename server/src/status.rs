//! What a failure is in HTTP. Server functions answer every failure with 500; a script that asked is told the truth.

use app::api::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

/// The status of a failure.
pub fn of(error: &ApiError) -> StatusCode {
    match error {
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::SignIn => StatusCode::UNAUTHORIZED,
        ApiError::Rejected => StatusCode::FORBIDDEN,
        ApiError::Slow { .. } => StatusCode::TOO_MANY_REQUESTS,
        ApiError::ChangedMeanwhile => StatusCode::CONFLICT,
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
