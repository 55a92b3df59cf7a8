//! Cards that lead to galleries: on the overview, and on the page of a gallery that has sub-galleries.

use chrono::NaiveDate;
use domain::photo::Size;
use leptos::prelude::*;
use store::{Cover, GalleryCard, ReleaseCard};

use crate::ui::picture::Picture;
use crate::ui::signs::LockSign;
use crate::ui::words::Words;

/// The cards of the overview that are surely in sight at once; the covers of the others load when they come near.
const AT_ONCE: usize = 4;

/// A sub-gallery as it may be shown.
pub enum Chapter {
    /// It can be opened.
    Open(GalleryCard),
    /// It asks for its password first: no name, cover or number before (S18).
    Locked(domain::ids::GalleryId),
}

/// A released gallery on the overview (S11). `place` counts from 0.
pub fn release_card(card: ReleaseCard, place: usize, base: &str, words: Words) -> impl IntoView + use<> {
    let href = format!("{base}/g/{}", card.gallery);
    view! {
        <li>
            {cover(card.cover.as_ref(), place >= AT_ONCE)}
            <h2><a href=href>{card.name.clone()}</a></h2>
            <p class="facts">
                {day(card.shot_on, words)} {photographs(card.photos, words)}
                {news(&card, words).map(|news| view! { " · " <strong class="new">{news}</strong> })}
            </p>
        </li>
    }
}

/// A sub-gallery on its parent's page.
pub fn chapter(chapter: Chapter, base: &str, words: Words) -> impl IntoView + use<> {
    match chapter {
        Chapter::Open(card) => {
            let href = format!("{base}/g/{}", card.gallery);
            view! {
                <li>
                    {cover(card.cover.as_ref(), true)}
                    <h3><a href=href>{card.name.clone()}</a></h3>
                    <p class="facts">{photographs(card.photos, words)}</p>
                </li>
            }
            .into_any()
        }
        Chapter::Locked(gallery) => view! {
            <li>
                <div class="cover"><LockSign /></div>
                <h3><a href=format!("{base}/g/{gallery}")>{words.text("locked-gallery")}</a></h3>
                <p class="facts">{words.text("password-needed")}</p>
            </li>
        }
        .into_any(),
    }
}

/// The day that a gallery was photographed on, as the beginning of a line of facts.
pub fn day(shot_on: Option<NaiveDate>, words: Words) -> impl IntoView {
    shot_on.map(|day| view! { <time datetime=day.to_string()>{words.date(day)}</time> " · " })
}

/// How many photographs there are, in words.
pub fn photographs(count: i64, words: Words) -> String {
    if count == 0 { words.text("no-photographs") } else { words.count("photographs", count) }
}

/// What came since the last visit. A gallery that was never opened is new as a whole.
fn news(card: &ReleaseCard, words: Words) -> Option<String> {
    match card.new {
        0 => None,
        new if new == card.photos => Some(words.text("all-new")),
        new => Some(words.count("some-new", new)),
    }
}

/// A cover, or an empty mat.
pub fn cover(cover: Option<&Cover>, later: bool) -> impl IntoView + use<> {
    let picture = cover.map(Picture::from);
    match picture {
        Some(picture) => {
            let (width, height) = picture.at(Size::Small);
            let loading = later.then_some("lazy");
            view! { <img class="cover" src=picture.src(Size::Small) width=width height=height loading=loading alt="" /> }
                .into_any()
        }
        None => view! { <div class="cover"></div> }.into_any(),
    }
}
