//! `/studio/{studio}/settings/clients`: client logins on or off (S1), access mode (S30).

use std::collections::BTreeSet;

use domain::access::{AccessMode, Pass, Rules, Switch as OnOff, Viewer, resolve};
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::desk::Toast;
use crate::ui::fields::{Switch, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

const CHANGE: &str = "/api/studio/clients";
/// More logins than these are counted, not named.
const NAMED: usize = 5;

/// What clients who come back are let in by.
#[component]
pub fn StudioSettingsClients() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeStudio).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let posted = Posted::current();
        let difference = difference(&ctx, &at, words).await?;
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let form = view! {
            <form class="settings" method="post" action=CHANGE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                {form_error(posted.general(CHANGE, words))}
                <section aria-labelledby="s-logins">
                    <header><h2 id="s-logins">{words.text("desk-logins")}</h2><p>{words.text("settings-logins-lead")}</p></header>
                    <div class="stack">
                        <Switch
                            name="client_logins"
                            on=at.studio.rules.client_logins == OnOff::On
                            label=words.text("settings-logins-switch")
                            hint=words.text("settings-logins-hint")
                        />
                    </div>
                </section>
                <section aria-labelledby="s-mode">
                    <header><h2 id="s-mode">{words.text("settings-mode")}</h2><p>{words.text("settings-mode-lead")}</p></header>
                    <fieldset class="choice">
                        <legend class="unseen">{words.text("settings-mode")}</legend>
                        {modes(at.studio.rules.mode, words)}
                        <div class="notice"><p>{difference}</p></div>
                    </fieldset>
                </section>
                <div class="savebar">
                    <p></p>
                    <div class="acts"><button class="button">{words.text("save")}</button></div>
                </div>
            </form>
        };
        Ok(view! {
            <SettingsFrame at=at.clone() words setting=Setting::Clients above=toast.into_any()>
                <islands::Form>{form}</islands::Form>
            </SettingsFrame>
        }
        .into_any())
    })
}

/// The two access modes in plain words.
fn modes(chosen: AccessMode, words: Words) -> impl IntoView {
    let modes = AccessMode::ALL.iter().map(|mode| {
        let (title, hint) = words_of(*mode);
        view! {
            <label class="option">
                <input type="radio" name="mode" value=mode.as_str() checked=*mode == chosen />
                <span><strong>{words.text(title)}</strong> " " <small>{words.text(hint)}</small></span>
            </label>
        }
    });
    modes.collect_view()
}

fn words_of(mode: AccessMode) -> (&'static str, &'static str) {
    match mode {
        AccessMode::Staircase => ("mode-staircase", "mode-staircase-hint"),
        AccessMode::Explicit => ("mode-explicit", "mode-explicit-hint"),
    }
}

/// What the other mode would change, in words (S31): which logins gain and lose how many galleries.
async fn difference(ctx: &Ctx, at: &AtDesk, words: Words) -> Answer<String> {
    let other = match at.studio.rules.mode {
        AccessMode::Staircase => AccessMode::Explicit,
        AccessMode::Explicit => AccessMode::Staircase,
    };
    let (studio, tree) = ctx.store().studio_forest(&at.desk).await?;
    let mut changed = Vec::new();
    let mut more: i64 = 0;
    for login in ctx.store().client_logins(&at.desk, None, 1_000).await?.0 {
        let released = ctx.store().releases(&at.desk, login.id).await?;
        let viewer =
            Viewer::Guest { passes: vec![Pass::Login { login: login.id, released }], unlocked: BTreeSet::new() };
        let seen = |mode| -> BTreeSet<_> {
            let rules = Rules { client_logins: OnOff::On, mode };
            let sight = resolve(&tree, rules, &viewer, ctx.now());
            sight.galleries().filter(|gallery| sight.grant(*gallery).is_ok()).collect()
        };
        let (now, then) = (seen(studio.rules.mode), seen(other));
        let count = |galleries: usize| words.count("galleries", galleries.try_into().unwrap_or_default());
        let (gains, loses) = ((&then - &now).len(), (&now - &then).len());
        let key = match (gains, loses) {
            (0, 0) => continue,
            (_, 0) => "mode-gains",
            (0, _) => "mode-loses",
            _ => "mode-both",
        };
        if changed.len() == NAMED {
            more += 1;
            continue;
        }
        let values = [("name", login.name.into()), ("gains", count(gains).into()), ("loses", count(loses).into())];
        changed.push(words.with(key, &values));
    }
    let mode = [("mode", words.text(words_of(other).0).into())];
    if changed.is_empty() {
        return Ok(words.with("mode-same", &mode));
    }
    if more > 0 {
        changed.push(words.count("mode-more", more));
    }
    Ok([words.with("mode-difference", &mode), changed.join(" ")].join(" "))
}
