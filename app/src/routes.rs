//! Which page stands at which address.

use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::api::ApiError;
use crate::pages::front_door::FrontDoor;
use crate::ui::failure::FailurePage;

/// The table of pages. Every page renders a whole document (`shell::Page`), so nothing stands around the routes.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| view! { <FailurePage error=ApiError::NotFound /> }>
                <Route path=path!("/:studio") view=FrontDoor ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
