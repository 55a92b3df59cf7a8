//! What a member can do to who sees what (S31): each change as data, so that it can be shown before it happens and taken
//! back afterwards by another one.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::tree::{Navigation, Node, Tree, TreeProblem};
use super::viewer::{AccessMode, Pass, Rules, Switch};
use crate::ids::{ClientLoginId, DeletionId, GalleryId, LinkId};
use crate::studio::Act;

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
    /// What was deleted comes back, with the releases and links that lead there.
    Restore {
        /// The deletion.
        deletion: DeletionId,
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
    /// Who holds a gallery: the same from the other side.
    ReleaseTo {
        /// The gallery.
        gallery: GalleryId,
        /// Logins that will hold it too.
        add: BTreeSet<ClientLoginId>,
        /// Logins that will hold it no more.
        remove: BTreeSet<ClientLoginId>,
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
    /// A link that ended so counts again.
    ReviveLink {
        /// The link.
        link: LinkId,
    },
    /// A login ends.
    DeleteLogin {
        /// The login.
        login: ClientLoginId,
    },
    /// A login comes back with what is released to it.
    RestoreLogin {
        /// The login.
        login: ClientLoginId,
    },
}

impl Change {
    /// What a member must be allowed to do to make this change: asked when it is proposed and again when it is done, since
    /// a role may have changed in between.
    pub const fn act(&self) -> Act {
        match self {
            Self::Navigation { .. }
            | Self::PasswordAsked { .. }
            | Self::Move { .. }
            | Self::Delete { .. }
            | Self::Restore { .. } => Act::ChangeGalleries,
            Self::Release { .. }
            | Self::ReleaseTo { .. }
            | Self::RevokeLink { .. }
            | Self::ReviveLink { .. }
            | Self::DeleteLogin { .. }
            | Self::RestoreLogin { .. } => Act::LetIn,
            Self::Mode { .. } | Self::ClientLogins { .. } => Act::ChangeStudio,
        }
    }

    /// Whether a gallery or a login goes by it, with whatever it holds by then.
    pub const fn takes_away(&self) -> bool {
        matches!(self, Self::Delete { .. } | Self::DeleteLogin { .. })
    }
}

/// What a change would bring back, and is not there now.
#[derive(Debug, Clone, Default)]
pub struct Gone {
    /// Galleries, each with the parent that it will have; the topmost first.
    pub galleries: Vec<Node>,
    /// Logins and links, with what they will hold again.
    pub passes: Vec<Pass>,
}

/// All that decides who sees what of some trees.
#[derive(Debug, Clone)]
pub struct Access {
    /// The galleries: whole trees, or the parts that a pass reaches.
    pub tree: Arc<Tree>,
    /// The studio's rules.
    pub rules: Rules,
    /// The logins and links that a change could touch.
    pub passes: Vec<Pass>,
    /// What it could bring back.
    pub gone: Gone,
}

impl Access {
    /// Of what is there.
    pub fn new(tree: impl Into<Arc<Tree>>, rules: Rules, passes: Vec<Pass>) -> Self {
        Self { tree: tree.into(), rules, passes, gone: Gone::default() }
    }

    /// How it will be after a change. What a change names and is not there does not change.
    ///
    /// # Errors
    /// [`TreeProblem`] when a gallery would be moved into itself, or under one that is not there.
    pub fn after(&self, change: &Change) -> Result<Self, TreeProblem> {
        let mut after = self.clone();
        match change {
            Change::Navigation { gallery, on } => {
                after.tree = Arc::new(self.tree.with(*gallery, |node| node.navigation = Navigation::from(*on))?);
            }
            Change::PasswordAsked { gallery, on } => {
                after.tree = Arc::new(self.tree.with(*gallery, |node| node.password_active = *on)?);
            }
            Change::Move { gallery, parent } => {
                after.tree = Arc::new(self.tree.with(*gallery, |node| node.parent = *parent)?);
            }
            Change::Delete { gallery } => after.tree = Arc::new(self.tree.without(*gallery)?),
            Change::Restore { .. } | Change::ReviveLink { .. } | Change::RestoreLogin { .. } => {
                let gone = std::mem::take(&mut after.gone);
                after.tree = Arc::new(self.tree.and(gone.galleries)?);
                for pass in gone.passes {
                    after.admit(pass);
                }
            }
            Change::Release { login, add, remove } => {
                if let Some(released) = after.held_by(*login) {
                    released.retain(|gallery| !remove.contains(gallery));
                    released.extend(add);
                }
            }
            Change::ReleaseTo { gallery, add, remove } => {
                for login in remove {
                    if let Some(released) = after.held_by(*login) {
                        released.remove(gallery);
                    }
                }
                for login in add {
                    after.admit(Pass::Login { login: *login, released: BTreeSet::from([*gallery]) });
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

    /// The change that takes `change` back, told from how it was before; `deletion` is what galleries that go will be
    /// found by. None where the change names something that is not there.
    pub fn inverse(&self, change: &Change, deletion: DeletionId) -> Option<Change> {
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
            Change::Delete { .. } => Change::Restore { deletion },
            Change::Restore { .. } => Change::Delete { gallery: self.gone.galleries.first()?.id },
            Change::Release { login, add, remove } => {
                let held = self.holds(*login)?;
                Change::Release { login: *login, add: held & remove, remove: add - held }
            }
            Change::ReleaseTo { gallery, add, remove } => {
                let holds = |login: &ClientLoginId| self.holds(*login).is_some_and(|held| held.contains(gallery));
                Change::ReleaseTo {
                    gallery: *gallery,
                    add: remove.iter().copied().filter(|login| holds(login)).collect(),
                    remove: add.iter().copied().filter(|login| !holds(login)).collect(),
                }
            }
            Change::Mode { .. } => Change::Mode { mode: self.rules.mode },
            Change::ClientLogins { .. } => Change::ClientLogins { on: self.rules.client_logins == Switch::On },
            Change::RevokeLink { link } => Change::ReviveLink { link: *link },
            Change::ReviveLink { link } => Change::RevokeLink { link: *link },
            Change::DeleteLogin { login } => Change::RestoreLogin { login: *login },
            Change::RestoreLogin { login } => Change::DeleteLogin { login: *login },
        })
    }

    fn holds(&self, login: ClientLoginId) -> Option<&BTreeSet<GalleryId>> {
        self.passes.iter().find_map(|pass| match pass {
            Pass::Login { login: this, released } if *this == login => Some(released),
            _ => None,
        })
    }

    fn held_by(&mut self, login: ClientLoginId) -> Option<&mut BTreeSet<GalleryId>> {
        self.passes.iter_mut().find_map(|pass| match pass {
            Pass::Login { login: this, released } if *this == login => Some(released),
            _ => None,
        })
    }

    /// One more pass, or more for a login that is there.
    fn admit(&mut self, pass: Pass) {
        match pass {
            Pass::Login { login, released } => match self.held_by(login) {
                Some(held) => held.extend(released),
                None => self.passes.push(Pass::Login { login, released }),
            },
            link => self.passes.push(link),
        }
    }
}
