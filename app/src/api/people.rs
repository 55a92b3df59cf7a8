//! The people of a studio: who is invited, who works there and as what.

use leptos::prelude::*;

use crate::api::Answer;

/// Invites somebody by an address that is shown once, after the password was given again: whoever passes by an open desk
/// must not let themselves in.
#[server(endpoint = "people/invite")]
pub async fn invite(
    studio: String,
    email: String,
    role: String,
    #[server(default)] password: Option<String>,
) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangePeople).await?;
    let made = ctx.invite(&at, &email, &role, &password.unwrap_or_default()).await?;
    ctx.go(&at.path(&format!("/settings/people?made={made}")))
}

/// Takes an invitation back.
#[server(endpoint = "people/uninvite")]
pub async fn revoke_invitation(studio: String, invitation: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangePeople).await?;
    let invitation = invitation.parse().map_err(|_| crate::api::ApiError::NotFound)?;
    ctx.store().revoke_invitation(&at.desk, invitation).await?;
    ctx.go(&at.path("/settings/people?did=saved"))
}

/// Gives somebody another role, after the password was given again.
#[server(endpoint = "people/role")]
pub async fn change_role(studio: String, member: String, role: String, password: String) -> Answer {
    use crate::api::ApiError;
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangePeople).await?;
    let member = ctx.colleague(&at, &member).await?;
    let role = domain::studio::Role::parse(&role).ok_or(ApiError::NotFound)?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().change_role(&at.desk, member, role).await?;
    // Whoever is no owner any more finds no such page.
    let still = member != at.member.id || role.may(domain::studio::Act::ChangePeople);
    ctx.go(&at.path(if still { "/settings/people?did=saved" } else { "" }))
}

/// Somebody does not work here any more; the password was given again.
#[server(endpoint = "people/remove")]
pub async fn remove_colleague(studio: String, member: String, password: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangePeople).await?;
    let member = ctx.colleague(&at, &member).await?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().remove_colleague(&at.desk, member).await?;
    let still = member != at.member.id;
    ctx.go(&if still { at.path("/settings/people?did=saved") } else { "/studios".to_owned() })
}
