//! Doing a change, and taking it back: each in one transaction with the row that tells of it.

use chrono::{DateTime, Utc};
use domain::access::Change;
use domain::ids::{AccessChangeId, GalleryId};

use super::{Undo, Weighed};
use crate::client_logins::delete_login_in;
use crate::gallery_tree::{DELETE, LOCK_TREE, move_in, restore_in};
use crate::links::REVOKE;
use crate::releases::release_in;
use crate::studios::text_of;
use crate::{Desk, Error, Result, Store, db};

/// Inside a transaction that holds the studio: does a change. `$deletion` names the deletion of galleries, if it is one.
macro_rules! change_in {
    ($tx:ident, $studio:expr, $change:expr, $deletion:expr, $now:expr) => {
        match $change {
            Change::Move { gallery, parent } => {
                let parent = parent.map(GalleryId::uuid);
                move_in!($tx, $studio, gallery.uuid(), parent);
            }
            Change::Release { login, add, remove } => {
                let held = sqlx::query(HOLD_LOGIN).bind($studio).bind(login.uuid()).execute(&mut *$tx).await?;
                if held.rows_affected() != 1 {
                    return Err(Error::NotFound);
                }
                release_in!($tx, $studio, login.uuid(), *add, *remove, $now);
            }
            Change::DeleteLogin { login } => delete_login_in!($tx, $studio, login.uuid(), $now),
            // The others are one statement each.
            change => {
                let query = match change {
                    Change::Navigation { gallery, on } => {
                        sqlx::query(NAVIGATION).bind($studio).bind(gallery.uuid()).bind(*on)
                    }
                    Change::PasswordAsked { gallery, on } => {
                        sqlx::query(ASKED).bind($studio).bind(gallery.uuid()).bind(*on)
                    }
                    Change::Delete { gallery } => {
                        sqlx::query(DELETE).bind($studio).bind(gallery.uuid()).bind($now).bind($deletion)
                    }
                    Change::Mode { mode } => sqlx::query(MODE).bind($studio).bind(text_of(*mode)),
                    Change::ClientLogins { on } => sqlx::query(CLIENT_LOGINS).bind($studio).bind(*on),
                    Change::RevokeLink { link } => sqlx::query(REVOKE).bind($studio).bind(link.uuid()).bind($now),
                    Change::Move { .. } | Change::Release { .. } | Change::DeleteLogin { .. } => {
                        return Err(Error::Corrupt("change of access"));
                    }
                };
                if query.execute(&mut *$tx).await?.rows_affected() == 0 {
                    return Err(Error::NotFound);
                }
            }
        }
    };
}

impl Store {
    /// Whether it was done: not if somebody changed who sees what since it was weighed.
    pub(super) async fn apply(
        &self,
        desk: &Desk,
        id: AccessChangeId,
        weighed: &Weighed,
        undo: Option<&Undo>,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let studio = desk.studio().uuid();
        let deletion = match undo {
            Some(Undo::Restore(deletion)) => Some(*deletion),
            _ => None,
        };
        let undo = undo.map(serde_json::to_string).transpose().map_err(|_| Error::Corrupt("change of access"))?;
        let done = db::write!(&self.db, tx => {
            let same = sqlx::query(LOCK_VERSION).bind(studio).bind(weighed.version).execute(&mut *tx).await?;
            if same.rows_affected() != 1 {
                return Ok(false);
            }
            change_in!(tx, studio, &weighed.change, deletion, now);
            let kept = sqlx::query(
                "update access_change set state = 'applied', undo = $3, created_at = $4
                 where studio_id = $1 and id = $2 and state = 'proposed'",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(&undo)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            // Confirmed twice at once, it is done once.
            if kept.rows_affected() == 1 { Ok(true) } else { Err(Error::NotFound) }
        });
        Ok(done)
    }

    pub(super) async fn take_back(
        &self,
        desk: &Desk,
        id: AccessChangeId,
        undo: &Undo,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            sqlx::query(LOCK_TREE).bind(studio).execute(&mut *tx).await?;
            match undo {
                Undo::Change(change) => change_in!(tx, studio, change, None::<uuid::Uuid>, now),
                Undo::Restore(deletion) => {
                    restore_in!(tx, studio, *deletion);
                }
                Undo::Revive(link) => {
                    let back = sqlx::query(REVIVE).bind(studio).bind(link.uuid()).execute(&mut *tx).await?;
                    if back.rows_affected() != 1 {
                        return Err(Error::NotFound);
                    }
                }
            }
            let kept = sqlx::query(
                "update access_change set state = 'undone' where studio_id = $1 and id = $2 and state = 'applied'",
            )
            .bind(studio)
            .bind(id.uuid())
            .execute(&mut *tx)
            .await?;
            if kept.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }
}

/// Holds the studio's row, if nobody has changed who sees what since.
const LOCK_VERSION: &str =
    "update studio set access_version = access_version + 1 where id = $1 and access_version = $2";

const HOLD_LOGIN: &str = "update client_login set name = name where studio_id = $1 and id = $2 and deleted_at is null";

const NAVIGATION: &str = "update gallery set navigation = $3, version = version + 1
 where studio_id = $1 and id = $2 and deleted_at is null";

/// Only a password that is there can be asked (S17).
const ASKED: &str = "update gallery set password_active = $3, version = version + 1
 where studio_id = $1 and id = $2 and deleted_at is null and (not $3 or password_sealed is not null)";

const MODE: &str = "update studio set access_mode = $2 where id = $1";

const CLIENT_LOGINS: &str = "update studio set client_logins = $2 where id = $1";

const REVIVE: &str = "update link set revoked_at = null where studio_id = $1 and id = $2 and revoked_at is not null";
