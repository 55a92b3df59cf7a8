//! Finding one's own child, and stating that one may see it (S47 to S55, S64; SECURITY section 4).

use domain::ids::{PhotoJobId, SubjectId};
use domain::name_match::{group_key, keys_typed};
use domain::photo_job::Told;
use store::{Budget, Door, Error, Guessed, KnownDevice, PhotoJob, Statement};

use super::brakes::unhurried;
use super::guards::{Beside, Guard, budget};
use super::{AtDesk, AtStudio, Ctx};
use crate::api::{Answer, ApiError, Field, Problem};

/// The version of the statement that a parent ticks: another one whenever its words change their meaning.
pub const STATEMENT: i64 = 1;

/// So many different children one device opens from a list at once (SECURITY section 4); then one more a day.
const LISTED_A_DAY: i32 = 3;
/// And so many by their names: a large family.
const FOUND_A_DAY: i32 = 6;

/// What a parent types.
pub struct Sought {
    /// The child's first name.
    pub first_name: String,
    /// The child's last name.
    pub last_name: String,
    /// The child's class, where two children of the job have one name.
    pub group: String,
}

impl Ctx {
    /// The job whose connection code the guest has typed.
    pub async fn connected_job(&self, at: &AtStudio, job: PhotoJobId) -> Answer<(PhotoJob, Told)> {
        Ok(self.store().connected_job(at.studio.id, &at.sight.guest.jobs, job, self.now()).await?)
    }

    /// Finds a child by its names. Each look-up is a statement of the right to see whom it finds: without it nothing is
    /// looked up.
    pub async fn find_child(&self, at: &AtStudio, job: PhotoJobId, sought: &Sought, entitled: bool) -> Answer {
        unhurried(Box::pin(self.try_to_find(at, job, sought, entitled))).await
    }

    async fn try_to_find(&self, at: &AtStudio, job: PhotoJobId, sought: &Sought, entitled: bool) -> Answer {
        let (job, told) = self.connected_job(at, job).await?;
        if !job.finding || told != Told::Here {
            return Err(ApiError::NotFound);
        }
        if !entitled {
            return Err(ApiError::Field { field: Field::Entitled, problem: Problem::Unticked });
        }
        // Said before anything is looked up: it tells nobody whether a name is right.
        let opened = self.children_opened(job.id, FOUND_A_DAY);
        if let Some(retry_after) = self.store().attempt_waits(&opened, self.now()).await? {
            self.tell_of_too_many(at, job.id, &opened).await?;
            return Err(ApiError::Slow { retry_after, ticket: false });
        }
        let with_class = format!("/{}/find/{}?read=yes&class=asked", at.studio.address, job.id);
        // A page from before the class was asked for.
        if job.class_asked_at.is_some() && sought.group.trim().is_empty() {
            return self.go(&with_class);
        }
        let attempt = async {
            let child = self.child_of_name(at, &job, sought).await?.ok_or(ApiError::Rejected)?;
            self.count_opened(at, (job.id, child), &opened).await?;
            self.let_see(at, child).await
        };
        let guard = self.guard_names(at, &job).await?;
        let tried = self.braked(&guard, &Beside::default(), attempt).await;
        // The last name that all together may miss.
        if matches!(tried, Err(ApiError::Rejected))
            && job.class_asked_at.is_none()
            && self.store().attempt_waits(&names_alone(job.id), self.now()).await?.is_some()
            && self.store().ask_for_class(at.studio.id, job.id, self.now()).await?
        {
            return self.go(&with_class);
        }
        tried
    }

    /// The one child that is meant; none where several could be, one of them protected perhaps: whoever types its name would see
    /// the other.
    async fn child_of_name(&self, at: &AtStudio, job: &PhotoJob, sought: &Sought) -> Answer<Option<SubjectId>> {
        let keys = keys_typed(&sought.first_name, &sought.last_name);
        let mut found = self.store().subjects_of_name(at.studio.id, job, &keys).await?;
        if job.asks_for_class() {
            let group = group_key(&sought.group);
            found.retain(|child| group.is_some() && group_key(&child.group) == group);
        }
        Ok(match found.as_slice() {
            [only] if only.admitted => Some(only.id),
            _ => None,
        })
    }

