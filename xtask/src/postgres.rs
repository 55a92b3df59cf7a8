//! A PostgreSQL that lives as long as the tests: a cluster of its own in a temporary folder, on a free port of this
//! machine, without any care for crashes.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    run::{Result, has, program, quiet, run, say},
    setup,
};

/// A running cluster; gone, with its folder, when dropped.
pub struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    owner: Option<(u32, u32)>,
    server: Child,
    /// What clients connect to.
    pub url: String,
}

impl Postgres {
    /// Makes and starts a cluster; takes about two seconds.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let owner = owner()?;
        let folder = std::env::temp_dir().join(format!("passepartout-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        if let Some((user, group)) = owner {
            std::os::unix::fs::chown(&folder, Some(user), Some(group))?;
        }
        let data = folder.join("data");
        let mut initdb = command(&programs, "initdb", owner, &folder);
        initdb.arg("-D").arg(&data).args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        run(initdb.stdout(Stdio::null()))?;

        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let log = fs::File::create(folder.join("log"))?;
        let mut postgres = command(&programs, "postgres", owner, &folder);
        postgres.arg("-D").arg(&data).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        for setting in ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"] {
            postgres.args(["-c", setting]);
        }
        let server = postgres.args(["-c", "unix_socket_directories="]).stdout(log.try_clone()?).stderr(log).spawn()?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut started = Self { programs, folder, owner, server, url };
        started.wait(port)?;
        say(format!("PostgreSQL for the tests: {}", started.url));
        Ok(started)
    }

    #[expect(clippy::disallowed_methods, reason = "nobody else runs in this program")]
    fn wait(&mut self, port: u16) -> Result<()> {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if self.server.try_wait()?.is_some() || begun.elapsed() > Duration::from_secs(30) {
                return Err(fs::read_to_string(self.folder.join("log"))?.into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = command(&self.programs, "pg_ctl", self.owner, &self.folder);
        quiet(stop.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]));
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A program of PostgreSQL under the user it insists on.
fn command(programs: &Path, name: &str, owner: Option<(u32, u32)>, folder: &Path) -> Command {
    let mut command = Command::new(programs.join(name));
    command.current_dir(folder).stdin(Stdio::null());
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

/// The folder of PostgreSQL's programs: the newest of Debian's, else what is in the path, else installed.
fn programs() -> Result<PathBuf> {
    for attempt in 0..2 {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let newest =
            versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").is_file()).max();
        if let Some(folder) = newest {
            return Ok(folder);
        }
        if has("initdb") {
            return Ok(PathBuf::new());
        }
        if attempt == 0 {
            setup::install("PostgreSQL's programs are missing", &["postgresql"])?;
        }
    }
    Err("initdb was not found after installing PostgreSQL".into())
}

/// PostgreSQL refuses to run as root: then the user that its package made owns the cluster.
fn owner() -> Result<Option<(u32, u32)>> {
    let id = |args: &[&str]| quiet(&mut program("id", args));
    if id(&["-u"]).as_deref() != Some("0") {
        return Ok(None);
    }
    let (Some(user), Some(group)) = (id(&["-u", "postgres"]), id(&["-g", "postgres"])) else {
        return Err(
            "root cannot run PostgreSQL and there is no user postgres; please run the tests as another user".into()
        );
    };
    Ok(Some((user.parse()?, group.parse()?)))
}
