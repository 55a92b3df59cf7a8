//! Parts that pages are made of, rendered on the server alone.

pub mod door;
pub mod failure;
pub mod page;
pub mod posted;
pub mod visit;
pub mod words;
