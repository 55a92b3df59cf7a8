//! `/studio/{studio}/settings/account`: the member's own name, e-mail and password.

use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::{Ctx, OwnAccount};
use crate::ui::account::{account_forms, account_toast};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

/// What is the member's own.
#[component]
pub fn StudioSettingsAccount() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::KeepAccount).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let own = OwnAccount { member: at.member.clone(), studio: Some(at.studio.clone()) };
        let above = account_toast(&posted, words).into_any();
        Ok(view! {
            <SettingsFrame at words setting=Setting::Account above>
                {account_forms(&own, &posted, words)}
            </SettingsFrame>
        }
        .into_any())
    })
}
