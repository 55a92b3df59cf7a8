//! `/studio/{studio}/jobs/{job}/photos`: photographs come here, and find their subjects (S62). `?of=` names the gallery of a
//! subject or a group; without it, what is not sorted yet, with what the cards say. `?propose=` shows what sorting would do.

use domain::ids::GalleryId;
use domain::photo_job::sorting::Way;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Group, PhotosPart, Subject};

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

/// So many photographs are shown at once: a shoot of thousands would be a page of megabytes.
const PART: i64 = 200;

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
        let skip = posted.get("skip").and_then(|skip| skip.parse().ok()).unwrap_or(0);
        let part = ctx.store().photos_part(&at.desk, &grant, skip, PART).await?;
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
        let failed = i64::try_from(part.failed.len()).unwrap_or_default();
        let broken = (failed > 0).then(|| view! { <p class="notice bad">{words.count("job-failed", failed)}</p> });
        let unclear = ctx.store().unclear_photos(&at.desk, &grant).await?;
        let sorting = Sorting::new(&at, &card, &groups, &subjects, &posted, words);
        let by_cards = if gallery == card.job.gallery { Some(by_cards(&ctx, &sorting).await?) } else { None };
        let form = sorting.photographs(gallery, &part, &unclear);
        let parts = parts(&sorting, gallery, &part);
        let uploader = islands::UploaderWords::of_job(words);
        Ok(view! {
            <JobFrame at=at.clone() words card=card.clone() tab=JobTab::Photographs above=toast.into_any()>
                <islands::Uploader studio=at.studio.address.to_string() gallery=gallery.to_string() words=uploader />
                {broken}
                {by_cards}
                <h2>{heading}</h2>
                {parts}
                {form}
            </JobFrame>
        }
        .into_any())
    })
}

/// Which photographs these are of how many, and the ways to those before and after; nothing where all are there.
fn parts(sorting: &Sorting<'_>, gallery: GalleryId, part: &PhotosPart) -> Option<AnyView> {
    let words = sorting.words;
    if part.total <= PART {
        return None;
    }
    let to = |skip: i64| {
        let way = format!("/jobs/{}/photos?of={gallery}&skip={skip}#photographs", sorting.card.job.id);
        sorting.at.path(&way)
    };
    let shown = i64::try_from(part.photos.len()).unwrap_or_default();
    let (first, last) = (part.skipped + 1, part.skipped + shown);
    let counted = [("first", first.into()), ("last", last.into()), ("total", part.total.into())];
    let link = |skip: i64, word| view! { <a class="button quiet" href=to(skip)>{words.text(word)}</a> };
    let before = (part.skipped > 0).then(|| link((part.skipped - PART).max(0), "part-before"));
    let after = (last < part.total).then(|| link(part.skipped + PART, "part-after"));
    let label = words.text("part-ways");
    let ways = view! {
        <nav class="acts parts" aria-label=label>
            <p class="facts">{words.with("part-of", &counted)}</p>
            {before}
            {after}
        </nav>
    };
    Some(ways.into_any())
}

/// What the cards say: a proposal if one is asked for, what is to do, and cards that wait for somebody.
async fn by_cards(ctx: &Ctx, sorting: &Sorting<'_>) -> Answer<AnyView> {
    let (desk, job) = (&sorting.at.desk, sorting.card.job.id);
    let codes = sorting.at.may(Act::LetIn);
    let cards = ctx.store().propose_sorting(desk, job, Way::Cards, codes).await?;
    let all = sorting.posted.get("cards") == Some("all");
    let pictures = ctx.store().card_pictures(desk, job, all).await?;
    let way = sorting.posted.get("propose").and_then(Way::parse);
    let by_names = match way {
        Some(Way::Names) => Some(ctx.store().propose_sorting(desk, job, Way::Names, codes).await?),
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
        Some("looked") => Some(words.text("photo-looked-told")),
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
    let (count, free) = ctx.store().sorted_photos(&at.desk, &grant, sorted_at, at.may(Act::LetIn)).await?;
    if count == 0 {
        return Ok(None);
    }
    let undo = (free == count).then(|| {
        view! {
            <form method="post" action="/api/jobs/unsort">
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                <input type="hidden" name="back" value=job.to_string() />
                <input type="hidden" name="from" value=grant.gallery().to_string() />
                <input type="hidden" name="to" value=from.to_owned() />
                <input type="hidden" name="sorted" value=sorted_at.timestamp_millis().to_string() />
                <button class="button">{words.text("undo")}</button>
            </form>
        }
    });
    Ok(Some(view! { <Toast text=words.count("job-sorted", count)>{undo}</Toast> }.into_any()))
}

/// Whose gallery it is.
pub fn named(groups: &[Group], subjects: &[Subject], gallery: GalleryId, words: Words) -> Option<String> {
    let group = groups.iter().find(|group| group.gallery == gallery).map(|group| group.name.clone());
    let subject = || subjects.iter().find(|subject| subject.gallery == gallery);
    group.or_else(|| subject().map(|subject| name_at_desk(subject, words)))
}
