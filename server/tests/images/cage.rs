//! The cage holds: proven from inside, by a process of its own that puts itself into it.

use std::fs::File;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use server::images::{Limits, confine};

use crate::{DONE, alone};

// SECURITY, Uploads: no network, no files.
#[test]
fn neither_a_file_nor_a_socket_opens_nor_a_program_starts() {
    let status = alone("cage::neither_a_file_nor_a_socket_opens_nor_a_program_starts", || {
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
    assert_eq!(status.code(), Some(DONE));
}

// SECURITY B41
#[test]
fn memory_ends_at_its_limit() {
    let status = alone("cage::memory_ends_at_its_limit", || {
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
    let status = alone("cage::an_endless_loop_ends_at_its_limit", || {
        confine(&Limits { cpu: 1, ..Limits::PHOTOGRAPH }).expect("limits");
        loop {
            std::hint::spin_loop();
        }
    });
    assert_eq!(status.signal(), Some(24), "{status}");
}
