//! What a client login opens, and why (S35): every gallery, through the one resolver.

use std::collections::BTreeSet;

use domain::access::{Door, Sight};
use domain::ids::GalleryId;
use leptos::prelude::*;
use store::ClientLogin;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::reasons::reason;
use crate::ui::tree::Forest;
use crate::ui::words::Words;

/// More galleries than these are counted, not listed.
const LISTED: usize = 200;
/// From so many on a sentence counts them.
const COUNTED: usize = 8;

/// What a login opens.
#[derive(Debug)]
pub struct Seen {
    forest: Forest,
    sight: Sight,
    released: BTreeSet<GalleryId>,
}

impl Seen {
    /// As if client logins were on: the list says what the releases mean; that they are off is said beside it.
    pub async fn load(ctx: &Ctx, at: &AtDesk, login: &ClientLogin) -> Answer<Self> {
        let (sight, released) = ctx.store().login_sight(&at.desk, &at.studio, login.id, ctx.now()).await?;
        // Those that are listed, and those from which they are reached.
        let mut named: Vec<GalleryId> = sight.galleries().take(LISTED).collect();
        let starts: BTreeSet<GalleryId> = named
            .iter()
            .filter_map(|id| sight.standing(*id))
            .flat_map(|standing| standing.reasons.iter().flat_map(|reason| [reason.start, reason.top]))
            .collect();
        named.extend(starts.into_iter().filter(|start| !named.contains(start)).collect::<Vec<_>>());
        let forest = Forest::new(ctx.store().tree_lines(&at.desk, &named).await?);
        Ok(Self { forest, sight, released })
    }

    /// The gallery that is released, if it is one alone.
    pub fn only_release(&self) -> Option<GalleryId> {
        self.released.first().copied().filter(|_| self.released.len() == 1)
    }

    /// The list, in the order of the tree, with a count where it is long.
    pub fn view(&self, at: &AtDesk, words: Words) -> AnyView {
        let galleries: Vec<_> = self.sight.galleries().collect();
        if galleries.is_empty() {
            return view! { <p class="facts">{words.text("login-sees-nothing")}</p> }.into_any();
        }
        let count = (galleries.len() >= COUNTED).then(|| self.count(&galleries, words));
        let more = i64::try_from(galleries.len().saturating_sub(LISTED)).unwrap_or_default();
        let more = (more > 0).then(|| view! { <li><span class="facts">{words.count("and-more", more)}</span></li> });
        let rows = galleries.into_iter().take(LISTED).map(|id| {
            let name = |gallery| self.forest.name(gallery);
            let why = self.sight.standing(id).map(|standing| reason(standing, id, name, words));
            view! {
                <li>
                    <a class="name" href=at.path(&format!("/galleries/{id}/who"))>{self.forest.name(id)}</a>
                    <span class="facts">{why}</span>
                </li>
            }
        });
        view! { <div>{count} <ul class="list reasons">{rows.collect_view()} {more}</ul></div> }.into_any()
    }

    fn count(&self, galleries: &[GalleryId], words: Words) -> AnyView {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let released = galleries.iter().filter(|id| self.released.contains(id)).count();
        let is_locked = |id: &&GalleryId| self.sight.standing(**id).is_some_and(|it| it.door == Door::Locked);
        let locked = galleries.iter().filter(is_locked).count();
        let values = [
            ("all", words.count("galleries", number(galleries.len())).into()),
            ("released", number(released).into()),
            ("inherited", number(galleries.len() - released).into()),
            ("locked", number(locked).into()),
        ];
        view! { <p class="facts">{words.with("login-sees-count", &values)}</p> }.into_any()
    }
}
