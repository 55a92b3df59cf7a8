//! `/studio/{studio}/galleries/{gallery}/settings`: name, navigation, password, downloads; each with what follows from it.

use domain::access::{Change, Navigation};
use domain::gallery::GalleryPassword;
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::changes;
use crate::ui::desk::Toast;
use crate::ui::difference::{list, sentences};
use crate::ui::fields::{Switch, TextField, form_error};
use crate::ui::gallery_frame::{GalleryFrame, Shown, Tab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CHANGE: &str = "/api/galleries/change";
const PASSWORD: &str = "/api/galleries/password";
const DELETE: &str = "/api/galleries/delete";

/// The settings of a gallery.
#[component]
pub fn GallerySettingsPage() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeGalleries).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let shown = Shown::load(&ctx, &at, &gallery).await?;
        let password = ctx.store().gallery_password(&at.desk, &shown.grant).await?;
        let loss = loss(&ctx, &at, &shown, words).await?;
        let posted = Posted::current();
        let saved =
            (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> }.into_any());
        let toast = changes::toast(&ctx, &at, &posted, words).await?.or(saved);
        let would = would_go(&ctx, &at, &shown, words).await?;
        let form = settings(&at, &shown, &posted, words);
        let access = access(&at, &shown, password.unwrap_or_default(), &posted, words);
        let failed = form_error(posted.general(DELETE, words));
        let delete = view! {
            <form class="settings" method="post" action=DELETE>
                <section aria-labelledby="s-delete">
                    <header><h2 id="s-delete">{words.text("delete")}</h2></header>
                    <div class="stack">
                        {failed}
                        <p>{loss}</p>
                        {would}
                        <input type="hidden" name="studio" value=at.studio.address.to_string() />
                        <button class="button quiet" name="gallery" value=shown.gallery.id.to_string()>
                            {words.text("gallery-delete")}
                        </button>
                    </div>
                </section>
            </form>
        };
        Ok(view! {
            <GalleryFrame at words shown tab=Tab::Settings above=toast.into_any()>
                {form}
                {access}
                {delete}
            </GalleryFrame>
        }
        .into_any())
    })
}

/// What a deletion would take away, in words.
async fn loss(ctx: &Ctx, at: &AtDesk, shown: &Shown, words: Words) -> Answer<String> {
    let (below, photos) = ctx.store().with_all_below(&at.desk, &shown.grant).await?;
    Ok(words.with("gallery-loss", &[("with", words.gone_with(below, photos).into())]))
}

/// Whom a deletion would concern.
async fn would_go(ctx: &Ctx, at: &AtDesk, shown: &Shown, words: Words) -> Answer<Option<AnyView>> {
    let change = Change::Delete { gallery: shown.gallery.id };
    let (difference, _) = ctx.store().difference(&at.desk, &change, ctx.now()).await?;
    let told = sentences(ctx, at, &difference, words).await?;
    Ok((!told.is_empty()).then(|| view! { <div class="notice">{list(&told)}</div> }.into_any()))
}

/// Somebody else saved meanwhile: says so, and offers to save all the same.
fn meanwhile(shown: &Shown, words: Words) -> AnyView {
    view! {
        <div class="notice bad" role="alert">
            <h2>{words.text("changed-meanwhile")}</h2>
            <p>{words.text("changed-meanwhile-more")}</p>
            <p>
                <button class="button quiet" name="anyway" value=shown.gallery.version.to_string()>
                    {words.text("save-anyway")}
                </button>
            </p>
        </div>
    }
    .into_any()
}

fn settings(at: &AtDesk, shown: &Shown, posted: &Posted, words: Words) -> AnyView {
    let gallery = &shown.gallery;
    let error = |field| posted.field(CHANGE, field, words);
    let general = match posted.error_of(CHANGE) {
        Some(ApiError::ChangedMeanwhile) => meanwhile(shown, words),
        _ => form_error(posted.general(CHANGE, words)).into_any(),
    };
    let date = gallery.shot_on.map(|day| day.to_string()).unwrap_or_default();
    let form = view! {
        <form class="settings" method="post" action=CHANGE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=gallery.id.to_string() />
            <input type="hidden" name="version" value=gallery.version.to_string() />
            // Enter saves; it never overwrites what somebody else saved.
            <button hidden></button>
            {general}
            <section aria-labelledby="s-name">
                <header><h2 id="s-name">{words.text("gallery-name")}</h2></header>
                <div class="pair">
                    <TextField
                        name="name"
                        label=words.text("gallery-name")
                        value=gallery.name.clone()
                        error=error(Field::Name)
                        max=200
                        autocomplete="off"
                    />
                    <TextField
                        name="date"
                        kind="date"
                        label=words.text("gallery-date")
                        value=date
                        error=error(Field::Date)
                        optional=words.text("optional")
                    />
                </div>
            </section>
            <section aria-labelledby="s-downloads">
                <header><h2 id="s-downloads">{words.text("downloads")}</h2></header>
                <div class="stack">
                    <Switch
                        name="downloads"
                        on=gallery.downloads
                        label=words.text("downloads-switch")
                        hint=None
                    />
                    <button class="button">{words.text("save")}</button>
                </div>
            </section>
        </form>
    };
    view! {
        <islands::Form>{form}</islands::Form>
    }
    .into_any()
}

/// How far visitors walk, which has a page of its own, and the password.
fn access(at: &AtDesk, shown: &Shown, password: String, posted: &Posted, words: Words) -> AnyView {
    let gallery = &shown.gallery;
    let error = posted.field(PASSWORD, Field::Password, words);
    let below = shown.sub_galleries();
    let navigation = match (below, gallery.navigation) {
        (0, _) => words.text("who-walk-nowhere"),
        (_, Navigation::On) => shown.count_sub_galleries("navigation-switch", words),
        (_, Navigation::Off) => shown.count_sub_galleries("who-walk-not", words),
    };
    let form = view! {
        <form class="stack" method="post" action=PASSWORD>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=gallery.id.to_string() />
            {form_error(posted.general(PASSWORD, words))}
            <TextField
                name="password"
                label=words.text("password")
                value=password
                error
                hint=words.text("gallery-password-hint")
                optional=words.text("optional")
                min=GalleryPassword::MIN
                max=GalleryPassword::MAX
                autocomplete="off"
                spelled=true
            />
            <Switch
                name="asked"
                on=gallery.password_active
                label=words.text("gallery-password-asked")
                hint=words.text("gallery-password-asked-hint")
            />
            <button class="button">{words.text("gallery-password-save")}</button>
        </form>
    };
    view! {
        <div class="settings more">
            <section aria-labelledby="s-navigation">
                <header>
                    <h2 id="s-navigation">{words.text("sub-galleries-title")}</h2>
                    <p>{words.text("navigation-lead")}</p>
                </header>
                <div class="stack">
                    <p>{navigation}</p>
                    <a class="button quiet" href=at.path(&format!("/galleries/{}/who", gallery.id))>{words.text("who-change")}</a>
                </div>
            </section>
            <section aria-labelledby="s-password">
                <header>
                    <h2 id="s-password">{words.text("password")}</h2>
                    <p>{words.text("gallery-password-lead")}</p>
                </header>
                <islands::Form>{form}</islands::Form>
            </section>
        </div>
    }
    .into_any()
}
