//! `/{studio}/jobs/{job}`: a whole job, for the organisation's staff (S41): classes, group photographs, and everybody's.

use domain::access::Grant;
use domain::ids::GroupId;
use leptos::prelude::*;
use store::{ContactSheet, GalleryCard, SubjectOnSheet};

use crate::api::{Answer, ApiError};
use crate::ctx::{AtStudio, Ctx, job_id};
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::cards::{cover, photographs};
use crate::ui::door::Foot;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::visit::{Visited, bar, saving, title};
use crate::ui::words::Words;

/// A job as its staff see it.
#[component]
pub fn StaffJob() -> impl IntoView {
    let (visited, job) = (Visited::current(), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let job = job_id(&job)?;
        let staff = &at.sight.guest.jobs.staff;
        let visit = staff.iter().find(|visit| visit.job.id == job).cloned().ok_or(ApiError::NotFound)?;
        let sheet = ctx.store().contact_sheet(&at.sight.sight, &visit).await?;
        let posted = Posted::current();
        let here = here(&sheet, posted.get("group"));
        let tabs = tabs(&sheet, here, words);
        let content = of_group(&ctx, &at, &sheet, here, words).await?;
        let name = visit.job.organisation;
        let facts = format!("{} · {}", visit.job.name, words.text("staff-view-line"));
        let saving = saving(&ctx, &at, job, words);
        let style = accent_style(&at.studio.brand);
        Ok(view! {
            <Page title=title(&name, &at) words class="visit staff" side=Side::Visitor style islands=false>
                {bar(&at, true, words)}
                <main id="main">
                    <header class="head"><div><h1>{name}</h1><p class="facts">{facts}</p>{saving}</div></header>
                    {tabs}
                    {content}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

/// The tab of those who are in no class.
const ALONE: &str = "none";

/// Whose photographs are shown: those of one class, or of everybody in none.
fn here(sheet: &ContactSheet, wanted: Option<&str>) -> Option<GroupId> {
    if wanted == Some(ALONE) && has_alone(sheet) {
        return None;
    }
    let wanted = wanted.and_then(|group| group.parse().ok());
    let group = sheet.groups.iter().find(|group| Some(group.id) == wanted).or(sheet.groups.first());
    group.map(|group| group.id)
}

fn has_alone(sheet: &ContactSheet) -> bool {
    sheet.subjects.iter().any(|subject| subject.group.is_none())
}

/// The classes and those who are in none, where there are several.
fn tabs(sheet: &ContactSheet, here: Option<GroupId>, words: Words) -> Option<AnyView> {
    let tabs = sheet.groups.iter().map(|group| {
        let current = (Some(group.id) == here).then_some("page");
        view! { <a href=format!("?group={}", group.id) aria-current=current>{group.name.clone()}</a> }
    });
    let alone = has_alone(sheet).then(|| {
        let current = here.is_none().then_some("page");
        view! { <a href=format!("?group={ALONE}") aria-current=current>{words.text("list-no-group")}</a> }
    });
    let several = sheet.groups.len() + usize::from(alone.is_some()) > 1;
    let tabs = view! { <nav class="tabs" aria-label=words.text("staff-title")>{tabs.collect_view()} {alone}</nav> };
    several.then(|| tabs.into_any())
}

/// The photographs of one group and of everybody in it, and who has none.
async fn of_group(
    ctx: &Ctx,
    at: &AtStudio,
    sheet: &ContactSheet,
    group: Option<GroupId>,
    words: Words,
) -> Answer<AnyView> {
    let subjects: Vec<&SubjectOnSheet> = sheet.subjects.iter().filter(|subject| subject.group == group).collect();
    let here = sheet.groups.iter().find(|other| Some(other.id) == group);
    let whole = here.map(|here| words.with("child-group", &[("group", here.name.clone().into())])).unwrap_or_default();
    let galleries = here.map(|here| here.gallery).into_iter().chain(subjects.iter().map(|subject| subject.gallery));
    let grants: Vec<Grant> = galleries.filter_map(|gallery| at.sight.sight.grant(gallery).ok()).collect();
    let cards = ctx.store().gallery_cards(&grants).await?;
    let of = |card: &GalleryCard| subjects.iter().find(|subject| subject.gallery == card.gallery);
    let (with, without): (Vec<_>, Vec<_>) = cards.into_iter().partition(|card| card.photos > 0);
    let missing: Vec<_> =
        without.iter().filter_map(of).map(|subject| view! { <li>{subject.name.clone()}</li> }).collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.text("staff-not-photographed")}</h2>
                <ul>{missing}</ul>
            </section>
        }
    });
    let empty = with.is_empty().then(|| view! { <div class="notice"><p>{words.text("job-not-published")}</p></div> });
    let shown = with.into_iter().map(|card| {
        let name = of(&card).map_or_else(|| whole.clone(), |subject| subject.name.clone());
        view! {
            <li>
                {cover(card.cover.as_ref(), true)}
                <h2><a href=at.path(&format!("/g/{}", card.gallery))>{name}</a></h2>
                <p class="facts">{photographs(card.photos, words)}</p>
            </li>
        }
    });
    Ok(view! {
        {empty}
        <ul class="cards">{shown.collect_view()}</ul>
        {missing}
    }
    .into_any())
}
