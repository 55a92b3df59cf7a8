//! `/studio/{studio}`: what is there at a glance. A new studio sees the three steps that it takes.

use chrono::{DateTime, Utc};
use domain::access::Switch;
use domain::ids::GalleryId;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Event, GalleryCard, StudioSize};

use crate::api::{Answer, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::alerts::guesses;
use crate::ui::also_release::Offer;
use crate::ui::cards::{cover, day, photographs};
use crate::ui::desk::{DeskPage, Dialog, Part};
use crate::ui::fields::{TextField, form_error};
use crate::ui::happened::happened_list;
use crate::ui::job_ending::endings;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CREATE: &str = "/api/galleries/create";
/// So many galleries are shown at a glance.
const GALLERIES: i64 = 6;
/// So many events are looked at for it.
const EVENTS: i64 = 60;
/// What is more than this is not counted: it would cost more with each picture.
pub const COUNTED: i64 = 10_000;

/// A studio's first page.
#[component]
pub fn StudioHome() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let size = ctx.store().studio_size(&at.desk, COUNTED + 1).await?;
        let first_name = at.member.name.split_whitespace().next().unwrap_or_default().to_owned();
        let before = ctx.store().note_look(&at.desk, ctx.now()).await?;
        if size.galleries == 0 {
            let title = words.with("home-welcome", &[("name", first_name.into())]);
            let guesses = guesses(&ctx, &at, before, words).await?;
            let endings = endings(&ctx, &at, words).await?;
            let events = ctx.store().events(&at.desk, EVENTS).await?;
            let lately = (at.may(Act::LetIn) && !events.is_empty())
                .then(|| happened(&at, size, &events, before, ctx.now(), words));
            return Ok(view! {
                <DeskPage at=at.clone() words title=words.text("desk-home") part=Part::Home>
                    <header class="head"><div><h1>{title}</h1></div></header>
                    {guesses}
                    {endings}
                    <FirstGallery at words />
                    {lately}
                </DeskPage>
            }
            .into_any());
        }
        let events = ctx.store().events(&at.desk, EVENTS).await?;
        let cards = newest_cards(&ctx, &at).await?;
        let dialog = new_gallery_dialog(&at, None, None, words).into_any();
        let now = ctx.now();
        let guesses = guesses(&ctx, &at, before, words).await?;
        let endings = endings(&ctx, &at, words).await?;
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("desk-home") part=Part::Home above=dialog>
                <header class="head">
                    <div>
                        <h1>{words.with("home-hello", &[("name", first_name.into())])}</h1>
                        <p class="facts">{facts(&at, size, words)}</p>
                    </div>
                    <div class="acts">
                        <button class="button" popovertarget="new-gallery">{words.text("gallery-new")}</button>
                    </div>
                </header>
                {guesses}
                {endings}
                <div class="glance">
                    <section aria-labelledby="newest">
                        <header>
                            <h2 id="newest">{words.text("home-newest")}</h2>
                            <a class="link" href=at.path("/galleries")>{words.text("home-all-galleries")}</a>
                        </header>
                        <ul class="cards">
                            {cards.into_iter().map(|card| gallery_card(card, &at, words)).collect_view()}
                        </ul>
                    </section>
                    {at.may(Act::LetIn).then(|| happened(&at, size, &events, before, now, words))}
                </div>
            </DeskPage>
        }
        .into_any())
    })
}

/// The galleries that were made last, the newest first, with their covers.
async fn newest_cards(ctx: &Ctx, at: &AtDesk) -> Answer<Vec<GalleryCard>> {
    let mut grants = Vec::new();
    for gallery in ctx.store().newest_galleries(&at.desk, GALLERIES).await? {
        grants.push(ctx.store().member_grant(&at.desk, gallery, ctx.now()).await?);
    }
    Ok(ctx.store().gallery_cards(&grants).await?)
}

/// How much there is; of very much, that it is more than what is counted.
fn facts(at: &AtDesk, size: StudioSize, words: Words) -> String {
    let count = |key, number| words.count_to(key, number, COUNTED);
    let mut facts = vec![count("galleries", size.galleries), count("photographs", size.photos)];
    facts.extend(at.may(Act::LetIn).then(|| count("logins", size.logins)));
    facts.join(" · ")
}

