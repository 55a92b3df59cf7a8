//! `/studio/{studio}/jobs/{job}/subjects/{subject}`: one subject: its photographs, and what those who answer for it agree to
//! (S63).

use domain::photo::Size;
use domain::photo_job::Consent;
use domain::studio::Act;
use leptos::prelude::*;
use store::{StudioPhoto, Subject};

use crate::api::ApiError;
use crate::ctx::{AtDesk, Ctx, job_id, subject_id};
use crate::islands;
use crate::pages::studio_subject_leaving::leaving;
use crate::ui::card_printing::{name_at_desk, name_form};
use crate::ui::confirmations::confirmations;
use crate::ui::desk::{DeskPage, Part, Toast, Trail};
use crate::ui::fields::{Switch, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const PROTECT: &str = "/api/jobs/protect";

/// One subject of a job.
#[component]
pub fn StudioSubject() -> impl IntoView {
    let (address, job, subject) = (param("studio"), param("job"), param("subject"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let (subject, of) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
        if of != job_id(&job)? {
            return Err(ApiError::NotFound);
        }
        let card = ctx.store().photo_job(&at.desk, of).await?;
        let posted = Posted::current();
        let grant = ctx.job_grant(&at, &subject.gallery.to_string()).await?;
        let (photos, _) = ctx.store().studio_photos(&at.desk, &grant).await?;
        let to = |rest: &str| at.path(&format!("/jobs/{of}{rest}"));
        let steps = vec![(at.path("/jobs"), words.text("desk-jobs")), (to(""), card.job.name.clone())];
        let toast = match posted.get("did") {
            Some("saved") => Some("saved"),
            Some("renewed") => Some("renew-did"),
            Some("shielded") => Some("subject-shielded"),
            Some("withdrawn") => Some("consent-did-withdraw"),
            _ => None,
        };
        let toast = toast.map(|key| view! { <Toast text=words.text(key) /> });
        let leaving = if at.may(Act::LetIn) { Some(leaving(&ctx, &at, &subject, &posted, words).await?) } else { None };
        let confirmed = if at.may(Act::LetIn) {
            Some(confirmations(&ctx, &at, (of, Some(subject.id)), &posted, words).await?)
        } else {
            None
        };
        let rights = at.may(Act::LetIn).then(|| rights(&at, &subject, &posted, words));
        let shown = photos.iter().filter(|photo| photo.ready).map(picture).collect_view();
        let family = at.may(Act::LetIn).then(|| {
            let to = at.path(&format!("/as/subject/{}", subject.id));
            view! { <a class="button quiet" href=to>{words.text("view-as-family")}</a> }
        });
        let all = to(&format!("/photos?of={}", subject.gallery));
        let extra = subject.extra.is_some() && at.may(Act::LetIn);
        let groups = if extra { ctx.store().groups(&at.desk, of).await? } else { Vec::new() };
        let naming = extra.then(|| name_form(&at, &subject, &groups, &posted, words));
        let name = name_at_desk(&subject, words);
        Ok(view! {
            <DeskPage at=at.clone() words title=name.clone() part=Part::Jobs first=false above=toast.into_any()>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{name}</h1>
                    </div>
                    <div class="acts">{family} <a class="button quiet" href=all>{words.text("subject-photos")}</a></div>
                </header>
                <ul class="tiles">{shown}</ul>
                <div class="settings">{naming} {rights} {confirmed} {leaving}</div>
            </DeskPage>
        }
        .into_any())
    })
}

fn picture(photo: &StudioPhoto) -> AnyView {
    let source = format!("/m/{}/{}", photo.id, Size::Small);
    view! { <li><div class="mat"><img src=source width=photo.width height=photo.height loading="lazy" alt=photo.file_name.clone() /></div></li> }
        .into_any()
}

fn rights(at: &AtDesk, subject: &Subject, posted: &Posted, words: Words) -> AnyView {
    let given = |consent| consent == Consent::Given;
    let form = view! {
        <form class="stack" method="post" action=PROTECT>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="subject" value=subject.id.to_string() />
            <input type="hidden" name="was" value=subject.rights() />
            {form_error(posted.general(PROTECT, words))}
            <Switch name="consent" on=given(subject.consent) label=words.text("consent-own") hint=words.text("consent-own-more") />
            <Switch name="group_consent" on=given(subject.group_consent) label=words.text("consent-group") hint=words.text("consent-group-more") />
            <Switch name="protected" on=subject.protected label=words.text("protected") hint=words.text("protected-more") />
            <div class="acts"><button class="button">{words.text("save")}</button></div>
        </form>
    };
    view! {
        <section aria-labelledby="s-rights">
            <header><h2 id="s-rights">{words.text("subject-rights")}</h2><p>{words.text("subject-rights-more")}</p></header>
            <islands::Form>{form}</islands::Form>
        </section>
    }
    .into_any()
}
