//! How a page comes to be: it is loaded, then rendered whole; if it cannot be shown, a page says so in its place.

use std::future::Future;

use leptos::prelude::*;

use crate::api::Answer;
use crate::ui::failure::FailurePage;

/// Renders what `load` answers, or the page of its failure. The whole document waits for it (`SsrMode::Async`), so that
/// status and title are known before the first byte.
pub fn page(load: impl Future<Output = Answer<AnyView>> + Send + 'static) -> impl IntoView {
    let load = Suspend::new(async move {
        match load.await {
            Ok(view) => view,
            Err(error) => view! { <FailurePage error /> }.into_any(),
        }
    });
    view! { <Suspense>{load}</Suspense> }
}

/// The parameters of the page's address.
pub fn param(name: &str) -> String {
    leptos_router::hooks::use_params_map().with_untracked(|params| params.get(name).unwrap_or_default())
}
