//! The people of one studio: who works there, as what, and who no longer does.

use domain::ids::MemberId;
use domain::photo::natural_cmp;
use domain::studio::Role;
use uuid::Uuid;

use crate::{Desk, Error, Result, Store, db};

/// Somebody who works in a studio.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Their id.
    pub id: MemberId,
    /// How they are called.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// What they are there.
    pub role: Role,
}

#[derive(sqlx::FromRow)]
struct ColleagueRow {
    id: Uuid,
    name: String,
    email: String,
    role: String,
}

/// Inside a write: goes on only if whoever asks is still an owner, and holds the studio's row until the end. Of two owners
/// who remove each other the second finds what the first one did.
macro_rules! as_owner {
    ($tx:ident, $desk:expr) => {
        sqlx::query("update studio set address = address where id = $1")
            .bind($desk.studio().uuid())
            .execute(&mut *$tx)
            .await?;
        let asks: Option<String> =
            sqlx::query_scalar("select role from studio_member where studio_id = $1 and member_id = $2")
                .bind($desk.studio().uuid())
                .bind($desk.member().uuid())
                .fetch_optional(&mut *$tx)
                .await?;
        if asks.as_deref() != Some($crate::Role::Owner.as_str()) {
            return Err($crate::Error::NotFound);
        }
    };
}
pub(crate) use as_owner;

impl Store {
    /// Everybody who works in the studio, by name.
    pub async fn colleagues(&self, desk: &Desk) -> Result<Vec<Colleague>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, ColleagueRow>(
                "select m.id, m.name, m.email, s.role from studio_member s join member m on m.id = s.member_id
                 where s.studio_id = $1 order by m.email",
            )
            .bind(desk.studio().uuid())
            .fetch_all(c)
            .await
        })?;
        let colleague = |row: ColleagueRow| {
            Ok(Colleague {
                id: MemberId::from_uuid(row.id),
                role: Role::parse(&row.role).ok_or(Error::Corrupt("role"))?,
                name: row.name,
                email: row.email,
            })
        };
        let mut all = rows.into_iter().map(colleague).collect::<Result<Vec<_>>>()?;
        all.sort_by(|a, b| natural_cmp(&a.name, &b.name));
        Ok(all)
    }

    /// Gives somebody another role. It counts with their next request.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody who does not work there, or when whoever asks is no owner any more;
    /// [`Error::LastOwner`] when nobody would be left who may do everything.
    pub async fn change_role(&self, desk: &Desk, member: MemberId, role: Role) -> Result<()> {
        self.change_place(desk, member, Some(role)).await
    }

    /// Somebody does not work there any more; their sessions find nothing from now on.
    ///
    /// # Errors
    /// As [`Self::change_role`].
    pub async fn remove_colleague(&self, desk: &Desk, member: MemberId) -> Result<()> {
        self.change_place(desk, member, None).await
    }

    async fn change_place(&self, desk: &Desk, member: MemberId, role: Option<Role>) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            as_owner!(tx, desk);
            let was: Option<String> =
                sqlx::query_scalar("select role from studio_member where studio_id = $1 and member_id = $2")
                    .bind(studio)
                    .bind(member.uuid())
                    .fetch_optional(&mut *tx)
                    .await?;
            if was.as_deref() == Some(Role::Owner.as_str()) && role != Some(Role::Owner) {
                // Whom they invited they would come back through.
                sqlx::query("delete from invitation where studio_id = $1").bind(studio).execute(&mut *tx).await?;
            }
            let done = match role {
                Some(role) => {
                    sqlx::query("update studio_member set role = $3 where studio_id = $1 and member_id = $2")
                        .bind(studio)
                        .bind(member.uuid())
                        .bind(role.as_str())
                        .execute(&mut *tx)
                        .await?
                        .rows_affected()
                }
                None => {
                    sqlx::query("delete from studio_member where studio_id = $1 and member_id = $2")
                        .bind(studio)
                        .bind(member.uuid())
                        .execute(&mut *tx)
                        .await?
                        .rows_affected()
                }
            };
            if done != 1 {
                return Err(Error::NotFound);
            }
            let owner: Option<Uuid> =
                sqlx::query_scalar("select member_id from studio_member where studio_id = $1 and role = $2 limit 1")
                    .bind(studio)
                    .bind(Role::Owner.as_str())
                    .fetch_optional(&mut *tx)
                    .await?;
            if owner.is_some() { Ok(()) } else { Err(Error::LastOwner) }
        });
        Ok(())
    }
}
