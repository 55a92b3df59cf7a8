//! The server on a real socket: whoever keeps it waiting keeps nobody else out.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use domain::device::Device;
use server::listen::{Patience, Room, listen};
use server::visit::Proxies;
use store::fixtures::{Scene, an_upload, noon};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::browser::{TestHouse, around_with};

const ROOMY: Room = Room { all: 100, each: 100, proxies: Proxies(0) };
const LONG: Duration = Duration::from_mins(10);
const PATIENT: Patience = Patience { head: LONG, proxy: LONG, form: LONG, bytes: LONG };
const SHORT: Duration = Duration::from_millis(200);
const HONEST: &str = "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

struct Listening {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

impl Listening {
    async fn start(house: &TestHouse, patience: Patience, room: Room) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        let router = around_with(&house.store, &house.clock, patience, room.proxies);
        let running = tokio::spawn(listen(listener, router, patience, room, stopped));
        Self { address, stop, running }
    }

    async fn connect(&self, say: &str) -> TcpStream {
        self.connect_from([127, 0, 0, 1], say).await
    }

    async fn connect_from(&self, address: [u8; 4], say: &str) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((address, 0).into()).unwrap();
        let mut stream = socket.connect(self.address).await.unwrap();
        stream.write_all(say.as_bytes()).await.unwrap();
        stream
    }
}

/// Everything that the server says until it closes. Where it never does, the test ends before hyper would by itself.
async fn until_closed(mut stream: TcpStream) -> String {
    let mut said = Vec::new();
    let heard = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut said)).await;
    match heard.expect("the server closes the connection") {
        Ok(_) => String::from_utf8(said).unwrap(),
        // Closed while we were still talking.
        Err(error) => format!("{}{error}", String::from_utf8_lossy(&said)),
    }
}

#[tokio::test]
async fn a_connection_that_says_nothing_or_half_a_head_is_closed() {
    let house = TestHouse::new().await;
    let patience = Patience { head: SHORT, ..PATIENT };
    let server = Listening::start(&house, patience, ROOMY).await;
    for said in ["", "GE", "GET /healthz HTTP/1.1\r\nhost: x\r\n"] {
        assert_eq!(until_closed(server.connect(said).await).await, "", "{said:?}");
    }
    // One that was answered and then says nothing more.
    let kept = server.connect(&HONEST.replace("connection: close\r\n", "")).await;
    assert!(until_closed(kept).await.ends_with("\r\n\r\nok"));
}

