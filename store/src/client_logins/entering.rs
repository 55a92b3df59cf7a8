//! Coming in by a code.

use chrono::{DateTime, Utc};
use domain::code::Code;
use domain::ids::ClientLoginId;
use uuid::Uuid;

use crate::codes::CodeKind;
use crate::events::{FIRST_VISIT, ONE_VISIT, VISIT, note_event};
use crate::sessions::Key;
use crate::{Result, SessionToken, Store, Studio, db};

impl Store {
    /// Lets a guest in by a code typed at the front door (S10). `studio` is `None` for an address that nobody has; the
    /// same look-up is made then. `None` for every kind of failure (S1, S12). The caller has taken an attempt from the
    /// budgets before.
    pub async fn enter_by_code(
        &self,
        studio: Option<&Studio>,
        code: &Code,
        old: Option<&SessionToken>,
        now: DateTime<Utc>,
    ) -> Result<Option<SessionToken>> {
        let nowhere = domain::ids::StudioId::from_uuid(Uuid::nil());
        let found = self.find_code(studio.map_or(nowhere, |studio| studio.id), CodeKind::Client, code).await?;
        let (Some(studio), Some(found)) = (studio, found) else {
            return Ok(None);
        };
        if studio.rules.client_logins == domain::access::Switch::Off {
            return Ok(None);
        }
        let login = ClientLoginId::from_uuid(found.subject_id);
        let token = self.grant_key(old, studio.id, Key::Login(login), found.generation, now).await?;
        db::write!(&self.db, tx => {
            let again: bool = sqlx::query_scalar(
                "select last_visit_at is not null from client_login where studio_id = $1 and id = $2",
            )
            .bind(studio.id.uuid())
            .bind(login.uuid())
            .fetch_one(&mut *tx)
            .await?;
            let noted = sqlx::query(
                "update client_login set last_visit_at = $3
                 where studio_id = $1 and id = $2 and (last_visit_at is null or last_visit_at <= $4)",
            )
            .bind(studio.id.uuid())
            .bind(login.uuid())
            .bind(now)
            .bind(now - ONE_VISIT)
            .execute(&mut *tx)
            .await?;
            if noted.rows_affected() == 1 {
                let kind = if again { VISIT } else { FIRST_VISIT };
                note_event!(tx, studio.id.uuid(), kind, login.uuid(), now);
            }
            Ok(())
        });
        Ok(Some(token))
    }
}
