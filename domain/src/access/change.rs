//! What a member can do to who sees what (S31): each change as data, so that it can be shown before it happens and taken
//! back afterwards.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::tree::{Navigation, Tree, TreeProblem};
use super::viewer::{AccessMode, Pass, Rules, Switch};
use crate::ids::{ClientLoginId, GalleryId, LinkId};

/// One change of who sees what. Ids alone: no name, no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The switch between a gallery and its sub-galleries (S22).
    Navigation {
        /// The parent.
        gallery: GalleryId,
        /// Whether it will be on.
        on: bool,
    },
    /// Whether a gallery's password is asked (S17, S18).
    PasswordAsked {
        /// The gallery.
        gallery: GalleryId,
        /// Whether it will be asked.
        on: bool,
    },
    /// A gallery with all below it into another one, or to the top.
    Move {
        /// The gallery.
        gallery: GalleryId,
        /// Where it will lie.
        parent: Option<GalleryId>,
    },
    /// A gallery with all below it goes.
    Delete {
        /// The gallery.
        gallery: GalleryId,
    },
    /// What a login holds (S7).
    Release {
        /// The login.
        login: ClientLoginId,
        /// What it will hold too.
        add: BTreeSet<GalleryId>,
        /// What it will hold no more.
        remove: BTreeSet<GalleryId>,
    },
    /// How far client logins reach (S30).
    Mode {
        /// The mode from then on.
        mode: AccessMode,
    },
    /// Whether client logins count at all (S1).
    ClientLogins {
        /// Whether they will.
        on: bool,
    },
    /// A link ends.
    RevokeLink {
        /// The link.
        link: LinkId,
    },
    /// A login ends.
    DeleteLogin {
        /// The login.
        login: ClientLoginId,
    },
}

/// All that decides who sees what of some trees.
#[derive(Debug, Clone)]
pub struct Access {
    /// The galleries: whole trees.
    pub tree: Tree,
    /// The studio's rules.
    pub rules: Rules,
    /// The logins and links that a change could touch.
    pub passes: Vec<Pass>,
}

impl Access {
    /// How it will be after a change. What a change names and is not there does not change.
    ///
    /// # Errors
    /// [`TreeProblem`] when a gallery would be moved into itself, or under one that is not there.
    pub fn after(&self, change: &Change) -> Result<Self, TreeProblem> {
        let mut after = self.clone();
        match change {
            Change::Navigation { gallery, on } => {
                after.tree = self.tree.with(*gallery, |node| node.navigation = Navigation::from(*on))?;
            }
            Change::PasswordAsked { gallery, on } => {
                after.tree = self.tree.with(*gallery, |node| node.password_active = *on)?;
            }
            Change::Move { gallery, parent } => {
                after.tree = self.tree.with(*gallery, |node| node.parent = *parent)?;
            }
            Change::Delete { gallery } => after.tree = self.tree.without(*gallery)?,
            Change::Release { login, add, remove } => {
                let held = after.passes.iter_mut().filter_map(|pass| match pass {
                    Pass::Login { login: this, released } if this == login => Some(released),
                    _ => None,
                });
                for released in held {
                    released.retain(|gallery| !remove.contains(gallery));
                    released.extend(add);
                }
            }
            Change::Mode { mode } => after.rules.mode = *mode,
            Change::ClientLogins { on } => after.rules.client_logins = Switch::from(*on),
            Change::RevokeLink { link } => after.passes.retain(|pass| match pass {
                Pass::Login { .. } => true,
                Pass::OpenLink { link: this, .. } | Pass::SecureLink { link: this, .. } => this != link,
            }),
            Change::DeleteLogin { login } => {
                after.passes.retain(|pass| !matches!(pass, Pass::Login { login: this, .. } if this == login));
            }
        }
        Ok(after)
    }

    /// The change that takes `change` back, told from how it was before. None for what takes something away that a change
    /// does not hold: a gallery, a link, a login.
    pub fn inverse(&self, change: &Change) -> Option<Change> {
        Some(match change {
            Change::Navigation { gallery, .. } => {
                Change::Navigation { gallery: *gallery, on: self.tree.node(*gallery)?.navigation == Navigation::On }
            }
            Change::PasswordAsked { gallery, .. } => {
                Change::PasswordAsked { gallery: *gallery, on: self.tree.node(*gallery)?.password_active }
            }
            Change::Move { gallery, .. } => {
                Change::Move { gallery: *gallery, parent: self.tree.node(*gallery)?.parent }
            }
            Change::Release { login, add, remove } => {
                let held = self.passes.iter().find_map(|pass| match pass {
                    Pass::Login { login: this, released } if this == login => Some(released),
                    _ => None,
                })?;
                Change::Release { login: *login, add: held & remove, remove: add - held }
            }
            Change::Mode { .. } => Change::Mode { mode: self.rules.mode },
            Change::ClientLogins { .. } => Change::ClientLogins { on: self.rules.client_logins == Switch::On },
            Change::Delete { .. } | Change::RevokeLink { .. } | Change::DeleteLogin { .. } => return None,
        })
    }
}
