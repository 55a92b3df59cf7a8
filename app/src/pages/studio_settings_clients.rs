//! `/studio/{studio}/settings/clients`: client logins on or off (S1), access mode (S30).

use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::ui::access_settings::access_settings;
use crate::ui::changes;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

/// What clients who come back are let in by.
#[component]
pub fn StudioSettingsClients() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeStudio).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let access = access_settings(&at, &posted, words);
        let toast = changes::toast(&ctx, &at, &posted, words).await?;
        Ok(view! {
            <SettingsFrame at=at.clone() words setting=Setting::Clients above=toast.into_any()>{access}</SettingsFrame>
        }
        .into_any())
    })
}
