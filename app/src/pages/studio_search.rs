//! `/studio/{studio}/search?find=`: one search over galleries, photo jobs and the people in them, client logins and links, by the
//! beginnings of words.

use domain::search::Wanted;
use domain::studio::Act;
use leptos::prelude::*;
use store::Found;

use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::{DeskPage, Part};
use crate::ui::find::FindField;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

/// So many of each kind are shown.
const MOST: usize = 30;

/// What was found in a studio.
#[component]
pub fn StudioSearch() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let typed = Posted::current().get("find").unwrap_or_default().trim().to_owned();
        let found = match Wanted::parse(&typed) {
            Some(wanted) => Some(ctx.store().search(&at.desk, &wanted, at.may(Act::LetIn), MOST).await?),
            None => None,
        };
        let body = found.map(|found| found_view(&at, found, words));
        let (label, short) = (words.text("search-label"), words.text("search-short"));
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("search") part=Part::Home first=false>
                <header class="head"><div><h1>{words.text("search")}</h1></div></header>
                <div class="tools"><FindField wanted=typed label short words /></div>
                {body}
            </DeskPage>
        }
        .into_any())
    })
}

fn found_view(at: &AtDesk, found: Found, words: Words) -> AnyView {
    let nobody = found.jobs.is_empty() && found.subjects.is_empty();
    if nobody && found.galleries.is_empty() && found.logins.is_empty() && found.links.is_empty() {
        return view! {
            <div class="empty"><h2>{words.text("search-nothing")}</h2><p>{words.text("search-nothing-more")}</p></div>
        }
        .into_any();
    }
    let galleries = found.galleries.into_iter().map(|gallery| {
        let to = at.path(&format!("/galleries/{}", gallery.id));
        line(to, gallery.name, gallery.above.join(" / "))
    });
    let jobs = found.jobs.into_iter().map(|job| {
        let to = at.path(&format!("/jobs/{}", job.id));
        line(to, job.name, job.organisation)
    });
    let subjects = found.subjects.into_iter().map(|subject| {
        let to = at.path(&format!("/jobs/{}/subjects/{}", subject.job, subject.id));
        let place = [subject.job_name, subject.group].into_iter().filter(|part| !part.is_empty());
        line(to, subject.name, place.collect::<Vec<_>>().join(" / "))
    });
    let logins = found.logins.into_iter().map(|login| {
        let to = at.path(&format!("/logins/{}", login.id));
        line(to, login.name, words.count("galleries", login.releases))
    });
    let links = found.links.into_iter().map(|link| {
        let to = at.path(&format!("/galleries/{}/links", link.gallery));
        line(to, link.label, words.with("search-link-to", &[("gallery", link.gallery_name.into())]))
    });
    view! {
        {group("s-galleries", words.text("desk-galleries"), galleries.collect())}
        {group("s-jobs", words.text("desk-jobs"), jobs.collect())}
        {group("s-people", words.text("job-subjects"), subjects.collect())}
        {group("s-logins", words.text("desk-logins"), logins.collect())}
        {group("s-links", words.text("search-links"), links.collect())}
        {found.more.then(|| view! { <p class="facts">{words.text("search-more")}</p> })}
    }
    .into_any()
}

fn group(id: &'static str, title: String, lines: Vec<AnyView>) -> Option<AnyView> {
    let group = |lines: Vec<AnyView>| {
        view! {
            <section class="found" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul class="list">{lines}</ul>
            </section>
        }
    };
    (!lines.is_empty()).then(|| group(lines).into_any())
}

fn line(to: String, name: String, facts: String) -> AnyView {
    view! {
        <li>
            <a class="name whole" href=to>{name}</a>
            <span class="facts">{facts}</span>
        </li>
    }
    .into_any()
}
