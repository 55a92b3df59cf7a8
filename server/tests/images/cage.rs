//! The cage holds: proven from inside, by a process of its own that puts itself into it.

use std::env::temp_dir;
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{ExitStatusExt, parent_id};
use std::path::PathBuf;
use std::process::{Command, Stdio, id};

use landlock::{ABI, Access, AccessFs, CompatLevel, Compatible, Ruleset, RulesetAttr};
use rustix::process::{DumpableBehavior, dumpable_behavior};
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
        assert!(File::create(temp_dir().join("passepartout-escaped")).is_err());
        assert!(fs::read_dir("/").is_err());
        assert!(TcpStream::connect(address).is_err());
        assert!(TcpListener::bind("127.0.0.1:0").is_err());
        assert!(UdpSocket::bind("127.0.0.1:0").is_err());
        assert!(UnixStream::pair().is_err());
        assert!(!Command::new("/bin/true").stderr(Stdio::null()).status().is_ok_and(|status| status.success()));
    });
    assert_eq!(status.code(), Some(DONE));
}

// SECURITY, Uploads: the limit is on the number of a descriptor, so closing one must not make room for another.
#[test]
fn a_closed_standard_descriptor_makes_no_room() {
    let status = alone("cage::a_closed_standard_descriptor_makes_no_room", || {
        confine(&Limits::PHOTOGRAPH).expect("limits");
        nix::unistd::close(0).expect("was open");
        nix::unistd::close(2).expect("was open");
        assert!(File::open("/etc/passwd").is_err());
        assert!(UdpSocket::bind("127.0.0.1:0").is_err());
        assert!(TcpListener::bind("127.0.0.1:0").is_err());
        assert!(UnixStream::pair().is_err());
    });
    assert_eq!(status.code(), Some(DONE));
}

// SECURITY, Uploads. Limits count descriptors; what needs none is forbidden by Landlock, where the kernel has it.
#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what they did not prove")]
fn no_file_is_renamed_deleted_cut_or_made() {
    let whole = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    let whole = whole.handle_access(AccessFs::from_all(ABI::V3)).and_then(Ruleset::create);
    if let Err(why) = whole {
        eprintln!("not proven: this kernel has no Landlock that forbids it ({why})");
        return;
    }
    let status = alone("cage::no_file_is_renamed_deleted_cut_or_made", || {
        let folder = folder_of(parent_id());
        fs::create_dir(&folder).unwrap();
        let file = folder.join("somebody's");
        let other = folder.join("other");
        fs::write(&file, "kept").unwrap();
        fs::rename(&file, &other).expect("outside, files can be renamed");
        fs::rename(&other, &file).expect("outside, files can be renamed");

        confine(&Limits::PHOTOGRAPH).expect("limits");
        assert!(fs::rename(&file, &other).is_err());
        assert!(fs::hard_link(&file, &other).is_err());
        assert!(symlink(&file, &other).is_err());
        assert!(fs::create_dir(&other).is_err());
        assert!(nix::unistd::truncate(&file, 0).is_err());
        assert!(fs::remove_file(&file).is_err());
        assert!(fs::remove_dir_all(&folder).is_err());
        assert_eq!(fs::metadata(&file).unwrap().len(), 4);
    });
    let _ = fs::remove_dir_all(folder_of(id()));
    assert_eq!(status.code(), Some(DONE));
}

/// What one process makes and the one that started it clears away.
fn folder_of(process: u32) -> PathBuf {
    temp_dir().join(format!("passepartout-cage-{process}"))
}

// The child is of the same user: it must not read the server's keys out of its memory.
#[test]
fn the_server_s_memory_is_nobody_else_s() {
    let status = alone("cage::the_server_s_memory_is_nobody_else_s", || {
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::Dumpable, "it is not so by itself");
        server::process::settle().expect("the kernel grants it");
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
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
