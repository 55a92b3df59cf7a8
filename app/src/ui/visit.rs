//! What the pages of a visit have in common.

use domain::access::{JobKey, Way};
use domain::ids::{GalleryId, PhotoJobId};
use domain::photo_job::Told;
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtStudio, Ctx};
use crate::ui::brand::in_the_bar;
use crate::ui::desk_banner::banner;
use crate::ui::page::param;
use crate::ui::words::Words;

/// What the address of a page of a visit names: the studio, and the eyes that a member looks through (S34).
pub struct Visited {
    studio: String,
    eyes: Option<String>,
}

impl Visited {
    /// Reads the page's own address.
    pub fn current() -> Self {
        let (kind, id) = (param("kind"), param("id"));
        Self { studio: param("studio"), eyes: (!id.is_empty()).then(|| format!("{kind}/{id}")) }
    }

    /// Who is visiting, and what they see.
    pub async fn enter(&self, ctx: &Ctx) -> Answer<AtStudio> {
        ctx.at_visit(&self.studio, self.eyes.as_deref(), None).await
    }

    /// The same on the page of one gallery: of a job in which they see everything, no more than lies in it.
    pub async fn enter_at(&self, ctx: &Ctx, gallery: GalleryId) -> Answer<AtStudio> {
        ctx.at_visit(&self.studio, self.eyes.as_deref(), Some(gallery)).await
    }
}

/// The bar above the pages of a visit: the studio's name, the way to the overview for whoever has one, and the way out.
/// On the overview itself (`on_overview`) no link leads there.
pub fn bar(at: &AtStudio, on_overview: bool, words: Words) -> impl IntoView + use<> {
    let address = &at.studio.address;
    let overview = at.sight.guest.login.map(|_| at.path("/overview"));
    let children = (!at.sight.guest.jobs.children.is_empty()).then(|| at.path("/children"));
    let home = overview.clone().or_else(|| children.clone()).unwrap_or_else(|| at.path(""));
    let to_children = children
        .filter(|_| !on_overview)
        .map(|children| view! { <a class="link" href=children>{words.text("children-title")}</a> });
    let to_overview = overview
        .filter(|_| !on_overview)
        .map(|overview| view! { <a class="link" href=overview>{words.text("overview")}</a> });
    // Nobody came in, so nobody can leave.
    let leave = at.preview.is_none().then(|| {
        view! {
            <form method="post" action="/api/leave">
                <input type="hidden" name="studio" value=address.to_string() />
                <button class="link">{words.text("leave")}</button>
            </form>
        }
    });
    view! {
        <a class="skip" href="#main">{words.text("skip")}</a>
        {banner(at, words)}
        <header class="bar">
            <a class="brand" href=home>{in_the_bar(&at.studio)}</a>
            <nav aria-label=words.text("your-visit")>
                {to_overview}
                {to_children}
                {leave}
            </nav>
        </header>
    }
}

/// What is agreed with staff about saving photographs of a job (S41); nothing while they see none.
pub fn saving(ctx: &Ctx, at: &AtStudio, job: PhotoJobId, words: Words) -> Option<AnyView> {
    let job = &at.sight.guest.jobs.staff.iter().find(|visit| visit.job.id == job)?.job;
    let today = ctx.today();
    let key = if job.staff.let_save(job.state, job.ends_on, today) { "staff-may-save" } else { "staff-no-download" };
    let here = Told::of(job.state, job.ends_on, today) == Told::Here;
    here.then(|| view! { <p class="facts saving">{words.text(key)}</p> }.into_any())
}

/// The same in a gallery, for whoever sees it as staff alone. Parents see their own child's.
pub fn saving_in(ctx: &Ctx, at: &AtStudio, gallery: GalleryId, words: Words) -> Option<AnyView> {
    let ways = &at.sight.sight.standing(gallery)?.reasons;
    let jobs: Option<Vec<PhotoJobId>> = ways
        .iter()
        .map(|reason| match reason.way {
            Way::Job(JobKey::Staff(job)) => Some(job),
            _ => None,
        })
        .collect();
    saving(ctx, at, *jobs?.first()?, words)
}

/// The title of a page of a visit, in the browser's tab.
pub fn title(of: &str, at: &AtStudio) -> String {
    format!("{of} – {}", at.studio.name)
}

/// The way back: the overview of whoever has one, then the parents that may be shown, the topmost first.
pub async fn trail(ctx: &Ctx, at: &AtStudio, gallery: GalleryId, words: Words) -> Answer<Option<AnyView>> {
    let base = at.path("");
    let mut steps = Vec::new();
    if at.sight.guest.login.is_some() {
        steps.push((format!("{base}/overview"), at.sight.guest.login_name.clone()));
    }
    for parent in at.sight.sight.trail(gallery) {
        // A parent may be locked: then it is a door without a name (S18).
        let name = match at.sight.sight.grant(parent) {
            Ok(grant) => ctx.store().gallery(&grant).await?.name,
            Err(_) => words.text("locked-gallery"),
        };
        steps.push((format!("{base}/g/{parent}"), name));
    }
    Ok((!steps.is_empty()).then(|| {
        let steps: Vec<_> = steps.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
        view! { <nav class="trail" aria-label=words.text("way-back")><ol>{steps}</ol></nav> }.into_any()
    }))
}

/// Links to the pages of a gallery that does not fit on one. Both numbers count from 1.
pub fn pages(now: i64, last: i64, words: Words) -> impl IntoView + use<> {
    (last > 1).then(|| {
        let links: Vec<_> = (1..=last)
            .map(|page| {
                let here = (page == now).then_some("page");
                view! { <li><a href=format!("?page={page}") aria-current=here>{page}</a></li> }
            })
            .collect();
        view! { <nav class="pages" aria-label=words.text("pages")><ol>{links}</ol></nav> }
    })
}
