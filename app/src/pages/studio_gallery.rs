//! `/studio/{studio}/galleries/{gallery}`: the photographs of a gallery, and what lies in it.

use domain::photo::Size;
use domain::studio::Act;
use leptos::prelude::*;
use store::{FailedPhoto, GalleryCard, StudioPhoto};

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::pages::studio_home::new_gallery_dialog;
use crate::ui::also_release::also_release;
use crate::ui::cards::{cover, photographs};
use crate::ui::changes;
use crate::ui::fields::form_error;
use crate::ui::gallery_frame::{GalleryFrame, Shown, Tab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::removal::removal;
use crate::ui::words::Words;

const DELETE: &str = "/api/photos/delete";
const COVER: &str = "/api/photos/cover";
/// More sub-galleries than these are folded away, so that the photographs stay near.
const UNFOLDED: usize = 12;

/// The photographs of a gallery.
#[component]
pub fn StudioGallery() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let shown = Shown::load(&ctx, &at, &gallery).await?;
        let (photos, failed) = ctx.store().studio_photos(&at.desk, &shown.grant).await?;
        let below = below(&ctx, &shown).await?;
        let posted = Posted::current();
        let toast = match changes::toast(&ctx, &at, &posted, words).await? {
            None => removal(&ctx, &at, &shown.grant, &posted, words).await?,
            toast => toast,
        };
        let offer = also_release(&ctx, &at, &shown.grant).await?;
        let dialog = new_gallery_dialog(&at, Some(shown.gallery.id), offer.as_ref(), words);
        let above = view! { {dialog} {toast} }.into_any();
        let grid = grid(&at, &shown, &photos, &failed, &posted, words);
        let sub_galleries = sub_galleries(&at, &shown, below, words);
        let uploader = islands::UploaderWords::of(words);
        Ok(view! {
            <GalleryFrame at=at.clone() words shown=shown.clone() tab=Tab::Photographs above>
                <div id="sub-galleries">{sub_galleries}</div>
                <islands::Uploader
                    studio=at.studio.address.to_string()
                    gallery=shown.gallery.id.to_string()
                    words=uploader
                />
                {grid}
            </GalleryFrame>
        }
        .into_any())
    })
}

/// The cards of the first sub-galleries.
async fn below(ctx: &Ctx, shown: &Shown) -> Answer<Vec<GalleryCard>> {
    let below = shown.sight.below(shown.gallery.id);
    let grants = below.into_iter().map(|gallery| shown.sight.grant(gallery)).collect::<Result<Vec<_>, _>>();
    Ok(ctx.store().gallery_cards(&grants.map_err(|_| ApiError::NotFound)?).await?)
}

/// The cards, and where the others are if there are more.
fn sub_galleries(at: &AtDesk, shown: &Shown, cards: Vec<GalleryCard>, words: Words) -> AnyView {
    let (listed, count) = (cards.len(), shown.sub_galleries());
    let rest = (usize::try_from(count).unwrap_or_default() > listed).then(|| {
        let to = at.path(&format!("/galleries?at={0}#g-{0}", shown.gallery.id));
        view! { <p><a class="button quiet" href=to>{words.text("gallery-below-all")}</a></p> }
    });
    let new = view! {
        <button class="button quiet" popovertarget="new-gallery">{words.text("gallery-new-below")}</button>
    };
    if count == 0 {
        return view! { <div class="tools">{new}</div> }.into_any();
    }
    let items = cards.into_iter().map(|card| {
        view! {
            <li>
                {cover(card.cover.as_ref(), true)}
                <h3><a href=at.path(&format!("/galleries/{}", card.gallery))>{card.name}</a></h3>
                <p class="facts">{photographs(card.photos, words)}</p>
            </li>
        }
    });
    view! {
        <section class="inside" aria-labelledby="inside">
            <details open=listed <= UNFOLDED>
                <summary><h2 id="inside">{shown.count_sub_galleries("sub-gallery-count", words)}</h2></summary>
                <ul class="chapters">{items.collect_view()}</ul>
                {rest}
            </details>
            {new}
        </section>
    }
    .into_any()
}

