//! How clients who come back come in: client logins on or off (S1), and the access mode (S30). What another choice would
//! change is worked out when it is chosen, over all logins of the studio, and shown before it happens (S31).

use domain::access::{AccessMode, Switch};
use leptos::prelude::*;

use crate::ctx::AtDesk;
use crate::ui::fields::form_error;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const LOGINS: &str = "/api/studio/logins";
const MODE: &str = "/api/studio/mode";

/// Both sections, each a form of its own.
pub fn access_settings(at: &AtDesk, posted: &Posted, words: Words) -> AnyView {
    let on = at.studio.rules.client_logins == Switch::On;
    let modes = AccessMode::ALL.iter().map(|mode| {
        let (title, hint) = words_of(*mode);
        view! {
            <label class="option">
                <input type="radio" name="mode" value=mode.as_str() checked=*mode == at.studio.rules.mode />
                <span><strong>{words.text(title)}</strong> " " <small>{words.text(hint)}</small></span>
            </label>
        }
    });
    let checked = if on { "true" } else { "false" };
    view! {
        <div class="settings">
            <section aria-labelledby="s-logins">
                <header><h2 id="s-logins">{words.text("desk-logins")}</h2><p>{words.text("settings-logins-lead")}</p></header>
                <form class="stack" method="post" action=LOGINS>
                    <input type="hidden" name="studio" value=at.studio.address.to_string() />
                    {form_error(posted.general(LOGINS, words))}
                    <button
                        class="switch"
                        role="switch"
                        aria-checked=checked
                        aria-labelledby="logins-are"
                        aria-describedby="logins-hint"
                        name="on"
                        value=if on { "no" } else { "yes" }
                    >
                        <span class="knob"></span>
                        <span>
                            <strong id="logins-are">{words.text(if on { "settings-logins-switch" } else { "logins-off" })}</strong>
                            " "
                            <small id="logins-hint">{words.text("settings-logins-hint")}</small>
                        </span>
                    </button>
                </form>
            </section>
            <section aria-labelledby="s-mode">
                <header><h2 id="s-mode">{words.text("settings-mode")}</h2><p>{words.text("settings-mode-lead")}</p></header>
                <form class="stack" method="post" action=MODE>
                    <input type="hidden" name="studio" value=at.studio.address.to_string() />
                    {form_error(posted.general(MODE, words))}
                    <fieldset class="choice">
                        <legend class="unseen">{words.text("settings-mode")}</legend>
                        {modes.collect_view()}
                    </fieldset>
                    <p class="hint">{words.text("settings-mode-asks")}</p>
                    <button class="button">{words.text("settings-mode-choose")}</button>
                </form>
            </section>
        </div>
    }
    .into_any()
}

fn words_of(mode: AccessMode) -> (&'static str, &'static str) {
    match mode {
        AccessMode::Staircase => ("mode-staircase", "mode-staircase-hint"),
        AccessMode::Explicit => ("mode-explicit", "mode-explicit-hint"),
    }
}
