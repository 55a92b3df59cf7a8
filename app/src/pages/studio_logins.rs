//! `/studio/{studio}/logins` and `/studio/{studio}/logins/new`: the client logins of a studio, and a new one (S2, S3).

use domain::access::Switch;
use domain::code::Code;
use domain::ids::ClientLoginId;
use domain::search::Wanted;
use domain::studio::Act;
use leptos::prelude::*;
use store::ClientLogin;

use crate::api::{ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::pages::studio_galleries::deleted_link;
use crate::ui::changes;
use crate::ui::code_field::CodeMakerField;
use crate::ui::desk::{DeskPage, Part, Trail};
use crate::ui::fields::{LinesField, TextField, form_error};
use crate::ui::find::FindField;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const CREATE: &str = "/api/logins/create";
/// With more logins than this a field finds them by name.
const AT_A_GLANCE: usize = 12;
/// So many logins stand on a page.
const PAGE: usize = 100;

/// All client logins of a studio.
#[component]
pub fn StudioLogins() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let wanted = Posted::current().get("find").unwrap_or_default().trim().to_owned();
        let from = Posted::current().get("from").and_then(|id| id.parse().ok());
        let (logins, next) = ctx.store().client_logins(&at.desk, from, PAGE).await?;
        let found = match Wanted::parse(&wanted) {
            Some(wanted) => Some(ctx.store().search_logins(&at.desk, &wanted, PAGE).await?),
            None => None,
        };
        let off = at.studio.rules.client_logins == Switch::Off;
        let toast = changes::toast(&ctx, &at, &Posted::current(), words).await?;
        let body = match (off, logins.is_empty()) {
            (true, true) => off_and_empty(&at, words),
            (false, true) => empty(&at, words),
            (off, false) => list(&ctx, &at, Listed { logins, found, wanted, from, next }, off, words),
        };
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("desk-logins") part=Part::Logins above=toast.into_any()>
                {body}
                {deleted_link(&at, words)}
            </DeskPage>
        }
        .into_any())
    })
}

fn off_and_empty(at: &AtDesk, words: Words) -> AnyView {
    view! {
        <header class="head"><div><h1>{words.text("desk-logins")}</h1></div></header>
        <div class="empty">
            <h2>{words.text("logins-off")}</h2>
            <p>{words.text("logins-off-more")}</p>
            <p><a class="button" href=at.path("/settings/clients")>{words.text("open-settings")}</a></p>
        </div>
    }
    .into_any()
}

fn empty(at: &AtDesk, words: Words) -> AnyView {
    view! {
        <header class="head"><div><h1>{words.text("desk-logins")}</h1></div></header>
        <div class="empty">
            <h2>{words.text("logins-none")}</h2>
            <p>{words.text("logins-none-more")}</p>
            <p>{words.text("logins-or-link")}</p>
            <p><a class="button" href=at.path("/logins/new")>{words.text("login-new")}</a></p>
        </div>
    }
    .into_any()
}

/// What the list shows: a page of all logins, or those that were found.
struct Listed {
    logins: Vec<ClientLogin>,
    found: Option<Vec<ClientLogin>>,
    wanted: String,
    from: Option<ClientLoginId>,
    next: Option<ClientLoginId>,
}

