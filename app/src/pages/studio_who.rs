//! `/studio/{studio}/galleries/{gallery}/who`: who can see a gallery, and why (S35); and the switch that decides how far
//! they walk, with what it would change (S31).

use domain::access::{Change, Navigation, Switch};
use domain::ids::GalleryId;
use domain::studio::Act;
use leptos::prelude::*;
use store::{AccessNames, Audience, LinkKind};

use crate::api::Answer;
use crate::api::forms::last_day;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::changes;
use crate::ui::difference::{and, list, sentences};
use crate::ui::fields::form_error;
use crate::ui::gallery_frame::{GalleryFrame, Shown, Tab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::reasons::{mentioned, reason};
use crate::ui::rich::{capital, rich, title};
use crate::ui::times;
use crate::ui::words::Words;

const NAVIGATION: &str = "/api/galleries/navigation";

/// Who can see a gallery.
#[component]
pub fn StudioWho() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let shown = Shown::load(&ctx, &at, &gallery).await?;
        let posted = Posted::current();
        let toast = changes::toast(&ctx, &at, &posted, words).await?;
        let audience = ctx.store().audience(&at.desk, &shown.grant, ctx.now()).await?;
        let switch = navigation(&ctx, &at, &shown, &posted, words).await?;
        let names = names(&ctx, &at, &audience).await?;
        let seers = Seers { ctx: &ctx, at: &at, names: &names, here: shown.gallery.id, words };
        let who = if audience.all_logins + audience.all_links == 0 {
            nobody(&at, shown.gallery.id, words)
        } else {
            seers.table(&audience)
        };
        let members = ctx.store().member_names(&at.desk).await?;
        let many = i64::try_from(members.len()).unwrap_or_default();
        let members = words.with("who-members", &[("names", and(members, words).into()), ("count", many.into())]);
        let off = (at.studio.rules.client_logins == Switch::Off)
            .then(|| view! { <div class="notice bad"><p>{words.text("logins-off-more")}</p></div> });
        Ok(view! {
            <GalleryFrame at=at.clone() words shown=shown.clone() tab=Tab::Who above=toast.into_any()>
                {switch}
                {off}
                {who}
                <p class="facts">{members}</p>
            </GalleryFrame>
        }
        .into_any())
    })
}

async fn names(ctx: &Ctx, at: &AtDesk, audience: &Audience) -> Answer<AccessNames> {
    let logins = audience.logins.iter().flat_map(|login| mentioned(&login.standing));
    let links = audience.links.iter().flat_map(|link| mentioned(&link.standing));
    Ok(ctx.store().access_names(&at.desk, logins.chain(links), []).await?)
}

/// The switch between this gallery and what lies in it. It is a button: pressing it asks, and shows what would change.
async fn navigation(ctx: &Ctx, at: &AtDesk, shown: &Shown, posted: &Posted, words: Words) -> Answer<AnyView> {
    let (gallery, below) = (shown.gallery.id, shown.sub_galleries());
    let on = shown.gallery.navigation == Navigation::On;
    let sentence = match (below, on) {
        (0, _) => words.text("who-walk-nowhere"),
        (_, true) => shown.count_sub_galleries("navigation-switch", words),
        (_, false) => shown.count_sub_galleries("who-walk-not", words),
    };
    let hint = words.text(if on { "who-navigation-on" } else { "who-navigation-off" });
    let would = if below == 0 {
        None
    } else {
        let change = Change::Navigation { gallery, on: !on };
        let (difference, _) = ctx.store().difference(&at.desk, &change, ctx.now()).await?;
        Some(sentences(ctx, at, &difference, words).await?)
    };
    let would = would.map(|told| {
        let key = match (on, told.is_empty()) {
            (true, true) => "who-if-off-same",
            (true, false) => "who-if-off",
            (false, true) => "who-if-on-same",
            (false, false) => "who-if-on",
        };
        let list = (!told.is_empty()).then(|| list(&told));
        view! { <div class="notice" id="navigation-would"><p>{words.text(key)}</p>{list}</div> }
    });
    let checked = if on { "true" } else { "false" };
    let error = posted.general(NAVIGATION, words);
    Ok(view! {
        <form method="post" action=NAVIGATION>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=gallery.to_string() />
            {form_error(error)}
            <button
                class="switch"
                role="switch"
                aria-checked=checked
                aria-labelledby="navigation-is"
                aria-describedby="navigation-hint"
                name="on"
                value=if on { "no" } else { "yes" }
            >
                <span class="knob"></span>
                <span>
                    <strong id="navigation-is">{sentence}</strong>
                    " "
                    <small id="navigation-hint">{hint}</small>
                </span>
            </button>
        </form>
        {would}
    }
    .into_any())
}

