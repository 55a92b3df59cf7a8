//! An object store that lives as long as the tests: moto, a stand-in for S3 that keeps everything in memory, on a free
//! port of this machine. It comes from PyPI into `target/tools`, pinned by hash (`xtask/s3.txt`), in a quarter of a minute.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use crate::{
    run::{Result, hash, path, program, run, say, unless_stamped},
    setup,
};

/// The one bucket. Each test has a prefix of its own in it.
const BUCKET: &str = "photos";

/// A running stand-in; gone, with what it holds, when dropped.
pub struct S3 {
    server: Child,
    log: PathBuf,
    /// What `PHOTOS_URL` would be.
    pub url: String,
}

impl S3 {
    /// Starts it; takes about two seconds once it is installed.
    pub fn start() -> Result<Self> {
        let packages = install()?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let log = std::env::temp_dir().join(format!("passepartout-s3-{}.log", std::process::id()));
        let lines = fs::File::create(&log)?;
        let mut moto = program("python3", &["-m", "moto.server", "-H", "127.0.0.1", "-p", &port.to_string()]);
        moto.env("PYTHONPATH", packages).stdin(Stdio::null()).stdout(lines.try_clone()?).stderr(lines);
        let url = format!(
            "s3://{BUCKET}?endpoint=http://127.0.0.1:{port}&allow_http=true&region=us-east-1\
             &access_key_id=test&secret_access_key=test"
        );
        let mut started = Self { server: moto.spawn()?, log, url };
        started.make_bucket(port)?;
        say(format!("S3 for the tests: {}", started.url));
        Ok(started)
    }

    #[expect(clippy::disallowed_methods, reason = "nobody else runs in this program")]
    fn make_bucket(&mut self, port: u16) -> Result<()> {
        let begun = Instant::now();
        loop {
            if ask(port, &format!("PUT /{BUCKET}")).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || begun.elapsed() > Duration::from_secs(30) {
                return Err(fs::read_to_string(&self.log)?.into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_file(&self.log);
    }
}

/// One request without a body.
fn ask(port: u16, what: &str) -> std::io::Result<String> {
    let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(line, "{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    line.read_to_string(&mut answer)?;
    Ok(answer)
}

/// The folder that Python finds moto in.
fn install() -> Result<PathBuf> {
    setup::need("python3", &["python3", "python3-pip"])?;
    let list = path("xtask/s3.txt");
    let folder = path("target/tools/s3.pip");
    unless_stamped(&folder.join(".installed"), &hash(&fs::read(&list)?, 64), || fetch(&list, &folder))?;
    Ok(folder)
}

fn fetch(list: &Path, folder: &Path) -> Result<()> {
    say("a stand-in for S3 is missing: pip installs moto into target/tools");
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"];
    let mut pip = program("python3", &pip);
    pip.env("PIP_ROOT_USER_ACTION", "ignore").env("PIP_DISABLE_PIP_VERSION_CHECK", "1");
    run(pip.arg("--target").arg(folder).arg("--requirement").arg(list))
}

#[cfg(test)]
mod tests {
    use super::{BUCKET, S3, ask};

    #[test]
    fn the_stand_in_has_its_bucket_and_is_gone_when_it_is_dropped() {
        let s3 = S3::start().expect("it starts");
        let port = s3.url.split_once("127.0.0.1:").and_then(|(_, rest)| rest.split_once('&')?.0.parse().ok());
        let port = port.expect("a port in its address");
        let answer = ask(port, &format!("GET /{BUCKET}")).expect("an answer");
        assert!(answer.contains("<ListBucketResult"), "{answer}");
        drop(s3);
        assert!(ask(port, &format!("GET /{BUCKET}")).is_err());
    }
}
