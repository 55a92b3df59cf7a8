//! `passepartout serve`: opens the store, listens, works, and stops gracefully.

use std::sync::Arc;
use std::time::Duration;

use app::ctx::{Cookies, House};
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::{Config, ConfigProblem};
use crate::demo::{self, DemoError};
use crate::listen::{Patience, Room, listen};
use crate::logo::Press;
use crate::router::{Parts, router};
use crate::visit::{Proxies, Reading};
use crate::worker::{Bell, Worker};

/// How long requests in flight may take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(25);

/// Why the server did not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The settings.
    #[error("{0}")]
    Config(#[from] ConfigProblem),
    /// The data.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// The demo studio.
    #[error("{0}")]
    Demo(#[from] DemoError),
    /// The network or the machine.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// What to do with an empty data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Wait for the first run.
    Empty,
    /// Make the demo studio.
    Demo,
}

/// What to say once it listens.
#[derive(Clone, Debug)]
pub struct Told {
    /// The address that browsers use.
    pub public_url: String,
    /// On a new installation: what guards the first run.
    pub first_run_token: Option<String>,
    /// The demo's codes, if there is one.
    pub demo: String,
}

/// Runs until a signal says stop. `tell` is called once it listens.
///
/// # Errors
/// [`ServeError`] when it could not start, or broke down.
pub async fn serve(config: Config, clock: Clock, start: Start, tell: impl FnOnce(&Told)) -> Result<(), ServeError> {
    let store = Arc::new(Store::open(&config.places(), clock.now()).await?);
    // Before anybody is served: an older database may have been restored.
    let again = store.erase_again(clock.now()).await?;
    if again > 0 {
        tracing::warn!(again, "this database was older than its erasures: they were done again");
    }
    let listener = TcpListener::bind(config.listen).await?;
    let (public_url, cookies) = config.public(listener.local_addr()?)?;
    let demo = match start {
        Start::Demo => demo::make(&store, &config.data, &public_url, clock.now()).await?,
        Start::Empty => String::new(),
    };
    let first_run_token = if store.is_new().await? { Some(store::one_time_token()) } else { None };
    tell(&Told { public_url: public_url.clone(), first_run_token: first_run_token.clone(), demo });
    let first_run_token = first_run_token.map(Arc::from);

    let bell = Bell::default();
    let house = House { store: Arc::clone(&store), cookies, public_url: public_url.into(), first_run_token };
    let proxies = Proxies(config.trusted_proxies);
    if cookies == Cookies::Secure && proxies == Proxies(0) {
        tracing::warn!(
            "PUBLIC_URL is https, so a proxy stands in front, but TRUSTED_PROXIES is 0: all visitors are one"
        );
    }
    let reading = Reading { clock: clock.clone(), cookies, proxies };
    let (stop, stopped) = watch::channel(false);
    let program = std::env::current_exe()?;
    let press = Press::new(program.clone());
    let worker = Worker { store: Arc::clone(&store), clock, bell: bell.clone(), program };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let working = tokio::spawn(worker.run(cores, stopped));

    let patience = Patience::default();
    let router = router(Parts { house, reading, bell, press, patience });
    let serving = tokio::spawn(listen(listener, router, patience, Room::of_this_process(proxies), stop.subscribe()));
    signal().await?;
    tracing::info!("stopping");
    let _ = stop.send(true);
    let _ = tokio::time::timeout(DRAIN, serving).await;
    let _ = tokio::time::timeout(Duration::from_secs(3), working).await;
    let _ = tokio::time::timeout(Duration::from_secs(1), store.close()).await;
    Ok(())
}

/// Ctrl-C or SIGTERM.
async fn signal() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed,
        _ = terminate.recv() => Ok(()),
    }
}
