//! One file per page: it loads what the viewer may see and renders it.

pub mod first_run;
pub mod front_door;
pub mod gallery;
pub mod link;
pub mod overview;
pub mod password;
pub mod photo;
pub mod sign_in;
pub mod studio_galleries;
pub mod studio_gallery;
pub mod studio_gallery_settings;
pub mod studio_home;
pub mod studio_links;
pub mod studio_login;
pub mod studio_logins;
pub mod studio_move;
pub mod studio_releases;
pub mod studio_search;
pub mod studio_settings;
pub mod studio_settings_brand;
pub mod studio_settings_clients;
pub mod studios;
pub mod view_as;
pub mod welcome;
