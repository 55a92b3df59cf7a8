//! Everything the store does, told as stories on SQLite and on PostgreSQL; those about photographs also on PostgreSQL and
//! S3. They need `TEST_POSTGRES_URL` and `TEST_S3_URL`, which `cargo xtask test` sets; without them those tests fail, they do
//! not pass by themselves.
#![allow(clippy::unwrap_used)]

/// Makes of each story a test on SQLite and a test on PostgreSQL.
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                super::$story(store::fixtures::Throwaway::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                super::$story(store::fixtures::Throwaway::postgres().await).await;
            })+
        }
    };
}

/// As `on_both`, and once more on PostgreSQL with the photographs on S3 (S80).
macro_rules! on_both_and_s3 {
    ($($story:ident),+ $(,)?) => {
        on_both!($($story),+);
        mod s3 {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                super::$story(store::fixtures::Throwaway::postgres_and_s3().await).await;
            })+
        }
    };
}

/// Fails unless a result is the error of this shape.
macro_rules! refused {
    ($result:expr, $error:pat) => {
        let result = $result;
        assert!(matches!(&result, Err($error)), "expected {}, got {result:?}", stringify!($error));
    };
}

mod access;
mod access_changes;
mod access_rule;
mod arrival;
mod attempts;
mod audience;
mod blobs;
mod brands;
mod client_logins;
mod colleagues;
mod coming_back;
mod confirmations;
mod deletion_list;
mod devices;
mod disk;
mod erased_again;
mod erasing;
mod extra_cards;
mod family;
mod galleries;
mod gallery_deletions;
mod gallery_tree;
mod guess_alerts;
mod held;
mod isolation;
mod job_cards;
mod job_cards_lost;
mod job_endings;
mod job_holding;
mod job_search;
mod known_devices;
mod late_arrivals;
mod leaving;
mod leftovers;
mod links;
mod logins_coming_back;
mod members;
mod migrations;
mod name_spellings;
mod names;
mod one_gallery;
mod operators;
mod photo_jobs;
mod photo_pages;
mod photos;
mod releases;
mod reveals;
mod rosters;
mod secrets;
mod sessions;
#[path = "../../../domain/tests/spellings/mod.rs"]
mod spellings;
mod studios;
mod taking_back;
mod tickets;
mod uploads;
mod withdrawing;
mod work;
