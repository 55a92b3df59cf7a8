//! `/m/{photo}/{size}`: the photographs' bytes. Every request is authorised. On SQLite, where nobody else writes, what was
//! decided is kept for two seconds at most and never past a write; with several instances nothing is kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::ctx::{Ctx, House};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Grant;
use domain::ids::PhotoId;
use domain::photo::Size;
use domain::studio::Act;
use http::{HeaderValue, StatusCode, header};
use store::{Error, SessionToken, Store};

/// How long a decision may be kept (SECURITY section 5): long enough for a page of thumbnails.
const KEPT: TimeDelta = TimeDelta::seconds(2);
/// Decisions in memory; when there are more, all are forgotten.
const MOST: usize = 50_000;

type Asker = (Option<[u8; 32]>, Option<[u8; 32]>, PhotoId);

#[derive(Clone, Debug)]
struct Decision {
    grant: Option<Grant>,
    until: DateTime<Utc>,
    writes: u64,
}

/// Decisions of the last two seconds.
#[derive(Clone, Debug, Default)]
pub struct Decisions(Arc<Mutex<HashMap<Asker, Decision>>>);

impl Decisions {
    fn recall(&self, asker: &Asker, now: DateTime<Utc>, writes: u64) -> Option<Decision> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(asker).filter(|it| it.until > now && it.writes == writes).cloned()
    }

    fn keep(&self, asker: Asker, decision: Decision) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(asker, decision);
    }
}

/// Answers with the bytes, with "unchanged", or as if there were no such thing.
pub async fn photo(
    State(house): State<House>,
    Extension(decisions): Extension<Decisions>,
    Path((photo, size)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let (Ok(photo), Some(size)) = (photo.parse::<PhotoId>(), Size::parse(&size)) else {
        return not_found();
    };
    let Ok(ctx) = Ctx::of(house, &parts) else { return not_found() };
    let grant = match decide(&ctx, &decisions, photo).await {
        Ok(Some(grant)) => grant,
        Ok(None) => return not_found(),
        Err(error) => return failed(&error),
    };
    let tag = format!("\"{photo}-{size}\"");
    if parts.headers.get(header::IF_NONE_MATCH).is_some_and(|asked| asked.as_bytes() == tag.as_bytes()) {
        return with_headers(StatusCode::NOT_MODIFIED, &tag, None, Body::empty());
    }
    match ctx.store().photo_bytes(&grant, photo, size).await {
        Ok((length, bytes)) => with_headers(StatusCode::OK, &tag, Some(length), Body::from_stream(bytes)),
        Err(Error::NotFound) => not_found(),
        Err(error) => failed(&error),
    }
}

async fn decide(ctx: &Ctx, decisions: &Decisions, photo: PhotoId) -> store::Result<Option<Grant>> {
    let visit = ctx.visit();
    let hash = |token: &Option<SessionToken>| token.as_ref().map(SessionToken::hash);
    let asker = (hash(&visit.guest), hash(&visit.member), photo);
    if asker.0.is_none() && asker.1.is_none() {
        return Ok(None);
    }
    // Read before anything is looked up: a write in between makes this decision worthless.
    let writes = ctx.store().writes();
    if let Some(decision) = writes.and_then(|writes| decisions.recall(&asker, ctx.now(), writes)) {
        return Ok(decision.grant);
    }
    let grant = match ask(ctx.store(), ctx, photo).await {
        Ok(grant) => grant,
        Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    if let Some(writes) = writes {
        decisions.keep(asker, Decision { grant: grant.clone(), until: ctx.now() + KEPT, writes });
    }
    Ok(grant)
}

/// A guest by what the resolver grants, a member by the studio they work in. The picture of an access card shows a code: it
/// is for members who may see codes.
async fn ask(store: &Store, ctx: &Ctx, photo: PhotoId) -> store::Result<Option<Grant>> {
    let place = store.photo_place(photo).await?;
    let studio = store.studio_of_place(&place).await?;
    let sight = store.guest_sight_at(ctx.visit().guest.as_ref(), &studio, place.gallery, ctx.now()).await?;
    if let Some(grant) = sight.sight.grant(place.gallery).ok().filter(|_| place.shown) {
        return Ok(Some(grant));
    }
    let Some(token) = &ctx.visit().member else { return Ok(None) };
    let Some(member) = store.member(token, ctx.now()).await? else { return Ok(None) };
    let Some((_, desk)) = store.desk(member.id, &studio.address).await? else { return Ok(None) };
    if place.card && !desk.role().may(Act::LetIn) {
        return Ok(None);
    }
    if place.of_job {
        return store.job_grant(&desk, place.gallery).await.map(Some);
    }
    store.member_grant(&desk, place.gallery, ctx.now()).await.map(Some)
}

/// `private, no-cache`: a browser may keep the picture but asks each time, so that a removed release is gone at once.
fn with_headers(status: StatusCode, tag: &str, length: Option<u64>, body: Body) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::HeaderName::from_static("cdn-cache-control"), "no-store"),
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (header::CONTENT_DISPOSITION, "inline"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    if let Some(length) = length {
        headers.insert(header::CONTENT_LENGTH, length.into());
    }
    response
}

fn not_found() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

fn failed(error: &Error) -> Response {
    tracing::error!(%error, "a photograph could not be read");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
