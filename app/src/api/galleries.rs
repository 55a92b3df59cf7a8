//! The tree of galleries, and the settings of each.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Answer;

/// What a change would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Would {
    /// Its name: sent along, it says that this was shown.
    pub shown: String,
    /// In sentences, with the names marked as `ui::rich` marks them.
    pub told: Vec<String>,
}

/// Makes a gallery, at the top or last in another one, and goes into it. `also`: whoever holds the other one is to hold this
/// one too, after it was shown who that is (S31).
#[server(endpoint = "galleries/create")]
pub async fn create_gallery(
    studio: String,
    name: String,
    #[server(default)] parent: Option<String>,
    #[server(default)] also: Option<String>,
) -> Answer {
    use crate::api::{Field, problems::at as bad};
    use crate::ctx::Ctx;
    use domain::access::Change;
    use domain::gallery::GalleryName;
    use domain::studio::Act;
    use std::collections::BTreeSet;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let parent = ctx.parent_grant(&at, parent).await?;
    if also.is_some() {
        at.must(Act::LetIn)?;
    }
    let name = GalleryName::parse(&name).map_err(bad(Field::Name))?;
    let made = ctx.store().create_gallery(&at.desk, parent.as_ref(), &name, ctx.now()).await?;
    if let (Some(_), Some(parent)) = (also, &parent) {
        let add = ctx.store().holders(&at.desk, parent).await?;
        if !add.is_empty() {
            return ctx.propose(&at, Change::ReleaseTo { gallery: made, add, remove: BTreeSet::new() }).await;
        }
    }
    ctx.go(&at.path(&format!("/galleries/{made}")))
}

/// Gives a gallery another name.
#[server(endpoint = "galleries/rename")]
pub async fn rename_gallery(studio: String, gallery: String, name: String) -> Answer {
    use crate::api::{Field, problems::at as bad};
    use crate::ctx::Ctx;
    use domain::gallery::GalleryName;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let name = GalleryName::parse(&name).map_err(bad(Field::Name))?;
    ctx.store().rename_gallery(&at.desk, &grant, &name).await?;
    ctx.go(&at.path(&format!("/galleries?at={0}#g-{0}", grant.gallery())))
}

/// Puts a gallery, with everything in it, into another one or at the top; asks first where somebody would notice (S31),
/// unless that is what the page has said already, under the name `shown`. The top is a choice like any other, `top`:
/// without one nothing is moved.
#[server(endpoint = "galleries/move")]
pub async fn move_gallery(
    studio: String,
    gallery: String,
    #[server(default)] parent: Option<String>,
    #[server(default)] shown: Option<String>,
) -> Answer {
    use crate::api::{Field, Problem, problems::at as bad};
    use crate::ctx::Ctx;
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let chosen = parent.ok_or(bad(Field::Parent)(Problem::Missing))?;
    let parent = ctx.parent_grant(&at, Some(chosen)).await?;
    let parent = parent.map(|parent| parent.gallery());
    let change = Change::Move { gallery: grant.gallery(), parent };
    match shown.filter(|shown| !shown.is_empty()) {
        Some(shown) => ctx.propose_shown(&at, change, &shown).await,
        None => ctx.propose(&at, change).await,
    }
}

/// What putting a gallery there would change, before it is asked for.
#[server(endpoint = "galleries/would_move")]
pub async fn would_move(studio: String, gallery: String, #[server(default)] parent: Option<String>) -> Answer<Would> {
    use crate::ctx::Ctx;
    use crate::ui::{difference::sentences, words::Words};
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let parent = ctx.parent_grant(&at, parent).await?;
    let change = Change::Move { gallery: grant.gallery(), parent: parent.map(|parent| parent.gallery()) };
    let (difference, shown) = ctx.store().difference(&at.desk, &change, ctx.now()).await?;
    let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
    let mut told = sentences(&ctx, &at, &difference, words).await?;
    if told.is_empty() {
        told.push(words.text("change-same"));
    }
    Ok(Would { shown, told })
}

