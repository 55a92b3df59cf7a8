//! T26: the program at work, telling all it can tell, and nothing of what was typed stands in its log or in its files.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::code::Code;
use reqwest::Client;
use reqwest::redirect::Policy;
use store::fixtures::hex;

/// The program, with everything in its log that any part of it has to say.
struct Talking {
    child: Child,
    /// Held open: who cannot print any more ends.
    _told: BufReader<ChildStdout>,
    url: String,
    token: String,
    data: PathBuf,
    log: PathBuf,
}

impl Talking {
    fn start(folder: &Path) -> Self {
        // The client insists on it, although it speaks no TLS here.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (data, log) = (folder.join("data"), folder.join("log"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_passepartout"));
        command.arg("serve").env("DATA_DIR", &data).env("LISTEN", "127.0.0.1:0").env("RUST_LOG", "trace");
        command.stdout(Stdio::piped()).stderr(std::fs::File::create(&log).unwrap());
        let mut child = command.spawn().unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        let (url, rest) = line.strip_prefix("Open ").unwrap().split_once("/first-run").unwrap();
        let token = rest.split_once("token: ").unwrap().1.trim().to_owned();
        Self { child, url: url.to_owned(), token, _told: told, data, log }
    }

    /// Ends it, and answers with its log and with every file that it leaves, by name.
    fn end(mut self) -> Vec<(String, String)> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut left = vec![("the log".to_owned(), signs(&std::fs::read(&self.log).unwrap()))];
        let mut folders = vec![self.data];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    left.push((path.display().to_string(), signs(&std::fs::read(path).unwrap())));
                }
            }
        }
        left
    }
}

/// Somebody with a browser, who remembers every secret that they typed or were given.
struct Person<'a> {
    url: &'a str,
    client: Client,
    cookies: BTreeMap<String, String>,
    secrets: Vec<String>,
}

impl<'a> Person<'a> {
    fn at(program: &'a Talking) -> Self {
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self { url: &program.url, client, cookies: BTreeMap::new(), secrets: Vec::new() }
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> (String, String) {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("cookie", cookies.join("; ")).header("accept", "text/html");
        let answer = request.header("referer", format!("{}/nordlicht", self.url)).send().await.unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
            // A device's cookie opens nothing; what is kept for a while is sealed.
            if ["guest", "studio"].contains(&name) && !value.is_empty() {
                self.secrets.push(value.to_owned());
            }
        }
        let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        (to.strip_prefix(self.url).unwrap_or(&to).to_owned(), answer.text().await.unwrap())
    }

    async fn get(&mut self, path: &str) -> (String, String) {
        let request = self.client.get(format!("{}{path}", self.url));
        self.send(request).await
    }

    /// Sends a form; answers with where it leads. The fields whose names stand in `secret` hold secrets.
    async fn post(&mut self, path: &str, secret: &[&str], fields: &[(&str, &str)]) -> String {
        let said = fields.iter().filter(|(name, _)| secret.contains(name));
        self.secrets.extend(said.map(|(_, value)| (*value).to_owned()));
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(format!("{}{path}", self.url)).body(form);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.send(request.header("sec-fetch-site", "same-origin")).await.0
    }
}

/// The last part of an address.
fn end_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned()
}

/// What follows `before` on a page, to the end of the attribute.
fn after(page: &str, before: &str) -> String {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(['"', '<', ' ', '\n']).next().unwrap().to_owned()
}

const OWNER: &str = "a lamp over the harbour";

/// What Mara does in her studio; answers with the gallery and the secret end of its link.
async fn a_studio_is_set_up(mara: &mut Person<'_>, token: &str) -> (String, String) {
    let first = [
        ("token", token),
        ("name", "Mara Lindt"),
        ("email", "mara@nordlicht.example"),
        ("password", OWNER),
        ("studio_name", "Atelier Nordlicht"),
        ("address", "nordlicht"),
        ("language", "en"),
    ];
    assert_eq!(mara.post("/api/first_run", &["token", "password"], &first).await, "/studio/nordlicht");
    let made = mara.post("/api/galleries/create", &[], &[("studio", "nordlicht"), ("name", "Summer")]).await;
    let gallery = end_of(&made);
    let fields = [("studio", "nordlicht"), ("gallery", &*gallery), ("password", "rosenrot-jetty"), ("asked", "on")];
    mara.post("/api/galleries/password", &["password"], &fields).await;
    let fields = [("studio", "nordlicht"), ("gallery", &*gallery), ("kind", "open"), ("label", "For all")];
    mara.post("/api/links/create", &[], &fields).await;
    let links = mara.get(&format!("/studio/nordlicht/galleries/{gallery}/links")).await.1;
    let link = after(&links, "/nordlicht/l/");
    mara.secrets.push(link.clone());
    for (name, code) in [("Familie Brandt", "7KQM-2XRD-9TFA"), ("Verlag", "wedding-of-the-blue-heron")] {
        let fields = [("studio", "nordlicht"), ("name", name), ("code", code)];
        let made = mara.post("/api/logins/create", &["code"], &fields).await;
        let login = made.split("/logins/").nth(1).unwrap().split(['/', '?']).next().unwrap().to_owned();
        let fields = [("studio", "nordlicht"), ("login", &*login), ("password", OWNER)];
        let shown = mara.post("/api/logins/reveal", &["password"], &fields).await;
        assert!(shown.contains("did=revealed"), "{shown}");
        assert!(mara.get(&shown).await.1.contains(code), "the code is shown once more");
    }
    (gallery, link)
}

