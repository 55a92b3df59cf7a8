//! The parts of a page that live in the browser. Rendered on the server as plain HTML that works without them.
//!
//! A client bundle holds the islands of its own pages only (features `visitor` and `studio`), and one the island that few
//! visitors ever need (`puzzle`); the server holds all.

#[cfg(all(feature = "hydrate", feature = "studio"))]
mod brand_sample;
#[cfg(all(feature = "hydrate", feature = "visitor"))]
mod code_field;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod code_maker;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod copyable;
#[cfg(feature = "hydrate")]
mod dom;
#[cfg(all(feature = "hydrate", any(feature = "visitor", feature = "studio")))]
mod form;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod move_told;
#[cfg(all(feature = "hydrate", feature = "visitor"))]
mod name_filter;
#[cfg(all(feature = "hydrate", feature = "puzzle"))]
mod patience;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod print;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod release_tree;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod row_menu;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod sorting_keys;
#[cfg(all(feature = "hydrate", feature = "studio"))]
mod tree_find;
#[cfg(any(feature = "ssr", feature = "studio"))]
mod uploader;
#[cfg(all(feature = "hydrate", feature = "visitor"))]
mod viewer;
#[cfg(feature = "ssr")]
mod woken;
#[cfg(feature = "ssr")]
mod woken_studio;

#[cfg(any(feature = "ssr", feature = "studio"))]
pub use uploader::Uploader;
#[cfg(feature = "ssr")]
pub use uploader::{UploaderWords, unreadable};
#[cfg(feature = "ssr")]
pub use woken::{CodeField, Form, NameFilter, Patience, Viewer};
#[cfg(feature = "ssr")]
pub use woken_studio::{
    BrandSample, CodeMaker, Copyable, MoveTold, Print, ReleaseTree, ReleaseWords, RowMenu, SortingKeys, TreeFind,
};
