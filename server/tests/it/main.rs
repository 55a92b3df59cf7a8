//! The server over HTTP, through its real router, on a real store.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod addresses;
mod brakes;
mod brand;
mod browser;
mod budgets;
mod companions;
mod crash;
mod demo;
mod devices;
mod first_run;
mod forwarded;
mod front_door;
mod full_disk;
mod guessing;
mod known_devices;
mod large_studio;
mod listening;
mod media;
mod object_store;
mod operator;
mod order_of_writes;
mod origin;
mod people;
mod previews;
mod private;
mod program;
mod studio_access;
mod studio_galleries;
mod studio_logins;
mod uploads;
mod viewers;
mod visitor_pages;
mod visits;
mod waiting;
mod whole_surface;