fn list(ctx: &Ctx, at: &AtDesk, listed: Listed, off: bool, words: Words) -> AnyView {
    let Listed { logins, found, wanted, from, next } = listed;
    let now = ctx.now();
    let off = off.then(|| {
        view! {
            <div class="notice bad">
                <h2>{words.text("logins-off")}</h2>
                <p>{words.text("logins-off-more")} " " <a href=at.path("/settings/clients")>{words.text("open-settings")}</a></p>
            </div>
        }
    });
    let many = logins.len() > AT_A_GLANCE || from.is_some();
    let find = many.then(|| {
        let (label, short) = (words.text("find-login-label"), words.text("find-login"));
        view! { <div class="tools"><FindField wanted=wanted.clone() label short words /></div> }
    });
    let pages = found.is_none().then(|| page_links(at, from, next, words));
    let found = found.unwrap_or(logins);
    let none = found.is_empty().then(|| {
        view! {
            <div class="empty">
                <h2>{words.text("find-no-login")}</h2>
                <p><a class="link" href=at.path("/logins")>{words.text("find-all-logins")}</a></p>
            </div>
        }
    });
    let rows = found.into_iter().map(|login| {
        let to = |rest: &str| at.path(&format!("/logins/{}{rest}", login.id));
        let menu = format!("menu-{}", login.id);
        let galleries =
            if login.releases == 0 { words.text("login-no-gallery") } else { words.count("galleries", login.releases) };
        let visit = times::visit(login.last_visit_at, now, words);
        let named = [("name", login.name.clone().into())];
        view! {
            <li>
                <a class="name whole" href=to("")>{login.name.clone()}</a>
                <span class="facts">{galleries}</span>
                <span class="facts">{words.with("last-visit", &[("when", visit.into())])}</span>
                <button class="icon" popovertarget=menu.clone() aria-label=words.with("more-for", &named)></button>
                <ul class="menu" id=menu popover>
                    <li><a href=to("/galleries")>{words.text("releases-edit")}</a></li>
                    <li><a href=to("")>{words.text("login-edit")}</a></li>
                    <li><a href=at.path(&format!("/as/login/{}", login.id))>{words.text("view-as-client")}</a></li>
                    <li><hr /><a class="danger" href=to("#delete-it")>{words.text("delete")}</a></li>
                </ul>
            </li>
        }
    });
    view! {
        <header class="head">
            <div>
                <h1>{words.text("desk-logins")}</h1>
                <p class="facts">{words.text("logins-lead")}</p>
            </div>
            <div class="acts"><a class="button" href=at.path("/logins/new")>{words.text("login-new")}</a></div>
        </header>
        {off}
        {find}
        {none.is_none().then(|| view! { <ul class="list">{rows.collect_view()}</ul> })}
        {none}
        {pages}
    }
    .into_any()
}

/// The way on in a long list, and back to where it begins.
fn page_links(at: &AtDesk, from: Option<ClientLoginId>, next: Option<ClientLoginId>, words: Words) -> AnyView {
    let first = from.map(|_| view! { <a class="link" href=at.path("/logins")>{words.text("list-from-start")}</a> });
    let next = next.map(|next| {
        view! { <a class="button quiet" href=at.path(&format!("/logins?from={next}"))>{words.text("list-further")}</a> }
    });
    if first.is_none() && next.is_none() {
        return ().into_any();
    }
    view! { <nav class="acts further" aria-label=words.text("pages")>{first} {next}</nav> }.into_any()
}

/// The form of a new client login.
#[component]
pub fn NewLogin() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let error = |field| posted.field(CREATE, field, words);
        let mut random = [0; 11];
        getrandom::fill(&mut random).map_err(|_| ApiError::Failed)?;
        let code = Code::generated(random).display();
        let steps = vec![(at.path("/logins"), words.text("desk-logins"))];
        let off = (at.studio.rules.client_logins == Switch::Off)
            .then(|| view! { <div class="notice bad"><p>{words.text("logins-off-more")}</p></div> });
        let form = view! {
            <form class="narrow" method="post" action=CREATE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                {form_error(posted.general(CREATE, words))}
                <TextField
                    name="name"
                    label=words.text("login-name")
                    error=error(Field::Name)
                    hint=words.text("login-name-hint")
                    max=200
                    autocomplete="off"
                    autofocus=true
                />
                <CodeMakerField words label=words.text("code") code optional=None error=error(Field::Code) hint=words.text("code-rules") />
                <TextField
                    name="email"
                    kind="email"
                    label=words.text("email")
                    error=error(Field::Email)
                    hint=words.text("login-email-hint")
                    optional=words.text("optional")
                    max=254
                    autocomplete="off"
                />
                <LinesField
                    name="note"
                    label=words.text("note")
                    value=""
                    error=error(Field::Note)
                    hint=words.text("only-studio-sees")
                    optional=words.text("optional")
                    max=4000
                />
                <div class="acts">
                    <button class="button">{words.text("login-save-new")}</button>
                    <a class="button quiet" href=at.path("/logins")>{words.text("cancel")}</a>
                </div>
            </form>
        };
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("login-new") part=Part::Logins first=false>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{words.text("login-new")}</h1>
                        <p class="facts">{words.text("logins-or-link")}</p>
                    </div>
                </header>
                {off}
                <islands::Form>{form}</islands::Form>
            </DeskPage>
        }
        .into_any())
    })
}
