//! What sorting by cards or by names of files would do (S62), and doing it: what was shown is done, or nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::ids::{PhotoId, PhotoJobId, SubjectId};
use domain::photo_job::file_names::FileNames;
use domain::photo_job::sorting::{ByCards, Shot, Way, What, by_cards};
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::extra_cards::USED;
use super::groups::hold_job;
use super::shots::{Pictures, ShotRow, Standing, pictures};
use crate::{Desk, Error, Result, Store, db};

/// What sorting would do, and what it leaves to people.
#[derive(Clone, Debug)]
pub struct SortProposal {
    /// How many photographs each subject would get.
    pub gains: Vec<(SubjectId, usize)>,
    /// How many photographs hang with one subject, whose family may see them, and would be another's.
    pub astray: BTreeMap<(SubjectId, SubjectId), usize>,
    /// How many photographs that were sorted so before would wait again.
    pub back: usize,
    /// With whom those hang until then; their families may see them.
    pub back_from: BTreeSet<SubjectId>,
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

/// What a picture is to the rule; nothing while it is not read. Who sorts by names without codes leaves what was sorted by names
/// before: it may have been by a code.
fn what(row: &ShotRow, own: Uuid, by: &By) -> Option<What> {
    let way = by.moves_again().map(Way::as_str);
    match (row.standing, row.subject, row.sorted.as_deref()) {
        (Standing::Card, Some(subject), _) => Some(What::Card(subject)),
        (Standing::Card, None, _) => Some(What::Doubtful),
        (Standing::Ready, _, None) if row.gallery == own => Some(What::Photograph),
        (Standing::Ready, _, Some(_)) if row.sorted.as_deref() == way => Some(What::Photograph),
        (Standing::Ready, ..) => Some(What::Settled),
        (Standing::Failed, ..) if matches!(by, By::Cards { lost: true }) => Some(What::Unreadable),
        _ => None,
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

/// The photographs that wait to be sorted and follow the cards of one subject.
pub(super) fn series_of(pictures: &Pictures, subject: SubjectId) -> Vec<Uuid> {
    // Whoever is erased is rather erased with a photograph too many.
    let proposal = proposed(pictures, &By::Cards { lost: false });
    let own = proposal.rule.series.iter().filter(|series| series.subject == subject);
    own.flat_map(|series| series.photos.iter().map(|photo| photo.uuid())).collect()
}

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
            db::Pools::Sqlite { readers, .. } => pictures!(self.db, There, own, studio, id, readers),
            db::Pools::Postgres(pool) => pictures!(self.db, There, own, studio, id, pool),
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
            let pictures = pictures!(self.db, There, own, studio, id, &mut *tx);
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
                    query.push(" where studio_id = ").push_bind(studio).push(" and id in ");
                    db::among!(query, some.iter().copied());
                    // Asked of what was moved and not before: with it SQLite would look through all photographs of the studio.
                    query.push(" returning case when state = 'ready' and deleted_at is null then true else false end");
                    let there: Vec<bool> = query.build_query_scalar().fetch_all(&mut *tx).await?;
                    if there.len() != some.len() || there.contains(&false) {
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
                what: what(row, pictures.own, by)?,
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
    let with: HashMap<Uuid, SubjectId> =
        pictures.galleries.iter().map(|(subject, gallery)| (*gallery, SubjectId::from_uuid(*subject))).collect();
    let (mut astray, mut back_from) = (BTreeMap::new(), BTreeSet::new());
    let mut back = 0;
    for row in &pictures.shots {
        if what(row, pictures.own, by) != Some(What::Photograph) {
            continue;
        }
        let subject = whose.get(&row.id).copied();
        let to = subject.and_then(|subject| pictures.galleries.get(&subject.uuid())).copied().unwrap_or(pictures.own);
        if to != row.gallery {
            moves.entry(to).or_default().push(row.id);
            let from = with.get(&row.gallery).copied();
            if let Some(subject) = subject {
                *gains.entry(subject).or_default() += 1;
                if let Some(from) = from {
                    *astray.entry((from, subject)).or_default() += 1;
                }
            } else {
                back += 1;
                back_from.extend(from);
            }
        }
    }
    for photos in moves.values_mut() {
        photos.sort_unstable();
    }
    let gains = gains.into_iter().collect();
    let (unread, failed) = (pictures.count(Standing::Processing), pictures.count(Standing::Failed));
    let digest = digest(&moves);
    let arriving = usize::try_from(pictures.arriving).unwrap_or(usize::MAX);
    SortProposal { gains, astray, back, back_from, unread, failed, arriving, rule, digest, moves, own: pictures.own }
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
