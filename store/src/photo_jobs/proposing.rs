//! What sorting by cards or by names of files would do (S62), and doing it: what was shown is done, or nothing.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::ids::{PhotoId, PhotoJobId, SubjectId};
use domain::photo_job::file_names::FileNames;
use domain::photo_job::sorting::{ByCards, Shot, Way, What, by_cards};
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::cards::CARD;
use super::extra_cards::USED;
use super::groups::hold_job;
use crate::{Desk, Error, Result, Store, db};

/// What sorting would do, and what it leaves to people.
#[derive(Clone, Debug)]
pub struct SortProposal {
    /// How many photographs each subject would get.
    pub gains: Vec<(SubjectId, usize)>,
    /// How many photographs that were sorted so before would wait again.
    pub back: usize,
    /// How many pictures are not read yet: until then nothing is sorted, for each may be a card.
    pub unread: usize,
    /// How many files cannot be read; each may be a card. What follows them is not sorted by cards.
    pub failed: usize,
    /// How many files are still on their way; each may be a card. Until they are there nothing is sorted by cards.
    pub arriving: usize,
    /// What the rule says; empty for names of files.
    pub rule: ByCards,
    /// Names exactly this proposal: [`Store::sort_job`] wants it back.
    pub digest: String,
    moves: BTreeMap<Uuid, Vec<Uuid>>,
    own: Uuid,
}

impl SortProposal {
    /// Whether it has to wait: for pictures that are not read yet, or, by cards, for files that are still on their way.
    pub fn waits(&self, way: Way) -> bool {
        self.unread > 0 || (way == Way::Cards && self.arriving > 0)
    }

