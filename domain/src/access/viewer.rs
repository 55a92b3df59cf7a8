//! Who looks, with what in hand, and under which rules of the studio.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::sight::Way;
use crate::ids::{ClientLoginId, GalleryId, LinkId};

named! {
    /// How far a client login reaches, set per studio.
    #[derive(Default)]
    pub enum AccessMode {
        /// The parents' navigation switches count (S25 to S27).
        #[default]
        Staircase = "staircase",
        /// Every gallery is released by itself (S30).
        Explicit = "explicit",
    }
}

named! {
    /// An option of the studio.
    #[derive(Default)]
    pub enum Switch {
        /// Not in use.
        #[default]
        Off = "off",
        /// In use.
        On = "on",
    }
}

impl From<bool> for Switch {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// The studio's settings that the rule depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Whether client logins count at all (S1).
    pub client_logins: Switch,
    /// How far they reach.
    pub mode: AccessMode,
}

/// One thing that lets a guest in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pass {
    /// A client login and the galleries released to it.
    Login {
        /// The login.
        login: ClientLoginId,
        /// What the photographer ticked.
        released: BTreeSet<GalleryId>,
    },
    /// A link that allows the navigation that the galleries allow.
    OpenLink {
        /// The link.
        link: LinkId,
        /// The gallery it leads to.
        gallery: GalleryId,
        /// The moment from which it counts no more.
        until: Option<DateTime<Utc>>,
    },
    /// A link that shows its gallery alone (S16).
    SecureLink {
        /// The link.
        link: LinkId,
        /// The gallery it leads to.
        gallery: GalleryId,
        /// The moment from which it counts no more.
        until: Option<DateTime<Utc>>,
    },
}

impl Pass {
    /// The same without what it opens: whose it is.
    pub fn way(&self) -> Way {
        match self {
            Self::Login { login, .. } => Way::Login(*login),
            Self::OpenLink { link, .. } => Way::OpenLink(*link),
            Self::SecureLink { link, .. } => Way::SecureLink(*link),
        }
    }

    /// The galleries at which it begins.
    pub fn begins_at(&self) -> BTreeSet<GalleryId> {
        match self {
            Self::Login { released, .. } => released.clone(),
            Self::OpenLink { gallery, .. } | Self::SecureLink { gallery, .. } => BTreeSet::from([*gallery]),
        }
    }

    /// Whether it leads on from there, by open edges: what [`super::Tree::part`] has to hold.
    pub fn takes_stairs(&self, rules: Rules) -> bool {
        match self {
            Self::Login { .. } => rules.mode == AccessMode::Staircase,
            Self::OpenLink { .. } => true,
            Self::SecureLink { .. } => false,
        }
    }
}

/// Who looks at the galleries of one studio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// A member of the studio **whose tree is given**; of any other studio a member is a stranger.
    Member,
    /// Everybody else. A stranger holds no pass.
    Guest {
        /// Everything this guest was let in by.
        passes: Vec<Pass>,
        /// The galleries whose password this guest has given.
        unlocked: BTreeSet<GalleryId>,
    },
}

impl Viewer {
    /// A guest without any pass.
    pub const fn stranger() -> Self {
        Self::Guest { passes: Vec::new(), unlocked: BTreeSet::new() }
    }
}
