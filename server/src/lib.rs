//! The server: pages, functions, files and photographs over HTTP, and the work behind them.

pub mod cards;
pub mod clock;
pub mod config;
pub mod demo;
pub mod guard;
pub mod handing_out;
pub mod images;
mod limits;
pub mod listen;
pub mod logo;
mod lost;
pub mod media;
pub mod operator;
pub mod printing;
pub mod process;
mod rosters;
pub mod router;
pub mod serve;
pub mod sheets;
pub mod site;
pub mod status;
pub mod uploads;
pub mod visit;
pub mod worker;
