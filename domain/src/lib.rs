//! What Passepartout is about, without anything that runs it: names, codes, photographs and, above
//! all, who sees which gallery ([`access`]).
//!
//! Pure: no clock, no randomness, no files, no network, nothing asynchronous. *Now* and random
//! bytes are arguments. The server and the browser compile the same code. `S23` and the like number
//! the statements of the product that a rule comes from.

#[macro_use]
mod named;
#[macro_use]
mod text;
mod crockford;

pub mod access;
pub mod code;
pub mod colour;
pub mod device;
pub mod gallery;
pub mod ids;
pub mod name_match;
pub mod number;
pub mod photo;
pub mod photo_job;
pub mod puzzle;
pub mod roster;
pub mod search;
pub mod studio;

pub use named::UnknownName;
pub use text::TextProblem;
