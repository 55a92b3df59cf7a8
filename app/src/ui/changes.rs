//! A change of who sees what, in words: the question before it, what is said after it, and where it leads back to.

use domain::access::{AccessMode, Change};
use domain::ids::{AccessChangeId, GalleryId};
use leptos::prelude::*;
use store::{AccessNames, AppliedChange};

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx, act_of};
use crate::ui::desk::{Part, Toast};
use crate::ui::failure::message;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const UNDO: &str = "/api/changes/undo";

/// The names that the words for a change need.
pub async fn names_for(ctx: &Ctx, at: &AtDesk, change: &Change) -> Answer<AccessNames> {
    use domain::access::Way;
    let (galleries, ways): (Vec<GalleryId>, Vec<Way>) = match change {
        Change::Navigation { gallery, .. } | Change::PasswordAsked { gallery, .. } | Change::Delete { gallery } => {
            (vec![*gallery], vec![])
        }
        Change::Move { gallery, parent } => ([*gallery].into_iter().chain(*parent).collect(), vec![]),
        Change::Release { login, .. } | Change::DeleteLogin { login } => (vec![], vec![Way::Login(*login)]),
        Change::RevokeLink { link } => (vec![], vec![Way::OpenLink(*link)]),
        Change::Mode { .. } | Change::ClientLogins { .. } => (vec![], vec![]),
    };
    Ok(ctx.store().access_names(&at.desk, galleries, ways).await?)
}

/// What a change is called: a question before it, a fact after it.
#[derive(Clone, Copy)]
struct Called {
    question: &'static str,
    done: &'static str,
    go: &'static str,
}

fn called(change: &Change) -> Called {
    let (question, done, go) = match change {
        Change::Navigation { on: true, .. } => ("ask-navigation-on", "did-navigation-on", "switch-on"),
        Change::Navigation { on: false, .. } => ("ask-navigation-off", "did-navigation-off", "switch-off"),
        Change::PasswordAsked { on: true, .. } => ("ask-password-on", "did-password-on", "ask-password-go"),
        Change::PasswordAsked { on: false, .. } => ("ask-password-off", "did-password-off", "ask-password-stop"),
        Change::Move { parent: Some(_), .. } => ("ask-move", "did-move", "move-go"),
        Change::Move { parent: None, .. } => ("ask-move-top", "did-move-top", "move-go"),
        Change::Delete { .. } => ("gallery-delete-title", "did-delete", "delete"),
        Change::Release { .. } => ("ask-release", "did-release", "save"),
        Change::Mode { mode: AccessMode::Staircase } => ("ask-staircase", "did-staircase", "change-go"),
        Change::Mode { mode: AccessMode::Explicit } => ("ask-explicit", "did-explicit", "change-go"),
        Change::ClientLogins { on: true } => ("ask-logins-on", "did-logins-on", "switch-on"),
        Change::ClientLogins { on: false } => ("ask-logins-off", "did-logins-off", "switch-off"),
        Change::RevokeLink { .. } => ("link-revoke-title", "did-revoke", "link-revoke"),
        Change::DeleteLogin { .. } => ("login-delete-title", "login-deleted", "delete"),
    };
    Called { question, done, go }
}

/// Whether a change takes something away that its button should warn of.
pub fn is_an_end(change: &Change) -> bool {
    matches!(change, Change::Delete { .. } | Change::RevokeLink { .. } | Change::DeleteLogin { .. })
}

/// The question, and the word on its button.
pub fn question(change: &Change, names: &AccessNames, words: Words) -> (String, String) {
    (told(called(change).question, change, names, words), words.text(called(change).go))
}

