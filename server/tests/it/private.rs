//! The program itself: what it writes is for nobody else on the machine.

use std::fs::{DirBuilder, Permissions, read_dir, set_permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program on a folder, until it says that it listens; started as from a shell that lets everybody read.
fn listening(word: &str, data: &Path) -> Child {
    let mut program = Command::new("/bin/sh");
    program.args(["-c", "umask 0022; exec \"$0\" \"$1\"", env!("CARGO_BIN_EXE_passepartout"), word]);
    program.env("DATA_DIR", data).env("LISTEN", "127.0.0.1:0").stderr(Stdio::null()).stdout(Stdio::piped());
    let mut running = program.spawn().unwrap();
    let mut said = String::new();
    BufReader::new(running.stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains("http://127.0.0.1:"), "{said}");
    running
}

fn stop(mut running: Child) {
    running.kill().unwrap();
    running.wait().unwrap();
}

/// Everything under a folder, and itself, that others may read, write or enter.
fn open_to_others(path: &Path) -> Vec<String> {
    let about = path.metadata().unwrap();
    let mut open = Vec::new();
    if about.permissions().mode() & 0o077 != 0 {
        open.push(format!("{} {:o}", path.display(), about.permissions().mode()));
    }
    if about.is_dir() {
        open.extend(read_dir(path).unwrap().flat_map(|entry| open_to_others(&entry.unwrap().path())));
    }
    open
}

// SECURITY section 3, Keys: for the database and the photographs too
#[test]
fn nobody_else_on_the_machine_reads_the_data_folder() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    stop(listening("demo", &data));
    assert_eq!(open_to_others(&data), Vec::<String>::new());
    assert!(data.join("photos").is_dir() && data.join("passepartout.sqlite").is_file());
    // One that an older version left open is closed.
    set_permissions(&data, Permissions::from_mode(0o755)).unwrap();
    stop(listening("serve", &data));
    assert_eq!(open_to_others(&data), Vec::<String>::new());
}

#[test]
fn a_folder_that_somebody_made_for_more_than_us_stays_as_open_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let shared = folder.path().join("shared");
    DirBuilder::new().mode(0o755).create(&shared).unwrap();
    stop(listening("serve", &shared));
    assert_eq!(shared.metadata().unwrap().permissions().mode() & 0o777, 0o755);
    let open: Vec<String> = read_dir(&shared).unwrap().flat_map(|it| open_to_others(&it.unwrap().path())).collect();
    assert_eq!(open, Vec::<String>::new());
}
