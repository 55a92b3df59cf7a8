//! `/{studio}/children`: the children that a parent may see, together (S49, S58); their own photographs and those of their group.

use domain::access::{Grant, JobKey};
use domain::ids::GalleryId;
use domain::photo_job::Told;
use leptos::prelude::*;
use store::{Child, PhotoJob};

use crate::api::{Answer, ApiError};
use crate::ctx::{AtStudio, Ctx};
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::door::Foot;
use crate::ui::page::page;
use crate::ui::photo_rows::{PAGE, photo_rows, photo_style};
use crate::ui::picture::Picture;
use crate::ui::visit::{Visited, bar, title};
use crate::ui::words::Words;

/// Everything that a parent may see.
#[component]
pub fn Children() -> impl IntoView {
    let visited = Visited::current();
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let visit = &at.sight.guest.jobs;
        if visit.children.is_empty() {
            return Err(ApiError::NotFound);
        }
        let mut pictures = Vec::new();
        let mut shown = Vec::new();
        for child in &visit.children {
            let hung = hung(&ctx, &at, child, words).await?;
            pictures.extend(hung.iter().flat_map(|hung| hung.pictures.clone()));
            shown.push(of_child(&ctx, child, visit.children.len() == 1, hung, words));
        }
        let another = another(&ctx, &at, words).await?;
        let name = heading(&visit.children, words);
        let style = accent_style(&at.studio.brand) + &photo_style(&pictures);
        Ok(view! {
            <Page title=title(&name, &at) words class="visit children" side=Side::Visitor style islands=false>
                {bar(&at, true, words)}
                <main id="main">
                    <header class="head"><div><h1>{name}</h1></div></header>
                    {shown}
                    {another}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

/// The ways to another child (S49): one for each connection code that was typed, named where a family has children at several
/// schools.
async fn another(ctx: &Ctx, at: &AtStudio, words: Words) -> Answer<Option<AnyView>> {
    let mut jobs = Vec::new();
    for job in &at.sight.guest.jobs.connections {
        jobs.push(ctx.connected_job(at, *job).await?.0);
    }
    let several = jobs.len() > 1;
    let ways = jobs.into_iter().map(|job| {
        let to = at.path(&format!("/find/{}", job.id));
        let of = several.then(|| view! { " · " {of_job(&job, words)} });
        view! { <a class="button quiet" href=to>{words.text("child-another")} {of}</a> }
    });
    let ways: Vec<_> = ways.collect();
    Ok((!ways.is_empty()).then(|| view! { <p class="acts">{ways}</p> }.into_any()))
}

/// Which job it is, as families know it.
fn of_job(job: &PhotoJob, words: Words) -> String {
    format!("{} · {}", job.organisation, words.date(job.shot_on))
}

/// One child's name, or that these are several.
fn heading(children: &[Child], words: Words) -> String {
    match children {
        // Nobody knows the name that belongs to an extra card.
        [child] if child.first_name.is_empty() => words.text("card-title"),
        [child] => words.with("child-title", &[("name", child.first_name.clone().into())]),
        _ => words.text("children-title"),
    }
}

/// The photographs of one gallery.
struct Hung {
    gallery: GalleryId,
    title: String,
    pictures: Vec<Picture>,
    more: bool,
}

/// What of a child's job is shown: its own photographs, then those of its group.
async fn hung(ctx: &Ctx, at: &AtStudio, child: &Child, words: Words) -> Answer<Vec<Hung>> {
    let group = child.group.clone().map(|(gallery, name)| {
        let title = words.with("child-group", &[("group", name.into())]);
        (gallery, title)
    });
    let mut all = Vec::new();
    for (gallery, title) in [(child.gallery, words.text("child-own"))].into_iter().chain(group) {
        let Ok(grant) = at.sight.sight.grant(gallery) else { continue };
        all.extend(photographs(ctx, &grant, title).await?);
    }
    Ok(all)
}

async fn photographs(ctx: &Ctx, grant: &Grant, title: String) -> Answer<Option<Hung>> {
    let count = ctx.store().photo_count(grant).await?;
    let pictures: Vec<Picture> = ctx.store().photos_of(grant, 0, PAGE).await?.iter().map(Picture::from).collect();
    let hung = Hung { gallery: grant.gallery(), title, pictures, more: count > PAGE };
    Ok((!hung.pictures.is_empty()).then_some(hung))
}

/// One child. Its name stands above the page already where it is `alone`.
fn of_child(ctx: &Ctx, child: &Child, alone: bool, hung: Vec<Hung>, words: Words) -> AnyView {
    let id = format!("c-{}", child.subject);
    let named = id.clone();
    let facts = of_job(&child.job, words);
    let recorded = matches!(child.key, JobKey::Confirmed(_))
        .then(|| view! { <p class="hint">{words.text("confirm-recorded")}</p> });
    let told = told(ctx, child, hung.is_empty(), words);
    let parts = hung.into_iter().map(|hung| {
        let gallery = format!("g/{}", hung.gallery);
        let rows = photo_rows(&hung.pictures, &gallery, 1, words);
        let more = hung.more.then(|| view! { <p><a class="link" href=gallery>{words.text("child-all")}</a></p> });
        view! {
            <h3>{hung.title}</h3>
            <ul class="rows" inner_html=rows></ul>
            {more}
        }
    });
    view! {
        <section class="child" aria-labelledby=named>
            <h2 id=id class=alone.then_some("unseen")>{child.first_name.clone()}</h2>
            <p class="facts">{facts}</p>
            {told}
            {parts.collect_view()}
            {recorded}
        </section>
    }
    .into_any()
}

/// What is said in the place of photographs (S57).
fn told(ctx: &Ctx, child: &Child, nothing: bool, words: Words) -> Option<AnyView> {
    let organisation = [("organisation", child.job.organisation.clone().into())];
    let sentence = match child.told(ctx.now().date_naive()) {
        Told::Expected => words.with("job-planning", &organisation),
        Told::Archived => words.text("job-archived"),
        Told::Ended => words.text("job-ended"),
        Told::Here if nothing => words.text("child-none-yet"),
        Told::Here => return None,
    };
    Some(view! { <div class="notice"><p>{sentence}</p></div> }.into_any())
}
