//! A studio's logo (S76): taken in from a plain form, handed out to anybody, for it stands at the front door.

use std::path::PathBuf;
use std::sync::Arc;

use app::api::{Answer, ApiError};
use app::ctx::{AtDesk, Ctx, House};
use axum::Extension;
use axum::body::Body;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Path, Query, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::{Bytes, BytesMut};
use domain::photo::Unreadable;
use domain::studio::{Act, LOGO_BYTES};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use store::{Error, NewLogo};
use tokio::sync::Semaphore;

use crate::images::{RenderError, RenderedLogo, render_logo};
use crate::sheets::{Sheet, SheetError, Wanted, read_apart};
use crate::status;

/// Reads what others sent in a child process, one thing at a time: logos, and lists of schools.
#[derive(Clone, Debug)]
pub struct Press {
    program: PathBuf,
    turn: Arc<Semaphore>,
}

impl Press {
    /// With this program: its subcommands decode.
    pub fn new(program: PathBuf) -> Self {
        Self { program, turn: Arc::new(Semaphore::new(1)) }
    }

    /// A school's list as rows (S60).
    pub(crate) async fn sheet(&self, file: Bytes, wanted: Wanted) -> Result<Sheet, SheetError> {
        let _turn = self.turn.acquire().await.map_err(std::io::Error::other)?;
        read_apart(&self.program, file, wanted).await
    }

    async fn logo(&self, file: Bytes) -> Result<RenderedLogo, Refused> {
        let Ok(_turn) = self.turn.acquire().await else { return Err(ApiError::Failed.into()) };
        render_logo(&self.program, file).await.map_err(|error| match error {
            RenderError::Unreadable(why) => Refused::Unreadable(why),
            RenderError::NotRun(error) => {
                tracing::error!(%error, "a logo could not be made");
                Refused::Api(ApiError::Failed)
            }
        })
    }
}

/// Why a logo is not taken.
enum Refused {
    Unreadable(Unreadable),
    Api(ApiError),
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Api(error.into())
    }
}

/// `POST /api/studio/logo`: a form with the studio's address first, then the file.
pub async fn upload(State(house): State<House>, Extension(press): Extension<Press>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let ctx = match Ctx::of(house, &parts) {
        Ok(ctx) => ctx,
        Err(error) => return status::of(&error).into_response(),
    };
    let Ok(mut form) = Multipart::from_request(Request::from_parts(parts, body), &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let at = match sender(&ctx, &mut form).await {
        Ok(at) => at,
        Err(ApiError::SignIn) => return Redirect::to("/sign-in").into_response(),
        Err(error) => return status::of(&error).into_response(),
    };
    let outcome = match keep(&ctx, &at, &mut form, &press).await {
        Ok(()) => "did=saved",
        Err(Refused::Unreadable(why)) => &format!("logo={why}"),
        Err(Refused::Api(error)) => return status::of(&error).into_response(),
    };
    Redirect::to(&at.path(&format!("/settings/brand?{outcome}"))).into_response()
}

/// Who sends it, before any byte of the file is read.
async fn sender(ctx: &Ctx, form: &mut Multipart) -> Answer<AtDesk> {
    let studio = form.next_field().await.ok().flatten().filter(|field| field.name() == Some("studio"));
    let studio = match studio {
        Some(field) => whole(field, 100).await.ok().flatten().unwrap_or_default(),
        None => Bytes::new(),
    };
    ctx.at_desk(str::from_utf8(&studio).unwrap_or_default(), Act::ChangeStudio).await
}

async fn keep(ctx: &Ctx, at: &AtDesk, form: &mut Multipart, press: &Press) -> Result<(), Refused> {
    let field = form.next_field().await.ok().flatten().filter(|field| field.name() == Some("logo"));
    let field = field.ok_or(Unreadable::Empty).map_err(Refused::Unreadable)?;
    let file = whole(field, LOGO_BYTES).await.map_err(|()| Refused::Unreadable(Unreadable::Incomplete))?;
    let file = file.ok_or(Refused::Unreadable(Unreadable::TooManyBytes))?;
    if file.is_empty() {
        return Err(Refused::Unreadable(Unreadable::Empty));
    }
    let RenderedLogo { width, height, ground, png } = press.logo(file).await?;
    ctx.store().change_logo(&at.desk, &NewLogo { png, width, height, ground }).await?;
    Ok(())
}

/// A field's bytes; nothing when there are more than `most`, read to the end all the same: a browser that is not heard
/// out shows no answer.
pub(crate) async fn whole(mut field: Field<'_>, most: usize) -> Result<Option<Bytes>, ()> {
    let mut bytes = Some(BytesMut::new());
    while let Some(part) = field.chunk().await.map_err(drop)? {
        bytes = bytes.filter(|bytes| bytes.len() + part.len() <= most);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&part);
        }
    }
    Ok(bytes.map(BytesMut::freeze))
}

/// Which logo is meant: its id, as pages write it.
#[derive(Debug, Deserialize)]
pub struct Version {
    v: Option<String>,
}

/// `GET /{studio}/logo`: the logo that the studio has now. An address with its id may be kept for ever: another logo has
/// another one.
pub async fn logo(
    State(house): State<House>,
    Path(studio): Path<String>,
    Query(version): Query<Version>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let found = async {
        let ctx = Ctx::of(house, &parts)?;
        let studio = ctx.studio(&studio).await?;
        let logo = studio.brand.logo.ok_or(ApiError::NotFound)?;
        let tag = format!("\"{}\"", logo.id);
        let kept = version.v.is_some_and(|named| named == logo.id.to_string());
        if parts.headers.get(header::IF_NONE_MATCH).is_some_and(|asked| asked.as_bytes() == tag.as_bytes()) {
            return Ok(with_headers(StatusCode::NOT_MODIFIED, &tag, kept, Body::empty()));
        }
        let png = ctx.store().logo_bytes(studio.id, logo.id).await?;
        Ok(with_headers(StatusCode::OK, &tag, kept, Body::from(png)))
    };
    found.await.unwrap_or_else(|error: ApiError| status::of(&error).into_response())
}

fn with_headers(status: StatusCode, tag: &str, kept: bool, body: Body) -> Response {
    let mut headers = HeaderMap::new();
    let cache = if kept { "public, max-age=31536000, immutable" } else { "public, no-cache" };
    for (name, value) in [
        (header::CACHE_CONTROL, cache),
        (header::CONTENT_TYPE, "image/png"),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (header::CONTENT_DISPOSITION, "inline"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    (status, headers, body).into_response()
}
