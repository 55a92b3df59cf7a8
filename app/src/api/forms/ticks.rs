//! The ticks of *Add/remove galleries*, and the part of a large tree on which they stand.

use std::collections::BTreeSet;

use domain::access::Change;
use domain::ids::{ClientLoginId, GalleryId};

use super::gallery_ids;
use crate::api::{Answer, ApiError};

/// The form, as it came.
#[derive(Debug)]
pub struct TicksForm {
    /// The galleries on the page that were released when it was opened, ids with spaces between them.
    pub was: String,
    /// Of a part of a tree, every gallery on the page.
    pub here: String,
    /// Those that are ticked.
    pub galleries: Vec<String>,
}

/// What is ticked and is not released, and the other way round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// Ticked.
    pub add: BTreeSet<GalleryId>,
    /// No longer ticked.
    pub remove: BTreeSet<GalleryId>,
}

impl Ticks {
    /// As a change of what a login holds.
    pub fn of(self, login: ClientLoginId) -> Change {
        Change::Release { login, add: self.add, remove: self.remove }
    }
}

impl TicksForm {
    /// What changed since the page was opened, so that two members who edit at once do not undo each other; and what was
    /// ticked before on parts that are not on the page.
    pub fn read(&self, draft: &Ticks) -> Answer<Ticks> {
        let (was, here) = (gallery_ids(self.was.split_whitespace())?, gallery_ids(self.here.split_whitespace())?);
        let now = gallery_ids(self.galleries.iter().map(String::as_str))?;
        let (mut add, mut remove) = (&now - &was, &was - &now);
        add.extend(&draft.add - &here);
        remove.extend(&draft.remove - &here);
        Ok(Ticks { add, remove })
    }
}

/// The part of a large tree that a button names, as the end of an address: nothing but ids gets there.
pub fn part_of_tree(to: Option<&str>, find: Option<&str>) -> Answer<String> {
    let mut part = String::new();
    let mut last = None;
    for (key, id) in url::form_urlencoded::parse(to.unwrap_or_default().as_bytes()) {
        let id: GalleryId = id.parse().map_err(|_| ApiError::NotFound)?;
        let key = ["at", "from"].into_iter().find(|known| *known == key).ok_or(ApiError::NotFound)?;
        part = format!("{part}&{key}={id}");
        last = Some(id);
    }
    let find = find.map(str::trim).filter(|find| last.is_none() && !find.is_empty());
    if let Some(find) = find {
        let find: String = url::form_urlencoded::byte_serialize(find.as_bytes()).collect();
        part = format!("{part}&find={find}");
    }
    part.extend(last.map(|id| format!("#g-{id}")));
    Ok(part)
}
