//! `/{studio}/l/{token}`: an open or secure link. It is followed once; from then on the visit holds it, and the address
//! that people see and copy is the gallery's, which alone opens nothing.

use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::ui::page::{page, param};

/// Follows a link. A wrong, ended or foreign one is nothing at all (S32).
#[component]
pub fn FollowLink() -> impl IntoView {
    let (address, token) = (param("studio"), param("token"));
    page(async move {
        Ctx::current()?.follow_link(&address, &token).await?;
        Ok(().into_any())
    })
}
