//! Which page stands at which address.

use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::api::ApiError;
use crate::pages::account::Account;
use crate::pages::children::Children;
use crate::pages::find_child::FindChild;
use crate::pages::first_run::FirstRun;
use crate::pages::front_door::FrontDoor;
use crate::pages::gallery::Gallery;
use crate::pages::invitation::{InvitationPage, OpenInvitation};
use crate::pages::link::FollowLink;
use crate::pages::operator::OperatorPage;
use crate::pages::operator_enter::{OpenOperatorLink, OperatorEnter};
use crate::pages::operator_forbid::OperatorForbid;
use crate::pages::overview::Overview;
use crate::pages::photo::Photo;
use crate::pages::reset::{OpenReset, ResetPage};
use crate::pages::sign_in::SignIn;
use crate::pages::staff_job::StaffJob;
use crate::pages::studio_card::StudioCard;
use crate::pages::studio_change::StudioChange;
use crate::pages::studio_deleted::StudioDeleted;
use crate::pages::studio_galleries::StudioGalleries;
use crate::pages::studio_gallery::StudioGallery;
use crate::pages::studio_gallery_settings::GallerySettingsPage;
use crate::pages::studio_group_photo::StudioGroupPhoto;
use crate::pages::studio_home::StudioHome;
use crate::pages::studio_job::StudioJob;
use crate::pages::studio_job_access::StudioJobAccess;
use crate::pages::studio_job_photos::StudioJobPhotos;
use crate::pages::studio_job_settings::StudioJobSettings;
use crate::pages::studio_jobs::StudioJobs;
use crate::pages::studio_links::StudioLinks;
use crate::pages::studio_login::StudioLogin;
use crate::pages::studio_logins::{NewLogin, StudioLogins};
use crate::pages::studio_move::MoveGallery;
use crate::pages::studio_releases::StudioReleases;
use crate::pages::studio_roster::StudioRoster;
use crate::pages::studio_roster_draft::StudioRosterDraft;
use crate::pages::studio_search::StudioSearch;
use crate::pages::studio_settings::StudioSettings;
use crate::pages::studio_settings_account::StudioSettingsAccount;
use crate::pages::studio_settings_brand::StudioSettingsBrand;
use crate::pages::studio_settings_clients::StudioSettingsClients;
use crate::pages::studio_settings_devices::StudioSettingsDevices;
use crate::pages::studio_settings_people::StudioSettingsPeople;
use crate::pages::studio_subject::StudioSubject;
use crate::pages::studio_who::StudioWho;
use crate::pages::studios::Studios;
use crate::pages::view_as::{ViewAs, ViewAsPhone};
use crate::pages::welcome::Welcome;
use crate::ui::failure::FailurePage;

/// What stands where no page does.
#[component]
pub fn Lost() -> impl IntoView {
    view! { <FailurePage error=ApiError::NotFound /> }
}

/// The table of pages. Every page renders a whole document (`shell::Page`), so nothing stands around the routes.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| view! { <FailurePage error=ApiError::NotFound /> }>
                // Whoever runs the installation.
                <Route path=path!("/operator") view=OperatorPage ssr=SsrMode::Async />
                <Route path=path!("/operator/enter") view=OperatorEnter ssr=SsrMode::Async />
                <Route path=path!("/operator/enter/:ticket") view=OpenOperatorLink ssr=SsrMode::Async />
                <Route path=path!("/operator/forbid/:studio") view=OperatorForbid ssr=SsrMode::Async />
                // Members.
                <Route path=path!("/first-run") view=FirstRun ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignIn ssr=SsrMode::Async />
                <Route path=path!("/invitation") view=InvitationPage ssr=SsrMode::Async />
                <Route path=path!("/invitation/:token") view=OpenInvitation ssr=SsrMode::Async />
                <Route path=path!("/reset") view=ResetPage ssr=SsrMode::Async />
                <Route path=path!("/reset/:token") view=OpenReset ssr=SsrMode::Async />
                <Route path=path!("/account") view=Account ssr=SsrMode::Async />
                <Route path=path!("/studios") view=Studios ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio") view=StudioHome ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries") view=StudioGalleries ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries/:gallery") view=StudioGallery ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries/:gallery/links") view=StudioLinks ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries/:gallery/move") view=MoveGallery ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries/:gallery/settings") view=GallerySettingsPage ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/galleries/:gallery/who") view=StudioWho ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/changes/:change") view=StudioChange ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/deleted") view=StudioDeleted ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs") view=StudioJobs ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job") view=StudioJob ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/access") view=StudioJobAccess ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/photos") view=StudioJobPhotos ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/on/:picture") view=StudioGroupPhoto ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/settings") view=StudioJobSettings ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/roster") view=StudioRoster ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/roster/:draft") view=StudioRosterDraft ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/jobs/:job/subjects/:subject") view=StudioSubject ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/logins") view=StudioLogins ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/logins/new") view=NewLogin ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/logins/:login") view=StudioLogin ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/logins/:login/card") view=StudioCard ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/logins/:login/galleries") view=StudioReleases ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/search") view=StudioSearch ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings") view=StudioSettings ssr=SsrMode::Async />
                // A visit as a member previews it.
                <Route path=path!("/studio/:studio/as/:kind/:id") view=ViewAs ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/phone") view=ViewAsPhone ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/overview") view=Overview ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/children") view=Children ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/jobs/:job") view=StaffJob ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/g/:gallery") view=Gallery ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/as/:kind/:id/g/:gallery/:photo") view=Photo ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings/brand") view=StudioSettingsBrand ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings/clients") view=StudioSettingsClients ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings/people") view=StudioSettingsPeople ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings/account") view=StudioSettingsAccount ssr=SsrMode::Async />
                <Route path=path!("/studio/:studio/settings/devices") view=StudioSettingsDevices ssr=SsrMode::Async />
                // A visit.
                <Route path=path!("/") view=Welcome ssr=SsrMode::Async />
                <Route path=path!("/:studio") view=FrontDoor ssr=SsrMode::Async />
                <Route path=path!("/:studio/overview") view=Overview ssr=SsrMode::Async />
                <Route path=path!("/:studio/children") view=Children ssr=SsrMode::Async />
                <Route path=path!("/:studio/find/:job") view=FindChild ssr=SsrMode::Async />
                <Route path=path!("/:studio/jobs/:job") view=StaffJob ssr=SsrMode::Async />
                <Route path=path!("/:studio/l/:token") view=FollowLink ssr=SsrMode::Async />
                <Route path=path!("/:studio/g/:gallery") view=Gallery ssr=SsrMode::Async />
                <Route path=path!("/:studio/g/:gallery/:photo") view=Photo ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
