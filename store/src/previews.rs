//! *View as client* (S34): a studio's galleries as a login, a link or a code of a photo job shows them, by the same resolver that answers the
//! client. Nothing is written: no session, no visit, no attempt.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{JobKey, Pass, Rules, Sight, Switch};
use domain::ids::{ClientLoginId, GalleryId, LinkId, PhotoJobId, SubjectId};

use crate::access::LinkRow;
use crate::{Desk, Error, Guest, GuestSight, JobVisit, Result, Store, Studio, db};

/// Through whose eyes a member looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// Those of whoever types this login's code.
    Login(ClientLoginId),
    /// Those of whoever follows this link.
    Link(LinkId),
    /// Those of whoever types the own code of this subject of a photo job.
    Family(SubjectId),
    /// Those of whoever types the staff code of this photo job.
    Staff(PhotoJobId),
}

/// What they see.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The login's or the subject's name, the organisation of a job, or the link's label; it may be empty.
    pub name: String,
    /// The gallery that a link leads to; others begin at pages of their own.
    pub first: Option<GalleryId>,
    /// As a guest who has just come in, and has given no gallery's password yet.
    pub sight: GuestSight,
}

#[derive(sqlx::FromRow)]
struct LabelledLink {
    label: String,
    #[sqlx(flatten)]
    link: LinkRow,
}

impl Store {
    /// What a login, a link or a code of a photo job of the member's own studio shows now. While client logins are off, a login
    /// shows nothing (S1); neither does a link that has ended. What is told in the place of photographs, while a job is not
    /// published, is told here too (S57).
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is gone or another studio's, and for staff whom their code lets in no more.
    pub async fn preview(&self, desk: &Desk, studio: &Studio, eyes: Eyes, now: DateTime<Utc>) -> Result<Preview> {
        if studio.id != desk.studio() {
            return Err(Error::NotFound);
        }
        match eyes {
            Eyes::Login(login) => {
                let name = self.client_login(desk, login).await?.name;
                let released = self.released_to(studio.id, login).await?;
                let passes = vec![Pass::Login { login, released }];
                let guest = Guest { login: Some(login), login_name: name.clone(), passes, ..Guest::default() };
                Ok(Preview { name, first: None, sight: self.sight_of(guest, studio, now).await? })
            }
            Eyes::Link(link) => {
                let LabelledLink { label, link } = self.living_link(desk, link).await?;
                let first = Some(GalleryId::from_uuid(link.gallery_id));
                let guest = Guest { passes: vec![link.pass()?], ..Guest::default() };
                Ok(Preview { name: label, first, sight: self.sight_of(guest, studio, now).await? })
            }
            Eyes::Family(subject) => {
                let name = self.subject(desk, subject).await?.0.name();
                let child = self.child(studio.id, JobKey::Own(subject), subject).await?.ok_or(Error::NotFound)?;
                let jobs = JobVisit { children: vec![child], ..JobVisit::default() };
                let guest = Guest { jobs, ..Guest::default() };
                Ok(Preview { name, first: None, sight: self.sight_of(guest, studio, now).await? })
            }
            Eyes::Staff(job) => {
                let visit = self.staff_visit(studio.id, job, None).await?;
                if !visit.is_admitted(now.date_naive()) {
                    return Err(Error::NotFound);
                }
                let name = visit.job.organisation.clone();
                let jobs = JobVisit { staff: vec![visit], ..JobVisit::default() };
                let guest = Guest { jobs, ..Guest::default() };
                Ok(Preview { name, first: None, sight: self.sight_of(guest, studio, now).await? })
            }
        }
    }

    /// What a login of the member's own studio sees as if client logins were on: for the pages that say what its
    /// releases mean, beside which it is said when they are off.
    pub async fn login_sight(
        &self,
        desk: &Desk,
        studio: &Studio,
        login: ClientLoginId,
        now: DateTime<Utc>,
    ) -> Result<(Sight, BTreeSet<GalleryId>)> {
        let released = self.releases(desk, login).await?;
        let studio = Studio { rules: Rules { client_logins: Switch::On, ..studio.rules }, ..studio.clone() };
        let passes = vec![Pass::Login { login, released: released.clone() }];
        let guest = Guest { login: Some(login), passes, ..Guest::default() };
        Ok((self.sight_of(guest, &studio, now).await?.sight, released))
    }

    async fn living_link(&self, desk: &Desk, link: LinkId) -> Result<LabelledLink> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_as::<_, LabelledLink>(
                "select l.id, l.gallery_id, l.kind, l.expires_at, l.label
                 from link l join gallery g on g.studio_id = l.studio_id and g.id = l.gallery_id
                 where l.studio_id = $1 and l.id = $2 and l.revoked_at is null and g.deleted_at is null",
            )
            .bind(desk.studio().uuid())
            .bind(link.uuid())
            .fetch_one(c)
            .await
        })?)
    }
}
