//! Parts that pages are made of, rendered on the server alone.

pub mod brand;
pub mod cards;
pub mod code_field;
pub mod desk;
pub mod door;
pub mod failure;
pub mod fields;
pub mod find;
pub mod forest;
pub mod gallery_frame;
pub mod happened;
pub mod login_visits;
pub mod page;
pub mod photo_rows;
pub mod picture;
pub mod posted;
pub mod reasons;
pub mod settings_frame;
pub mod shown;
pub mod signs;
pub mod times;
pub mod tree;
pub mod visit;
pub mod words;