    /// How many photographs would hang elsewhere.
    pub fn count(&self) -> usize {
        self.moves.values().map(Vec::len).sum()
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct ShotRow {
    id: Uuid,
    gallery_id: Uuid,
    state: String,
    file_name: String,
    camera: String,
    taken_at: Option<NaiveDateTime>,
    sorted: Option<String>,
    subject_id: Option<Uuid>,
}

impl ShotRow {
    /// What it is to the rule; nothing while it is not read. Who sorts by names without codes leaves what was sorted by
    /// names before: it may have been by a code.
    fn what(&self, own: Uuid, by: &By) -> Option<What> {
        let way = by.moves_again().map(Way::as_str);
        match (self.state.as_str(), self.subject_id, self.sorted.as_deref()) {
            (CARD, Some(subject), _) => Some(What::Card(SubjectId::from_uuid(subject))),
            (CARD, None, _) => Some(What::Doubtful),
            ("ready", _, None) if self.gallery_id == own => Some(What::Photograph),
            ("ready", _, Some(_)) if self.sorted.as_deref() == way => Some(What::Photograph),
            ("ready", ..) => Some(What::Settled),
            ("failed", ..) if matches!(by, By::Cards { lost: true }) => Some(What::Unreadable),
            _ => None,
        }
    }
}

/// By what a job is sorted.
enum By {
    /// By its cards; and whether one of those may be lost in a file that cannot be read.
    Cards { lost: bool },
    /// By names of files: what they may hold, and whether codes are among it.
    Names { names: FileNames, codes: bool },
}

impl By {
    /// The way whose earlier work is done anew.
    fn moves_again(&self) -> Option<Way> {
        match self {
            Self::Cards { .. } => Some(Way::Cards),
            Self::Names { codes: true, .. } => Some(Way::Names),
            Self::Names { .. } => None,
        }
    }
}

/// All that the rule needs, from one moment.
pub(super) struct Pictures {
    pub(super) own: Uuid,
    pub(super) shots: Vec<ShotRow>,
    /// Each subject's gallery.
    pub(super) galleries: HashMap<Uuid, Uuid>,
    /// How many uploads are not finished.
    pub(super) arriving: i64,
}

/// The pictures and the subjects of a job whose own gallery is known, deleted ones left out unless `$which` says else. `$run`
/// fetches all rows of a query.
macro_rules! pictures {
    ($own:expr, $studio:expr, $job:expr, $run:expr) => {
        $crate::photo_jobs::proposing::pictures!($own, $studio, $job, $run, " and p.deleted_at is null")
    };
    ($own:expr, $studio:expr, $job:expr, $run:expr, $which:literal) => {{
        let shots: Vec<$crate::photo_jobs::proposing::ShotRow> = sqlx::query_as(concat!(
            "select p.id, p.gallery_id, p.state, p.file_name, p.camera, p.taken_at, p.sorted, c.subject_id
             from gallery g join photo p on p.studio_id = g.studio_id and p.gallery_id = g.id
             left join photo_card c on c.studio_id = p.studio_id and c.photo_id = p.id
             where g.studio_id = $1 and g.job_id = $2 and g.deleted_at is null",
            $which
        ))
        .bind($studio)
        .bind($job)
        .fetch_all($run)
        .await?;
        let galleries: Vec<(Uuid, Uuid)> =
            sqlx::query_as("select id, gallery_id from subject where studio_id = $1 and job_id = $2")
                .bind($studio)
                .bind($job)
                .fetch_all($run)
                .await?;
        let arriving: i64 = sqlx::query_scalar(
            "select count(*) from upload u join gallery g on g.studio_id = u.studio_id and g.id = u.gallery_id
             where g.studio_id = $1 and g.job_id = $2 and u.photo_id is null",
        )
        .bind($studio)
        .bind($job)
        .fetch_one($run)
        .await?;
        $crate::photo_jobs::proposing::Pictures {
            own: $own,
            shots,
            galleries: galleries.into_iter().collect(),
            arriving,
        }
    }};
}

impl Pictures {
    /// Whether one of these may follow the cards of a subject who has some: it is not read yet, or on its way. What hangs with
    /// the subject and is not read yet may be a card itself, of whomever.
    pub(super) fn may_follow(&self, subject: SubjectId) -> bool {
        let own = self.galleries.get(&subject.uuid());
        if self.shots.iter().any(|row| row.state == "processing" && Some(&row.gallery_id) == own) {
            return true;
        }
        let has_card = self.shots.iter().any(|row| row.subject_id == Some(subject.uuid()));
        has_card && (self.arriving > 0 || self.shots.iter().any(|row| row.state == "processing"))
    }
}

/// The photographs that wait to be sorted and follow the cards of one subject.
pub(super) fn series_of(pictures: &Pictures, subject: SubjectId) -> Vec<Uuid> {
    // Whoever is erased is rather erased with a photograph too many.
    let proposal = proposed(pictures, &By::Cards { lost: false });
    let own = proposal.rule.series.iter().filter(|series| series.subject == subject);
    own.flat_map(|series| series.photos.iter().map(|photo| photo.uuid())).collect()
}

pub(super) use pictures;

/// What was sorted is about to come back among the unsorted: if what lay there was held back since it was sorted, for somebody was
/// erased, so is this from now on. Of what was sorted at a moment that was not kept nobody knows.
const ERASED_MEANWHILE: &str =
    "insert into photo_kept_back (studio_id, photo_id, unclear_since) select p.studio_id, p.id, ";
const FROM_SORTED: &str = " from photo_job j join photo p on p.studio_id = j.studio_id
 and (j.unclear_since >= p.sorted_at or (j.unclear_since is not null and p.sorted_at is null))
 where j.studio_id = ";

impl Store {
    /// What sorting a job in this way would do now. By names of files, `codes` count only for whoever may see them: whoever
    /// names files would learn from what is proposed whether there is a code.
    pub async fn propose_sorting(&self, desk: &Desk, job: PhotoJobId, way: Way, codes: bool) -> Result<SortProposal> {
        let own = self.photo_job(desk, job).await?.job.gallery.uuid();
        let (studio, id) = (desk.studio().uuid(), job.uuid());
        let pictures = match &self.db.pools {
            db::Pools::Sqlite { readers, .. } => pictures!(own, studio, id, readers),
            db::Pools::Postgres(pool) => pictures!(own, studio, id, pool),
        };
        let by = self.sorted_by(desk, job, way, codes).await?;
        Ok(proposed(&pictures, &by))
    }

    /// Sorts a job as it was proposed under `digest`. Answers how many photographs hang elsewhere now. `codes` is that of
    /// [`Store::propose_sorting`].
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it would do something else by now, or has to wait ([`SortProposal::waits`]); then nothing
    /// is done.
    pub async fn sort_job(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        way: Way,
        (digest, codes): (&str, bool),
        now: DateTime<Utc>,
    ) -> Result<usize> {
        let (studio, id) = (desk.studio().uuid(), job.uuid());
        let by = self.sorted_by(desk, job, way, codes).await?;
        let moved = db::write!(&self.db, tx => {
            let own = hold_job!(tx, studio, id);
            let pictures = pictures!(own, studio, id, &mut *tx);
            let proposal = proposed(&pictures, &by);
            if proposal.waits(way) || proposal.digest != digest {
                return Err(Error::ChangedMeanwhile);
            }
            for (gallery, photos) in &proposal.moves {
                let sorted = (*gallery != proposal.own).then_some(way.as_str());
                let sorted_at = sorted.map(|_| now);
                sqlx::query(USED).bind(studio).bind(gallery).bind(now).execute(&mut *tx).await?;
                for some in photos.chunks(db::AT_ONCE) {
                    if sorted.is_none() {
                        let mut query = QueryBuilder::new(ERASED_MEANWHILE);
                        query.push_bind(now).push(FROM_SORTED).push_bind(studio).push(" and j.id = ").push_bind(id);
                        query.push(" and p.id in ");
                        db::among!(query, some.iter().copied());
                        query.push(" on conflict do nothing").build().execute(&mut *tx).await?;
                    }
                    let mut query = QueryBuilder::new("update photo set gallery_id = ");
                    query.push_bind(*gallery).push(", sorted = ").push_bind(sorted);
                    query.push(", sorted_at = ").push_bind(sorted_at);
                    query.push(" where studio_id = ").push_bind(studio);
                    query.push(" and state = 'ready' and deleted_at is null and id in ");
                    db::among!(query, some.iter().copied());
                    let done = query.build().execute(&mut *tx).await?.rows_affected();
                    if done != some.len() as u64 {
                        return Err(Error::ChangedMeanwhile);
                    }
                }
            }
            Ok(proposal.count())
        });
        Ok(moved)
    }

    /// By what it is sorted, with what names of files may hold if they count.
    async fn sorted_by(&self, desk: &Desk, job: PhotoJobId, way: Way, codes: bool) -> Result<By> {
        if way == Way::Cards {
            return Ok(By::Cards { lost: true });
        }
        let mut names = FileNames::default();
        let known = if codes { self.subject_codes(desk, job).await? } else { Vec::new() };
        let known: HashMap<Uuid, _> = known.iter().map(|code| (code.subject.uuid(), &code.code)).collect();
        let identifiers: Vec<(Uuid, String)> = db::read!(&self.db, c => {
            sqlx::query_as("select id, identifier from subject where studio_id = $1 and job_id = $2")
                .bind(desk.studio().uuid())
                .bind(job.uuid())
                .fetch_all(c)
                .await
        })?;
        for (id, identifier) in identifiers {
            names.add(SubjectId::from_uuid(id), &identifier, known.get(&id).copied());
        }
        Ok(By::Names { names, codes })
    }
}

fn proposed(pictures: &Pictures, by: &By) -> SortProposal {
    let shots: Vec<Shot<'_>> = pictures
        .shots
        .iter()
        .filter_map(|row| {
            Some(Shot {
                id: PhotoId::from_uuid(row.id),
                camera: &row.camera,
                taken_at: row.taken_at,
                file_name: &row.file_name,
                what: row.what(pictures.own, by)?,
            })
        })
        .collect();
    let mut rule = ByCards::default();
    let mut whose: HashMap<Uuid, SubjectId> = HashMap::new();
    match by {
        By::Cards { .. } => {
            rule = by_cards(&shots);
            for series in &rule.series {
                whose.extend(series.photos.iter().map(|photo| (photo.uuid(), series.subject)));
            }
        }
        By::Names { names, .. } => {
            let found = |shot: &Shot<'_>| Some((shot.id.uuid(), names.subject_of(shot.file_name)?));
            whose.extend(shots.iter().filter_map(found));
        }
    }
    let mut moves: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    let mut gains: BTreeMap<SubjectId, usize> = BTreeMap::new();
    let mut back = 0;
    for row in &pictures.shots {
        if row.what(pictures.own, by) != Some(What::Photograph) {
            continue;
        }
        let subject = whose.get(&row.id).copied();
        let to = subject.and_then(|subject| pictures.galleries.get(&subject.uuid())).copied().unwrap_or(pictures.own);
        if to != row.gallery_id {
            moves.entry(to).or_default().push(row.id);
            match subject {
                Some(subject) => *gains.entry(subject).or_default() += 1,
                None => back += 1,
            }
        }
    }
    let in_state = |state: &str| pictures.shots.iter().filter(|row| row.state == state).count();
    for photos in moves.values_mut() {
        photos.sort_unstable();
    }
    let gains = gains.into_iter().collect();
    let (unread, failed, digest) = (in_state("processing"), in_state("failed"), digest(&moves));
    let arriving = usize::try_from(pictures.arriving).unwrap_or(usize::MAX);
    SortProposal { gains, back, unread, failed, arriving, rule, digest, moves, own: pictures.own }
}

/// Another one for every other set of moves.
fn digest(moves: &BTreeMap<Uuid, Vec<Uuid>>) -> String {
    let mut digest = Sha256::new();
    for (gallery, photos) in moves {
        digest.update(gallery);
        digest.update((photos.len() as u64).to_le_bytes());
        for photo in photos {
            digest.update(photo);
        }
    }
    crate::secrets::hex(&digest.finalize())
}
