//! The pictures of a job as the rules of sorting want them (S62): all of them, from one moment.
//!
//! There may be tens of thousands, and the page on which they are sorted asks at every view. A row for each would cost most of
//! that page's time, so the database writes them into one text, a line each.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use domain::ids::SubjectId;
use uuid::Uuid;

use super::cards::CARD;
use crate::{Error, Result, db};

/// Between the fields of a line, and between lines.
const FIELD: &str = "\u{1f}";
pub(super) const LINE: &str = "\u{1e}";

/// Where a picture stands, as far as sorting asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Its sizes are not made yet: it may be a card.
    Processing,
    /// A photograph.
    Ready,
    /// A picture of a card.
    Card,
    /// A file that cannot be read.
    Failed,
    /// Gone for good.
    Gone,
}

/// One picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShotRow {
    pub(super) id: Uuid,
    /// Where it hangs.
    pub(super) gallery: Uuid,
    pub(super) standing: Standing,
    /// By what it was sorted, if not left where it came in.
    pub(super) sorted: Option<String>,
    /// Whose card it shows.
    pub(super) subject: Option<SubjectId>,
    pub(super) taken_at: Option<NaiveDateTime>,
    pub(super) camera: String,
    pub(super) file_name: String,
}

/// All that the rule needs, from one moment.
pub(super) struct Pictures {
    /// The gallery of what is not sorted.
    pub(super) own: Uuid,
    pub(super) shots: Vec<ShotRow>,
    /// Each subject's gallery.
    pub(super) galleries: HashMap<Uuid, Uuid>,
    /// How many uploads are not finished.
    pub(super) arriving: i64,
}

/// A line, as both databases fill it in. Neither sign comes in with a file's name or with what was read of its camera.
pub(super) const PATTERN: &str = "%s\u{1f}%s\u{1f}%s\u{1f}%s\u{1f}%s\u{1f}%s\u{1f}%s\u{1f}%s";

/// The query for the pictures; `$id` begins what writes an id as text, and `$end` ends it, and `$taken` is a time in the text that
/// both databases agree on.
macro_rules! shots {
    ($id:literal, $end:literal, $taken:literal, $which:literal) => {
        concat!(
            "select string_agg(format($3, ",
            $id,
            "p.id",
            $end,
            ", ",
            $id,
            "p.gallery_id",
            $end,
            ", p.state, p.sorted, ",
            $id,
            "c.subject_id",
            $end,
            ", ",
            $taken,
            ", p.camera, p.file_name), $4)
             from gallery g join photo p on p.studio_id = g.studio_id and p.gallery_id = g.id
             left join photo_card c on c.studio_id = p.studio_id and c.photo_id = p.id
             where g.studio_id = $1 and g.job_id = $2 and g.deleted_at is null",
            $which
        )
    };
}

/// Which pictures of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that are there.
    There,
    /// Those that were deleted, too.
    Deleted,
}

impl Which {
    /// What asks for them. An id is bytes in one database and of its own type in the other.
    pub(super) const fn query(self, pools: &db::Pools) -> &'static str {
        match (pools, self) {
            (db::Pools::Sqlite { .. }, Self::There) => shots!("hex(", ")", "p.taken_at", " and p.deleted_at is null"),
            (db::Pools::Sqlite { .. }, Self::Deleted) => shots!("hex(", ")", "p.taken_at", ""),
            (db::Pools::Postgres(_), Self::There) => {
                shots!("", "", "to_char(p.taken_at, 'YYYY-MM-DD HH24:MI:SS.US')", " and p.deleted_at is null")
            }
            (db::Pools::Postgres(_), Self::Deleted) => {
                shots!("", "", "to_char(p.taken_at, 'YYYY-MM-DD HH24:MI:SS.US')", "")
            }
        }
    }
}

/// The pictures and the subjects of a job whose own gallery is known. `$run` fetches all rows of a query.
macro_rules! pictures {
    ($db:expr, $which:ident, $own:expr, $studio:expr, $job:expr, $run:expr) => {{
        use $crate::photo_jobs::shots::{LINE, PATTERN, Pictures, Which, read_shots};
        // First, for one that ends meanwhile is then among the pictures besides; the other way round it would be in neither.
        let arriving: i64 = sqlx::query_scalar(
            "select count(*) from upload u join gallery g on g.studio_id = u.studio_id and g.id = u.gallery_id
             where g.studio_id = $1 and g.job_id = $2 and u.photo_id is null",
        )
        .bind($studio)
        .bind($job)
        .fetch_one($run)
        .await?;
        let lines: Option<String> = sqlx::query_scalar(Which::$which.query(&$db.pools))
            .bind($studio)
            .bind($job)
            .bind(PATTERN)
            .bind(LINE)
            .fetch_one($run)
            .await?;
        let galleries: Vec<(uuid::Uuid, uuid::Uuid)> =
            sqlx::query_as("select id, gallery_id from subject where studio_id = $1 and job_id = $2")
                .bind($studio)
                .bind($job)
                .fetch_all($run)
                .await?;
        let shots = read_shots(lines.as_deref().unwrap_or_default())?;
        Pictures { own: $own, shots, galleries: galleries.into_iter().collect(), arriving }
    }};
}
pub(super) use pictures;

