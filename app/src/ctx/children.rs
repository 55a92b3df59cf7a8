//! Finding one's own child, and stating that one may see it (S47 to S55, S64; SECURITY section 4).

use domain::ids::{PhotoJobId, SubjectId};
use domain::name_match::{group_key, keys_typed};
use domain::photo_job::Told;
use store::{Budget, Door, Error, Guessed, KnownDevice, PhotoJob, Statement};

use super::brakes::unhurried;
use super::guards::{Beside, Guard, budget};
use super::{AtDesk, AtStudio, Ctx, Network};
use crate::api::{Answer, ApiError, Field, Problem};

/// The version of the statement that a parent ticks, of a child that is named in it or is not: another one whenever its words
/// change. The first said what entitles somebody of a named child alone.
pub const STATEMENT: i64 = 2;

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
        let again = opened_before(child, &self.device_or_network(job));
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
        match self.store().take_attempt(&[opened_by_crowd(job, &self.visit.network)], self.now()).await {
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
        let device = self.device_or_network(job.id);
        let mut capped = names_of_one(job.id, &session.unwrap_or_default(), &device, &self.visit.network).to_vec();
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
        opened_by_one(job, &self.device_or_network(job), &self.visit.network, most)
    }

    /// The device, if the code for the parents of the job has let it in; else where it comes from. What a cookie merely claims
    /// is nothing.
    fn device_or_network(&self, job: PhotoJobId) -> String {
        let device = self.visit.known_device.as_ref();
        let known = device.filter(|device| self.store().knows(device, Door::Parents(job)));
        known.map_or_else(|| self.visit.network.near.clone(), KnownDevice::name)
    }
}

/// What one may miss who types names in a job: see [`Ctx::guard_names`].
fn names_of_one(job: PhotoJobId, session: &str, device: &str, network: &Network) -> [Budget; 4] {
    let of = |whom: &str| format!("{job} {whom}");
    [
        budget("names, visit", session, 5, 900_000),
        budget("names, device", &of(device), 8, 43_200_000),
        budget("names, network", &of(&network.near), 20, 3_600_000),
        budget("names, networks around", &of(&network.far), 40, 1_800_000),
    ]
}

/// How many different children one opens: see [`Ctx::children_opened`].
fn opened_by_one(job: PhotoJobId, device: &str, network: &Network, most: i32) -> [Budget; 3] {
    let of = |whom: &str| format!("{job} {whom}");
    [
        budget("children opened", &of(device), most, 86_400_000),
        budget("children opened, network", &of(&network.near), 60, 720_000),
        budget("children opened, networks around", &of(&network.far), 150, 300_000),
    ]
}

/// Used up for a month by the device that opened this child.
fn opened_before(child: SubjectId, device: &str) -> Budget {
    budget("child opened", &format!("{child} {device}"), 1, 30 * 86_400_000)
}

/// The studio is told of a network that opens more.
fn opened_by_crowd(job: PhotoJobId, network: &Network) -> Budget {
    budget("children opened, crowd", &format!("{job} {}", network.near), 15, 900_000)
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
    use std::collections::BTreeSet;

    use chrono::TimeDelta;

    use super::*;

    /// The most that a budget gives in such a time.
    fn within(budget: &Budget, time: TimeDelta) -> i64 {
        i64::from(budget.burst) + time.num_milliseconds() / budget.interval.num_milliseconds()
    }

    /// Whom it counts, how many there are at once, and after what time there is one more.
    fn pinned(budget: &Budget) -> (String, i32, TimeDelta) {
        let [_, whom] = &budget.key[..] else { panic!("{budget:?}") };
        (whom.clone(), budget.burst, budget.interval)
    }

    fn here() -> (PhotoJobId, Network) {
        let network = Network { near: "192.0.2.7/32".to_owned(), far: "192.0.2.0/24".to_owned() };
        (PhotoJobId::from_random([1; 16]), network)
    }

    // S64, T30
    #[test]
    fn a_visit_misses_five_names_in_a_quarter_of_an_hour_a_device_ten_a_day_and_networks_have_an_end() {
        let (job, network) = here();
        let budgets = names_of_one(job, "a visit", "a device", &network);
        let day = |budget: &Budget| within(budget, TimeDelta::days(1));
        assert_eq!((within(&budgets[0], TimeDelta::seconds(899)), day(&budgets[1])), (5, 10));
        assert_eq!((day(&budgets[2]), day(&budgets[3])), (44, 88));
        let expected = [
            ("a visit".to_owned(), 5, TimeDelta::minutes(15)),
            (format!("{job} a device"), 8, TimeDelta::hours(12)),
            (format!("{job} 192.0.2.7/32"), 20, TimeDelta::hours(1)),
            (format!("{job} 192.0.2.0/24"), 40, TimeDelta::minutes(30)),
        ];
        assert_eq!(budgets.each_ref().map(pinned), expected);
    }

    // S64, T31
    #[test]
    fn a_device_opens_three_children_of_a_list_or_six_by_name_and_then_one_a_day_and_networks_have_an_end() {
        let (job, network) = here();
        for (most, expected) in [(LISTED_A_DAY, 3), (FOUND_A_DAY, 6)] {
            let expected = [
                (format!("{job} a device"), expected, TimeDelta::days(1)),
                (format!("{job} 192.0.2.7/32"), 60, TimeDelta::minutes(12)),
                (format!("{job} 192.0.2.0/24"), 150, TimeDelta::minutes(5)),
            ];
            assert_eq!(opened_by_one(job, "a device", &network, most).each_ref().map(pinned), expected);
        }
        let child = SubjectId::from_random([2; 16]);
        let again = (format!("{child} a device"), 1, TimeDelta::days(30));
        assert_eq!(pinned(&opened_before(child, "a device")), again);
        let told = (format!("{job} 192.0.2.7/32"), 15, TimeDelta::minutes(15));
        assert_eq!(pinned(&opened_by_crowd(job, &network)), told);
    }

    // S64: each is counted by itself
    #[test]
    fn no_two_budgets_are_one() {
        let ((job, network), child) = (here(), SubjectId::from_random([2; 16]));
        let with_class = names_with_class(job, (25, 25));
        let all = [
            &names_of_one(job, "one", "one", &network)[..],
            &opened_by_one(job, "one", &network, LISTED_A_DAY),
            &names_alone(job),
            &with_class,
            &[opened_before(child, "one"), opened_by_crowd(job, &network)],
        ]
        .concat();
        let kinds: BTreeSet<_> = all.iter().map(|budget| &budget.key[0]).collect();
        assert_eq!((kinds.len(), all.len()), (13, 13));
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
