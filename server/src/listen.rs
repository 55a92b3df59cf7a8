//! Connections: how many there may be, and how long one may keep the server waiting. Nobody can hold a place by saying
//! nothing, so that a few machines that do cannot keep everybody else out.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use rustix::process::{Resource, getrlimit};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::Service;

use crate::visit::Proxies;

/// How long the server waits for what a client has begun or should begin.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the head of a request, and for the next request on a connection that has had one.
    pub head: Duration,
    /// The same for a proxy of ours: longer than proxies keep a connection, or they would send requests into one that is
    /// just being closed.
    pub proxy: Duration,
    /// For a whole form.
    pub form: Duration,
    /// For the next bytes of a photograph, and for whoever takes a copy to take the next piece.
    pub bytes: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            proxy: Duration::from_mins(5),
            form: Duration::from_secs(10),
            bytes: Duration::from_mins(1),
        }
    }
}

/// How many connections there may be at once.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// In all. Whoever comes later waits until one ends.
    pub all: usize,
    /// From one address. One more is closed at once.
    pub each: usize,
    /// They may take all the room.
    pub proxies: Proxies,
}

impl Room {
    /// What the limit on open files allows: half of it, because a connection may have a file open too. One address gets a
    /// quarter of that.
    pub fn of_this_process(proxies: Proxies) -> Self {
        let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
        let all = usize::try_from(files / 2).unwrap_or(usize::MAX).clamp(16, 10_000);
        Self { all, each: all / 4, proxies }
    }
}

/// Answers requests until `stop` says so, then lets those in flight end.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    room: Room,
    mut stop: watch::Receiver<bool>,
) {
    let connections = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(room.all));
    let guests = Guests { most: room.each, there: Arc::default() };
    let whole = Guests { most: room.all, there: Arc::default() };
    loop {
        let next = async {
            // Never closed, so there is a permit in the end.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, accept(&listener).await)
        };
        let (place, (stream, peer)) = tokio::select! {
            next = next => next,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let (seat, head) = if room.proxies.stand_at(peer.ip()) {
            (whole.seat(peer.ip()), patience.proxy)
        } else {
            (guests.seat(peer.ip()), patience.head)
        };
        let Some(seat) = seat else { continue };
        let router = router.clone();
        let service = service_fn(move |request| answer(router.clone(), request, peer));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(head)
            .serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop((place, seat));
        });
    }
    drop(listener);
    connections.shutdown().await;
}

async fn answer(
    mut router: Router,
    request: Request<Incoming>,
    peer: SocketAddr,
) -> Result<axum::response::Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.call(request).await
}

/// The next connection. What goes wrong with one is no reason to stop; when nothing can be opened any more, a while must
/// pass before the next try.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::warn!(%error, "could not accept a connection");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

/// Connections by address.
#[derive(Clone)]
struct Guests {
    most: usize,
    there: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One of an address's connections; it is free again when dropped.
struct Seat {
    guests: Guests,
    address: IpAddr,
}

impl Guests {
    fn seat(&self, address: IpAddr) -> Option<Seat> {
        let mut there = self.there.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = there.entry(address).or_default();
        if *taken >= self.most {
            return None;
        }
        *taken += 1;
        Some(Seat { guests: self.clone(), address })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut there = self.guests.there.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = there.get_mut(&self.address) {
            *taken -= 1;
            if *taken == 0 {
                there.remove(&self.address);
            }
        }
    }
}
