//! `/studio/{studio}/settings/brand`: logo, colour, greeting, and how they look (S76).

use domain::colour::{Colour, Shades};
use domain::photo::Unreadable;
use domain::studio::{Act, Greeting};
use leptos::prelude::*;
use store::Studio;

use crate::api::Field;
use crate::api::forms::UNPICKED;
use crate::ctx::Ctx;
use crate::islands::{self, unreadable};
use crate::ui::brand::{at_the_door, logo_picture, sample_style};
use crate::ui::desk::Toast;
use crate::ui::fields::{LinesField, error_line, form_error, hint_line};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

const CHANGE: &str = "/api/studio/brand";

/// What makes the studio's pages its own.
#[component]
pub fn StudioSettingsBrand() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeStudio).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let accent = at.studio.brand.accent;
        let shades = accent.map_or(Shades::OURS, Colour::shades);
        let logo = logo_section(&at.studio, &posted, words);
        let gaps = [("day", "{day}".into()), ("night", "{night}".into())];
        let [day, night, both] =
            ["brand-adjusted-day", "brand-adjusted-night", "brand-adjusted-both"].map(|key| words.with(key, &gaps));
        let form = view! {
            <form class="settings" method="post" action=CHANGE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                {form_error(posted.general(CHANGE, words))}
                <section aria-labelledby="s-sample">
                    <header><h2 id="s-sample">{words.text("brand-sample")}</h2><p><span role="status" data-typed=words.text("brand-sample-typed")>{words.text("brand-sample-saved")}</span> " " {words.text("brand-sample-lead")}</p></header>
                    <div class="samples">
                        {sample(&at.studio, "sample day", "brand-by-day", words)}
                        {sample(&at.studio, "sample night", "brand-by-night", words)}
                    </div>
                </section>
                <section aria-labelledby="s-accent">
                    <header><h2 id="s-accent">{words.text("brand-accent")}</h2><p>{words.text("brand-accent-lead")}</p></header>
                    <div class="stack">{accent_field(accent, posted.field(CHANGE, Field::Accent, words), words)}</div>
                </section>
                <section aria-labelledby="s-greeting">
                    <header><h2 id="s-greeting">{words.text("brand-greeting")}</h2><p>{words.text("brand-greeting-lead")}</p></header>
                    <div class="stack">
                        <LinesField
                            name="greeting"
                            label=words.text("brand-greeting")
                            value=at.studio.brand.greeting.clone()
                            error=posted.field(CHANGE, Field::Greeting, words)
                            hint=words.text("brand-greeting-hint")
                            optional=words.text("optional")
                            max=u16::try_from(Greeting::MAX).unwrap_or(u16::MAX)
                        />
                    </div>
                </section>
                <div class="savebar">
                    <p></p>
                    <div class="acts"><button class="button">{words.text("save")}</button></div>
                </div>
            </form>
        };
        Ok(view! {
            <SettingsFrame
                at=at.clone()
                words
                setting=Setting::Brand
                style=sample_style(shades)
                above=toast.into_any()
            >
                {logo}
                <islands::BrandSample day night both>
                    <islands::Form>{form}</islands::Form>
                </islands::BrandSample>
            </SettingsFrame>
        }
        .into_any())
    })
}

