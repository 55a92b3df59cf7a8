//! `/{studio}/g/{gallery}`: a gallery with its sub-galleries and photographs, or the password it asks for.

use domain::access::{Denied, Grant};
use domain::ids::GalleryId;
use leptos::prelude::*;

use crate::api::{Answer, ApiError};
use crate::ctx::{AtStudio, Ctx};
use crate::pages::password::password_page;
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::cards::{Chapter, chapter, photographs};
use crate::ui::door::Foot;
use crate::ui::page::{page, param};
use crate::ui::photo_rows::{PAGE, photo_rows, photo_style};
use crate::ui::picture::Picture;
use crate::ui::posted::Posted;
use crate::ui::visit::{Visited, bar, pages, saving_in, title, trail};
use crate::ui::words::Words;

/// A gallery as a guest sees it.
#[component]
pub fn Gallery() -> impl IntoView {
    let (visited, gallery) = (Visited::current(), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        let at = visited.enter_at(&ctx, gallery).await?;
        match at.sight.sight.grant(gallery) {
            Ok(grant) => gallery_page(&ctx, &at, &grant).await,
            Err(Denied::PasswordNeeded) => Ok(password_page(&ctx, &at, gallery)),
            Err(Denied::Hidden) => Err(ApiError::NotFound),
        }
    })
}

async fn gallery_page(ctx: &Ctx, at: &AtStudio, grant: &Grant) -> Answer<AnyView> {
    let words = Words::of(ctx.language(Some(&at.studio)));
    let gallery = ctx.store().gallery(grant).await?;
    let count = ctx.store().photo_count(grant).await?;
    let (now, last) = page_of(Posted::current().get("page"), count);
    let pictures: Vec<Picture> =
        ctx.store().photos_of(grant, (now - 1) * PAGE, PAGE).await?.iter().map(Picture::from).collect();
    let chapters = chapters(ctx, at, grant.gallery()).await?;
    // Looking through a client's eyes is no visit of theirs (S34).
    if let Some(login) = at.sight.guest.login.filter(|_| at.preview.is_none()) {
        ctx.store().note_seen_gallery(login, grant, ctx.now()).await?;
    }

    let base = at.path("");
    let id = grant.gallery().to_string();
    let trail = trail(ctx, at, grant.gallery(), words).await?;
    let day = gallery.shot_on.map(|day| view! { <time datetime=day.to_string()>{words.date(day)}</time> });
    let between = (day.is_some() && count > 0).then_some(" · ");
    let number = (count > 0).then(|| photographs(count, words));
    let facts = (day.is_some() || number.is_some()).then(|| view! { <p class="facts">{day} {between} {number}</p> });
    let empty = (count == 0 && chapters.is_empty()).then(|| {
        view! {
            <div class="empty">
                <h2>{words.text("gallery-empty-title")}</h2>
                <p>{words.text("gallery-empty")}</p>
            </div>
        }
    });
    let below = (!chapters.is_empty()).then(|| {
        let items: Vec<_> = chapters.into_iter().map(|below| chapter(below, &base, words)).collect();
        view! {
            <h2 class="unseen">{words.text("sub-galleries")}</h2>
            <ul class="chapters">{items}</ul>
        }
    });
    let rows = (!pictures.is_empty()).then(|| {
        let rows = photo_rows(&pictures, &id, (now - 1) * PAGE + 1, words);
        view! {
            <h2 class="unseen">{words.text("photographs-title")}</h2>
            <ul class="rows" inner_html=rows></ul>
        }
    });
    let saving = saving_in(ctx, at, grant.gallery(), words);
    let (title, bar) = (title(&gallery.name, at), bar(at, false, words));
    let style = accent_style(&at.studio.brand) + &photo_style(&pictures);
    Ok(view! {
        <Page title words class="visit" side=Side::Visitor style islands=false>
            {bar}
            <main id="main">
                <header class="head">
                    <div>
                        {trail}
                        <h1>{gallery.name.clone()}</h1>
                        {facts}
                        {saving}
                    </div>
                </header>
                {below}
                {rows}
                {empty}
                {pages(now, last, words)}
            </main>
            <Foot words />
        </Page>
    }
    .into_any())
}

/// The sub-galleries that may be shown, in their order; a locked one without anything of its own (S18, S21).
async fn chapters(ctx: &Ctx, at: &AtStudio, gallery: GalleryId) -> Answer<Vec<Chapter>> {
    let sight = &at.sight.sight;
    let below = sight.below(gallery);
    let grants: Vec<Grant> = below.iter().filter_map(|below| sight.grant(*below).ok()).collect();
    let mut cards = ctx.store().gallery_cards(&grants).await?.into_iter().peekable();
    let chapters = below.into_iter().filter_map(|below| match sight.grant(below) {
        Ok(_) => cards.next_if(|card| card.gallery == below).map(Chapter::Open),
        Err(_) => Some(Chapter::Locked(below)),
    });
    Ok(chapters.collect())
}

/// The page that is asked for and the last one, both from 1. What is no page is the first, what is too far the last.
fn page_of(asked: Option<&str>, count: i64) -> (i64, i64) {
    let last = (count.max(1) - 1) / PAGE + 1;
    let asked = asked.and_then(|page| page.parse().ok()).unwrap_or(1);
    (asked.clamp(1, last), last)
}

#[cfg(test)]
mod tests {
    use super::page_of;

    // S72
    #[test]
    fn a_thousand_photographs_are_one_page_and_one_more_begins_the_next() {
        assert_eq!(page_of(None, 0), (1, 1));
        assert_eq!(page_of(None, 1000), (1, 1));
        assert_eq!(page_of(Some("2"), 1001), (2, 2));
        assert_eq!(page_of(Some("99"), 1001), (2, 2));
        assert_eq!(page_of(Some("-1"), 1001), (1, 2));
        assert_eq!(page_of(Some("x"), 1001), (1, 2));
    }
}
