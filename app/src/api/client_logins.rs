//! Client logins (S2 to S9).

use leptos::prelude::*;

use crate::api::Answer;

/// Makes a login without galleries (S6) and goes straight on to choosing them.
#[server(endpoint = "logins/create")]
pub async fn create_login(
    studio: String,
    name: String,
    code: String,
    #[server(default)] email: Option<String>,
    #[server(default)] note: Option<String>,
) -> Answer {
    use crate::api::forms::LoginForm;
    use crate::api::{Field, problems::taken};
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let typed = LoginForm::new(name, code, email, note);
    let (login, code) = typed.read_new(&at.studio)?;
    let made = ctx
        .store()
        .create_client_login(
            &at.desk,
            &login.name,
            (&code, &code.display()),
            login.email.as_ref(),
            &login.note,
            ctx.now(),
        )
        .await
        .map_err(|error| taken(error, Field::Code))?;
    ctx.allow_reveal(&at, made, store::Reveal::Saved).await?;
    ctx.go(&at.path(&format!("/logins/{made}/galleries?did=made")))
}

/// Changes a login (S9). Without a new code it keeps the one it has.
#[server(endpoint = "logins/change")]
pub async fn change_login(
    studio: String,
    login: String,
    name: String,
    #[server(default)] code: Option<String>,
    #[server(default)] email: Option<String>,
    #[server(default)] note: Option<String>,
) -> Answer {
    use crate::api::forms::LoginForm;
    use crate::api::{Field, problems::taken};
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    let typed = LoginForm::new(name, code.unwrap_or_default(), email, note);
    let new = typed.read(&at.studio)?;
    ctx.store().change_client_login(&at.desk, login, &new).await.map_err(|error| taken(error, Field::Code))?;
    let mut did = "saved";
    if new.code.is_some() {
        ctx.allow_reveal(&at, login, store::Reveal::Saved).await?;
        did = "recoded";
    }
    ctx.go(&at.path(&format!("/logins/{login}?did={did}")))
}

/// Shows the code for a minute, after the member's password was given again (SECURITY section 5).
#[server(endpoint = "logins/reveal")]
pub async fn reveal_code(studio: String, login: String, password: String) -> Answer {
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    ctx.store().client_login(&at.desk, login).await?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.allow_reveal(&at, login, store::Reveal::Asked).await?;
    ctx.go(&at.path(&format!("/logins/{login}?did=revealed")))
}

/// Hides the code before its time is over; `page` is where it was shown: `galleries`, or nothing for the login's own.
#[server(endpoint = "logins/conceal")]
pub async fn conceal_code(studio: String, login: String, #[server(default)] page: Option<String>) -> Answer {
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = ctx.store().client_login(&at.desk, login_id(&login)?).await?.id;
    ctx.store().end_reveals(&at.desk, ctx.member_session()?, login).await?;
    let page = if page.as_deref() == Some("galleries") { "/galleries" } else { "" };
    ctx.go(&at.path(&format!("/logins/{login}{page}")))
}

/// Deletes a login: its code and its sessions end (S9). It always asks first. For a month it can be taken back.
#[server(endpoint = "logins/delete")]
pub async fn delete_login(studio: String, login: String) -> Answer {
    use crate::ctx::{Ctx, login_id};
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    ctx.propose(&at, Change::DeleteLogin { login }).await
}

/// Brings a deleted login back; asks first where somebody would notice (S31).
#[server(endpoint = "logins/restore")]
pub async fn restore_login(studio: String, login: String) -> Answer {
    use crate::ctx::{Ctx, login_id};
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    ctx.propose(&at, Change::RestoreLogin { login }).await
}

/// Ends every visit that the login let in; its code stays.
#[server(endpoint = "logins/end_visits")]
pub async fn end_visits(studio: String, login: String) -> Answer {
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    ctx.store().end_visits(&at.desk, login).await?;
    ctx.go(&at.path(&format!("/logins/{login}?did=visits-ended")))
}
