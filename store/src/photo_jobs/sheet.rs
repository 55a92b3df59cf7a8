//! What staff see of a job: its groups and subjects by name, as far as their sight reaches.

use domain::access::Sight;
use domain::ids::{GalleryId, GroupId};
use uuid::Uuid;

use super::StaffVisit;
use crate::{Result, Store, db};

/// A contact sheet of a job.
#[derive(Clone, Debug)]
pub struct ContactSheet {
    /// Its groups, in their order.
    pub groups: Vec<GroupOnSheet>,
    /// Its subjects by group and name.
    pub subjects: Vec<SubjectOnSheet>,
}

/// A group on a contact sheet.
#[derive(Clone, Debug)]
pub struct GroupOnSheet {
    /// Its id.
    pub id: GroupId,
    /// The gallery of its group photographs.
    pub gallery: GalleryId,
    /// Its name.
    pub name: String,
}

/// A subject on a contact sheet.
#[derive(Clone, Debug)]
pub struct SubjectOnSheet {
    /// The gallery of its photographs.
    pub gallery: GalleryId,
    /// Its group.
    pub group: Option<GroupId>,
    /// Both names.
    pub name: String,
}

impl Store {
    /// The names behind the galleries of a job that a sight shows; of what it does not show, nothing.
    pub async fn contact_sheet(&self, sight: &Sight, visit: &StaffVisit) -> Result<ContactSheet> {
        let (studio, job) = (sight.studio().uuid(), visit.job.id.uuid());
        let groups: Vec<(Uuid, Uuid, String)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, gallery_id, name from job_group where studio_id = $1 and job_id = $2 order by name_key, id",
            )
            .bind(studio)
            .bind(job)
            .fetch_all(c)
            .await
        })?;
        let subjects: Vec<(Uuid, Option<Uuid>, String, String)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select gallery_id, group_id, first_name, last_name from subject
                 where studio_id = $1 and job_id = $2 order by name_key, id",
            )
            .bind(studio)
            .bind(job)
            .fetch_all(c)
            .await
        })?;
        let groups = groups.into_iter().map(|(id, gallery, name)| GroupOnSheet {
            id: GroupId::from_uuid(id),
            gallery: GalleryId::from_uuid(gallery),
            name,
        });
        let subjects = subjects.into_iter().map(|(gallery, group, first, last)| SubjectOnSheet {
            gallery: GalleryId::from_uuid(gallery),
            group: group.map(GroupId::from_uuid),
            name: format!("{first} {last}").trim().to_owned(),
        });
        Ok(ContactSheet {
            groups: groups.filter(|group| sight.grant(group.gallery).is_ok()).collect(),
            subjects: subjects.filter(|subject| sight.grant(subject.gallery).is_ok()).collect(),
        })
    }
}
