//! The server over HTTP, through its real router, on a real store.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

/// Makes of each story a test on SQLite and a test on PostgreSQL, which `TEST_POSTGRES_URL` names.
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $story() {
                Box::pin(super::$story(crate::browser::TestHouse::new().await)).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $story() {
                Box::pin(super::$story(crate::browser::TestHouse::on_postgres().await)).await;
            })+
        }
    };
}

mod accounts_elsewhere;
mod addresses;
mod brakes;
mod brand;
mod browser;
mod budgets;
mod caching;
mod card_pictures;
mod companions;
mod crash;
mod demo;
mod devices;
mod ending;
mod extra_cards;
mod first_run;
mod forwarded;
mod front_door;
mod full_disk;
mod guessing;
mod handing_over;
mod job_cards;
mod job_codes;
mod job_copies;
mod job_endings;
mod job_holding;
mod job_photos;
mod job_previews;
mod job_printed;
mod job_record;
mod job_rights;
mod job_search;
mod job_settings;
mod job_siblings;
mod job_staff;
mod job_statement;
mod job_states;
mod job_viewers;
mod kept;
mod known_devices;
mod large_studio;
mod leaving;
mod letters;
mod listening;
mod many_parents;
mod media;
mod object_store;
mod operator;
mod operator_page;
mod order_of_writes;
mod origin;
mod people;
mod photo_jobs;
mod previews;
mod private;
mod program;
mod restored;
mod rosters;
mod same_answer;
mod sheets;
mod siege;
mod sorting_todo;
mod studio_access;
mod studio_galleries;
mod studio_logins;
mod taking_back;
mod uploads;
mod viewers;
mod visitor_pages;
mod visits;
mod waiting;
mod whispers;
mod whole_house;
mod whole_surface;
