//! Lists that schools send (S60): taken in from a plain form, read apart, and read again in another way. What comes of them is
//! a page's matter.

use app::api::{Answer, ApiError};
use app::ctx::{AtDesk, Ctx, House, draft_id, job_id};
use axum::Extension;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use domain::ids::{PhotoJobId, RosterDraftId};
use domain::roster::{Column, Delimiter, Encoding, FileProblem, Guess, MAX_COLUMNS, guess};
use domain::studio::Act;
use http::StatusCode;
use store::{Error, Reading, RosterDraft};

use crate::logo::{Press, whole};
use crate::sheets::{MAX_FILE, Sheet, SheetError, Wanted};
use crate::status;

/// The most bytes of a field that is typed or chosen.
const FIELD: usize = 100;

/// Why a list is not read.
enum Refused {
    File(FileProblem),
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

impl From<SheetError> for Refused {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::File(problem) => Self::File(problem),
            SheetError::NotRun(error) => {
                tracing::error!(%error, "a list could not be read");
                Self::Api(ApiError::Failed)
            }
        }
    }
}

/// `POST /api/jobs/roster`: a form with the studio's address and the job first, then the file.
pub async fn upload(State(house): State<House>, Extension(press): Extension<Press>, request: Request) -> Response {
    let (ctx, mut form) = match opened(house, request).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let (at, job) = match for_job(&ctx, &mut form).await {
        Ok(found) => found,
        Err(error) => return refusal(&error),
    };
    let page = at.path(&format!("/jobs/{job}/roster"));
    match keep(&ctx, &at, job, &mut form, &press).await {
        Ok(draft) => Redirect::to(&format!("{page}/{draft}")).into_response(),
        Err(Refused::File(why)) => Redirect::to(&format!("{page}?file={why}")).into_response(),
        Err(Refused::Api(error)) => refusal(&error),
    }
}

/// `POST /api/jobs/roster_again`: a form with the studio's address and the list first, then how it is to be read.
pub async fn again(State(house): State<House>, Extension(press): Extension<Press>, request: Request) -> Response {
    let (ctx, mut form) = match opened(house, request).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let (at, draft) = match for_draft(&ctx, &mut form).await {
        Ok(found) => found,
        Err(error) => return refusal(&error),
    };
    let page = at.path(&format!("/jobs/{}/roster/{}", draft.job, draft.id));
    match read_again(&ctx, &at, draft, &mut form, &press).await {
        Ok(()) => Redirect::to(&format!("{page}?read=again")).into_response(),
        Err(Refused::File(why)) => Redirect::to(&format!("{page}?file={why}")).into_response(),
        Err(Refused::Api(error)) => refusal(&error),
    }
}

fn refusal(error: &ApiError) -> Response {
    match error {
        ApiError::SignIn => Redirect::to("/sign-in").into_response(),
        error => status::of(error).into_response(),
    }
}

async fn opened(house: House, request: Request) -> Result<(Ctx, Multipart), Response> {
    let (parts, body) = request.into_parts();
    let ctx = Ctx::of(house, &parts).map_err(|error| refusal(&error))?;
    let form = Multipart::from_request(Request::from_parts(parts, body), &()).await;
    Ok((ctx, form.map_err(|_| StatusCode::BAD_REQUEST.into_response())?))
}

/// The next field, if it is this one.
async fn field(form: &mut Multipart, name: &str) -> String {
    match form.next_field().await.ok().flatten().filter(|field| field.name() == Some(name)) {
        Some(field) => text(whole(field, FIELD).await.ok().flatten()),
        None => String::new(),
    }
}

fn text(bytes: Option<Bytes>) -> String {
    bytes.and_then(|bytes| String::from_utf8(bytes.into()).ok()).unwrap_or_default()
}

/// Who sends it and for which job, before any byte of the file is read.
async fn for_job(ctx: &Ctx, form: &mut Multipart) -> Answer<(AtDesk, PhotoJobId)> {
    let at = ctx.at_desk(&field(form, "studio").await, Act::LetIn).await?;
    let job = job_id(&field(form, "job").await)?;
    let job = ctx.store().photo_job(&at.desk, job).await?.job.id;
    Ok((at, job))
}

