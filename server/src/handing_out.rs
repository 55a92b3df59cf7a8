//! `GET /studio/{studio}/jobs/{job}/subjects/{subject}/copy.zip`: a copy of everything that is kept about one subject (GDPR
//! Art. 15 and 20): the files of its own photographs as they were uploaded, and the data as JSON. It opens as the codes of the
//! job do: for whoever lets people in, for ten minutes after the password was given.
//!
//! The archive is written while it is sent, one photograph in memory at a time. Photographs are stored as they are: they do
//! not get smaller.

use std::io::{self, Write};
use std::sync::Arc;

use app::api::{Answer, ApiError};
use app::ctx::{AtDesk, Ctx, House, job_id, subject_id};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::studio::Act;
use futures::stream;
use http::header;
use serde_json::{Value, json};
use store::{Store, SubjectRecord};
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, SemaphorePermit, mpsc, oneshot};
use tokio::time::timeout;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::listen::Patience;
use crate::status;

/// The most bytes that one piece of the answer holds.
const PIECE: usize = 256 * 1024;
/// So many pieces wait for a slow browser.
const PIECES: usize = 4;
/// The most characters of a file's own name in the archive.
const NAME: usize = 100;

/// So many copies are made at once: each takes a thread, and a photograph in memory.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Answers with the archive; whoever may not read codes now is led to where the password is asked.
pub async fn copy(
    State(house): State<House>,
    Extension(patience): Extension<Patience>,
    Path((studio, job, subject)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let store = Arc::clone(&house.store);
    match allowed(house, &parts, (&studio, &job, &subject)).await {
        Ok(Allowed::Copy(at, record, now)) => {
            let Ok(permit) = AT_ONCE.try_acquire() else { return status::of(&ApiError::Busy).into_response() };
            let headers = [
                (header::CONTENT_TYPE, "application/zip"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"copy.zip\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, archive(permit, patience, store, *at, *record, now)).into_response()
        }
        Ok(Allowed::AskFirst(path)) => Redirect::to(&path).into_response(),
        Err(ApiError::SignIn) => Redirect::to("/sign-in").into_response(),
        Err(error) => status::of(&error).into_response(),
    }
}

enum Allowed {
    Copy(Box<AtDesk>, Box<SubjectRecord>, DateTime<Utc>),
    AskFirst(String),
}

async fn allowed(house: House, parts: &http::request::Parts, of: (&str, &str, &str)) -> Answer<Allowed> {
    let ctx = Ctx::of(house, parts)?;
    let at = ctx.at_desk(of.0, Act::LetIn).await?;
    let (job, subject) = (job_id(of.1)?, subject_id(of.2)?);
    let record = ctx.store().subject_record(&at.desk, job, subject).await?;
    if !ctx.store().may_read_job_codes(&at.desk, ctx.member_session()?, job, ctx.now()).await? {
        return Ok(Allowed::AskFirst(at.path(&format!("/jobs/{job}/subjects/{subject}"))));
    }
    Ok(Allowed::Copy(Box::new(at), Box::new(record), ctx.now()))
}

/// The archive as it is written. If a photograph cannot be read, or nobody takes what there is, the answer breaks off: half a
/// copy must not look whole, and whoever reads nothing must not keep others from theirs.
fn archive(
    permit: SemaphorePermit<'static>,
    patience: Patience,
    store: Arc<Store>,
    at: AtDesk,
    record: SubjectRecord,
    now: DateTime<Utc>,
) -> Body {
    let (pieces, receiver) = mpsc::channel(PIECES);
    let (whole, is_whole) = oneshot::channel();
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || {
        let _until_it_is_made = permit;
        let pipe = Pipe { pieces: pieces.clone(), runtime: runtime.clone(), patience, given_up: false };
        match write(pipe, &runtime, &store, &at, &record, now) {
            Ok(()) => {
                let _ = whole.send(());
            }
            // Whoever went away, or takes nothing, is no failure.
            Err(error) if pieces.is_closed() || error.kind() == io::ErrorKind::TimedOut => {}
            Err(error) => tracing::error!(%error, "a copy of somebody's data could not be made"),
        }
    });
    Body::from_stream(stream::unfold(Some((receiver, is_whole)), |state| async move {
        let (mut receiver, mut is_whole) = state?;
        match receiver.recv().await {
            Some(piece) => Some((Ok(piece), Some((receiver, is_whole)))),
            None if is_whole.try_recv().is_ok() => None,
            None => Some((Err(io::Error::from(io::ErrorKind::BrokenPipe)), None)),
        }
    }))
}

fn write(
    pipe: Pipe,
    runtime: &Handle,
    store: &Store,
    at: &AtDesk,
    record: &SubjectRecord,
    now: DateTime<Utc>,
) -> io::Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut zip = ZipWriter::new_stream(pipe);
    let names: Vec<String> =
        record.photos.iter().zip(1..).map(|(photo, place)| name(place, &photo.file_name)).collect();
    zip.start_file("data.json", options)?;
    zip.write_all(&serde_json::to_vec_pretty(&data(at, record, &names, now))?)?;
    for (photo, name) in record.photos.iter().zip(&names) {
        let original = runtime.block_on(store.own_original(&at.desk, record.subject.id, photo.id));
        zip.start_file(name.as_str(), options)?;
        zip.write_all(&original.map_err(io::Error::other)?)?;
    }
    zip.finish()?;
    Ok(())
}

/// A name for a file in the archive: numbered, so that no two are alike, and without whatever a file system takes amiss.
fn name(place: usize, file_name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')') { c } else { '_' };
    let kept: Vec<char> = file_name.chars().map(plain).collect();
    // The ending says what it is.
    let kept: String = kept[kept.len().saturating_sub(NAME)..].iter().collect();
    format!("photographs/{place:04} {}", kept.trim())
}

