//! `/studio/{studio}/settings`: name, line, language.

use domain::studio::Act;
use leptos::prelude::*;

use crate::api::Field;
use crate::ctx::Ctx;
use crate::islands;
use crate::ui::desk::Toast;
use crate::ui::fields::{LanguageField, TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

const CHANGE: &str = "/api/studio/change";

/// What the studio is called, and in which language it speaks.
#[component]
pub fn StudioSettings() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeStudio).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let error = |field| posted.field(CHANGE, field, words);
        let form = view! {
            <form class="settings" method="post" action=CHANGE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                {form_error(posted.general(CHANGE, words))}
                <section aria-labelledby="s-studio">
                    <header><h2 id="s-studio">{words.text("settings-studio")}</h2></header>
                    <div class="stack">
                        <TextField
                            name="name"
                            label=words.text("studio-name")
                            value=at.studio.name.to_string()
                            error=error(Field::StudioName)
                            max=100
                            autocomplete="organization"
                        />
                        <TextField
                            name="tagline"
                            label=words.text("studio-tagline")
                            value=at.studio.tagline.clone()
                            error=error(Field::Tagline)
                            optional=words.text("optional")
                            max=200
                            autocomplete="off"
                        />
                        <LanguageField label=words.text("language") chosen=at.studio.language hint=words.text("studio-language-hint") />
                    </div>
                </section>
                <div class="savebar">
                    <p></p>
                    <div class="acts"><button class="button">{words.text("save")}</button></div>
                </div>
            </form>
        };
        Ok(view! {
            <SettingsFrame at=at.clone() words setting=Setting::Studio above=toast.into_any()>
                <islands::Form>{form}</islands::Form>
            </SettingsFrame>
        }
        .into_any())
    })
}