fn gallery_card(card: GalleryCard, at: &AtDesk, words: Words) -> impl IntoView + use<> {
    view! {
        <li>
            {cover(card.cover.as_ref(), true)}
            <h3><a href=at.path(&format!("/galleries/{}", card.gallery))>{card.name}</a></h3>
            <p class="facts">{day(card.shot_on, words)} {photographs(card.photos, words)}</p>
        </li>
    }
}

/// What clients did lately, or why nobody could.
fn happened(
    at: &AtDesk,
    size: StudioSize,
    events: &[Event],
    before: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    words: Words,
) -> AnyView {
    let key = match (at.studio.rules.client_logins, size.logins) {
        (Switch::Off, _) => "home-logins-off",
        (Switch::On, 0) => "home-no-logins",
        (Switch::On, _) => "happened-nothing",
    };
    let list = if events.is_empty() {
        view! { <p class="facts">{words.text(key)}</p> }.into_any()
    } else {
        happened_list(at, events, before, now, words)
    };
    view! {
        <section aria-labelledby="happened">
            <header>
                <h2 id="happened">{words.text("happened")}</h2>
                <a class="link" href=at.path("/logins")>{words.text("home-all-logins")}</a>
            </header>
            {list}
        </section>
    }
    .into_any()
}

/// What a studio without galleries sees: the first of three steps, ready to be taken.
#[component]
fn FirstGallery(at: AtDesk, words: Words) -> impl IntoView {
    let error = Posted::current().field(CREATE, Field::Name, words);
    let general = Posted::current().general(CREATE, words);
    let steps = ["home-step-gallery", "home-step-photographs", "home-step-send"]
        .map(|step| view! { <li>{words.text(step)}</li> });
    let form = view! {
        <form method="post" action=CREATE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            {form_error(general)}
            <TextField name="name" label=words.text("gallery-name") error max=200 autocomplete="off" />
            <button class="button">{words.text("gallery-create")}</button>
        </form>
    };
    view! {
        <div class="empty">
            <h2>{words.text("home-first")}</h2>
            <ol class="steps">{steps.collect_view()}</ol>
            <islands::Form>{form}</islands::Form>
        </div>
    }
}

/// The dialog that asks for the name of a new gallery, and whether whoever holds the one above it is to hold it too.
pub fn new_gallery_dialog(
    at: &AtDesk,
    parent: Option<GalleryId>,
    offer: Option<&Offer>,
    words: Words,
) -> impl IntoView + use<> {
    // In the tree, a row asks for the name of a new sub-gallery: what is the matter with that one is said there.
    let posted = Some(Posted::current()).filter(|posted| posted.get("in").is_none()).unwrap_or_default();
    let open = posted.error_of(CREATE).is_some();
    let error = posted.field(CREATE, Field::Name, words);
    let general = posted.general(CREATE, words);
    let cancel = if open {
        view! { <a class="button quiet" href="?">{words.text("cancel")}</a> }.into_any()
    } else {
        view! {
            <button class="button quiet" type="button" popovertarget="new-gallery" popovertargetaction="hide">
                {words.text("cancel")}
            </button>
        }
        .into_any()
    };
    let title = words.text(if parent.is_some() { "gallery-new-below" } else { "gallery-new" });
    let form = view! {
        <form method="post" action=CREATE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            {parent.map(|parent| view! { <input type="hidden" name="parent" value=parent.to_string() /> })}
            {form_error(general)}
            <TextField
                name="name"
                id="new-gallery-name"
                label=words.text("gallery-name")
                error
                max=200
                autocomplete="off"
                autofocus=true
            />
            {offer.map(|offer| offer.view(words))}
            <div class="acts">
                <button class="button">{words.text("gallery-create")}</button>
                {cancel}
            </div>
        </form>
    };
    view! { <Dialog id="new-gallery" title open><islands::Form>{form}</islands::Form></Dialog> }
}
