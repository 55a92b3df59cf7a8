//! What becomes of a photograph's file (S70, S71): looked at when it arrives, decoded, scaled and encoded
//! in a child process that can do nothing else.
//!
//! [`inspect`] and [`Inspection`] read headers only and run in the server. Pixels are touched by [`child`]
//! alone; [`render`] starts it, feeds it one original and believes nothing it says without a check.

mod answer;
pub mod child;
mod colour;
mod confine;
mod decode;
mod inspect;
mod logo;
mod make;
mod metadata;
mod plane;
mod planes;
mod raster;
mod render;
mod segments;
mod ycc;

pub use answer::Look;
pub use confine::{Limits, confine};
pub use inspect::{Header, Inspection, inspect};
pub use metadata::{is_camera, is_moment};
pub use render::{RenderError, Rendered, RenderedLogo, render, render_logo, render_within};