fn told(key: &'static str, change: &Change, names: &AccessNames, words: Words) -> String {
    let gallery = |id: &GalleryId| names.galleries.get(id).cloned().unwrap_or_default();
    let (name, other) = match change {
        Change::Navigation { gallery: id, .. }
        | Change::PasswordAsked { gallery: id, .. }
        | Change::Delete { gallery: id } => (gallery(id), String::new()),
        Change::Move { gallery: id, parent } => (gallery(id), parent.as_ref().map(gallery).unwrap_or_default()),
        Change::Release { login, .. } | Change::DeleteLogin { login } => {
            (names.logins.get(login).cloned().unwrap_or_default(), String::new())
        }
        Change::RevokeLink { link } => {
            (names.links.get(link).map(|link| link.label.clone()).unwrap_or_default(), String::new())
        }
        Change::Mode { .. } | Change::ClientLogins { .. } => (String::new(), String::new()),
    };
    words.with(key, &[("name", name.clone().into()), ("label", name.into()), ("other", other.into())])
}

/// The part of the studio that a change belongs to.
pub fn part(change: &Change) -> Part {
    match change {
        Change::Release { .. } | Change::DeleteLogin { .. } => Part::Logins,
        Change::Mode { .. } | Change::ClientLogins { .. } => Part::Settings,
        _ => Part::Galleries,
    }
}

/// The page that a change was asked for on, below the studio's address.
pub fn back(change: &Change, names: &AccessNames) -> String {
    match change {
        Change::Navigation { gallery, .. } => format!("/galleries/{gallery}/who"),
        Change::PasswordAsked { gallery, .. } | Change::Delete { gallery } => format!("/galleries/{gallery}/settings"),
        Change::Move { gallery, .. } => format!("/galleries?at={gallery}"),
        Change::Release { login, .. } | Change::DeleteLogin { login } => format!("/logins/{login}"),
        Change::Mode { .. } | Change::ClientLogins { .. } => CLIENTS.to_owned(),
        Change::RevokeLink { link } => match names.links.get(link) {
            Some(link) => format!("/galleries/{}/links", link.gallery),
            None => "/galleries".to_owned(),
        },
    }
}

/// The page of the settings on which it stands how clients come in.
pub const CLIENTS: &str = "/settings/clients";

/// Where a change leads when it is done; what was done is told there.
pub fn onward(done: &AppliedChange, names: &AccessNames) -> String {
    match (&done.change, done.deletion) {
        (Change::Delete { .. }, Some(deletion)) => format!("/galleries?deleted={deletion}"),
        (Change::DeleteLogin { .. }, _) => "/logins?did=deleted".to_owned(),
        (change, _) => {
            let back = back(change, names);
            let and = if back.contains('?') { '&' } else { '?' };
            format!("{back}{and}changed={}", done.id)
        }
    }
}

/// What was done, with the way to take it back; or why that did not go.
pub async fn toast(ctx: &Ctx, at: &AtDesk, posted: &Posted, words: Words) -> Answer<Option<AnyView>> {
    let Some(id) = posted.get("changed").and_then(|id| id.parse::<AccessChangeId>().ok()) else {
        return Ok(None);
    };
    if let Some(error) = posted.error_of(UNDO) {
        let why = match error {
            ApiError::NotFound => words.text("undo-too-late"),
            error => message(error, words),
        };
        return Ok(Some(view! { <Toast text=why /> }.into_any()));
    }
    let done = match ctx.store().applied_change(&at.desk, id, ctx.now()).await.map_err(ApiError::from) {
        Err(ApiError::NotFound) => return Ok(None),
        done => done?,
    };
    if !at.may(act_of(&done.change)) {
        return Ok(None);
    }
    if done.undone {
        return Ok(Some(view! { <Toast text=words.text("did-undo") /> }.into_any()));
    }
    let names = names_for(ctx, at, &done.change).await?;
    let text = told(called(&done.change).done, &done.change, &names, words);
    if !done.can_be_undone {
        return Ok(Some(view! { <Toast text /> }.into_any()));
    }
    let undo = view! {
        <form method="post" action=UNDO>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <button class="button" name="change" value=id.to_string()>{words.text("undo")}</button>
        </form>
    };
    Ok(Some(view! { <Toast text>{undo}</Toast> }.into_any()))
}
