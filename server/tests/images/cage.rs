//! The cage holds: proven from inside, in a process of its own. Each test here runs this very program once more
//! with the test's name, and the second run puts itself into the cage.

use std::fs::File;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio, exit};

use server::images::{Limits, confine};

const INSIDE: &str = "INSIDE_THE_CAGE";
const ESCAPED_NOT: i32 = 42;

/// Runs the test `name` again, where `inside` is what it does.
fn caged(name: &str, inside: fn()) -> ExitStatus {
    if std::env::var_os(INSIDE).is_some() {
        inside();
        exit(ESCAPED_NOT);
    }
    let test = format!("cage::{name}");
    Command::new(std::env::current_exe().unwrap())
        .args([&test, "--exact", "--nocapture"])
        .env(INSIDE, "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap()
}

// SECURITY, Uploads: no network, no files.
#[test]
fn neither_a_file_nor_a_socket_opens_nor_a_program_starts() {
    let status = caged("neither_a_file_nor_a_socket_opens_nor_a_program_starts", || {
        let listener = TcpListener::bind("127.0.0.1:0").expect("outside, sockets open");
        let address = listener.local_addr().unwrap();
        drop(listener);
        File::open("/etc/passwd").expect("outside, files open");
        assert!(Command::new("/bin/true").status().is_ok_and(|status| status.success()));

        confine(&Limits::PHOTOGRAPH).expect("limits");
        assert!(File::open("/etc/passwd").is_err());
        assert!(File::create(std::env::temp_dir().join("passepartout-escaped")).is_err());
        assert!(std::fs::read_dir("/").is_err());
        assert!(TcpStream::connect(address).is_err());
        assert!(TcpListener::bind("127.0.0.1:0").is_err());
        assert!(UdpSocket::bind("127.0.0.1:0").is_err());
        assert!(UnixStream::pair().is_err());
        assert!(!Command::new("/bin/true").stderr(Stdio::null()).status().is_ok_and(|status| status.success()));
    });
    assert_eq!(status.code(), Some(ESCAPED_NOT));
}

// SECURITY B41
#[test]
fn memory_ends_at_its_limit() {
    let status = caged("memory_ends_at_its_limit", || {
        let room = || Vec::<u8>::new().try_reserve_exact(1600 << 20);
        room().expect("outside, there is room");
        confine(&Limits::PHOTOGRAPH).expect("limits");
        assert!(room().is_err());
        // A decoder does not ask whether there is room: it dies.
        std::hint::black_box(vec![1_u8; 1600 << 20]);
    });
    assert_eq!(status.signal(), Some(6), "{status}");
}

// SECURITY B42
#[test]
fn an_endless_loop_ends_at_its_limit() {
    let status = caged("an_endless_loop_ends_at_its_limit", || {
        confine(&Limits { cpu: 1, ..Limits::PHOTOGRAPH }).expect("limits");
        loop {
            std::hint::spin_loop();
        }
    });
    assert_eq!(status.signal(), Some(24), "{status}");
}
