//! A change of who sees what, in words: the question before it, what is said after it, and where it leads back to.

use domain::access::{AccessMode, Change, Way};
use domain::ids::{AccessChangeId, GalleryId};
use domain::studio::Act;
use leptos::prelude::*;
use store::{AccessNames, AppliedChange};

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::{Part, Toast};
use crate::ui::failure::message;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const UNDO: &str = "/api/changes/undo";

/// The names that the words for a change need.
#[derive(Clone, Debug)]
pub struct Named {
    names: AccessNames,
    /// The gallery that it is about, if it is about one.
    gallery: Option<GalleryId>,
}

impl Named {
    /// Of a change that waits.
    pub async fn of(ctx: &Ctx, at: &AtDesk, change: &Change) -> Answer<Self> {
        let gallery = match change {
            Change::Restore { deletion } => Some(ctx.store().deletion(&at.desk, *deletion).await?.gallery),
            change => gallery_of(change),
        };
        Self::load(ctx, at, change, gallery).await
    }

    /// Of one that was done.
    pub async fn of_done(ctx: &Ctx, at: &AtDesk, done: &AppliedChange) -> Answer<Self> {
        let gallery = gallery_of(&done.change).or(gallery_of(&done.undo));
        Self::load(ctx, at, &done.change, gallery).await
    }

    async fn load(ctx: &Ctx, at: &AtDesk, change: &Change, gallery: Option<GalleryId>) -> Answer<Self> {
        let parent = match change {
            Change::Move { parent, .. } => *parent,
            _ => None,
        };
        let way = match change {
            Change::Release { login, .. } | Change::DeleteLogin { login } | Change::RestoreLogin { login } => {
                Some(Way::Login(*login))
            }
            Change::RevokeLink { link } | Change::ReviveLink { link } => Some(Way::OpenLink(*link)),
            _ => None,
        };
        let mut names = ctx.store().access_names(&at.desk, gallery.into_iter().chain(parent), way).await?;
        // A link that is for nobody in particular is called by its gallery.
        for link in names.links.values_mut().filter(|link| link.label.is_empty()) {
            let of = ctx.store().access_names(&at.desk, [link.gallery], []).await?;
            link.label = of.galleries.into_values().next().unwrap_or_default();
        }
        Ok(Self { names, gallery })
    }

    fn gallery(&self, gallery: Option<GalleryId>) -> String {
        gallery.and_then(|id| self.names.galleries.get(&id).cloned()).unwrap_or_default()
    }
}

fn gallery_of(change: &Change) -> Option<GalleryId> {
    match change {
        Change::Navigation { gallery, .. }
        | Change::PasswordAsked { gallery, .. }
        | Change::Move { gallery, .. }
        | Change::Delete { gallery }
        | Change::ReleaseTo { gallery, .. } => Some(*gallery),
        _ => None,
    }
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
        Change::Restore { .. } => ("ask-restore", "galleries-restored", "restore-go"),
        Change::Release { .. } => ("ask-release", "did-release", "save"),
        Change::ReleaseTo { add, .. } if add.is_empty() => ("ask-release-less", "did-release-less", "change-go"),
        Change::ReleaseTo { .. } => ("ask-release-to", "did-release-to", "release-go"),
        Change::Mode { mode: AccessMode::Staircase } => ("ask-staircase", "did-staircase", "change-go"),
        Change::Mode { mode: AccessMode::Explicit } => ("ask-explicit", "did-explicit", "change-go"),
        Change::ClientLogins { on: true } => ("ask-logins-on", "did-logins-on", "switch-on"),
        Change::ClientLogins { on: false } => ("ask-logins-off", "did-logins-off", "switch-off"),
        Change::RevokeLink { .. } => ("link-revoke-title", "did-revoke", "link-revoke"),
        Change::ReviveLink { .. } => ("ask-revive", "did-revive", "revive-go"),
        Change::DeleteLogin { .. } => ("login-delete-title", "login-deleted", "delete"),
        Change::RestoreLogin { .. } => ("ask-restore-login", "login-restored", "restore-go"),
    };
    Called { question, done, go }
}

/// Whether a change takes something away that its button should warn of.
pub fn is_an_end(change: &Change) -> bool {
    matches!(change, Change::Delete { .. } | Change::RevokeLink { .. } | Change::DeleteLogin { .. })
}

/// The question, and the word on its button.
pub fn question(change: &Change, named: &Named, words: Words) -> (String, String) {
    (told(called(change).question, change, named, words), words.text(called(change).go))
}

fn told(key: &'static str, change: &Change, named: &Named, words: Words) -> String {
    let name = match change {
        Change::Release { login, .. } | Change::DeleteLogin { login } | Change::RestoreLogin { login } => {
            named.names.logins.get(login).cloned().unwrap_or_default()
        }
        Change::RevokeLink { link } | Change::ReviveLink { link } => {
            named.names.links.get(link).map(|link| link.label.clone()).unwrap_or_default()
        }
        _ => named.gallery(named.gallery),
    };
    let other = match change {
        Change::Move { parent, .. } => named.gallery(*parent),
        _ => String::new(),
    };
    let logins = match change {
        Change::ReleaseTo { add, remove, .. } => i64::try_from(add.len().max(remove.len())).unwrap_or(i64::MAX),
        _ => 0,
    };
    let values = [
        ("name", name.clone().into()),
        ("label", name.into()),
        ("other", other.into()),
        ("logins", words.count("logins", logins).into()),
    ];
    words.with(key, &values)
}

