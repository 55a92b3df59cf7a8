//! Whose photographs are whose, by the cards between them (S62): a card is photographed, then the child, then the next
//! card. A wrong guess shows a child to strangers, so wherever something is in doubt, photographs stay unsorted.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use crate::ids::{PhotoId, SubjectId};
use crate::photo::natural_cmp;

named! {
    /// What was read in a picture of a card.
    pub enum CardShows {
        /// The code of one subject of the job.
        Subject = "subject",
        /// More than one card.
        Several = "several",
        /// A code that nobody of the job has.
        Nobody = "nobody",
        /// Something that looks like a card's code and could not be read.
        Unread = "unread",
        /// Nothing: a person says that it is a card.
        Told = "told",
    }
}

named! {
    /// By what photographs are sorted, other than by hand.
    pub enum Way {
        /// By the cards between them.
        Cards = "cards",
        /// By the names of their files.
        Names = "names",
    }
}

impl CardShows {
    /// What a picture shows on which so many subjects' codes and so many codes of nobody were read; nothing if it shows no
    /// card.
    pub const fn of(subjects: usize, strangers: usize, unread: bool) -> Option<Self> {
        match (subjects, strangers, unread) {
            (0, 0, false) => None,
            (1, 0, false) => Some(Self::Subject),
            (0, 1, false) => Some(Self::Nobody),
            (0, 0, true) => Some(Self::Unread),
            _ => Some(Self::Several),
        }
    }

    /// Whether a person may say that it is a photograph after all. What a code was read in never becomes one: the code
    /// would be shown with it.
    pub const fn may_be_photograph(self) -> bool {
        matches!(self, Self::Unread | Self::Told)
    }
}

/// One picture of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shot<'a> {
    /// Its id.
    pub id: PhotoId,
    /// The camera, as the file says it; may be empty.
    pub camera: &'a str,
    /// When it was taken, by that camera's clock.
    pub taken_at: Option<NaiveDateTime>,
    /// The name of its file.
    pub file_name: &'a str,
    /// What it is.
    pub what: What,
}

/// What a picture of a job is to the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A photograph that the rule may sort.
    Photograph,
    /// A photograph that a person has sorted: it stays where it is.
    Settled,
    /// The card of a subject.
    Card(SubjectId),
    /// A card, and nobody knows whose.
    Doubtful,
    /// A file that cannot be read: it may be a card. Nobody knows its camera and its time.
    Unreadable,
}

/// What follows the cards of one subject up to the next card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The first picture of the card.
    pub card: PhotoId,
    /// Whose card it is.
    pub subject: SubjectId,
    /// The photographs that the rule sorts, as they were taken.
    pub photos: Vec<PhotoId>,
    /// How many photographs among them a person has sorted.
    pub settled: usize,
    /// Whether no card comes after it in its row: then nothing tells where it ends.
    pub last: bool,
}

/// What the rule says of the pictures of a job.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ByCards {
    /// The series of every camera, as they were taken.
    pub series: Vec<Series>,
    /// Photographs before the first card: nobody knows whose.
    pub before: Vec<PhotoId>,
    /// Photographs after a card that is in doubt, or may be missing, up to the next one.
    pub after_doubt: Vec<PhotoId>,
}