/// The lines that the database wrote.
///
/// # Errors
/// [`Error::Corrupt`] for a line that is none, or a state that nobody knows.
pub(super) fn read_shots(lines: &str) -> Result<Vec<ShotRow>> {
    lines.split_terminator(LINE).map(|line| shot(line).ok_or(Error::Corrupt("pictures of a job"))).collect()
}

fn shot(line: &str) -> Option<ShotRow> {
    let mut fields = line.split(FIELD);
    let mut next = || fields.next();
    let id = |text: &str| Uuid::try_parse(text).ok();
    let row = ShotRow {
        id: id(next()?)?,
        gallery: id(next()?)?,
        standing: Standing::parse(next()?)?,
        sorted: some(next()?).map(str::to_owned),
        subject: match some(next()?) {
            Some(subject) => Some(SubjectId::from_uuid(id(subject)?)),
            None => None,
        },
        // No camera says a time that is not read here, and such a picture is one without a time.
        taken_at: some(next()?).and_then(|moment| NaiveDateTime::parse_from_str(moment, "%F %T%.f").ok()),
        camera: next()?.to_owned(),
        file_name: next()?.to_owned(),
    };
    next().is_none().then_some(row)
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

impl Standing {
    fn parse(state: &str) -> Option<Self> {
        Some(match state {
            "processing" => Self::Processing,
            "ready" => Self::Ready,
            CARD => Self::Card,
            "failed" => Self::Failed,
            "gone" => Self::Gone,
            _ => return None,
        })
    }
}

impl Pictures {
    /// Whether one of these may follow the cards of a subject who has some: it is not read yet, or on its way. What hangs with
    /// the subject and is not read yet may be a card itself, of whomever.
    pub(super) fn may_follow(&self, subject: SubjectId) -> bool {
        let own = self.galleries.get(&subject.uuid());
        let unread = |row: &&ShotRow| row.standing == Standing::Processing;
        if self.shots.iter().filter(unread).any(|row| Some(&row.gallery) == own) {
            return true;
        }
        let has_card = self.shots.iter().any(|row| row.subject == Some(subject));
        has_card && (self.arriving > 0 || self.shots.iter().any(|row| unread(&row)))
    }

    /// How many of them stand so.
    pub(super) fn count(&self, standing: Standing) -> usize {
        self.shots.iter().filter(|row| row.standing == standing).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE_OF_ONE: &str = "018F00000000400080000000000000AA\u{1f}018f0000-0000-4000-8000-0000000000bb\u{1f}card\u{1f}\u{1f}\
        018F00000000400080000000000000CC\u{1f}2026-09-14 12:00:00.5\u{1f}X-T5 1\u{1f}IMG 1.jpg";

    // S62: both ways in which databases write an id are read, and nothing is made of what is not understood
    #[test]
    fn lines_are_read_or_refused() {
        let one = read_shots(LINE_OF_ONE).unwrap().remove(0);
        assert_eq!((one.standing, one.sorted.as_deref(), &*one.camera), (Standing::Card, None, "X-T5 1"));
        assert_eq!(one.id, Uuid::from_u128(0x018f_0000_0000_4000_8000_0000_0000_00aa));
        assert_eq!(one.gallery, Uuid::from_u128(0x018f_0000_0000_4000_8000_0000_0000_00bb));
        assert_eq!(one.taken_at.unwrap().and_utc().timestamp_subsec_millis(), 500);
        assert_eq!(read_shots("").unwrap(), Vec::new());
        let strange = LINE_OF_ONE.replace("2026-09-14 12:00:00.5", "0001-01-01 00:00:00 BC");
        let three = read_shots(&[LINE_OF_ONE, &strange, LINE_OF_ONE].join(LINE)).unwrap();
        assert_eq!((three.len(), &three[0], three[1].taken_at), (3, &one, None));
        assert_eq!(three[2], one);
        for broken in [
            LINE_OF_ONE.replace("card", "torn"),
            LINE_OF_ONE.replace("00CC", "00C"),
            LINE_OF_ONE.replace("\u{1f}X-T5 1", ""),
            format!("{LINE_OF_ONE}\u{1f}more"),
        ] {
            assert!(matches!(read_shots(&broken), Err(Error::Corrupt(_))), "{broken}");
        }
    }
}
