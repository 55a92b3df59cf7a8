//! Uploads over plain HTTP (SECURITY section 6): begin, parts in any order, what is missing, complete. A member's alone.

use app::api::{ApiError, Field};
use app::ctx::{AtDesk, Ctx, House};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use domain::access::Grant;
use domain::ids::UploadId;
use domain::photo::{FileName, MAX_BYTES, Unreadable};
use domain::studio::Act;
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::json;
use store::{Begun, Error, NewUpload, PART_BYTES, PendingUpload};

use crate::images::Inspection;
use crate::status;
use crate::worker::Bell;

/// `POST /api/uploads`.
#[derive(Debug, Deserialize)]
pub struct Announced {
    studio: String,
    gallery: String,
    client_key: String,
    file_name: String,
    bytes: u64,
    sha256: String,
}

/// Why an upload is not taken.
#[derive(Debug)]
pub enum Refused {
    /// The file cannot become a photograph.
    Unreadable(Unreadable),
    /// Bytes did not arrive as announced, or are missing.
    Mismatch,
    /// The announcement is not one that our own page sends.
    Malformed,
    /// Anything else that a browser may know.
    Api(ApiError),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        match error {
            Error::DigestMismatch => Self::Mismatch,
            error => Self::Api(error.into()),
        }
    }
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<Unreadable> for Refused {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Unreadable(why) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "refused": why.as_str() }))).into_response()
            }
            Self::Mismatch => (StatusCode::CONFLICT, Json(json!({ "refused": "mismatch" }))).into_response(),
            Self::Malformed => (StatusCode::BAD_REQUEST, Json(json!({ "refused": "malformed" }))).into_response(),
            Self::Api(error) => (status::of(&error), Json(error)).into_response(),
        }
    }
}

/// Begins an upload or goes on with it; a file that is there already is not asked for again (S70).
pub async fn begin(State(house): State<House>, request: Request) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 16 * 1024).await.map_err(|_| Refused::Malformed)?;
    let announced: Announced = serde_json::from_slice(&body).map_err(|_| Refused::Malformed)?;
    let ctx = Ctx::of(house, &parts)?;
    let at = ctx.at_desk(&announced.studio, Act::SortPhotographs).await?;
    let grant = ctx.photos_grant(&at, &announced.gallery).await?;
    let new = announced.check()?;
    Ok(match ctx.store().begin_upload(&at.desk, &grant, &new, ctx.now()).await? {
        Begun::AlreadyThere(photo) => Json(json!({ "photo": photo, "already_there": true })),
        Begun::Parts { upload, missing } => {
            Json(json!({ "upload": upload, "part_bytes": PART_BYTES, "missing": missing }))
        }
    }
    .into_response())
}

impl Announced {
    fn check(self) -> Result<NewUpload, Refused> {
        if self.bytes == 0 {
            return Err(Unreadable::Empty.into());
        }
        if self.bytes > MAX_BYTES {
            return Err(Unreadable::TooManyBytes.into());
        }
        // A text with NUL in it is none for PostgreSQL.
        if self.client_key.len() > 400 || self.client_key.contains('\0') {
            return Err(Refused::Malformed);
        }
        Ok(NewUpload {
            client_key: self.client_key,
            file_name: FileName::parse(&self.file_name).map_err(|why| ApiError::field(Field::Name)(why.into()))?,
            bytes: self.bytes,
            sha256: digest(&self.sha256).ok_or(Refused::Malformed)?,
        })
    }
}

