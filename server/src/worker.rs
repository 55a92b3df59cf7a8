//! Makes what was uploaded ready to be shown: takes work from the table, gives it to a child process, keeps the result.
//! Any number of instances may do so side by side.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::ctx::code_of_link;
use chrono::{DateTime, TimeDelta, Utc};
use domain::photo::Unreadable;
use store::{CardsSeen, Error, Lease, RenderedPhoto, Store, Swept, WorkKind};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::clock::Clock;
use crate::images::{self, Look, RenderError, Rendered, is_camera, is_moment};

/// How long a worker sleeps when nobody rings: work of another instance, work whose time has come.
const NAP: Duration = Duration::from_secs(2);
/// How often a lease of a minute is renewed.
const RENEWAL: Duration = Duration::from_secs(20);
/// How often what has ended is swept away.
const SWEEP: Duration = Duration::from_mins(10);

/// How often all objects are gone through.
const OBJECTS: TimeDelta = TimeDelta::hours(24);

/// Wakes the workers: there is something to do.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Rings.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// What a worker needs.
#[derive(Clone, Debug)]
pub struct Worker {
    /// Everything that is kept.
    pub store: Arc<Store>,
    /// The clock.
    pub clock: Clock,
    /// Wakes it.
    pub bell: Bell,
    /// This program: its `render` subcommand decodes photographs.
    pub program: PathBuf,
}

impl Worker {
    /// Works until `stop` says so; what is in hand then is given back.
    pub async fn run(self, workers: usize, stop: watch::Receiver<bool>) {
        let mut all = JoinSet::new();
        for _ in 0..workers {
            all.spawn(self.clone().work(stop.clone()));
        }
        all.spawn(self.sweep(stop));
        all.join_all().await;
    }

    async fn work(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let nap = tokio::time::sleep(NAP);
            match self.store.take_work(self.clock.now()).await {
                Ok(Some(lease)) => {
                    // There may be more: another worker shall look while this one is busy.
                    self.bell.ring();
                    tokio::select! {
                        () = self.one(&lease) => {}
                        () = stopped(&mut stop) => self.give_back(&lease).await,
                    }
                    continue;
                }
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "no work could be taken"),
            }
            tokio::select! {
                () = nap => {}
                () = self.bell.0.notified() => {}
                () = stopped(&mut stop) => {}
            }
        }
    }

    /// Does what is due now, one item after the other.
    ///
    /// # Errors
    /// When no work can be taken; an item that fails is not one: it is noted there.
    pub async fn work_off(&self) -> store::Result<()> {
        while let Some(lease) = self.store.take_work(self.clock.now()).await? {
            self.one(&lease).await;
        }
        Ok(())
    }

    async fn one(&self, lease: &Lease) {
        let outcome = tokio::select! {
            outcome = self.carry_out(lease) => outcome,
            () = self.lose(lease) => return,
        };
        let kept = match outcome {
            Ok(()) => Ok(()),
            Err(Failure::Photograph(why)) => self.store.refuse_photo(lease, why).await,
            Err(Failure::Passing(error)) => {
                tracing::warn!(%error, "work is tried again later");
                self.store.postpone_work(lease, &error, self.clock.now()).await
            }
        };
        match kept {
            // The lease went to another worker, or the photograph was deleted: nothing is lost.
            Ok(()) | Err(Error::NotFound) => {}
            Err(error) => tracing::error!(%error, "the outcome of work could not be kept"),
        }
    }

    async fn carry_out(&self, lease: &Lease) -> Result<(), Failure> {
        match lease.kind {
            WorkKind::Render => {
                let original = self.store.original(lease).await?;
                let look = if self.store.lies_in_job(lease).await? { Look::ForCards } else { Look::Only };
                let rendered = images::render(&self.program, original, look).await?;
                self.store.finish_photo(lease, &kept(rendered), self.clock.now()).await?;
            }
            WorkKind::Erase => self.store.erase_photo(lease).await?,
        }
        Ok(())
    }

    /// Holds the lease; returns when it was lost.
    async fn lose(&self, lease: &Lease) {
        loop {
            tokio::time::sleep(RENEWAL).await;
            if let Ok(false) = self.store.renew_work(lease, self.clock.now()).await {
                return;
            }
        }
    }

    async fn give_back(&self, lease: &Lease) {
        if let Err(error) = self.store.return_work(lease).await {
            tracing::warn!(%error, "work in hand could not be given back; its lease runs out by itself");
        }
    }

    async fn sweep(self, mut stop: watch::Receiver<bool>) {
        let mut objects_at = self.clock.now();
        while !*stop.borrow() {
            let now = self.clock.now();
            let sweeping = async {
                self.tidy(now).await;
                if now >= objects_at {
                    objects_at = now + OBJECTS;
                    self.tidy_objects(now).await;
                }
                tokio::time::sleep(SWEEP).await;
            };
            tokio::select! {
                () = sweeping => {}
                () = stopped(&mut stop) => {}
            }
        }
    }

    /// Forgets what has ended, and begins to erase what was deleted long ago.
    pub async fn tidy(&self, now: DateTime<Utc>) {
        for done in [
            self.store.sweep_sessions(now).await.map(drop),
            self.store.sweep_attempts(now).await,
            self.store.sweep_events(now).await,
            self.store.sweep_invitations(now).await,
            self.store.sweep_tickets(now).await,
            self.store.sweep_operators(now).await,
            self.store.sweep_guesses(now).await,
            self.store.sweep_rosters(now).await,
            self.store.sweep_uploads(now).await.map(drop),
            self.store.end_jobs(now).await.map(drop),
            self.store.erase_withdrawn(now).await.map(drop),
            self.store.list_erasures(now).await.map(drop),
            self.store.forget_erasures(now).await.map(drop),
            self.store.begin_erasing(now).await.map(drop),
            self.drop_galleries(now).await,
            self.drop_logins(now).await,
        ] {
            if let Err(error) = done {
                tracing::error!(%error, "could not sweep");
            }
        }
    }

    async fn drop_galleries(&self, now: DateTime<Utc>) -> store::Result<()> {
        while self.store.drop_galleries(now).await? > 0 {}
        Ok(())
    }

    async fn drop_logins(&self, now: DateTime<Utc>) -> store::Result<()> {
        while self.store.drop_logins(now).await? > 0 {}
        Ok(())
    }

    /// Moves objects that no row knows out of the way.
    pub async fn tidy_objects(&self, now: DateTime<Utc>) {
        match self.store.sweep_objects(now).await {
            Ok(Swept { moved: 0, .. }) => {}
            Ok(Swept { moved, .. }) => {
                tracing::warn!(moved, "objects that the database does not know were moved to trash/, for 30 days");
            }
            Err(error) => tracing::error!(%error, "could not sweep the objects"),
        }
    }
}

