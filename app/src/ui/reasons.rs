//! Why a gallery is seen (S35), in words.

use domain::access::{Door, How, Standing};
use leptos::prelude::*;

use crate::ui::tree::Forest;
use crate::ui::words::Words;

/// The reason of a login for one gallery: released, down from, up from; and whether it asks for its password.
pub fn reason(standing: &Standing, forest: &Forest, words: Words) -> impl IntoView + use<> {
    let locked = standing.door == Door::Locked;
    let how = standing.reasons.first().map(|reason| match reason.how {
        How::Released | How::Linked => words.text("reason-released"),
        How::DownFrom(gallery) => words.with("reason-down", &[("name", forest.name(gallery).into())]),
        How::UpFrom(gallery) => words.with("reason-up", &[("name", forest.name(gallery).into())]),
    });
    view! { {how} {locked.then(|| view! { ", " {words.text("reason-locked")} })} }
}
