//! Tells cargo that the migrations are part of the crate: without this a new one is not noticed.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
