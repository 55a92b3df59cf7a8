//! The real program in a process of its own, and a member who talks to it over the network.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Method, StatusCode};
use reqwest::Client;
use reqwest::redirect::Policy;
use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};
use serde_json::{Value, json};
use store::PART_BYTES;
use store::fixtures::{PASSWORD, hex, sha256};

/// A running program. It is killed as by a power cut: no signal that it could answer, at the latest when dropped.
pub struct Program {
    child: Mutex<Child>,
    /// Held open: who cannot print any more ends.
    _told: BufReader<ChildStdout>,
    url: String,
    client: Client,
    /// Answers that came, and after how many the power is cut.
    answers: AtomicUsize,
    last_answer: usize,
}

impl Program {
    /// Starts `passepartout serve` and waits until it listens.
    pub fn start(data: &Path, last_answer: usize) -> Self {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_passepartout")), data, last_answer)
    }

    /// As `start`, by a command that becomes the program.
    pub fn start_by(mut command: Command, data: &Path, last_answer: usize) -> Self {
        // The client insists on it, although it speaks no TLS here.
        let _ = rustls::crypto::ring::default_provider().install_default();
        command
            .arg("serve")
            .env("DATA_DIR", data)
            .env("LISTEN", "127.0.0.1:0")
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        let url = line.strip_prefix("Open ").unwrap_or_else(|| panic!("{line}")).trim().to_owned();
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self { child: Mutex::new(child), _told: told, url, client, answers: AtomicUsize::new(0), last_answer }
    }

    /// How long a file may be that it writes, in bytes. It may be raised again.
    pub fn limit_files(&self, length: Option<u64>) {
        let pid = Pid::from_raw(self.child.lock().unwrap().id().try_into().unwrap());
        let maximum = getrlimit(Resource::Fsize).maximum;
        prlimit(pid, Resource::Fsize, Rlimit { current: length.or(maximum), maximum }).unwrap();
    }

    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Sends a request; `None` when no whole answer came.
    async fn ask(&self, request: reqwest::RequestBuilder) -> Option<(StatusCode, Value)> {
        let answer = request.header("sec-fetch-site", "same-origin").send().await.ok()?;
        let status = answer.status();
        let body = answer.bytes().await.ok()?;
        if self.answers.fetch_add(1, Ordering::SeqCst) + 1 == self.last_answer {
            self.kill();
        }
        Some((status, serde_json::from_slice(&body).unwrap_or_default()))
    }

    /// Signs a member in. Answers the cookie.
    pub async fn sign_in(&self, email: &str) -> Arc<str> {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("email", email), ("password", PASSWORD)])
            .finish();
        let request = self.client.post(format!("{}/api/sign_in", self.url)).body(form);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.header("sec-fetch-site", "same-origin").send().await.unwrap();
        let cookies = answer.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
        let session = cookies.into_iter().find(|cookie| cookie.starts_with("studio="));
        session.unwrap_or_else(|| panic!("{answer:?}")).split(';').next().unwrap().into()
    }

    /// The status of a page or picture.
    pub async fn look(&self, cookie: &str, path: &str) -> StatusCode {
        let request = self.client.get(format!("{}{path}", self.url)).header("cookie", cookie);
        request.send().await.unwrap().status()
    }

    fn request(&self, method: Method, path: &str, cookie: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}/api/uploads{path}", self.url)).header("cookie", cookie)
    }

    pub async fn announce(&self, cookie: &str, gallery: &str, name: &str, whole: &[u8]) -> Option<(StatusCode, Value)> {
        let announced = json!({ "studio": "nordlicht", "gallery": gallery, "client_key": name, "file_name": name,
                                "bytes": whole.len(), "sha256": hex(&sha256(whole)) });
        let request = self.request(Method::POST, "", cookie).header("content-type", "application/json");
        self.ask(request.body(announced.to_string())).await
    }

    pub async fn put(&self, cookie: &str, upload: &str, number: usize, whole: &[u8]) -> Option<(StatusCode, Value)> {
        let part = whole.chunks(usize::try_from(PART_BYTES).unwrap()).nth(number).unwrap();
        let digest = format!("sha-256=:{}:", STANDARD.encode(sha256(part)));
        let request = self.request(Method::PUT, &format!("/nordlicht/{upload}/{number}"), cookie);
        self.ask(request.header("content-digest", digest).body(part.to_vec())).await
    }

    pub async fn complete(&self, cookie: &str, upload: &str) -> Option<(StatusCode, Value)> {
        self.ask(self.request(Method::POST, &format!("/nordlicht/{upload}/complete"), cookie)).await
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let mut child = self.child.lock().unwrap();
        let _ = child.kill();
        let _ = child.wait();
    }
}