#[tokio::test]
async fn half_a_form_is_answered_and_the_connection_closed() {
    let house = TestHouse::new().await;
    let patience = Patience { form: SHORT, ..PATIENT };
    let server = Listening::start(&house, patience, ROOMY).await;
    let half = "POST /api/language HTTP/1.1\r\nhost: x\r\ncontent-length: 11\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\nlang";
    let answer = until_closed(server.connect(half).await).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[tokio::test]
async fn half_a_photograph_ends_too() {
    let house = TestHouse::new().await;
    let scene: Scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let upload = scene.begin(gallery, &an_upload("IMG_1.jpg", &Bytes::from_static(b"a photograph"))).await;
    let member = house.store.start_member_session(scene.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let patience = Patience { bytes: SHORT, ..PATIENT };
    let server = Listening::start(&house, patience, ROOMY).await;
    let half = format!(
        "PUT /api/uploads/nordlicht/{}/0 HTTP/1.1\r\nhost: x\r\ncookie: studio={}\r\nsec-fetch-site: same-origin\r\n\
         content-digest: sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:\r\ncontent-length: 12\r\n\r\na ph",
        upload.id,
        member.reveal().as_str(),
    );
    let answer = until_closed(server.connect(&half).await).await;
    assert!(answer.starts_with("HTTP/1.1 409 "), "{answer}");
}

#[tokio::test]
async fn an_honest_request_finds_room_though_others_took_all_of_it() {
    let house = TestHouse::new().await;
    let patience = Patience { head: SHORT, ..PATIENT };
    let server = Listening::start(&house, patience, Room { all: 2, ..ROOMY }).await;
    let _silent = [server.connect("").await, server.connect("GET").await];
    let answer = until_closed(server.connect(HONEST).await).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}

#[tokio::test]
async fn one_address_cannot_take_all_the_room() {
    let house = TestHouse::new().await;
    let patience = PATIENT;
    let server = Listening::start(&house, patience, Room { all: 3, each: 1, ..ROOMY }).await;
    let silent = server.connect("").await;
    // Closed unread: the system may call that a reset.
    let refused = until_closed(server.connect(HONEST).await).await;
    assert!(!refused.contains("HTTP/1.1"), "{refused}");
    let answer = until_closed(server.connect_from([127, 0, 0, 2], HONEST).await).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    drop(silent);
}

#[tokio::test]
async fn a_proxy_of_ours_may_take_the_room_and_its_time() {
    let house = TestHouse::new().await;
    let patience = Patience { head: Duration::ZERO, ..PATIENT };
    let server = Listening::start(&house, patience, Room { all: 10, each: 0, proxies: Proxies(1) }).await;
    let _kept = server.connect("").await;
    let answer = until_closed(server.connect(HONEST).await).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}

#[tokio::test]
async fn what_has_begun_is_answered_before_the_server_stops() {
    let house = TestHouse::new().await;
    let server = Listening::start(&house, Patience::default(), ROOMY).await;
    let head = "POST /api/language HTTP/1.1\r\nhost: x\r\ncontent-length: 11\r\nexpect: 100-continue\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\n";
    let mut stream = server.connect(head).await;
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    let _silent = server.connect("").await;
    server.stop.send(true).unwrap();
    stream.write_all(b"language=de").await.unwrap();
    let answer = until_closed(stream).await;
    assert!(answer.contains("lang=de"), "{answer}");
    server.running.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err(), "it still listens");
}

// SECURITY section 4: a copy of everything. Four are made at once
#[tokio::test]
async fn whoever_takes_nothing_of_a_copy_keeps_nobody_from_theirs() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = scene.school().await;
    let gallery = house.store.subject(&scene.desk, school.children[0]).await.unwrap().0.gallery;
    // More than any socket holds.
    for number in 0..4_u8 {
        let name = format!("IMG_{number}.jpg");
        let bytes = Bytes::from(vec![number; 8 * 1024 * 1024]);
        let upload = scene.begin(gallery, &an_upload(&name, &bytes)).await;
        scene.send(&upload, &bytes).await;
        scene.finish(&upload, noon()).await.unwrap();
        let lease = scene.take_work(noon()).await;
        house.store.finish_photo(&lease, &store::fixtures::rendered(&name), noon()).await.unwrap();
    }
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let child = school.children[0].to_string();
    let asked = [("studio", "nordlicht"), ("subject", &*child), ("password", store::fixtures::PASSWORD)];
    let path = anna.post("/api/jobs/copy_subject", &asked).await.location().to_owned();
    let cookies: Vec<String> = anna.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: x\r\ncookie: {}\r\nconnection: close\r\n\r\n", cookies.join("; "));
    let server = Listening::start(&house, Patience { bytes: SHORT, ..PATIENT }, ROOMY).await;
    let mut silent = Vec::new();
    for _ in 0..4 {
        let mut stream = server.connect(&request).await;
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200");
        silent.push(stream);
    }
    let served = async {
        loop {
            let mut stream = server.connect(&request).await;
            let mut said = Vec::new();
            let is_read = stream.read_to_end(&mut said).await.is_ok();
            // Or there is no place yet.
            if is_read && said.starts_with(b"HTTP/1.1 200") && said.ends_with(b"0\r\n\r\n") {
                return said;
            }
        }
    };
    let said = tokio::time::timeout(Duration::from_secs(20), served).await.expect("a place becomes free");
    assert!(said.len() > 32 * 1024 * 1024);
    // What nobody took is not whole.
    let mut left = Vec::new();
    let end = silent.remove(0).read_to_end(&mut left).await;
    assert!(end.is_err() || !left.ends_with(b"0\r\n\r\n"));
}
