//! Members: the people who work in a studio and sign in with e-mail and password.

use chrono::{DateTime, Utc};
use domain::ids::{MemberId, StudioId};
use domain::photo::natural_cmp;
use domain::studio::{Email, MemberName};
use uuid::Uuid;

use crate::error::taken;
use crate::secrets::random;
use crate::{Error, NewStudio, Queue, Result, Role, Store, Studio, db};

/// A person who is signed in.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// How they are called.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Whether they run the installation.
    pub operator: bool,
}

/// What is needed to let a person in.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Their e-mail, canonical.
    pub email: Email,
    /// Their name.
    pub name: MemberName,
    /// From [`crate::Passwords::hash`].
    pub password_hash: String,
}

/// The operator and the first studio, made together.
#[derive(Clone, Debug)]
pub struct FirstRun {
    /// The operator, who becomes the studio's owner.
    pub operator: NewMember,
    /// The studio.
    pub studio: NewStudio,
}

impl Store {
    /// Whether nobody has set this installation up yet.
    pub async fn is_new(&self) -> Result<bool> {
        let member: Option<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar("select cast(1 as bigint) from member limit 1").fetch_optional(c).await
        })?;
        Ok(member.is_none())
    }

    /// Creates the operator and the first studio, once: of two browsers that try, the second is told.
    ///
    /// # Errors
    /// [`Error::Taken`] when the installation is set up already.
    pub async fn first_run(&self, first: &FirstRun, now: DateTime<Utc>) -> Result<(MemberId, StudioId)> {
        let member = MemberId::from_random(random());
        let studio = StudioId::from_random(random());
        db::write!(&self.db, tx => {
            // Held until the end: the other of two that try waits here and then finds a member.
            sqlx::query("update installation set created_at = created_at where id = 1").execute(&mut *tx).await?;
            let made = sqlx::query(
                "insert into member (id, email, name, password_hash, operator, created_at)
                 select $1, $2, $3, $4, $5, $6 where not exists (select 1 from member)",
            )
            .bind(member.uuid())
            .bind(first.operator.email.as_str())
            .bind(first.operator.name.as_str())
            .bind(&first.operator.password_hash)
            .bind(true)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            if made.rows_affected() != 1 {
                return Err(Error::Taken("installation"));
            }
            sqlx::query("insert into studio (id, address, name, language, created_at) values ($1, $2, $3, $4, $5)")
                .bind(studio.uuid())
                .bind(first.studio.address.as_str())
                .bind(first.studio.name.as_str())
                .bind(first.studio.language.as_str())
                .bind(now)
                .execute(&mut *tx)
                .await
                .map_err(taken("address"))?;
            sqlx::query("insert into studio_member (studio_id, member_id, role) values ($1, $2, $3)")
                .bind(studio.uuid())
                .bind(member.uuid())
                .bind(Role::Owner.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok((member, studio))
    }

    /// Adds a person to a studio.
    ///
    /// # Errors
    /// [`Error::Taken`] when the e-mail has an account already.
    pub async fn add_member(
        &self,
        studio: StudioId,
        new: &NewMember,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<MemberId> {
        let member = MemberId::from_random(random());
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into member (id, email, name, password_hash, operator, created_at)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(member.uuid())
            .bind(new.email.as_str())
            .bind(new.name.as_str())
            .bind(&new.password_hash)
            .bind(false)
            .bind(now)
            .execute(&mut *tx)
            .await
            .map_err(taken("e-mail"))?;
            sqlx::query("insert into studio_member (studio_id, member_id, role) values ($1, $2, $3)")
                .bind(studio.uuid())
                .bind(member.uuid())
                .bind(role.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(member)
    }

    /// Who has this e-mail and password. The same work is done, and the same answer given, when nobody has the e-mail.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many sign in at once.
    pub async fn member_by_password(
        &self,
        email: Option<&Email>,
        password: &str,
        queue: Queue,
    ) -> Result<Option<MemberId>> {
        let found: Option<(Uuid, String)> = match email {
            Some(email) => db::read!(&self.db, c => {
                sqlx::query_as("select id, password_hash from member where email = $1")
                    .bind(email.as_str())
                    .fetch_optional(c)
                    .await
            })?,
            None => None,
        };
        let hash = found.as_ref().map(|(_, hash)| hash.as_str());
        let equal = self.passwords.verify(password, hash, queue).await?;
        Ok(found.filter(|_| equal).map(|(id, _)| MemberId::from_uuid(id)))
    }

    /// The studios a person works in, by name.
    pub async fn studios_of(&self, member: MemberId) -> Result<Vec<Studio>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, crate::studios::StudioRow>(
                "select s.id, s.address, s.name, s.language, s.tagline, s.client_logins, s.access_mode,
                        s.accent, s.greeting, s.logo_id, s.logo_width, s.logo_height, s.logo_ground
                 from studio s join studio_member m on m.studio_id = s.id
                 where m.member_id = $1
                 order by s.id",
            )
            .bind(member.uuid())
            .fetch_all(c)
            .await
        })?;
        let mut studios = rows.into_iter().map(Studio::try_from).collect::<Result<Vec<_>>>()?;
        studios.sort_by(|a, b| natural_cmp(a.name.as_str(), b.name.as_str()));
        Ok(studios)
    }
    /// The names of those who work in the studio.
    pub async fn member_names(&self, desk: &crate::Desk) -> Result<Vec<String>> {
        let mut names: Vec<String> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select m.name from studio_member s join member m on m.id = s.member_id where s.studio_id = $1",
            )
            .bind(desk.studio().uuid())
            .fetch_all(c)
            .await
        })?;
        names.sort_by(|a, b| natural_cmp(a, b));
        Ok(names)
    }
}
