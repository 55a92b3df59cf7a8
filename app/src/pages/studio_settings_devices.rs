//! `/studio/{studio}/settings/devices`: where the member is signed in, and how to end that.

use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::{Ctx, OwnAccount};
use crate::ui::account::account_toast;
use crate::ui::devices::devices;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

/// Where a member is signed in.
#[component]
pub fn StudioSettingsDevices() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::KeepAccount).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let own = OwnAccount { member: at.member.clone(), studio: Some(at.studio.clone()) };
        let devices = devices(&ctx, &own, &posted, words).await?;
        let above = account_toast(&posted, words).into_any();
        Ok(view! { <SettingsFrame at words setting=Setting::Devices above>{devices}</SettingsFrame> }.into_any())
    })
}
