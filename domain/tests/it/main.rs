//! The product's statements about who sees what, what a code is, and what people may type.

#![allow(clippy::unwrap_used)]

mod access;
mod access_audience;
mod access_change;
mod access_change_part;
mod access_change_rule;
mod access_doors;
mod access_fixpoint;
mod access_part;
mod code_spellings;
mod codes;
mod colours;
mod devices;
mod name_properties;
mod name_rows;
mod names;
mod photo_jobs;
mod photo_sorting;
mod photos;
mod retention;
mod roles;
mod roster;
mod texts;
mod trees;
