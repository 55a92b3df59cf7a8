//! `/studio/{studio}/galleries/{gallery}/settings`: name, navigation, password, downloads; each with what follows from it.

use domain::access::Navigation;
use domain::gallery::GalleryPassword;
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::desk::{Dialog, Toast};
use crate::ui::fields::{Switch, TextField, form_error};
use crate::ui::gallery_frame::{GalleryFrame, Shown, Tab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::tree::Forest;
use crate::ui::words::Words;

const CHANGE: &str = "/api/galleries/change";

/// The settings of a gallery.
#[component]
pub fn GallerySettingsPage() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeGalleries).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let shown = Shown::load(&ctx, &at, &gallery).await?;
        let password = ctx.store().gallery_password(&at.desk, &shown.grant).await?;
        let loss = loss(&ctx, &at, &shown, words).await?;
        let posted = Posted::current();
        let saved = posted.get("did") == Some("saved");
        let toast = saved.then(|| view! { <Toast text=words.text("saved") /> });
        let dialog = delete_dialog(&at, &shown, &loss, words);
        let above = view! { {dialog} {toast} }.into_any();
        let form = settings(&at, &shown, password.unwrap_or_default(), loss, &posted, words);
        Ok(view! {
            <GalleryFrame at words shown tab=Tab::Settings above>{form}</GalleryFrame>
        }
        .into_any())
    })
}

/// What a deletion would take away, in words.
async fn loss(ctx: &Ctx, at: &AtDesk, shown: &Shown, words: Words) -> Answer<String> {
    let forest = Forest::new(ctx.store().gallery_tree(&at.desk).await?);
    let gone = forest.with_all_below(shown.gallery.id);
    let photos: i64 = gone.iter().filter_map(|id| forest.row(*id)).map(|row| row.photos).sum();
    let below = gone.len().saturating_sub(1).try_into().unwrap_or_default();
    Ok(words.with("gallery-loss", &[("with", words.gone_with(below, photos).into())]))
}

fn delete_dialog(at: &AtDesk, shown: &Shown, loss: &str, words: Words) -> impl IntoView + use<> {
    let title = words.with("gallery-delete-title", &[("name", shown.gallery.name.clone().into())]);
    let ask = view! {
        <p>{loss.to_owned()}</p>
        <form class="acts" method="post" action="/api/galleries/delete">
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <button class="button danger" name="gallery" value=shown.gallery.id.to_string()>{words.text("delete")}</button>
            <button class="button quiet" type="button" popovertarget="delete" popovertargetaction="hide">
                {words.text("cancel")}
            </button>
        </form>
    };
    view! { <Dialog id="delete" title>{ask}</Dialog> }
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

fn settings(at: &AtDesk, shown: &Shown, password: String, loss: String, posted: &Posted, words: Words) -> AnyView {
    let gallery = &shown.gallery;
    let error = |field| posted.field(CHANGE, field, words);
    let general = match posted.error_of(CHANGE) {
        Some(ApiError::ChangedMeanwhile) => meanwhile(shown, words),
        _ => form_error(posted.general(CHANGE, words)).into_any(),
    };
    let below = shown.sub_galleries();
    let navigation = if below == 0 { words.text("navigation-none") } else { words.count("navigation-switch", below) };
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
            <section aria-labelledby="s-navigation">
                <header>
                    <h2 id="s-navigation">{words.text("sub-galleries-title")}</h2>
                    <p>{words.text("navigation-lead")}</p>
                </header>
                <div class="stack">
                    <Switch
                        name="navigation"
                        on=gallery.navigation == Navigation::On
                        label=navigation
                        hint=words.text("navigation-hint")
                    />
                </div>
            </section>
            <section aria-labelledby="s-password">
                <header>
                    <h2 id="s-password">{words.text("password")}</h2>
                    <p>{words.text("gallery-password-lead")}</p>
                </header>
                <div class="stack">
                    <TextField
                        name="password"
                        label=words.text("password")
                        value=password
                        error=error(Field::Password)
                        hint=words.text("gallery-password-hint")
                        optional=words.text("optional")
                        min=GalleryPassword::MIN
                        max=GalleryPassword::MAX
                        autocomplete="off"
                        spelled=true
                    />
                    <Switch
                        name="password_active"
                        on=gallery.password_active
                        label=words.text("gallery-password-asked")
                        hint=words.text("gallery-password-asked-hint")
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
                </div>
            </section>
            <section aria-labelledby="s-delete">
                <header><h2 id="s-delete">{words.text("delete")}</h2></header>
                <div class="stack">
                    <p>{loss}</p>
                    <button class="button quiet" type="button" popovertarget="delete">{words.text("gallery-delete")}</button>
                </div>
            </section>
            <div class="savebar">
                <p></p>
                <div class="acts"><button class="button">{words.text("save")}</button></div>
            </div>
        </form>
    };
    view! {
        <islands::Form>{form}</islands::Form>
    }
    .into_any()
}