fn data(at: &AtDesk, record: &SubjectRecord, names: &[String], now: DateTime<Utc>) -> Value {
    let (job, subject) = (&record.job, &record.subject);
    let photos = record.photos.iter().zip(names).map(|(photo, name)| {
        json!({
            "file": name,
            "name": photo.file_name,
            "taken_at": photo.taken_at,
            "uploaded_at": photo.uploaded_at,
        })
    });
    let confirmations = record.confirmations.iter().map(|given| {
        json!({
            "at": given.at,
            "text_version": given.text_version,
            "language": given.language,
            "device": given.device,
        })
    });
    json!({
        "made_at": now,
        "studio": at.studio.name.to_string(),
        "job": {
            "name": job.name,
            "organisation": job.organisation,
            "day": job.shot_on,
            "last_day": job.ends_on,
        },
        "person": {
            "first_name": subject.first_name,
            "last_name": subject.last_name,
            "group": record.group,
            "identifier": record.identifier,
            "also_accept": record.also_accept,
            "guardian_email": record.email,
            "birth_date": record.birth_date,
            "added_at": record.created_at,
        },
        "consent": {
            "own_photographs": subject.consent.as_str(),
            "photographs_of_the_group": subject.group_consent.as_str(),
            "withdrawn_at": subject.withdrawn_at,
            "protected": subject.protected,
        },
        "confirmations": confirmations.collect::<Vec<_>>(),
        "photographs": photos.collect::<Vec<_>>(),
        "photographs_of_the_group": {
            "count": record.group_photos,
            "note": "They show other people too and are not part of this copy.",
        },
    })
}

/// What is written here is sent, piece by piece; it waits for whoever reads slowly, as long as for the bytes of a photograph.
struct Pipe {
    pieces: mpsc::Sender<Bytes>,
    runtime: Handle,
    patience: Patience,
    /// Nobody took what there was: no more is waited for.
    given_up: bool,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.given_up {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let piece = &bytes[..bytes.len().min(PIECE)];
        let sent = async { timeout(self.patience.bytes, self.pieces.send(Bytes::copy_from_slice(piece))).await };
        match self.runtime.block_on(sent) {
            Ok(Ok(())) => Ok(piece.len()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => {
                self.given_up = true;
                Err(io::ErrorKind::TimedOut.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // SECURITY section 5: names in archives
    #[test]
    fn a_file_in_the_archive_has_a_name_of_its_own_that_leads_nowhere_else() {
        assert_eq!(name(1, "IMG_1.jpg"), "photographs/0001 IMG_1.jpg");
        assert_eq!(name(2, "Zoë (2).jpg"), "photographs/0002 Zoë (2).jpg");
        assert_eq!(name(3, "..\\..\\CON:\"x\"\r\n.jpg"), "photographs/0003 .._.._CON__x___.jpg");
        assert_eq!(name(4, "a\u{202e}gpj.exe"), "photographs/0004 a_gpj.exe");
        let long = name(5, &format!("{}.jpg", "ä".repeat(300)));
        assert!(long.ends_with("ä.jpg") && long.chars().count() == "photographs/0005 ".len() + NAME);
    }
}
