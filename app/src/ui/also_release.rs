//! A new gallery in one that is released, where it does not come by itself: whether whoever holds that one is to hold the
//! new one too. Nobody does, unless it is ticked; and then it is shown first who will see it (S31).

use domain::access::{AccessMode, Grant, Navigation, Switch};
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::difference::and;
use crate::ui::words::Words;

/// So many logins are named.
const NAMED: usize = 3;
/// More than these are not counted.
const COUNTED: i64 = 100;

/// To whom a new gallery could be released as well.
#[derive(Clone, Debug)]
pub struct Offer {
    all: i64,
    names: Vec<String>,
    parent: String,
}

/// The logins that hold a gallery, if a new one in it would not come to them by itself.
pub async fn also_release(ctx: &Ctx, at: &AtDesk, parent: &Grant) -> Answer<Option<Offer>> {
    if !at.may(Act::LetIn) || at.studio.rules.client_logins == Switch::Off {
        return Ok(None);
    }
    let gallery = ctx.store().gallery(parent).await?;
    let comes_by_itself = at.studio.rules.mode == AccessMode::Staircase && gallery.navigation == Navigation::On;
    if comes_by_itself {
        return Ok(None);
    }
    let mut names = ctx.store().names_of_holders(&at.desk, parent, COUNTED + 1).await?;
    let all = i64::try_from(names.len()).unwrap_or(i64::MAX);
    names.truncate(NAMED);
    Ok((all > 0).then_some(Offer { all, names, parent: gallery.name }))
}

impl Offer {
    /// The box to tick.
    pub fn view(&self, words: Words) -> AnyView {
        let mut names = self.names.clone();
        let others = self.all - i64::try_from(names.len()).unwrap_or(i64::MAX);
        if self.all > COUNTED {
            names.push(words.text("logins-others"));
        } else if others > 0 {
            names.push(words.count("logins-more", others));
        }
        let values = [("names", and(names, words).into()), ("parent", self.parent.clone().into())];
        view! {
            <label class="option">
                <input type="checkbox" name="also" value="yes" autocomplete="off" />
                <span>
                    <strong>{words.count_to("also-release", self.all, COUNTED)}</strong>
                    " "
                    <small>{words.with("also-release-hint", &values)}</small>
                </span>
            </label>
        }
        .into_any()
    }
}