/// The logo that there is, and the forms that bring another one or take it away. They are plain: a file is sent.
fn logo_section(studio: &Studio, posted: &Posted, words: Words) -> AnyView {
    let address = studio.address.to_string();
    let error = posted.get("logo").map(|why| match Unreadable::parse(why) {
        Some(Unreadable::TooManyBytes) => words.text("logo-too-many-bytes"),
        Some(Unreadable::TooManyPixels) => words.text("logo-too-many-pixels"),
        Some(why) => unreadable(why, words),
        None => words.text("failed"),
    });
    let described = if error.is_some() { "logo-error logo-hint" } else { "logo-hint" };
    let invalid = error.is_some().then_some("true");
    let shown = studio.brand.logo.as_ref().map(|logo| {
        let alt = words.with("logo-of", &[("studio", studio.name.to_string().into())]);
        view! {
            <div class="plate">{logo_picture(studio, logo, "logo wide", alt)}</div>
            <form method="post" action="/api/studio/remove_logo">
                <button class="link danger" name="studio" value=address.clone()>{words.text("logo-remove")}</button>
            </form>
        }
    });
    let word = if shown.is_some() { "logo-replace" } else { "logo-upload" };
    view! {
        <div class="settings">
            <section aria-labelledby="s-logo">
                <header><h2 id="s-logo">{words.text("brand-logo")}</h2><p>{words.text("brand-logo-lead")}</p></header>
                <div class="stack">
                    {shown}
                    <form method="post" action="/api/studio/logo" enctype="multipart/form-data">
                        <input type="hidden" name="studio" value=address.clone() />
                        <div class="field">
                            <label for="logo">{words.text("logo-file")}</label>
                            <input
                                id="logo"
                                name="logo"
                                type="file"
                                accept="image/png,image/jpeg,image/webp"
                                required
                                aria-describedby=described
                                aria-invalid=invalid
                            />
                            {error_line("logo", error)}
                            {hint_line("logo", Some(words.text("logo-hint")))}
                        </div>
                        <button class="button quiet">{words.text(word)}</button>
                    </form>
                </div>
            </section>
        </div>
    }
    .into_any()
}

/// The colour, typed or picked, and what was made of it where it could not be read.
fn accent_field(accent: Option<Colour>, error: Option<String>, words: Words) -> AnyView {
    let value = accent.map(|accent| accent.to_string()).unwrap_or_default();
    let described = if error.is_some() { "accent-error accent-hint" } else { "accent-hint" };
    let invalid = error.is_some().then_some("true");
    let adjusted = accent.and_then(|accent| adjusted(accent, words));
    let unchanged = adjusted.is_none();
    view! {
        <div class="field">
            <label for="accent">{words.text("brand-colour")} " " <span class="optional">{words.text("optional")}</span></label>
            <div class="with">
                <input
                    id="accent"
                    name="accent"
                    value=value
                    maxlength="9"
                    placeholder=UNPICKED.to_string()
                    dir="ltr"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=described
                    aria-invalid=invalid
                />
                <input
                    type="color"
                    name="picked"
                    aria-label=words.text("brand-pick")
                    value=accent.unwrap_or(UNPICKED).to_string()
                />
            </div>
            {error_line("accent", error)}
            {hint_line("accent", Some(words.text("brand-colour-hint")))}
        </div>
        <p class="notice adjusted" role="status" hidden=unchanged>{adjusted}</p>
    }
    .into_any()
}

/// Which other shades pages use, because the colour itself could not be read on them.
fn adjusted(accent: Colour, words: Words) -> Option<String> {
    let Shades { light, dark } = accent.shades();
    let (day, night) = (("day", light.accent.to_string().into()), ("night", dark.accent.to_string().into()));
    match (light.accent == accent, dark.accent == accent) {
        (true, true) => None,
        (false, true) => Some(words.with("brand-adjusted-day", &[day])),
        (true, false) => Some(words.with("brand-adjusted-night", &[night])),
        (false, false) => Some(words.with("brand-adjusted-both", &[day, night])),
    }
}

/// A front door in small, by day or by night.
fn sample(studio: &Studio, class: &'static str, word: &'static str, words: Words) -> impl IntoView + use<> {
    view! {
        <figure>
            <div class=class inert aria-hidden="true">
                {at_the_door(studio)}
                <p class="greeting" hidden=studio.brand.greeting.is_empty()>{studio.brand.greeting.clone()}</p>
                <span class="button">{words.text("code-enter")}</span>
                <span class="new">{words.text("brand-sample-new")}</span>
            </div>
            <figcaption class="facts">{words.text(word)}</figcaption>
        </figure>
    }
}
