//! Who sees which gallery: the one rule, in the one place (PRODUCT section 4).
//!
//! [`resolve`] takes the galleries, the studio's rules, the viewer and *now*, and answers with a
//! [`Sight`]: what is visible, through which door, and why. Pages, photographs, archives, searches
//! and previews all ask it, and the store reveals nothing without a [`Grant`], which only a sight
//! can make.
//!
//! The rule, decision by decision:
//!
//! 1. Every pass (a client login or a link) is resolved by itself; what is visible is the union.
//!    Two galleries are joined, up or down, only if **one** pass shows the edge between them. A
//!    member sees everything.
//! 2. *Staircase* (S25 to S27): with `R` the released galleries, or the linked one, what is visible
//!    is the smallest set `V ⊇ R` such that for every parent `p` with navigation on and child `c`:
//!    `p ∈ V ⇔ c ∈ V`.
//! 3. The staircase opens no locked door (S17, S18, S21): a gallery with an active password that is
//!    not itself released to the login is a landing. It is reached, but never passed, not even
//!    after unlocking: its password opens this one gallery. This holds for the linked gallery too.
//!    A released gallery asks for no password (S20).
//! 4. A secure link shows its gallery alone (S16), and asks for its active password as well.
//! 5. *Explicit* mode (S30) is for client logins: `V = R` exactly, whatever the switches and
//!    passwords say; parent and child are joined if both are released. Links follow the staircase
//!    in either mode.
//! 6. While client logins are off (S1), their passes count for nothing; neither do expired links.
//! 7. What is not in the given tree does not exist (S32).
//! 8. A photo job is no tree: which of its galleries a code or a confirmation opens is decided in `job`, and added to
//!    the same sight ([`Sight::and_of_job`]).

mod audience;
mod change;
mod difference;
mod fingerprint;
mod job;
mod sight;
mod stairs;
mod tree;
mod viewer;

use chrono::{DateTime, Utc};

pub use audience::{Starts, starts};
pub use change::{Access, Change, Gone};
pub use difference::{Difference, Effect, Group};
pub use fingerprint::Fingerprint;
pub use job::{GroupPlace, JobKey, JobPart, JobRules, StaffTerms, SubjectPlace};
pub use sight::{Denied, Door, Grant, How, Reason, Sight, Standing, Way};
pub use tree::{Navigation, Node, Tree, TreeProblem};
pub use viewer::{AccessMode, Pass, Rules, Switch, Viewer};

/// What `viewer` sees of `tree`, and why.
pub fn resolve(tree: &Tree, rules: Rules, viewer: &Viewer, now: DateTime<Utc>) -> Sight {
    let views = match viewer {
        Viewer::Member => vec![stairs::everything(tree)],
        Viewer::Guest { passes, unlocked } => {
            passes.iter().filter_map(|pass| stairs::view(tree, rules, pass, unlocked, now)).collect()
        }
    };
    Sight::of(tree, views)
}
