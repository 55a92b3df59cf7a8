//! What became of the form that was sent from this page: server functions put it into the page's own address.

use leptos::prelude::use_context;
use server_fn::error::ServerFnUrlError;

use crate::api::{ApiError, Field};
use crate::ui::failure::{field_message, message};
use crate::ui::words::Words;

/// The outcome of a form.
#[derive(Clone, Debug, Default)]
pub struct Posted {
    path: Option<String>,
    error: Option<ApiError>,
    pairs: Vec<(String, String)>,
}

impl Posted {
    /// Reads the address of the page that is being rendered.
    pub fn current() -> Self {
        let parts = use_context::<http::request::Parts>();
        let query = parts.as_ref().and_then(|parts| parts.uri.query()).unwrap_or_default();
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let last = |name: &str| pairs.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let error = last("__err").map(|error| ServerFnUrlError::<ApiError>::decode_err(&error));
        Self { path: last("__path"), error, pairs }
    }

    /// A value of the address, for example what was just done.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The failure of the form that posts to `endpoint`.
    pub fn error_of(&self, endpoint: &str) -> Option<ApiError> {
        self.error.filter(|_| self.path.as_deref() == Some(endpoint))
    }

    /// The failure of that form that belongs to none of its fields, in words.
    pub fn general(&self, endpoint: &str, words: Words) -> Option<String> {
        match self.error_of(endpoint)? {
            ApiError::Field { .. } | ApiError::Fields(_) => None,
            error => Some(message(error, words)),
        }
    }

    /// What is the matter with one field of that form, in words.
    pub fn field(&self, endpoint: &str, field: Field, words: Words) -> Option<String> {
        match self.error_of(endpoint) {
            Some(ApiError::Field { field: named, problem }) if named == field => {
                Some(field_message(field, problem, words))
            }
            Some(ApiError::Fields(problems)) => problems.of(field).map(|problem| field_message(field, problem, words)),
            _ => None,
        }
    }
}