fn nobody(at: &AtDesk, gallery: GalleryId, words: Words) -> AnyView {
    view! {
        <div class="empty">
            <h2>{words.text("who-nobody")}</h2>
            <p>{words.text("who-nobody-more")}</p>
            <p class="acts">
                <a class="button" href=at.path(&format!("/galleries/{gallery}/links"))>{words.text("who-make-link")}</a>
                <a class="button quiet" href=at.path("/logins")>{words.text("who-release")}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What the table needs for each of its rows.
struct Seers<'a> {
    ctx: &'a Ctx,
    at: &'a AtDesk,
    names: &'a AccessNames,
    here: GalleryId,
    words: Words,
}

impl Seers<'_> {
    fn table(&self, audience: &Audience) -> AnyView {
        let words = self.words;
        let logins = audience.logins.iter().map(|login| {
            let name = view! {
                <a class="name" href=self.at.path(&format!("/logins/{}", login.login))>{login.name.clone()}</a>
            };
            let why = reason(&login.standing, self.here, |id| self.name(id), words);
            self.row(name.into_any(), words.text("who-login"), why, login.last_visit_at)
        });
        let links = audience.links.iter().map(|link| {
            let label = if link.label.is_empty() {
                rich(&capital(&words.with("link-anyone", &[("name", title(&self.name(link.gallery)).into())])))
            } else {
                words.with("who-link", &[("label", link.label.clone().into())]).into_any()
            };
            let to = self.at.path(&format!("/galleries/{0}/links#link-{1}", link.gallery, link.link));
            let kind = words.text(match link.kind {
                LinkKind::Open => "link-open",
                LinkKind::Secure => "link-secure",
            });
            let kind = match link.expires_at {
                None => kind,
                Some(end) => {
                    let date = words.date(last_day(end));
                    words.with("who-link-ends", &[("kind", kind.into()), ("date", date.into())])
                }
            };
            let why = reason(&link.standing, self.here, |id| self.name(id), words);
            self.row(view! { <a class="name" href=to>{label}</a> }.into_any(), kind, why, link.last_visit_at)
        });
        let more = |all: usize, listed: usize, key| {
            let more = i64::try_from(all.saturating_sub(listed)).unwrap_or_default();
            (more > 0).then(|| view! { <p class="facts">{words.count(key, more)}</p> })
        };
        view! {
            <table class="who">
                <caption class="unseen">{words.text("tab-who")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.text("who-who")}</th>
                        <th scope="col">{words.text("who-because")}</th>
                        <th scope="col">{words.text("who-visit")}</th>
                    </tr>
                </thead>
                <tbody>{logins.collect_view()} {links.collect_view()}</tbody>
            </table>
            {more(audience.all_logins, audience.logins.len(), "who-more-logins")}
            {more(audience.all_links, audience.links.len(), "who-more-links")}
        }
        .into_any()
    }

    fn row(
        &self,
        who: AnyView,
        kind: String,
        why: AnyView,
        visit: Option<chrono::DateTime<chrono::Utc>>,
    ) -> impl IntoView + use<> {
        let visit = times::visit(visit, self.ctx.now(), self.words);
        view! {
            <tr>
                <th scope="row">{who} <span class="facts">{kind}</span></th>
                <td>{why}</td>
                <td class="facts" data-label=self.words.text("who-visit")>{visit}</td>
            </tr>
        }
    }

    fn name(&self, gallery: GalleryId) -> String {
        self.names.galleries.get(&gallery).cloned().unwrap_or_default()
    }
}
