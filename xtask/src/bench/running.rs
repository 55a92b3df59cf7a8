//! A server to measure: the release binary on a free port with a data folder of its own, gone when dropped.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    run::{Result, quiet},
    serve, site,
};

/// A running server.
pub struct Running {
    process: Child,
    /// Held open: a program whose output nobody takes would fail at its next line.
    _said: BufReader<ChildStdout>,
    folder: PathBuf,
    /// `127.0.0.1:PORT`.
    pub address: String,
    /// From the start of the process until it said where it listens.
    pub started: Duration,
}

impl Running {
    /// Builds site and server, then runs `passepartout WORD` (`serve` or `demo`).
    pub fn start(word: &str) -> Result<Self> {
        site::build()?;
        let binary = serve::server(true)?;
        let folder = std::env::temp_dir().join(format!("passepartout-bench-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let begun = Instant::now();
        let mut command = Command::new(binary);
        command.arg(word).env("DATA_DIR", folder.join("data")).env("LISTEN", "127.0.0.1:0");
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut said = BufReader::new(process.stdout.take().ok_or("the server's output is piped")?);
        let mut first = String::new();
        said.read_line(&mut first)?;
        let started = begun.elapsed();
        let address = first.split("http://").nth(1).and_then(|rest| rest.split(['/', ' ', '\n']).next());
        let address = address.ok_or_else(|| format!("the server said: {first}"))?.to_owned();
        Ok(Self { process, _said: said, folder, address, started })
    }

    /// `GET path`: the whole answer, head and body, as it came.
    pub fn get(&self, path: &str, headers: &str) -> Result<Vec<u8>> {
        let mut stream = TcpStream::connect(&self.address)?;
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    }

    /// A field of `/proc/PID/status` in kB, such as `VmRSS`.
    pub fn memory(&self, field: &str) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        let number = line.and_then(|line| line.split_whitespace().next()).ok_or("no such field")?;
        Ok(number.parse()?)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        quiet(Command::new("kill").arg(self.process.id().to_string()));
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