/// The rule. Cameras are apart, and so are a camera's pictures without a time: those of each are taken in the order of
/// time, name as people count, and id. A card begins a series, and the next card ends it; the same card again goes on
/// with it. After a doubtful card nothing is sorted until the next one. A file that cannot be read may be such a card: of
/// every camera, what follows its neighbours by name is in doubt.
pub fn by_cards(shots: &[Shot<'_>]) -> ByCards {
    let (lost, mut shots): (Vec<&Shot<'_>>, Vec<&Shot<'_>>) =
        shots.iter().partition(|shot| shot.what == What::Unreadable);
    shots.sort_by(|one, other| {
        (one.camera, one.taken_at)
            .cmp(&(other.camera, other.taken_at))
            .then_with(|| natural_cmp(one.file_name, other.file_name))
            .then_with(|| one.id.cmp(&other.id))
    });
    let mut all = ByCards::default();
    for row in shots.chunk_by(|one, other| stream(one) == stream(other)) {
        all.add(row, &doubts(row, &lost));
    }
    all
}

/// The places in a row from which on a card may be missing that cannot be read: after the picture whose name comes before, and
/// at the one whose name comes next. Where a camera counts on it is one place; where it began anew, or pictures have other
/// names, it may be either.
fn doubts(row: &[&Shot<'_>], lost: &[&Shot<'_>]) -> BTreeSet<usize> {
    if lost.is_empty() {
        return BTreeSet::new();
    }
    let mut by_name: Vec<usize> = (0..row.len()).collect();
    by_name.sort_by(|one, other| natural_cmp(row[*one].file_name, row[*other].file_name).then_with(|| one.cmp(other)));
    let mut doubts = BTreeSet::new();
    for lost in lost {
        let next = by_name.partition_point(|place| natural_cmp(row[*place].file_name, lost.file_name).is_le());
        doubts.extend(next.checked_sub(1).map(|before| by_name[before] + 1));
        doubts.extend(by_name.get(next));
    }
    doubts
}

/// Pictures whose order says something.
fn stream<'a>(shot: &Shot<'a>) -> (&'a str, bool) {
    (shot.camera, shot.taken_at.is_some())
}

impl ByCards {
    fn add(&mut self, row: &[&Shot<'_>], doubts: &BTreeSet<usize>) {
        enum At {
            Before,
            Doubt,
            Series(usize),
        }
        let mut at = At::Before;
        for (place, shot) in row.iter().enumerate() {
            if doubts.contains(&place) && !matches!(at, At::Before) {
                at = At::Doubt;
            }
            match (shot.what, &at) {
                (What::Card(subject), At::Series(open)) if self.series[*open].subject == subject => {}
                (What::Card(subject), _) => {
                    at = At::Series(self.series.len());
                    self.series.push(Series { card: shot.id, subject, photos: Vec::new(), settled: 0, last: false });
                }
                (What::Doubtful, _) => at = At::Doubt,
                (What::Settled, At::Series(open)) => self.series[*open].settled += 1,
                (What::Settled | What::Unreadable, _) => {}
                (What::Photograph, At::Series(open)) => self.series[*open].photos.push(shot.id),
                (What::Photograph, At::Before) => self.before.push(shot.id),
                (What::Photograph, At::Doubt) => self.after_doubt.push(shot.id),
            }
        }
        if let At::Series(open) = at {
            self.series[open].last = true;
        }
    }

    /// The cards after which there is no photograph, of subjects that have no other series with one.
    pub fn empty(&self) -> Vec<&Series> {
        let has = |series: &&Series| !series.photos.is_empty() || series.settled > 0;
        let some: BTreeSet<SubjectId> = self.series.iter().filter(has).map(|series| series.subject).collect();
        let mut said = BTreeSet::new();
        self.series.iter().filter(|series| !some.contains(&series.subject) && said.insert(series.subject)).collect()
    }

    /// The last series of each row that would get photographs. What is photographed after the last child, the class perhaps, has
    /// no card before it and would go to that child alone.
    pub fn last(&self) -> Vec<&Series> {
        self.series.iter().filter(|series| series.last && !series.photos.is_empty()).collect()
    }

    /// Series that are much longer than the others: more than twice the usual, and four photographs more. A card that
    /// was not seen at all leaves the next child's photographs with the one before.
    pub fn long(&self) -> Vec<&Series> {
        let count = |series: &Series| series.photos.len() + series.settled;
        let mut counts: Vec<usize> = self.series.iter().map(count).filter(|count| *count > 0).collect();
        counts.sort_unstable();
        let Some(usual) = counts.get(counts.len().saturating_sub(1) / 2).copied() else { return Vec::new() };
        self.series.iter().filter(|series| count(series) > (usual * 2).max(usual + 3)).collect()
    }
}
