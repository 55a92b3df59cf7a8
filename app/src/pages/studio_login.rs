//! `/studio/{studio}/logins/{login}`: one client login: its code on request, what it sees, what is known of the client.

use domain::access::Switch;
use domain::studio::Act;
use leptos::prelude::*;
use store::{ClientLogin, Reveal};

use crate::api::Field;
use crate::ctx::{AtDesk, Ctx, login_id};
use crate::islands;
use crate::pages::first_run::host;
use crate::ui::changes;
use crate::ui::code_field::CodeMakerField;
use crate::ui::desk::{DeskPage, Part, Toast, Trail};
use crate::ui::fields::{LinesField, TextField, form_error};
use crate::ui::handing_over::{handing_over, shown_code};
use crate::ui::login_visits::login_visits;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::sees::Seen;
use crate::ui::times;
use crate::ui::words::Words;

const CHANGE: &str = "/api/logins/change";
const REVEAL: &str = "/api/logins/reveal";
const DELETE: &str = "/api/logins/delete";

/// One client login.
#[component]
pub fn StudioLogin() -> impl IntoView {
    let (address, login) = (param("studio"), param("login"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let login = ctx.store().client_login(&at.desk, login_id(&login)?).await?;
        let posted = Posted::current();
        // A new code, and a login whose galleries were chosen just now, are about to be handed over.
        let just_saved = posted.get("did") == Some("recoded") || posted.get("changed").is_some();
        let code = shown_code(&ctx, &at, login.id, just_saved).await?;
        let visits = login_visits(&ctx, &at, login.id, words).await?;
        let seen = Seen::load(&ctx, &at, &login).await?;
        let visit = times::visit(login.last_visit_at, ctx.now(), words);
        let facts = words.with("last-visit", &[("when", visit.into())]);
        let steps = vec![(at.path("/logins"), words.text("desk-logins"))];
        let above = changes::toast(&ctx, &at, &posted, words).await?.or_else(|| toast(&posted, words)).into_any();
        let once = once(&at, &login, &seen, words);
        let galleries = at.path(&format!("/logins/{}/galleries", login.id));
        let failed = form_error(posted.general(DELETE, words));
        let door = format!("{}{}", host(ctx.public_url()), at.studio.address);
        let off = (at.studio.rules.client_logins == Switch::Off)
            .then(|| view! { <div class="notice bad"><p>{words.text("logins-off-more")}</p></div> });
        Ok(view! {
            <DeskPage at=at.clone() words title=login.name.clone() part=Part::Logins first=false above>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{login.name.clone()}</h1>
                        <p class="facts">{facts}</p>
                    </div>
                    <div class="acts">
                        <a class="button quiet" href=at.path(&format!("/as/login/{}", login.id))>{words.text("view-as-client")}</a>
                        <a class="button" href=galleries>{words.text("releases-edit")}</a>
                    </div>
                </header>
                {failed}
                {off}
                {(!login.has_code).then(|| view! { <div class="notice bad"><p>{words.text("login-codeless")}</p></div> })}
                {once}
                <div class="settings">
                    <section aria-labelledby="s-code">
                        <header>
                            <h2 id="s-code">{words.text("code")}</h2>
                            <p>{words.with("code-typed-at", &[("address", door.into())])}</p>
                        </header>
                        <div class="stack">{secret(&ctx, &at, &login, code, &posted, words)}</div>
                    </section>
                    <section aria-labelledby="s-sees">
                        <header><h2 id="s-sees">{words.text("login-sees")}</h2><p>{words.text("login-sees-more")}</p></header>
                        {seen.view(&at, words)}
                    </section>
                    <section aria-labelledby="s-visits">
                        <header><h2 id="s-visits">{words.text("visits")}</h2><p>{words.text("visits-lead")}</p></header>
                        {visits}
                    </section>
                    <section aria-labelledby="s-about">
                        <header><h2 id="s-about">{words.text("login-about")}</h2></header>
                        {about(&at, &login, &posted, words)}
                    </section>
                    <section aria-labelledby="delete-it">
                        <header><h2 id="delete-it">{words.text("delete")}</h2></header>
                        <div class="stack">
                            <p>{words.text("login-delete-more")}</p>
                            <form method="post" action=DELETE>
                                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                                <button class="button quiet" name="login" value=login.id.to_string()>
                                    {words.text("login-delete")}
                                </button>
                            </form>
                        </div>
                    </section>
                </div>
            </DeskPage>
        }
        .into_any())
    })
}

