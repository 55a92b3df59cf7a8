//! `/studio/{studio}/jobs/{job}/on/{picture}`: a photograph of a group, or one that is held back by itself: whether it is held
//! back and on whose behalf, and who of the group is on it (S63).

use domain::photo::Size;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Hold, JobCard, JobPhoto, OnPhoto};

use crate::api::ApiError;
use crate::ctx::{AtDesk, Ctx, job_id};
use crate::islands;
use crate::pages::studio_job_photos::named;
use crate::ui::desk::{DeskPage, Part, Toast, Trail};
use crate::ui::fields::form_error;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const SAY: &str = "/api/jobs/who_is_on";
const LOOKED: &str = "/api/jobs/looked_at";

/// One photograph of a group.
#[component]
pub fn StudioGroupPhoto() -> impl IntoView {
    let (address, job, picture) = (param("studio"), param("job"), param("picture"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let picture = picture.parse().map_err(|_| ApiError::NotFound)?;
        let photo = ctx.store().job_photo(&at.desk, card.job.id, picture).await?;
        let place = if let Some(group) = &photo.group {
            group.clone()
        } else {
            let subjects = ctx.store().subjects(&at.desk, card.job.id).await?;
            named(&[], &subjects, photo.gallery, words).unwrap_or_else(|| words.text("job-unsorted"))
        };
        let posted = Posted::current();
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let to = |rest: &str| at.path(&format!("/jobs/{}{rest}", card.job.id));
        let steps = vec![
            (at.path("/jobs"), words.text("desk-jobs")),
            (to(""), card.job.name.clone()),
            (to(&format!("/photos?of={}", photo.gallery)), place.clone()),
        ];
        let of_group = photo.group.clone().map(|group| words.with("sort-group", &[("group", group.into())]));
        let title = of_group.clone().unwrap_or(place);
        let held = held(&photo, words);
        let look = look(&at, &card, &photo, &posted, words);
        let source = format!("/m/{}/{}", photo.id, Size::Large);
        let people = of_group.map(|_| people(&at, &card, &photo, &posted, words));
        Ok(view! {
            <DeskPage at=at.clone() words title=title.clone() part=Part::Jobs first=false above=toast.into_any()>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{title}</h1>
                        <p class="facts">{photo.file_name.clone()}</p>
                    </div>
                </header>
                {held}
                <p class="whole-photo"><img src=source width=photo.width height=photo.height alt=photo.file_name.clone() /></p>
                <div class="settings">{look} {people}</div>
            </DeskPage>
        }
        .into_any())
    })
}

/// Whether it is held back, and on whose behalf.
fn held(photo: &JobPhoto, words: Words) -> AnyView {
    if photo.kept_back {
        return view! { <div class="notice bad"><p>{words.text("photo-kept-back")}</p></div> }.into_any();
    }
    let by: Vec<_> = photo
        .held_by()
        .map(|(one, hold)| view! { <li>{one.name.clone()} ": " {words.text(reason(hold))}</li> })
        .collect();
    let unclear = photo
        .unclear_since
        .map(|_| view! { <div class="notice bad"><p>{words.text("photo-unclear")}</p></div> }.into_any());
    if by.is_empty() {
        let nobody = || view! { <p class="facts">{words.text("photo-held-by-nobody")}</p> }.into_any();
        return unclear.unwrap_or_else(nobody);
    }
    view! {
        {unclear}
        <div class="notice bad">
            <p><strong>{words.text("photo-held")}</strong></p>
            <ul>{by}</ul>
        </div>
    }
    .into_any()
}

fn reason(hold: Hold) -> &'static str {
    match hold {
        Hold::Protected => "subject-protected",
        Hold::Refused => "subject-refused",
        Hold::RefusedGroup => "subject-refused-group",
    }
}

/// Whoever lets people in says that nobody who was erased is on it.
fn look(at: &AtDesk, card: &JobCard, photo: &JobPhoto, posted: &Posted, words: Words) -> Option<AnyView> {
    let since = photo.unclear_since.filter(|_| at.may(Act::LetIn))?;
    let form = view! {
        <form class="stack" method="post" action=LOOKED>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="back" value=card.job.id.to_string() />
            <input type="hidden" name="gallery" value=photo.gallery.to_string() />
            <input type="hidden" name="photos[]" value=photo.id.to_string() />
            <input type="hidden" name="seen" value=since.timestamp_millis().to_string() />
            {form_error(posted.general(LOOKED, words))}
            <div class="acts"><button class="button">{words.text("photo-looked")}</button></div>
        </form>
    };
    Some(
        view! {
            <section aria-labelledby="s-look">
                <header><h2 id="s-look">{words.text("photo-look")}</h2><p>{words.text("photo-look-more")}</p></header>
                <islands::Form>{form}</islands::Form>
            </section>
        }
        .into_any(),
    )
}

/// Everybody of the group; a tick for whoever is on it. Who may not let people in reads it only.
fn people(at: &AtDesk, card: &JobCard, photo: &JobPhoto, posted: &Posted, words: Words) -> AnyView {
    let may = at.may(Act::LetIn);
    let rows = photo.people.iter().map(|one| row(one, may, words)).collect_view();
    let save = may.then(|| view! { <div class="acts"><button class="button">{words.text("save")}</button></div> });
    let form = view! {
        <form class="stack" method="post" action=SAY>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            <input type="hidden" name="photo" value=photo.id.to_string() />
            <input type="hidden" name="was" value=photo.said() />
            {form_error(posted.general(SAY, words))}
            {rows}
            {save}
        </form>
    };
    view! {
        <section aria-labelledby="s-on">
            <header><h2 id="s-on">{words.text("photo-who-is-on")}</h2><p>{words.text("photo-who-is-on-more")}</p></header>
            <islands::Form>{form}</islands::Form>
        </section>
    }
    .into_any()
}

fn row(one: &OnPhoto, may: bool, words: Words) -> AnyView {
    let id = one.subject.to_string();
    let sign = one.hold.map(|hold| view! { " "<small>{words.text(reason(hold))}</small> });
    view! {
        <label class="option">
            <input type="hidden" name="shown[]" value=id.clone() />
            <input type="checkbox" name="on[]" value=id checked=one.on disabled=!may />
            <span><strong>{one.name.clone()}</strong> {sign}</span>
        </label>
    }
    .into_any()
}
