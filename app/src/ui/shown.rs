//! A photograph and its neighbours, ready to be shown: for the page of a photograph and for the viewer that steps on.

use domain::access::Grant;
use domain::photo::Size;
use fluent_bundle::FluentValue;
use store::PhotoOnPage;

use crate::api::photos::{Around, Shown};
use crate::api::{Answer, ApiError};
use crate::ctx::{AtStudio, Ctx};
use crate::ui::photo_rows::PAGE;
use crate::ui::picture::Picture;
use crate::ui::words::Words;

/// What is around a photograph of the gallery that a grant opens.
pub async fn around(ctx: &Ctx, at: &AtStudio, grant: &Grant, photo: &str) -> Answer<Around> {
    let photo = photo.parse().map_err(|_| ApiError::NotFound)?;
    let found = ctx.store().photo_around(grant, photo).await?;
    let words = Words::of(ctx.language(Some(&at.studio)));
    let gallery = at.path(&format!("/g/{}", grant.gallery()));
    let show = |photo: &PhotoOnPage, position: i64| shown(photo, &gallery, position, found.count, words);
    Ok(Around {
        previous: found.previous.as_ref().map(|photo| show(photo, found.position - 1)),
        here: show(&found.photo, found.position),
        next: found.next.as_ref().map(|photo| show(photo, found.position + 1)),
    })
}

fn shown(photo: &PhotoOnPage, gallery: &str, position: i64, count: i64, words: Words) -> Shown {
    let picture = Picture::from(photo);
    let (width, height) = picture.at(Size::Large);
    let ratio = picture.ratio().to_string();
    let page = (position - 1) / PAGE + 1;
    let page = if page > 1 { format!("?page={page}") } else { String::new() };
    Shown {
        id: picture.id.to_string(),
        href: format!("{gallery}/{}", picture.id),
        back: format!("{gallery}{page}#p-{}", picture.id),
        label: words
            .with("photograph-of", &[("position", FluentValue::from(position)), ("count", FluentValue::from(count))]),
        small: picture.src(Size::Small),
        srcset: picture.srcset(),
        // It fills the window in one direction.
        sizes: format!("min(100vw, calc(100vh * {ratio}))"),
        width,
        height,
        ratio,
        colour: picture.css_colour(),
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::PhotoId;
    use domain::studio::Language;

    use super::*;

    fn at(position: i64, count: i64) -> Shown {
        let id = PhotoId::from_random([7; 16]);
        let photo = PhotoOnPage { id, width: 6000, height: 4000, colour: 0x8a_4b_2a };
        shown(&photo, "/studio-x/g/gal", position, count, Words::of(Language::En))
    }

    // S72
    #[test]
    fn a_photograph_leads_back_to_its_place_on_its_page_of_the_gallery() {
        let id = PhotoId::from_random([7; 16]);
        assert_eq!(at(1, 48).back, format!("/studio-x/g/gal#p-{id}"));
        assert_eq!(at(1000, 2100).back, format!("/studio-x/g/gal#p-{id}"));
        assert_eq!(at(1001, 2100).back, format!("/studio-x/g/gal?page=2#p-{id}"));
    }

    // S72
    #[test]
    fn a_photograph_is_called_by_its_place() {
        assert_eq!(at(3, 48).label, "Photograph 3 of 48");
    }
}