/// Returns when it is time to stop, or when nobody is left who could say so.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Why work was not done.
enum Failure {
    /// It is the file: no use in trying again.
    Photograph(Unreadable),
    /// It is us, and may pass.
    Passing(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Passing(error.to_string())
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Unreadable(why) => Self::Photograph(why),
            error @ RenderError::NotRun(_) => Self::Passing(error.to_string()),
        }
    }
}

/// So many codes of cards on one picture are looked up: with the second one it is in doubt whose it is anyhow.
const CODES: usize = 12;

fn kept(rendered: Rendered) -> RenderedPhoto {
    let [red, green, blue] = rendered.colour.map(u32::from);
    RenderedPhoto {
        width: rendered.width,
        height: rendered.height,
        colour: red << 16 | green << 8 | blue,
        taken_at: rendered.taken_at.filter(is_moment),
        camera: Some(rendered.camera).filter(|camera| is_camera(camera)).unwrap_or_default(),
        cards: CardsSeen {
            codes: rendered.codes.iter().filter_map(|text| code_of_link(text)).take(CODES).collect(),
            unread: rendered.unread,
        },
        sizes: rendered.sizes,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn read(codes: Vec<String>) -> Rendered {
        Rendered {
            width: 1,
            height: 1,
            colour: [0; 3],
            taken_at: None,
            camera: String::new(),
            codes,
            unread: false,
            sizes: Vec::new(),
        }
    }

    // S62: a picture is uploaded by whoever likes to, and each code costs a look-up
    #[test]
    fn of_a_wall_of_codes_a_dozen_of_cards_are_looked_up() {
        let card = |number: usize| format!("https://photos.example/nordlicht#c=ABCDEFGH{number:04}&t=t");
        let posters = (0..50).map(|number| format!("https://example.org/{number}"));
        let rendered = read(posters.chain((0..50).map(card)).collect());
        assert_eq!(kept(rendered).cards.codes.len(), CODES);
    }

    // S62: what reads files may have been taken over by one; a time or a camera that no file has would tear the list of a job
    #[test]
    fn a_time_and_a_camera_are_kept_only_if_a_file_may_say_so() {
        let day = |year| NaiveDate::from_ymd_opt(year, 9, 14).and_then(|day| day.and_hms_opt(8, 0, 0));
        let rendered =
            |year, camera: &str| Rendered { taken_at: day(year), camera: camera.to_owned(), ..read(Vec::new()) };
        let usual = kept(rendered(2026, "X-T5 12345678"));
        assert_eq!((usual.taken_at, &*usual.camera), (day(2026), "X-T5 12345678"));
        for year in [-1, 0, 10_000, 12_345] {
            assert_eq!(kept(rendered(year, "")).taken_at, None, "{year}");
        }
        for camera in ["X-T5\u{1e}", "X-T5\u{1f}1", &"X".repeat(200)] {
            assert_eq!(kept(rendered(2026, camera)).camera, "", "{camera:?}");
        }
    }
}
