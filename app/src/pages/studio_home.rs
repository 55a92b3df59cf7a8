//! `/studio/{studio}`: what is there at a glance. A new studio sees the three steps that it takes.

use domain::ids::GalleryId;
use leptos::prelude::*;
use store::{ClientLogin, GalleryCard, GalleryRowInTree};

use crate::api::{Answer, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::cards::{cover, day, photographs};
use crate::ui::desk::{DeskPage, Dialog, Part};
use crate::ui::fields::{TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const CREATE: &str = "/api/galleries/create";
/// So many galleries and logins are shown at a glance.
const GALLERIES: usize = 6;
const LOGINS: usize = 5;

/// A studio's first page.
#[component]
pub fn StudioHome() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let galleries = ctx.store().gallery_tree(&at.desk).await?;
        let logins = ctx.store().client_logins(&at.desk).await?;
        let first_name = at.member.name.split_whitespace().next().unwrap_or_default().to_owned();
        if galleries.is_empty() {
            let title = words.with("home-welcome", &[("name", first_name.into())]);
            return Ok(view! {
                <DeskPage at=at.clone() words title=words.text("desk-home") part=Part::Home>
                    <header class="head"><div><h1>{title}</h1></div></header>
                    <FirstGallery at words />
                </DeskPage>
            }
            .into_any());
        }
        let photos: i64 = galleries.iter().map(|gallery| gallery.photos).sum();
        let facts = [
            words.count("galleries", galleries.len().try_into().unwrap_or_default()),
            words.count("photographs", photos),
            words.count("logins", logins.len().try_into().unwrap_or_default()),
        ]
        .join(" · ");
        let cards = newest_cards(&ctx, &at, &galleries).await?;
        let dialog = new_gallery_dialog(&at, None, words).into_any();
        let now = ctx.now();
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("desk-home") part=Part::Home above=dialog>
                <header class="head">
                    <div>
                        <h1>{words.with("home-hello", &[("name", first_name.into())])}</h1>
                        <p class="facts">{facts}</p>
                    </div>
                    <div class="acts">
                        <button class="button" popovertarget="new-gallery">{words.text("gallery-new")}</button>
                    </div>
                </header>
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
                    <section aria-labelledby="logins">
                        <header>
                            <h2 id="logins">{words.text("desk-logins")}</h2>
                            <a class="link" href=at.path("/logins")>{words.text("home-all-logins")}</a>
                        </header>
                        {login_list(logins, &at, now, words)}
                    </section>
                </div>
            </DeskPage>
        }
        .into_any())
    })
}

/// The galleries that were made last, the newest first, with their covers.
async fn newest_cards(ctx: &Ctx, at: &AtDesk, galleries: &[GalleryRowInTree]) -> Answer<Vec<GalleryCard>> {
    let mut newest: Vec<(_, GalleryId)> = galleries.iter().map(|gallery| (gallery.created_at, gallery.id)).collect();
    newest.sort_by(|a, b| b.cmp(a));
    let mut cards = Vec::new();
    for (_, gallery) in newest.into_iter().take(GALLERIES) {
        let grant = ctx.store().member_grant(&at.desk, gallery, ctx.now()).await?;
        cards.push(ctx.store().gallery_card(&grant).await?);
    }
    Ok(cards)
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

/// The logins that came last.
fn login_list(mut logins: Vec<ClientLogin>, at: &AtDesk, now: chrono::DateTime<chrono::Utc>, words: Words) -> AnyView {
    if logins.is_empty() {
        let key = match at.studio.rules.client_logins {
            domain::access::Switch::On => "home-no-logins",
            domain::access::Switch::Off => "home-logins-off",
        };
        return view! { <p class="facts">{words.text(key)}</p> }.into_any();
    }
    logins.sort_by_key(|login| std::cmp::Reverse(login.last_visit_at));
    let rows = logins.into_iter().take(LOGINS).map(|login| {
        view! {
            <li>
                <div>
                    <a class="name whole" href=at.path(&format!("/logins/{}", login.id))>{login.name}</a>
                    " "
                    <span class="facts">{words.count("galleries", login.releases)}</span>
                </div>
                <span class="facts">{times::visit(login.last_visit_at, now, words)}</span>
            </li>
        }
    });
    view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
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

/// The dialog that asks for the name of a new gallery.
pub fn new_gallery_dialog(at: &AtDesk, parent: Option<GalleryId>, words: Words) -> impl IntoView + use<> {
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
            <div class="acts">
                <button class="button">{words.text("gallery-create")}</button>
                {cancel}
            </div>
        </form>
    };
    view! { <Dialog id="new-gallery" title open><islands::Form>{form}</islands::Form></Dialog> }
}