/// What people type at the doors, right and wrong.
async fn guests_come(guest: &mut Person<'_>, gallery: &str, link: &str) {
    for code in ["7KQM-2XRD-9TFB", "wedding of the blue herring", "7kqm 2xrd 9tfa", "Wedding-of-the-blue-heron"] {
        guest.post("/api/front_door", &["code"], &[("studio", "nordlicht"), ("code", code)]).await;
    }
    assert!(guest.get("/nordlicht/overview").await.1.contains("Verlag"));
    guest.get(&format!("/nordlicht/l/{link}")).await;
    for password in ["rosenrot-jetti", "rosenrot-jetty"] {
        let fields = [("studio", "nordlicht"), ("gallery", gallery), ("password", password)];
        guest.post("/api/gallery/unlock", &["password"], &fields).await;
    }
    assert!(guest.get(&format!("/nordlicht/g/{gallery}")).await.1.contains("Summer"));
    // So often that the door is slow, and what is typed then is kept for a while; a card with a companion that is none.
    guest.cookies.clear();
    for number in 0..12 {
        let code = format!("{number:04}-WRNG-C0DE");
        let fields = [("studio", "nordlicht"), ("code", &*code), ("companion", "5a5b5c5d5e5f50515253545556575859")];
        guest.post("/api/front_door", &["code", "companion"], &fields).await;
    }
    assert!(guest.cookies.contains_key("kept"));
}

/// How people sign in, invite and forget.
async fn members_come(mara: &mut Person<'_>, kim: &mut Person<'_>, data: &Path) {
    mara.post("/api/sign_out", &[], &[]).await;
    for password in ["a lamp over the harbor", OWNER] {
        let fields = [("email", "mara@nordlicht.example"), ("password", password)];
        mara.post("/api/sign_in", &["password"], &fields).await;
    }
    let fields = [("studio", "nordlicht"), ("email", "kim@neu.example"), ("role", "assistant"), ("password", OWNER)];
    let made = mara.post("/api/people/invite", &["password"], &fields).await;
    let token = after(&mara.get(&made).await.1, "/invitation/");
    kim.get(&format!("/invitation/{token}")).await;
    kim.secrets.push(token);
    let fields = [("studio", "nordlicht"), ("name", "Kim Neu"), ("password", "under the pine trees")];
    assert_eq!(kim.post("/api/invitations/join", &["password"], &fields).await, "/studio/nordlicht");
    let fields =
        [("studio", "nordlicht"), ("password", "under the pine trees"), ("new_password", "behind the old lighthouse")];
    kim.post("/api/account/password", &["password", "new_password"], &fields).await;
    let mut reset = Command::new(env!("CARGO_BIN_EXE_passepartout"));
    reset.args(["member", "reset", "kim@neu.example"]).env("DATA_DIR", data).env("RUST_LOG", "trace");
    let reset = reset.output().unwrap();
    let token = end_of(String::from_utf8(reset.stdout).unwrap().trim());
    assert!(!String::from_utf8_lossy(&reset.stderr).contains(&token), "the operator's log");
    kim.get(&format!("/reset/{token}")).await;
    kim.secrets.push(token);
    let fields = [("email", "kim@neu.example"), ("password", "seven herons in a row")];
    assert_eq!(kim.post("/api/password/reset", &["password"], &fields).await, "/studios");
}

/// How a secret may look where somebody was careless.
fn looks(secret: &str) -> Vec<String> {
    let mut looks: Vec<String> = vec![
        secret.to_owned(),
        secret.to_lowercase(),
        secret.to_uppercase(),
        url::form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
        secret.replace(' ', "%20"),
        hex(secret.as_bytes()),
        STANDARD.encode(secret),
        URL_SAFE_NO_PAD.encode(secret),
    ];
    looks.extend(Code::parse(secret).ok().map(|code| code.canonical().to_owned()));
    let raw = secret.len() >= 32 && secret.bytes().all(|it| it.is_ascii_hexdigit());
    let bytes = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    let raw = raw.then(|| signs(&secret.as_bytes().chunks(2).map(bytes).collect::<Vec<u8>>()));
    looks.iter().map(|look| signs(look.as_bytes())).chain(raw).collect()
}

/// A sign for each byte, so that bytes can be looked for like texts.
fn signs(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

// T26, S9
#[tokio::test]
async fn of_all_that_was_typed_nothing_stands_in_the_log_or_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let program = Talking::start(folder.path());
    let (mut mara, mut guest, mut kim) = (Person::at(&program), Person::at(&program), Person::at(&program));
    let (gallery, link) = a_studio_is_set_up(&mut mara, &program.token).await;
    guests_come(&mut guest, &gallery, &link).await;
    members_come(&mut mara, &mut kim, &program.data).await;
    let mut secrets: Vec<String> = [mara.secrets, guest.secrets, kim.secrets].concat();
    secrets.sort();
    secrets.dedup();
    assert!(secrets.len() >= 30, "{}", secrets.len());
    let left = program.end();
    assert!(left[0].1.len() > 10_000 && left[0].1.contains("sqlx::query"), "the log says little");
    assert!(left.iter().any(|(_, text)| text.contains("Familie Brandt")), "what may be found is found");
    for secret in &secrets {
        for look in looks(secret) {
            let found: Vec<_> = left.iter().filter(|(_, text)| text.contains(&look)).map(|(name, _)| name).collect();
            assert!(found.is_empty(), "{secret} stands in {found:?} as {look:?}");
        }
    }
}
