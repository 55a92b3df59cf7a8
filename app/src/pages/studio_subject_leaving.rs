//! On the page of one subject: another code, consent that is withdrawn, a copy of everything, and erasure (SECURITY section 4;
//! GDPR Art. 15, 17, 20).

use chrono::{DateTime, Utc};
use domain::photo_job::{Consent, GroupPhotos, erased_after_withdrawal};
use leptos::prelude::*;
use store::Subject;

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::fields::{TextField, form_error};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const WITHDRAW: &str = "/api/jobs/withdraw";
const PROTECT: &str = "/api/jobs/protect";
const RENEW: &str = "/api/jobs/renew_code";
const COPY: &str = "/api/jobs/copy_subject";
const ERASE: &str = "/api/jobs/erase_subject";

/// The sections, for whoever lets people in.
pub async fn leaving(ctx: &Ctx, at: &AtDesk, subject: &Subject, posted: &Posted, words: Words) -> Answer<AnyView> {
    let on_groups = ctx.store().group_photos_with(&at.desk, subject.id).await?;
    let consent = match subject.withdrawn_at {
        Some(withdrawn_at) => withdrawn(at, subject, withdrawn_at, words),
        None => withdrawal(at, subject, posted, words),
    };
    let erasure = erasure(at, subject, on_groups, posted, words);
    let copy = copy(at, subject, posted, words);
    let code = subject.extra.is_none().then(|| renewal(at, subject, posted, words));
    Ok(view! { {code} {consent} {copy} {erasure} }.into_any())
}

/// Another code, where the card was lost or is in the wrong hands (S58).
fn renewal(at: &AtDesk, subject: &Subject, posted: &Posted, words: Words) -> AnyView {
    let form = view! {
        <form class="stack" method="post" action=RENEW>
            {hidden(at, subject)}
            {form_error(posted.general(RENEW, words))}
            <p>{words.text("renew-what")}</p>
            <TextField name="password" id="renew-password" kind="password" label=words.text("your-password") autocomplete="current-password" error=posted.field(RENEW, Field::Password, words) />
            <div class="acts"><button class="button quiet">{words.text("renew-now")}</button></div>
        </form>
    };
    view! {
        <section aria-labelledby="s-renew">
            <header><h2 id="s-renew">{words.text("renew-title")}</h2><p>{words.text("renew-more")}</p></header>
            <islands::Form>{form}</islands::Form>
        </section>
    }
    .into_any()
}

fn hidden(at: &AtDesk, subject: &Subject) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="studio" value=at.studio.address.to_string() />
        <input type="hidden" name="subject" value=subject.id.to_string() />
    }
}

/// What follows is said before it is recorded.
fn withdrawal(at: &AtDesk, subject: &Subject, posted: &Posted, words: Words) -> AnyView {
    view! {
        <section aria-labelledby="s-withdraw">
            <header><h2 id="s-withdraw">{words.text("consent-withdrawn")}</h2></header>
            <form class="stack" method="post" action=WITHDRAW>
                {hidden(at, subject)}
                {form_error(posted.general(WITHDRAW, words))}
                <p>{words.text("consent-withdraw-what")}</p>
                <div class="acts"><button class="button danger">{words.text("consent-withdraw")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Until when it can be taken back, and the button for it.
fn withdrawn(at: &AtDesk, subject: &Subject, withdrawn_at: DateTime<Utc>, words: Words) -> AnyView {
    let until = erased_after_withdrawal(withdrawn_at);
    let moment = [("date", words.date(until.date_naive()).into()), ("time", until.format("%H:%M").to_string().into())];
    let protected = subject.protected.then(|| view! { <input type="hidden" name="protected" value="on" /> });
    let group = (subject.group_consent == Consent::Given)
        .then(|| view! { <input type="hidden" name="group_consent" value="on" /> });
    view! {
        <section aria-labelledby="s-withdraw">
            <header><h2 id="s-withdraw">{words.text("consent-withdrawn")}</h2></header>
            <form class="stack" method="post" action=PROTECT>
                {hidden(at, subject)}
                <input type="hidden" name="was" value=subject.rights() />
                {protected}
                <input type="hidden" name="consent" value="on" />
                {group}
                <div class="notice bad"><p>{words.with("consent-withdrawn-until", &moment)}</p></div>
                <div class="acts"><button class="button quiet">{words.text("consent-give-again")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// A copy of everything, for whoever asks for it. A plain form: it leads to a file, and the page stays.
fn copy(at: &AtDesk, subject: &Subject, posted: &Posted, words: Words) -> AnyView {
    view! {
        <section aria-labelledby="s-copy">
            <header><h2 id="s-copy">{words.text("copy-title")}</h2><p>{words.text("copy-more")}</p></header>
            <form class="stack" method="post" action=COPY>
                {hidden(at, subject)}
                {form_error(posted.general(COPY, words))}
                <p>{words.text("copy-what")}</p>
                <TextField name="password" id="copy-password" kind="password" label=words.text("your-password") autocomplete="current-password" error=posted.field(COPY, Field::Password, words) />
                <div class="acts"><button class="button quiet">{words.text("copy-now")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Everything of this person; the studio says what becomes of the photographs of the group.
fn erasure(at: &AtDesk, subject: &Subject, on_groups: i64, posted: &Posted, words: Words) -> AnyView {
    let choice = |which: GroupPhotos, word: &'static str, on: bool| {
        view! {
            <label class="option">
                <input type="radio" name="group_photos" value=which.as_str() checked=on />
                <span><strong>{words.text(word)}</strong></span>
            </label>
        }
    };
    let asked = if on_groups == 0 {
        view! { <input type="hidden" name="group_photos" value=GroupPhotos::KeepBack.as_str() /> }.into_any()
    } else {
        view! {
            <fieldset class="choice">
                <legend>{words.count("erase-group-photos", on_groups)}</legend>
                {choice(GroupPhotos::KeepBack, "erase-keep-back", true)}
                {choice(GroupPhotos::Delete, "erase-delete", false)}
            </fieldset>
        }
        .into_any()
    };
    let waits = match posted.error_of(ERASE) {
        Some(ApiError::ChangedMeanwhile) => Some(words.text("erase-waits")),
        _ => posted.general(ERASE, words),
    };
    let held = subject.protected || [subject.consent, subject.group_consent].contains(&Consent::Refused);
    let held = held.then(|| view! { <p>{words.text("erase-unclear")}</p> });
    let form = view! {
        <form class="stack" method="post" action=ERASE>
            {hidden(at, subject)}
            {form_error(waits)}
            <p>{words.text("erase-what")}</p>
            {held}
            {asked}
            <TextField name="password" id="erase-password" kind="password" label=words.text("your-password") autocomplete="current-password" error=posted.field(ERASE, Field::Password, words) />
            <div class="acts"><button class="button danger">{words.text("erase-now")}</button></div>
        </form>
    };
    view! {
        <section aria-labelledby="s-erase">
            <header><h2 id="s-erase">{words.text("erase-title")}</h2><p>{words.text("erase-more")}</p></header>
            <islands::Form>{form}</islands::Form>
        </section>
    }
    .into_any()
}
