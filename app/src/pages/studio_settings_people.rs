//! `/studio/{studio}/settings/people`: who works here and as what, and who is invited to.

use domain::studio::{Act, Role};
use leptos::prelude::*;
use store::{Colleague, Invitation, SessionToken};

use crate::api::Field;
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::desk::{Dialog, Toast};
use crate::ui::fields::{TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

const INVITE: &str = "/api/people/invite";
const UNINVITE: &str = "/api/people/uninvite";
const ROLE: &str = "/api/people/role";
const REMOVE: &str = "/api/people/remove";

/// The people of a studio.
#[component]
pub fn StudioSettingsPeople() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangePeople).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let people = ctx.store().colleagues(&at.desk).await?;
        let invitations = ctx.store().invitations(&at.desk, ctx.now()).await?;
        let made = match posted.get("made") {
            Some(made) => ctx.fresh_invitation(&at, made).await?.map(|token| fresh(&ctx, &token, words)),
            None => None,
        };
        let owners = people.iter().filter(|one| one.role == Role::Owner).count();
        // Which of the dialogs it was does not come back with the error: it is said above all of them.
        let failed = [ROLE, REMOVE, UNINVITE].into_iter().find_map(|endpoint| {
            posted.general(endpoint, words).or_else(|| posted.field(endpoint, Field::Password, words))
        });
        let dialogs = people.iter().filter(|one| !is_last(one, owners));
        let dialogs = dialogs.map(|one| (role_dialog(&at, one, words), remove_dialog(&at, one, words))).collect_view();
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let above = view! { {dialogs} {toast} }.into_any();
        let rows = people.iter().map(|one| row(&at, one, owners, words)).collect_view();
        let waiting = (!invitations.is_empty()).then(|| waiting(&at, invitations, words));
        Ok(view! {
            <SettingsFrame at=at.clone() words setting=Setting::People above>
                {form_error(failed)}
                {made}
                <h2 class="unseen">{words.text("people-here")}</h2>
                <ul class="list people">{rows}</ul>
                {waiting}
                {invite(&at, &posted, words)}
            </SettingsFrame>
        }
        .into_any())
    })
}

/// What a role is called, and what it may do.
pub fn told(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Owner => ("role-owner", "role-owner-hint"),
        Role::Photographer => ("role-photographer", "role-photographer-hint"),
        Role::Assistant => ("role-assistant", "role-assistant-hint"),
    }
}

/// Whether this is the one owner of the studio, who stays one.
fn is_last(one: &Colleague, owners: usize) -> bool {
    owners == 1 && one.role == Role::Owner
}