fn toast(posted: &Posted, words: Words) -> Option<AnyView> {
    let done = match posted.get("did") {
        Some("saved") => "saved",
        Some("recoded") => "login-recoded",
        Some("released") => "releases-saved",
        Some("visits-ended") => "visits-ended",
        _ => return None,
    };
    Some(view! { <Toast text=words.text(done) /> }.into_any())
}

/// Where a client login makes no sense (S15): one gallery, and nobody has come for it yet.
fn once(at: &AtDesk, login: &ClientLogin, seen: &Seen, words: Words) -> Option<AnyView> {
    let gallery = seen.only_release().filter(|_| login.last_visit_at.is_none())?;
    let link = at.path(&format!("/galleries/{gallery}/links"));
    let notice = view! {
        <div class="notice" id="link-instead">
            <p>{words.text("login-once")}</p>
            <p><a class="button quiet" href=link>{words.text("login-once-link")}</a></p>
        </div>
    };
    Some(notice.into_any())
}

/// The code and what is needed to hand it over, while it may be read; dots otherwise.
fn secret(
    ctx: &Ctx,
    at: &AtDesk,
    login: &ClientLogin,
    code: Option<(String, Reveal)>,
    posted: &Posted,
    words: Words,
) -> AnyView {
    if let Some(code) = code {
        return handing_over(ctx, at, login, code, "", words);
    }
    if !login.has_code {
        return view! { <p>{words.text("login-codeless-more")}</p> }.into_any();
    }
    let error = posted.field(REVEAL, Field::Password, words).or_else(|| posted.general(REVEAL, words));
    let open = error.is_some();
    let form = view! {
        <form method="post" action=REVEAL>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="login" value=login.id.to_string() />
            <TextField
                name="password"
                kind="password"
                label=words.text("your-password")
                error
                hint=words.text("code-reveal-hint")
                max=256
                autocomplete="current-password"
            />
            <button class="button">{words.text("code-reveal")}</button>
        </form>
    };
    view! {
        <div class="secret"><output aria-label=words.text("code-hidden")>"•••• •••• ••••"</output></div>
        <details class="ask" open=open>
            <summary class="button quiet">{words.text("code-reveal")}</summary>
            <islands::Form>{form}</islands::Form>
        </details>
    }
    .into_any()
}

/// Name, e-mail, note, and a new code (S9).
fn about(at: &AtDesk, login: &ClientLogin, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = |field| posted.field(CHANGE, field, words);
    let form = view! {
        <form class="stack" method="post" action=CHANGE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="login" value=login.id.to_string() />
            {form_error(posted.general(CHANGE, words))}
            <TextField
                name="name"
                label=words.text("login-name")
                value=login.name.clone()
                error=error(Field::Name)
                max=200
                autocomplete="off"
            />
            <TextField
                name="email"
                kind="email"
                label=words.text("email")
                value=login.email.clone()
                error=error(Field::Email)
                hint=words.text("login-email-hint")
                optional=words.text("optional")
                max=254
                autocomplete="off"
            />
            <LinesField
                name="note"
                label=words.text("note")
                value=login.note.clone()
                error=error(Field::Note)
                hint=words.text("only-studio-sees")
                optional=words.text("optional")
                max=4000
            />
            <CodeMakerField
                words
                label=words.text("code-other")
                code=String::new()
                optional=Some(words.text("optional"))
                error=error(Field::Code)
                hint=words.text("code-other-hint")
            />
            <button class="button">{words.text("save")}</button>
        </form>
    };
    view! {
        <islands::Form>{form}</islands::Form>
    }
}