    /// A child was chosen from the list.
    pub async fn confirm_child(&self, at: &AtStudio, child: SubjectId, entitled: bool) -> Answer {
        let (job, _) = self.listed_child(at, child).await?;
        if !entitled {
            return Err(ApiError::Field { field: Field::Entitled, problem: Problem::Unticked });
        }
        self.count_opened(at, (job, child), &self.children_opened(job, LISTED_A_DAY)).await?;
        self.let_see(at, child).await
    }

    /// Counts a child that this device has not opened in the last month; it is never given back. The studio is told of whoever
    /// wants one too many (T31), and where many come from one network.
    async fn count_opened(&self, at: &AtStudio, (job, child): (PhotoJobId, SubjectId), opened: &[Budget]) -> Answer {
        let again = budget("child opened", &format!("{child} {}", self.device_or_network(job)), 1, 30 * 86_400_000);
        if at.sight.guest.jobs.children.iter().any(|known| known.subject == child)
            || self.store().attempt_waits(std::slice::from_ref(&again), self.now()).await?.is_some()
        {
            return Ok(());
        }
        let taken = self.store().take_attempt(&[opened, &[again]].concat(), self.now()).await;
        if matches!(taken, Err(Error::Slow { .. })) {
            self.tell_of_too_many(at, job, opened).await?;
        }
        let _never_given_back = taken?;
        let crowd = budget("children opened, crowd", &format!("{job} {}", self.visit.network.near), 15, 900_000);
        match self.store().take_attempt(&[crowd], self.now()).await {
            Ok(_counted) => {}
            Err(Error::Slow { .. }) => {
                self.store().count_guess(at.studio.id, Guessed::Crowd(job), self.now()).await?;
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// One was refused: by the first budget for the device's sake, else for its network's.
    async fn tell_of_too_many(&self, at: &AtStudio, job: PhotoJobId, opened: &[Budget]) -> Answer {
        let of_device = self.store().attempt_waits(&opened[..1], self.now()).await?.is_some();
        let what = if of_device { Guessed::Children(job) } else { Guessed::Crowd(job) };
        Ok(self.store().count_guess(at.studio.id, what, self.now()).await?)
    }

    /// A child of a list that the guest may read, with its name.
    pub async fn listed_child(&self, at: &AtStudio, child: SubjectId) -> Answer<(PhotoJobId, String)> {
        for job in &at.sight.guest.jobs.connections {
            let (job, told) = self.connected_job(at, *job).await?;
            if told != Told::Here {
                continue;
            }
            let listed = match self.store().listed_subjects(at.studio.id, &job).await {
                Err(Error::NotFound) => continue,
                listed => listed?,
            };
            if let Some(found) = listed.into_iter().find(|listed| listed.id == child) {
                return Ok((job.id, found.name));
            }
        }
        Err(ApiError::NotFound)
    }

    /// Records the statement, and shows the child.
    async fn let_see(&self, at: &AtStudio, child: SubjectId) -> Answer {
        let stated = Statement { version: STATEMENT, language: self.language(Some(&at.studio)) };
        let by = (self.visit.guest.as_ref(), self.visit.device);
        let visit = &at.sight.guest.jobs;
        let token = self.store().confirm_subject(at.studio.id, visit, child, stated, by, self.now()).await?;
        self.set_guest(&token);
        self.go(&format!("/{}/children", at.studio.address))
    }

    /// What guards the names of a job (S64): five misses of one visit in a quarter of an hour, ten of one device a day (a part
    /// of each at once, the rest by and by), and what all have together. The session is the guest's own, who has typed the
    /// connection code; their network counts in its place where cookies are thrown away to get a new one.
    async fn guard_names(&self, at: &AtStudio, job: &PhotoJob) -> Answer<Guard> {
        let session = self.visit.guest.as_ref().map(|token| token.hash().map(|byte| format!("{byte:02x}")).concat());
        let name = job.id.to_string();
        let mut capped = vec![
            budget("names, visit", &session.unwrap_or_default(), 5, 180_000),
            budget("names, device", &format!("{name} {}", self.device_or_network(job.id)), 8, 43_200_000),
            budget("names, network", &format!("{name} {}", self.visit.network.near), 20, 3_600_000),
            budget("names, networks around", &format!("{name} {}", self.visit.network.far), 40, 1_800_000),
        ];
        capped.extend(if job.class_asked_at.is_some() {
            names_with_class(job.id, self.store().group_sizes(at.studio.id, job.id).await?)
        } else {
            names_alone(job.id)
        });
        Ok(Guard::of_names(capped, at.studio.id, job.id))
    }

    /// A member looked at who guesses: names alone find a child again, and what was counted is forgotten.
    pub async fn ask_for_names_alone(&self, at: &AtDesk, job: PhotoJobId) -> Answer {
        let job = self.store().photo_job(&at.desk, job).await?.job.id;
        self.store().ask_for_names_alone(&at.desk, job).await?;
        let sizes = self.store().group_sizes(at.desk.studio(), job).await?;
        self.store().forget_attempts(&[names_alone(job), names_with_class(job, sizes)].concat()).await?;
        Ok(())
    }

    /// How many children one device opens, at once and then one a day; how many all devices of one network do, sixty at once,
    /// parents at a school's evening, and then one in twelve minutes; and how many the networks around it, which one household
    /// may have many of. Whoever throws cookies away is another device each time.
    fn children_opened(&self, job: PhotoJobId, most: i32) -> [Budget; 3] {
        let of = |whom: &str| format!("{job} {whom}");
        [
            budget("children opened", &of(&self.device_or_network(job)), most, 86_400_000),
            budget("children opened, network", &of(&self.visit.network.near), 60, 720_000),
            budget("children opened, networks around", &of(&self.visit.network.far), 150, 300_000),
        ]
    }

    /// The device, if the code for the parents of the job has let it in; else where it comes from. What a cookie merely claims
    /// is nothing.
    fn device_or_network(&self, job: PhotoJobId) -> String {
        let device = self.visit.known_device.as_ref();
        let known = device.filter(|device| self.store().knows(device, Door::Parents(job)));
        known.map_or_else(|| self.visit.network.near.clone(), KnownDevice::name)
    }
}

/// What all who type names in a job may miss: thirty an hour and two hundred a day (SECURITY section 4). Then names alone find
/// nobody any more, and the class is asked for.
fn names_alone(job: PhotoJobId) -> [Budget; 2] {
    let name = job.to_string();
    [budget("names, job", &name, 15, 240_000), budget("names, job and day", &name, 100, 864_000)]
}

/// And what they may miss with the class: up to three times as much, where there are so many classes that a guess at a name and
/// the likeliest class hits no more often for it. The parents of a large school who mistype leave room for the others.
fn names_with_class(job: PhotoJobId, (people, largest): (i64, i64)) -> [Budget; 2] {
    let name = job.to_string();
    let times = i32::try_from(people / largest.max(1) / 2).unwrap_or(i32::MAX).clamp(1, 3);
    let one = |what, burst, every: i64| budget(what, &name, burst * times, every / i64::from(times));
    [one("names and class, job", 15, 240_000), one("names and class, job and day", 100, 864_000)]
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    /// The most that a budget gives in such a time.
    fn within(budget: &Budget, time: TimeDelta) -> i64 {
        i64::from(budget.burst) + time.num_milliseconds() / budget.interval.num_milliseconds()
    }

    // S64, T30
    #[test]
    fn names_of_a_job_are_missed_thirty_times_an_hour_and_two_hundred_a_day() {
        let [hour, day] = names_alone(PhotoJobId::from_random([1; 16]));
        assert_eq!((within(&hour, TimeDelta::hours(1)), within(&day, TimeDelta::days(1))), (30, 200));
    }

    // S64, T30: whoever guesses takes the largest class
    #[test]
    fn with_the_class_no_more_guesses_hit_than_with_names_alone() {
        let of = |sizes| names_with_class(PhotoJobId::from_random([1; 16]), sizes);
        let day = |sizes| within(&of(sizes)[1], TimeDelta::days(1));
        for (sizes, expected) in
            [((0, 0), 200), ((25, 25), 200), ((75, 25), 200), ((100, 25), 400), ((2000, 25), 600), ((520, 500), 200)]
        {
            assert_eq!(day(sizes), expected, "{sizes:?}");
            assert!(day(sizes) * sizes.1 <= 200 * sizes.0.max(1) || expected == 200, "{sizes:?}");
        }
        assert_eq!(within(&of((2000, 25))[0], TimeDelta::hours(1)), 90);
    }
}