async fn for_draft(ctx: &Ctx, form: &mut Multipart) -> Answer<(AtDesk, RosterDraft)> {
    let at = ctx.at_desk(&field(form, "studio").await, Act::LetIn).await?;
    let draft = draft_id(&field(form, "draft").await)?;
    let draft = ctx.store().roster_draft(&at.desk, draft, ctx.now()).await?;
    Ok((at, draft))
}

async fn keep(
    ctx: &Ctx,
    at: &AtDesk,
    job: PhotoJobId,
    form: &mut Multipart,
    press: &Press,
) -> Result<RosterDraftId, Refused> {
    let field = form.next_field().await.ok().flatten().filter(|field| field.name() == Some("list"));
    let field = field.ok_or(Refused::File(FileProblem::Empty))?;
    let file = whole(field, MAX_FILE).await.map_err(|()| Refused::File(FileProblem::Damaged))?;
    let file = file.ok_or(Refused::File(FileProblem::TooLarge))?;
    let sheet = press.sheet(file.clone(), Wanted::default()).await?;
    // A workbook can be read in one way alone.
    let file = sheet.encoding.is_some().then_some(file);
    let columns = guess(&sheet.table);
    Ok(ctx.store().keep_roster(&at.desk, job, &reading(sheet, columns), file, ctx.now()).await?)
}

fn reading(sheet: Sheet, columns: Guess) -> Reading {
    let Sheet { table, encoding, delimiter } = sheet;
    Reading { table, encoding, delimiter, columns }
}

/// How a list is to be read, as the form says it. What it does not say stays.
#[derive(Default)]
struct Chosen {
    encoding: Option<Encoding>,
    delimiter: Option<Delimiter>,
    has_header: bool,
    columns: Vec<Column>,
}

async fn chosen(form: &mut Multipart) -> Answer<Chosen> {
    let mut chosen = Chosen::default();
    while let Some(field) = form.next_field().await.ok().flatten() {
        let name = field.name().unwrap_or_default().to_owned();
        let value = text(whole(field, FIELD).await.ok().flatten());
        match &*name {
            "encoding" => chosen.encoding = Some(Encoding::parse(&value).ok_or(ApiError::NotFound)?),
            "delimiter" => chosen.delimiter = Some(Delimiter::parse(&value).ok_or(ApiError::NotFound)?),
            "header" => chosen.has_header = true,
            "columns" if chosen.columns.len() < MAX_COLUMNS => {
                chosen.columns.push(Column::parse(&value).ok_or(ApiError::NotFound)?);
            }
            _ => return Err(ApiError::NotFound),
        }
    }
    Ok(chosen)
}

/// Reads the list as the form says. The columns are guessed anew only where they are others, or where nobody chose any: what
/// was chosen is kept, even if the file cannot be read in that way.
async fn read_again(
    ctx: &Ctx,
    at: &AtDesk,
    draft: RosterDraft,
    form: &mut Multipart,
    press: &Press,
) -> Result<(), Refused> {
    let Chosen { encoding, delimiter, has_header, columns } = chosen(form).await?;
    let store = ctx.store();
    let before = draft.reading;
    let as_before = columns == before.columns.columns;
    let chosen = Guess { has_header, columns };
    let other_way =
        (encoding.is_some() && encoding != before.encoding) || (delimiter.is_some() && delimiter != before.delimiter);
    let file = if other_way { store.roster_file(&at.desk, draft.id, ctx.now()).await? } else { None };
    let Some(file) = file else {
        let reading = Reading { columns: chosen, ..before };
        return Ok(store.read_roster_anew(&at.desk, draft.id, &reading).await?);
    };
    let cut_anew = delimiter != before.delimiter;
    match press.sheet(file, Wanted { encoding, delimiter }).await {
        Ok(sheet) => {
            let columns = if cut_anew || as_before { guess(&sheet.table) } else { chosen };
            Ok(store.read_roster_anew(&at.desk, draft.id, &reading(sheet, columns)).await?)
        }
        Err(error) => {
            let reading = Reading { columns: chosen, ..before };
            store.read_roster_anew(&at.desk, draft.id, &reading).await?;
            Err(error.into())
        }
    }
}
