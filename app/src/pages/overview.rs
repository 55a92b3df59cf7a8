//! `/{studio}/overview`: everything that was released to a client, and only that (S11).

use domain::access::Switch;
use leptos::prelude::*;
use store::ReleaseCard;

use crate::ctx::{Ctx, Previewed};
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::cards::release_card;
use crate::ui::door::Foot;
use crate::ui::find::{FindField, named};
use crate::ui::page::page;
use crate::ui::posted::Posted;
use crate::ui::visit::{Visited, bar, title};
use crate::ui::words::Words;

/// With more cards than this a field finds them by name.
const AT_A_GLANCE: usize = 8;

/// The overview of a client login.
#[component]
pub fn Overview() -> impl IntoView {
    let visited = Visited::current();
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let closed =
            at.studio.rules.client_logins == Switch::Off && at.preview.as_ref().is_some_and(Previewed::of_login);
        let cards = if closed { Vec::new() } else { ctx.store().overview(&at.sight).await? };
        let name =
            at.preview.as_ref().map_or_else(|| at.sight.guest.login_name.clone(), |preview| preview.name.clone());
        let base = at.path("");
        let greeting = Some(at.studio.brand.greeting.clone()).filter(|lines| !lines.is_empty());
        let content = if closed {
            view! { <div class="empty"><p>{words.for_member().text("preview-logins-off")}</p></div> }.into_any()
        } else if cards.is_empty() {
            // S6
            view! {
                <div class="empty">
                    <h2>{words.text("overview-empty-title")}</h2>
                    <p>{words.text("overview-empty")}</p>
                </div>
            }
            .into_any()
        } else {
            let wanted = Posted::current().get("find").unwrap_or_default().trim().to_owned();
            view! { <Released cards wanted base words /> }.into_any()
        };
        Ok(view! {
            <Page
                title=title(&name, &at)
                words
                class="visit overview"
                side=Side::Visitor
                style=accent_style(&at.studio.brand)
                islands=false
            >
                {bar(&at, true, words)}
                <main id="main">
                    <h1>{name}</h1>
                    {greeting.map(|lines| view! { <p class="lead lines">{lines}</p> })}
                    {content}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

/// The cards, and a field to find one among many.
#[component]
fn Released(cards: Vec<ReleaseCard>, wanted: String, base: String, words: Words) -> impl IntoView {
    let count = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let find = (cards.len() > AT_A_GLANCE).then(|| {
        let (label, short) = (words.text("find-label"), words.text("find-gallery"));
        view! { <FindField wanted=wanted.clone() label short words /> }
    });
    let found: Vec<ReleaseCard> = cards.into_iter().filter(|card| named(&card.name, &wanted)).collect();
    let nothing = found.is_empty().then(|| {
        view! {
            <div class="empty">
                <h2>{words.text("find-nothing")}</h2>
                <p><a class="link" href=format!("{base}/overview")>{words.text("find-all")}</a></p>
            </div>
        }
    });
    let items: Vec<_> =
        found.into_iter().enumerate().map(|(place, card)| release_card(card, place, &base, words)).collect();
    view! {
        <p class="lead">{words.count("overview-lead", count)}</p>
        {find}
        {nothing}
        {(!items.is_empty()).then(|| view! { <ul class="cards">{items}</ul> })}
    }
}
