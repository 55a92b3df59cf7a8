//! One file per page: it loads what the viewer may see and renders it.

pub mod front_door;