/// The photographs with their check boxes; the uploader puts a fresh one in its place.
fn grid(
    at: &AtDesk,
    shown: &Shown,
    photos: &[StudioPhoto],
    failed: &[FailedPhoto],
    posted: &Posted,
    words: Words,
) -> AnyView {
    let hidden = || {
        view! {
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=shown.gallery.id.to_string() />
        }
    };
    let error = [DELETE, COVER]
        .into_iter()
        .find_map(|endpoint| posted.field(endpoint, Field::Photos, words).or_else(|| posted.general(endpoint, words)));
    let cover = shown.gallery.cover;
    let cover_word = words.text("photo-is-cover");
    let tiles =
        photos.iter().map(|photo| tile(photo, (cover == Some(photo.id)).then_some(&cover_word), words)).collect_view();
    let broken = failed.iter().map(|photo| failed_tile(photo, words)).collect_view();
    let empty = photos.is_empty() && failed.is_empty();
    let form = view! {
        <form method="post" action=DELETE>
            {hidden()}
            <h2 class="unseen">{words.text("photographs-title")}</h2>
            {form_error(error)}
            {empty.then(|| view! { <p class="facts">{words.text("photographs-none-yet")}</p> })}
            <ul class="tiles">{broken} {tiles}</ul>
            <div class="savebar">
                <p>{words.text("photos-chosen")}</p>
                <div class="acts">
                    <button class="button quiet" type="reset">{words.text("photos-choose-none")}</button>
                    <button class="button quiet" formaction=COVER>{words.text("photos-as-cover")}</button>
                    <button class="button danger">{words.text("delete")}</button>
                </div>
            </div>
        </form>
    };
    view! {
        <div id="photographs">
            <form id="remove" method="post" action=DELETE>{hidden()}</form>
            <islands::Form>{form}</islands::Form>
        </div>
    }
    .into_any()
}

fn tile(photo: &StudioPhoto, cover: Option<&String>, words: Words) -> AnyView {
    let id = photo.id.to_string();
    let name = photo.file_name.clone();
    let mat = if photo.ready {
        view! {
            <a class="mat" href=format!("/m/{id}/{}", Size::Large)>
                <img
                    src=format!("/m/{id}/{}", Size::Small)
                    width=photo.width
                    height=photo.height
                    loading="lazy"
                    alt=name.clone()
                />
            </a>
        }
        .into_any()
    } else {
        view! { <div class="mat">{words.text("photo-preparing")}</div> }.into_any()
    };
    view! {
        <li class=(!photo.ready).then_some("busy")>
            {mat}
            <label>
                <input type="checkbox" name="photos[]" value=id />
                <span>{name}</span>
                {cover.map(|word| view! { <em class="badge">{word.clone()}</em> })}
            </label>
        </li>
    }
    .into_any()
}

/// A file that cannot be shown, with the reason and a way to remove it.
pub fn failed_tile(photo: &FailedPhoto, words: Words) -> AnyView {
    let reason = photo.failure.map_or_else(|| words.text("photo-failed"), |why| islands::unreadable(why, words));
    let id = photo.id.to_string();
    let name = [("name", photo.file_name.clone().into())];
    view! {
        <li class="failed">
            <div class="mat">
                <p>
                    {reason}
                    <br />
                    <button
                        class="link"
                        form="remove"
                        name="photos[]"
                        value=id.clone()
                        aria-label=words.with("photo-remove-named", &name)
                    >
                        {words.text("photo-remove")}
                    </button>
                </p>
            </div>
            <label>
                <input type="checkbox" name="photos[]" value=id />
                <span>{photo.file_name.clone()}</span>
            </label>
        </li>
    }
    .into_any()
}
