//! Pictures of access cards, made as the reader's test set is.

#![allow(
    dead_code,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the set is the reader's; pictures are made of small numbers"
)]

#[path = "../../../reader/tests/cards/card.rs"]
mod card;
#[path = "../../../reader/tests/cards/chance.rs"]
mod chance;
#[path = "../../../reader/tests/cards/kinds.rs"]
mod kinds;
#[path = "../../../reader/tests/cards/layer.rs"]
mod layer;
#[path = "../../../reader/tests/cards/photograph.rs"]
mod photograph;
#[path = "../../../reader/tests/cards/pose.rs"]
mod pose;
#[path = "../../../reader/tests/cards/scene.rs"]
mod scene;

/// A JPEG of a card in a hand, easy to read, whose QR code says `text`.
pub fn card_in_a_hand(number: u64, text: &str) -> Vec<u8> {
    let near = scene::Kind { longest: 1500, share: (0.15, 0.2), ..kinds::KINDS[0] };
    near.take_saying(number, Some(text)).jpeg
}

/// A JPEG of a card that looks like one and cannot be read.
pub fn unreadable_card() -> Vec<u8> {
    kinds::KINDS[8].take(UNREADABLE).jpeg
}

/// Of the kind that is hard in every way.
const UNREADABLE: u64 = 1;
