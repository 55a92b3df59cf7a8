//! `/studio/{studio}/jobs/{job}/photos`: photographs come here, and find their subjects (S62). `?of=` names the gallery of a
//! subject or a group; without it, what is not sorted yet, with what the cards say. `?propose=` shows what sorting would do.

use domain::photo_job::sorting::Way;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Group, Subject};

use crate::api::forms::moment_of;
use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx, job_id};
use crate::islands;
use crate::ui::card_printing::name_at_desk;
use crate::ui::desk::Toast;
use crate::ui::job_frame::{JobFrame, JobTab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::removal::removal;
use crate::ui::sorting_desk::Sorting;
use crate::ui::words::Words;

/// The photographs of a job that hang in one of its galleries.
#[component]
pub fn StudioJobPhotos() -> impl IntoView {
    let (address, job) = (param("studio"), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let groups = ctx.store().groups(&at.desk, card.job.id).await?;
        let mut subjects = ctx.store().subjects(&at.desk, card.job.id).await?;
        let extra = ctx.store().extra_cards(&at.desk, card.job.id).await?;
        subjects.extend(extra.into_iter().map(|card| card.subject));
        let posted = Posted::current();
        let own = card.job.gallery.to_string();
        let of = posted.get("of").unwrap_or(&own);
        let grant = ctx.job_grant(&at, of).await?;
        let (photos, failed) = ctx.store().studio_photos(&at.desk, &grant).await?;
        let gallery = grant.gallery();
        let heading = match gallery {
            own if own == card.job.gallery => words.text("job-unsorted"),
            other => named(&groups, &subjects, other, words).unwrap_or_default(),
        };
        let toast = toast(&ctx, &at, card.job.id, &posted, words).await?;
        let toast = match toast {
            None => removal(&ctx, &at, &grant, &posted, words).await?,
            toast => toast,
        };
        let broken = (!failed.is_empty())
            .then(|| view! { <p class="notice bad">{words.count("job-failed", i64::try_from(failed.len()).unwrap_or_default())}</p> });
        let sorting = Sorting { at: &at, card: &card, groups: &groups, subjects: &subjects, posted: &posted, words };
        let by_cards = if gallery == card.job.gallery { Some(by_cards(&ctx, &sorting).await?) } else { None };
        let form = sorting.photographs(gallery, &photos, &failed);
        let uploader = islands::UploaderWords::of(words);
        Ok(view! {
            <JobFrame at=at.clone() words card=card.clone() tab=JobTab::Photographs above=toast.into_any()>
                <islands::Uploader studio=at.studio.address.to_string() gallery=gallery.to_string() words=uploader />
                {broken}
                {by_cards}
                <h2>{heading}</h2>
                {form}
            </JobFrame>
        }
        .into_any())
    })
}

/// What the cards say: a proposal if one is asked for, what is to do, and cards that wait for somebody.
async fn by_cards(ctx: &Ctx, sorting: &Sorting<'_>) -> Answer<AnyView> {
    let (desk, job) = (&sorting.at.desk, sorting.card.job.id);
    let cards = ctx.store().propose_sorting(desk, job, Way::Cards).await?;
    let all = sorting.posted.get("cards") == Some("all");
    let pictures = ctx.store().card_pictures(desk, job, all).await?;
    let way = sorting.posted.get("propose").and_then(Way::parse);
    let by_names = match way {
        Some(Way::Names) => Some(ctx.store().propose_sorting(desk, job, Way::Names).await?),
        _ => None,
    };
    let proposed = way.map(|way| (by_names.as_ref().unwrap_or(&cards), way));
    Ok(view! {
        <div class="settings">
            {sorting.sort_by(&cards, proposed)}
            {sorting.card_section(&pictures, all)}
            {sorting.todo(&cards)}
        </div>
    }
    .into_any())
}

/// What was just done; what was sorted by hand can be taken back.
async fn toast(
    ctx: &Ctx,
    at: &AtDesk,
    job: domain::ids::PhotoJobId,
    posted: &Posted,
    words: Words,
) -> Answer<Option<AnyView>> {
    let done = match posted.get("did") {
        Some("card") => Some(words.text("card-told")),
        Some("no-card") => Some(words.text("card-none-told")),
        Some("unsorted") => Some(words.text("sort-undone")),
        _ => posted.get("moved").and_then(|count| count.parse().ok()).map(|count| words.count("job-sorted", count)),
    };
    if let Some(text) = done {
        return Ok(Some(view! { <Toast text /> }.into_any()));
    }
    let (Some(sorted), Some(from), Some(to)) = (posted.get("sorted"), posted.get("of"), posted.get("to")) else {
        return Ok(None);
    };
    let sorted_at = moment_of(sorted).ok_or(ApiError::NotFound)?;
    let grant = ctx.job_grant(at, to).await?;
    let count = ctx.store().sorted_photos(&at.desk, &grant, sorted_at).await?;
    if count == 0 {
        return Ok(None);
    }
    let undo = view! {
        <form method="post" action="/api/jobs/unsort">
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="back" value=job.to_string() />
            <input type="hidden" name="from" value=grant.gallery().to_string() />
            <input type="hidden" name="to" value=from.to_owned() />
            <input type="hidden" name="sorted" value=sorted_at.timestamp_millis().to_string() />
            <button class="button">{words.text("undo")}</button>
        </form>
    };
    Ok(Some(view! { <Toast text=words.count("job-sorted", count)>{undo}</Toast> }.into_any()))
}

/// Whose gallery it is.
fn named(groups: &[Group], subjects: &[Subject], gallery: domain::ids::GalleryId, words: Words) -> Option<String> {
    let group = groups.iter().find(|group| group.gallery == gallery).map(|group| group.name.clone());
    let subject = || subjects.iter().find(|subject| subject.gallery == gallery);
    group.or_else(|| subject().map(|subject| name_at_desk(subject, words)))
}