/// The part of the studio that a change belongs to.
pub fn part(change: &Change) -> Part {
    match change {
        Change::Release { .. } | Change::DeleteLogin { .. } | Change::RestoreLogin { .. } => Part::Logins,
        Change::Mode { .. } | Change::ClientLogins { .. } => Part::Settings,
        _ => Part::Galleries,
    }
}

/// The page that a change was asked for on, below the studio's address.
pub fn back(change: &Change, named: &Named) -> String {
    match change {
        Change::Navigation { gallery, .. } => format!("/galleries/{gallery}/who"),
        Change::PasswordAsked { gallery, .. } | Change::Delete { gallery } => format!("/galleries/{gallery}/settings"),
        Change::ReleaseTo { gallery, .. } => format!("/galleries/{gallery}"),
        Change::Move { gallery, .. } => format!("/galleries?at={gallery}"),
        Change::Release { login, .. } | Change::DeleteLogin { login } => format!("/logins/{login}"),
        Change::Mode { .. } | Change::ClientLogins { .. } => CLIENTS.to_owned(),
        Change::Restore { .. } | Change::RestoreLogin { .. } => DELETED.to_owned(),
        Change::RevokeLink { link } | Change::ReviveLink { link } => match named.names.links.get(link) {
            Some(link) => format!("/galleries/{}/links", link.gallery),
            None => "/galleries".to_owned(),
        },
    }
}

/// The page of the settings on which it stands how clients come in.
pub const CLIENTS: &str = "/settings/clients";
/// The page with what was deleted and can be taken back.
pub const DELETED: &str = "/deleted";

/// Where a change leads when it is done or taken back; that is told there.
pub fn onward(done: &AppliedChange, named: &Named) -> String {
    let happened = if done.undone { &done.undo } else { &done.change };
    let to = match happened {
        Change::Delete { .. } => "/galleries".to_owned(),
        Change::DeleteLogin { .. } => "/logins".to_owned(),
        Change::RestoreLogin { login } => format!("/logins/{login}"),
        Change::Restore { .. } => match named.gallery {
            Some(gallery) => format!("/galleries?at={gallery}"),
            None => "/galleries".to_owned(),
        },
        change => back(change, named),
    };
    let and = if to.contains('?') { '&' } else { '?' };
    format!("{to}{and}changed={}", done.id)
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
    if !at.may(done.change.act()) {
        return Ok(None);
    }
    let text = match what_happened(ctx, at, &done, words).await {
        // It went its way again since.
        Err(ApiError::NotFound) => return Ok(None),
        text => text?,
    };
    if done.undone {
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

async fn what_happened(ctx: &Ctx, at: &AtDesk, done: &AppliedChange, words: Words) -> Answer<String> {
    let named = Named::of_done(ctx, at, done).await?;
    match if done.undone { &done.undo } else { &done.change } {
        Change::Delete { .. } => gone(ctx, at, done, &named, words).await,
        Change::Restore { .. } => came_back(ctx, at, named.gallery, words).await,
        Change::RestoreLogin { login } => {
            let login = ctx.store().client_login(&at.desk, *login).await?;
            let key = if login.has_code { "login-restored" } else { "login-restored-codeless" };
            Ok(words.with(key, &[("name", login.name.into())]))
        }
        _ if done.undone => Ok(words.text("did-undo")),
        change => Ok(told(called(change).done, change, &named, words)),
    }
}

/// Galleries that were deleted, and what went with them.
async fn gone(ctx: &Ctx, at: &AtDesk, done: &AppliedChange, named: &Named, words: Words) -> Answer<String> {
    let name = ("name", named.gallery(named.gallery).into());
    let Some(deletion) = done.deletion() else {
        return Ok(words.with("did-delete", &[name]));
    };
    let gone = ctx.store().deletion(&at.desk, deletion).await?;
    let with = words.gone_with(gone.sub_galleries, gone.photos);
    Ok(words.with("galleries-deleted", &[name, ("with", with.into())]))
}

/// Galleries that are there again, with whatever leads to them again.
async fn came_back(ctx: &Ctx, at: &AtDesk, gallery: Option<GalleryId>, words: Words) -> Answer<String> {
    let grant = ctx.desk_grant(at, &gallery.map(|id| id.to_string()).unwrap_or_default()).await?;
    // Who is let in is not for every member to know.
    let (releases, links) = if at.may(Act::LetIn) { ctx.store().opens(&at.desk, &grant).await? } else { (0, 0) };
    let opens = [("releases-count", releases), ("links-count", links)].into_iter().filter(|(_, number)| *number > 0);
    let opens: Vec<_> = opens.map(|(key, number)| words.count(key, number)).collect();
    Ok(match opens.as_slice() {
        [] => words.text("galleries-restored"),
        opens => {
            let both = words.text("list-and-word");
            words.with("galleries-restored-open", &[("opens", opens.join(&format!(" {both} ")).into())])
        }
    })
}
