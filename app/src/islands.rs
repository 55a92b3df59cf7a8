//! The parts of a page that live in the browser. Rendered on the server as plain HTML that works without them.
//!
//! A client bundle holds the islands of its own pages only (features `visitor` and `studio`); the server holds all.

#[cfg(any(feature = "ssr", feature = "visitor"))]
mod code_field;

#[cfg(any(feature = "ssr", feature = "visitor"))]
pub use code_field::CodeField;
