//! Doing a change, or taking one back: in one transaction with the row that tells of it.

use chrono::{DateTime, Utc};
use domain::access::Change;
use domain::ids::{AccessChangeId, DeletionId, GalleryId};

use super::{Weighed, write};
use crate::client_logins::{delete_login_in, restore_login_in};
use crate::gallery_tree::{DELETE, move_in, restore_in};
use crate::links::{REVIVE, REVOKE};
use crate::releases::{release_in, release_to_in};
use crate::studios::text_of;
use crate::{Desk, Error, Result, Role, Store, db};

/// What is told of a change once it is done.
#[derive(Clone, Copy)]
pub(super) enum Doing {
    /// It was proposed; it may take back another one.
    Proposed { id: AccessChangeId, undoes: Option<AccessChangeId> },
    /// It takes that one back, at once.
    Undo(AccessChangeId),
}

/// Inside a transaction that holds the studio: does a change. `$deletion` is what galleries that go are found by.
macro_rules! change_in {
    ($tx:ident, $studio:expr, $change:expr, $deletion:expr, $now:expr) => {
        match $change {
            Change::Move { gallery, parent } => {
                let parent = parent.map(GalleryId::uuid);
                move_in!($tx, $studio, gallery.uuid(), parent);
            }
            Change::Release { login, add, remove } => release_in!($tx, $studio, login.uuid(), *add, *remove, $now),
            Change::ReleaseTo { gallery, add, remove } => {
                release_to_in!($tx, $studio, gallery.uuid(), *add, *remove, $now)
            }
            Change::Restore { deletion } => {
                restore_in!($tx, $studio, deletion.uuid());
            }
            Change::DeleteLogin { login } => delete_login_in!($tx, $studio, login.uuid(), $now),
            Change::RestoreLogin { login } => restore_login_in!($tx, $studio, login.uuid()),
            // The others are one statement each.
            Change::Navigation { gallery, on } => {
                once!($tx, sqlx::query(NAVIGATION).bind($studio).bind(gallery.uuid()).bind(*on))
            }
            Change::PasswordAsked { gallery, on } => {
                once!($tx, sqlx::query(ASKED).bind($studio).bind(gallery.uuid()).bind(*on))
            }
            Change::Delete { gallery } => {
                once!($tx, sqlx::query(DELETE).bind($studio).bind(gallery.uuid()).bind($now).bind($deletion))
            }
            Change::Mode { mode } => once!($tx, sqlx::query(MODE).bind($studio).bind(text_of(*mode))),
            Change::ClientLogins { on } => once!($tx, sqlx::query(CLIENT_LOGINS).bind($studio).bind(*on)),
            Change::RevokeLink { link } => once!($tx, sqlx::query(REVOKE).bind($studio).bind(link.uuid()).bind($now)),
            Change::ReviveLink { link } => once!($tx, sqlx::query(REVIVE).bind($studio).bind(link.uuid())),
        }
    };
}

/// Does a statement, which finds something to do.
macro_rules! once {
    ($tx:ident, $query:expr) => {
        if $query.execute(&mut *$tx).await?.rows_affected() == 0 {
            return Err(Error::NotFound);
        }
    };
}

impl Store {
    /// Whether it was done: not if somebody changed who sees what since it was weighed.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the member may not make such a change any more, when it was done already, or when
    /// something that it needs is gone.
    pub(super) async fn apply(
        &self,
        desk: &Desk,
        change: &Change,
        weighed: &Weighed,
        doing: Doing,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let studio = desk.studio().uuid();
        let deletion = match weighed.undo {
            Change::Restore { deletion } => Some(DeletionId::uuid(deletion)),
            _ => None,
        };
        let undo = write(&weighed.undo)?;
        let done = db::write!(&self.db, tx => {
            let same = sqlx::query(LOCK_VERSION).bind(studio).bind(weighed.version).execute(&mut *tx).await?;
            if same.rows_affected() != 1 {
                return Ok(false);
            }
            // Held too: a role that is taken away counts from then on, not from the next request on.
            let role: Option<String> =
                sqlx::query_scalar(ROLE).bind(studio).bind(desk.member().uuid()).fetch_optional(&mut *tx).await?;
            if !role.as_deref().and_then(Role::parse).is_some_and(|role| role.may(change.act())) {
                return Err(Error::NotFound);
            }
            change_in!(tx, studio, change, deletion, now);
            let undone = match doing {
                Doing::Undo(id) => Some(id),
                Doing::Proposed { id, undoes } => {
                    // Confirmed twice at once, it is done once.
                    let kept = sqlx::query(APPLIED).bind(studio).bind(id.uuid()).bind(&undo).bind(&weighed.back).bind(now);
                    once!(tx, kept);
                    undoes
                }
            };
            if let Some(undone) = undone {
                once!(tx, sqlx::query(UNDONE).bind(studio).bind(undone.uuid()));
            }
            Ok(true)
        });
        Ok(done)
    }
}

/// Holds the studio's row, if nobody has changed who sees what since.
const LOCK_VERSION: &str =
    "update studio set access_version = access_version + 1 where id = $1 and access_version = $2";

const ROLE: &str = "update studio_member set role = role where studio_id = $1 and member_id = $2 returning role";

const APPLIED: &str = "update access_change set state = 'applied', undo = $3, back = $4, created_at = $5
 where studio_id = $1 and id = $2 and state = 'proposed'";

const UNDONE: &str = "update access_change set state = 'undone' where studio_id = $1 and id = $2 and state = 'applied'";

const NAVIGATION: &str = "update gallery set navigation = $3, version = version + 1
 where studio_id = $1 and id = $2 and deleted_at is null";

/// Only a password that is there can be asked (S17).
const ASKED: &str = "update gallery set password_active = $3, version = version + 1
 where studio_id = $1 and id = $2 and deleted_at is null and (not $3 or password_sealed is not null)";

const MODE: &str = "update studio set access_mode = $2 where id = $1";

const CLIENT_LOGINS: &str = "update studio set client_logins = $2 where id = $1";