/// Somebody who works here.
fn row(at: &AtDesk, one: &Colleague, owners: usize, words: Words) -> impl IntoView + use<> {
    let id = one.id.to_string();
    let you = (one.id == at.member.id).then(|| view! { " "<span class="badge">{words.text("people-you")}</span> });
    let name = [("name", one.name.clone().into())];
    let role = words.text(told(one.role).0);
    let change = if is_last(one, owners) {
        view! { <p class="facts">{role} " · " {words.text("people-last-owner")}</p> }.into_any()
    } else {
        view! {
            <p class="facts">
                {role}
                " · "
                <button
                    class="link"
                    popovertarget=format!("role-{id}")
                    aria-label=words.with("people-role-change-named", &name)
                >
                    {words.text("people-role-change")}
                </button>
            </p>
            <button
                class="link danger"
                popovertarget=format!("remove-{id}")
                aria-label=words.with("people-remove-named", &name)
            >
                {words.text("people-remove")}
            </button>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <span class="name">{one.name.clone()}</span>
                {you}
                <span class="facts">{one.email.clone()}</span>
            </div>
            {change}
        </li>
    }
}

/// The member's own password, in a form about somebody else.
fn own_password(form: &str, of: &Colleague, words: Words) -> impl IntoView + use<> {
    view! {
        <TextField
            name="password"
            id=format!("{form}-password-{}", of.id)
            kind="password"
            label=words.text("your-password")
            max=256
            autocomplete="current-password"
        />
    }
}

fn role_dialog(at: &AtDesk, one: &Colleague, words: Words) -> impl IntoView + use<> {
    let id = format!("role-{}", one.id);
    let title = words.with("people-role-of", &[("name", one.name.clone().into())]);
    let form = view! {
        <form method="post" action=ROLE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="member" value=one.id.to_string() />
            <fieldset class="choice">
                <legend class="unseen">{words.text("people-role")}</legend>
                {roles(one.role, words)}
            </fieldset>
            {own_password("role", one, words)}
            <div class="acts">
                <button class="button">{words.text("save")}</button>
                <button class="button quiet" type="button" popovertarget=id.clone() popovertargetaction="hide">
                    {words.text("cancel")}
                </button>
            </div>
        </form>
    };
    view! { <Dialog id title><islands::Form>{form}</islands::Form></Dialog> }
}

/// Roles to choose from, the one that may do least first, each with what it may do.
fn roles(chosen: Role, words: Words) -> impl IntoView + use<> {
    let options = Role::ALL.iter().rev().map(|role| {
        let (title, hint) = told(*role);
        view! {
            <label class="option">
                <input type="radio" name="role" value=role.as_str() checked=*role == chosen />
                <span><strong>{words.text(title)}</strong> " " <small>{words.text(hint)}</small></span>
            </label>
        }
    });
    options.collect_view()
}

fn remove_dialog(at: &AtDesk, one: &Colleague, words: Words) -> impl IntoView + use<> {
    let id = format!("remove-{}", one.id);
    let title = words.with("people-remove-title", &[("name", one.name.clone().into())]);
    let ask = view! {
        <form method="post" action=REMOVE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            {own_password("remove", one, words)}
            <div class="acts">
                <button class="button danger" name="member" value=one.id.to_string()>{words.text("people-remove")}</button>
                <button class="button quiet" type="button" popovertarget=id.clone() popovertargetaction="hide">
                    {words.text("cancel")}
                </button>
            </div>
        </form>
    };
    let lead = words.text("people-remove-more");
    view! { <Dialog id title><p>{lead}</p><islands::Form>{ask}</islands::Form></Dialog> }
}

/// The invitations that can be used.
fn waiting(at: &AtDesk, invitations: Vec<Invitation>, words: Words) -> impl IntoView + use<> {
    let rows = invitations.into_iter().map(|one| {
        let until = words.with("link-ends-on", &[("date", words.date(one.expires_at.date_naive()).into())]);
        let named = [("email", one.email.clone().into())];
        view! {
            <li>
                <div>
                    <span class="name">{one.email.clone()}</span>
                    " "
                    <span class="badge">{words.text(told(one.role).0)}</span>
                    <span class="facts">{until}</span>
                </div>
                <form method="post" action=UNINVITE>
                    <input type="hidden" name="studio" value=at.studio.address.to_string() />
                    <button
                        class="link danger"
                        name="invitation"
                        value=one.id.to_string()
                        aria-label=words.with("invitation-revoke-named", &named)
                    >
                        {words.text("invitation-revoke")}
                    </button>
                </form>
            </li>
        }
    });
    view! {
        <section class="waiting" aria-labelledby="waiting">
            <h2 id="waiting">{words.text("people-invited")}</h2>
            <ul class="list people">{rows.collect_view()}</ul>
        </section>
    }
}

/// The link of an invitation that was just made, to be copied.
fn fresh(ctx: &Ctx, token: &SessionToken, words: Words) -> impl IntoView + use<> {
    let address = format!("{}/invitation/{}", ctx.public_url(), token.reveal().as_str());
    let copyable = view! {
        <input id="invitation-address" readonly value=address />
        <button class="button quiet" type="button" hidden>{words.text("copy")}</button>
    };
    view! {
        <div class="notice fresh" role="status">
            <h2>{words.text("invitation-made")}</h2>
            <p>{words.text("invitation-made-more")}</p>
            <div class="with">
                <label class="unseen" for="invitation-address">{words.text("invitation-address")}</label>
                <islands::Copyable copied=words.text("copied")>{copyable}</islands::Copyable>
            </div>
        </div>
    }
}

fn invite(at: &AtDesk, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = posted.field(INVITE, Field::Email, words);
    let form = view! {
        <form method="post" action=INVITE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            {form_error(posted.general(INVITE, words))}
            <TextField name="email" kind="email" label=words.text("email") error max=254 autocomplete="off" />
            <fieldset class="choice">
                <legend>{words.text("people-role")}</legend>
                {roles(Role::Assistant, words)}
            </fieldset>
            <TextField
                name="password"
                kind="password"
                label=words.text("your-password")
                error=posted.field(INVITE, Field::Password, words)
                max=256
                autocomplete="current-password"
            />
            <button class="button">{words.text("people-invite-go")}</button>
        </form>
    };
    view! {
        <section class="narrow" aria-labelledby="invite">
            <h2 id="invite">{words.text("people-invite")}</h2>
            <p class="hint">{words.text("people-invite-lead")}</p>
            <islands::Form>{form}</islands::Form>
        </section>
    }
}