/// `PUT /api/uploads/{studio}/{upload}/{number}`: one part, with its `Content-Digest` (RFC 9530).
pub async fn part(
    State(house): State<House>,
    Path((studio, upload, number)): Path<(String, String, u32)>,
    request: Request,
) -> Result<StatusCode, Refused> {
    let (parts, body) = request.into_parts();
    let (ctx, at) = desk(house, &parts, &studio).await?;
    let pending = pending(&ctx, &at, &upload).await?;
    let digest = content_digest(&parts.headers).ok_or(Refused::Mismatch)?;
    let most = usize::try_from(PART_BYTES).unwrap_or(usize::MAX);
    let bytes: Bytes = axum::body::to_bytes(body, most).await.map_err(|_| Refused::Mismatch)?;
    ctx.store().put_part(&pending, number, digest, bytes).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/uploads/{studio}/{upload}`: which parts are still missing.
pub async fn missing(
    State(house): State<House>,
    Path((studio, upload)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Refused> {
    let (parts, _) = request.into_parts();
    let (ctx, at) = desk(house, &parts, &studio).await?;
    let pending = pending(&ctx, &at, &upload).await?;
    Ok(Json(json!({ "missing": pending.missing })).into_response())
}

/// `POST /api/uploads/{studio}/{upload}/complete`: looks at the file, makes the photograph, rings for the worker.
pub async fn complete(
    State(house): State<House>,
    axum::Extension(bell): axum::Extension<Bell>,
    Path((studio, upload)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Refused> {
    let (parts, _) = request.into_parts();
    let (ctx, at) = desk(house, &parts, &studio).await?;
    let pending = pending(&ctx, &at, &upload).await?;
    let grant = gallery_of(&ctx, &at, &pending).await?;
    if let Some(photo) = pending.photo {
        return Ok((StatusCode::CREATED, Json(json!({ "photo": photo }))).into_response());
    }
    if !pending.missing.is_empty() {
        return Err(Refused::Mismatch);
    }
    let header = match look_at(&ctx, &pending).await {
        Ok(header) => header,
        Err(refused) => {
            // What can never become a photograph is not kept.
            if matches!(refused, Refused::Unreadable(_)) {
                ctx.store().abandon_upload(&pending).await?;
            }
            return Err(refused);
        }
    };
    let pixels = (header.width, header.height);
    let finished = ctx.store().finish_upload(&at.desk, &grant, &pending, header.media, pixels, ctx.now()).await?;
    bell.ring();
    Ok((StatusCode::CREATED, Json(json!({ "photo": finished.photo }))).into_response())
}

/// Headers only, part by part: what it is, how large, and whether it is whole.
async fn look_at(ctx: &Ctx, pending: &PendingUpload) -> Result<crate::images::Header, Refused> {
    let mut inspection = Inspection::new(pending.bytes)?;
    for number in 0..pending.part_count() {
        let bytes = ctx.store().part(pending, number).await?;
        inspection.push(&bytes)?;
    }
    Ok(inspection.finish()?)
}

async fn desk(house: House, parts: &Parts, studio: &str) -> Result<(Ctx, AtDesk), Refused> {
    let ctx = Ctx::of(house, parts)?;
    let at = ctx.at_desk(studio, Act::SortPhotographs).await?;
    Ok((ctx, at))
}

async fn pending(ctx: &Ctx, at: &AtDesk, upload: &str) -> Result<PendingUpload, Refused> {
    let upload: UploadId = upload.parse().map_err(|_| ApiError::NotFound)?;
    Ok(ctx.store().upload(&at.desk, upload).await?)
}

async fn gallery_of(ctx: &Ctx, at: &AtDesk, pending: &PendingUpload) -> Result<Grant, Refused> {
    Ok(ctx.photos_grant(at, &pending.gallery.to_string()).await?)
}

fn content_digest(headers: &HeaderMap) -> Option<[u8; 32]> {
    let value = headers.get("content-digest")?.to_str().ok()?;
    let encoded = value.strip_prefix("sha-256=:")?.strip_suffix(':')?;
    base64(encoded)?.try_into().ok()
}

/// 64 hexadecimal digits.
fn digest(hex: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> =
        hex.chars().map_while(|digit| digit.to_digit(16)).map(|digit| digit.to_le_bytes()[0]).collect();
    if hex.len() != 64 || digits.len() != 64 {
        return None;
    }
    let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    bytes.try_into().ok()
}

fn base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}