/// Moves a gallery one place among its siblings: the one named by `up` or the one named by `down`.
#[server(endpoint = "galleries/shift")]
pub async fn shift_gallery(
    studio: String,
    #[server(default)] up: Option<String>,
    #[server(default)] down: Option<String>,
) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use store::Shift;
    let (gallery, shift) = match (up, down) {
        (Some(gallery), None) => (gallery, Shift::Up),
        (None, Some(gallery)) => (gallery, Shift::Down),
        _ => return Err(ApiError::NotFound),
    };
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    ctx.store().shift_gallery(&at.desk, &grant, shift).await?;
    ctx.go(&at.path(&format!("/galleries?at={0}#g-{0}", grant.gallery())))
}

/// Deletes a gallery with everything in it; asks first where somebody would notice (S31). It can be taken back.
#[server(endpoint = "galleries/delete")]
pub async fn delete_gallery(studio: String, gallery: String) -> Answer {
    use crate::ctx::Ctx;
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    ctx.propose(&at, Change::Delete { gallery: grant.gallery() }).await
}

/// Takes a deletion back, with the releases and links that lead there; asks first where somebody would notice (S31).
#[server(endpoint = "galleries/restore")]
pub async fn restore_gallery(studio: String, deletion: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let deletion = deletion.parse().map_err(|_| ApiError::NotFound)?;
    ctx.propose(&at, Change::Restore { deletion }).await
}

/// Saves a gallery's name, day and downloads. `anyway` is the version that the member was told of and overwrites.
#[server(endpoint = "galleries/change")]
pub async fn change_gallery(
    studio: String,
    gallery: String,
    version: String,
    #[server(default)] anyway: Option<String>,
    name: String,
    #[server(default)] date: Option<String>,
    #[server(default)] downloads: Option<String>,
) -> Answer {
    use crate::api::forms::SettingsForm;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let typed = SettingsForm {
        version: anyway.unwrap_or(version),
        name,
        date: date.unwrap_or_default(),
        downloads: downloads.is_some(),
    };
    let new = typed.read(&ctx.store().gallery(&grant).await?)?;
    ctx.store().change_gallery(&at.desk, &grant, &new).await?;
    ctx.go(&at.path(&format!("/galleries/{}/settings?did=saved", grant.gallery())))
}

/// Switches the navigation between a gallery and its sub-galleries (S22); asks first where somebody would notice (S31).
#[server(endpoint = "galleries/navigation")]
pub async fn switch_navigation(studio: String, gallery: String, on: String) -> Answer {
    use crate::ctx::Ctx;
    use domain::access::Change;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::ChangeGalleries).await?;
    let gallery = ctx.desk_grant(&at, &gallery).await?.gallery();
    ctx.propose(&at, Change::Navigation { gallery, on: on == "yes" }).await
}

/// Keeps a gallery's password, and asks first before it is asked or no more asked where somebody would notice (S17, S31).
#[server(endpoint = "galleries/password")]
pub async fn change_password(
    studio: String,
    gallery: String,
    #[server(default)] password: Option<String>,
    #[server(default)] asked: Option<String>,
) -> Answer {
    use crate::api::forms::password_change;
    use crate::ctx::Ctx;
    use domain::access::Change;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::ChangeGalleries).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let (gallery, asked) = (ctx.store().gallery(&grant).await?, asked.is_some());
    let kept = ctx.store().gallery_password(&at.desk, &grant).await?;
    let password = password_change(&password.unwrap_or_default(), asked, kept.as_deref(), gallery.password_active)?;
    ctx.store().change_gallery_password(&at.desk, &grant, &password).await?;
    if asked != gallery.password_active {
        return ctx.propose(&at, Change::PasswordAsked { gallery: grant.gallery(), on: asked }).await;
    }
    ctx.go(&at.path(&format!("/galleries/{}/settings?did=saved", grant.gallery())))
}
