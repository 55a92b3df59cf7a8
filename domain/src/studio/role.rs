//! Who may do what in a studio: one table, asked before anything is shown or done.

named! {
    /// What a member is in a studio.
    pub enum Role {
        /// Everything, the people and the brand included.
        Owner = "owner",
        /// Everything about galleries, clients and links.
        Photographer = "photographer",
        /// Brings photographs and sorts them.
        Assistant = "assistant",
    }
}

/// What a page shows or a function does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// See the galleries, bring photographs, choose covers, delete and restore photographs, make galleries for them.
    SortPhotographs,
    /// Name, move, protect and delete galleries.
    ChangeGalleries,
    /// Let people in: client logins with their codes and notes, releases, links.
    LetIn,
    /// Name, language, brand, client logins on or off, access mode.
    ChangeStudio,
    /// Invite people, give them another role, remove them.
    ChangePeople,
    /// See and change what is one's own: name, e-mail, password, devices.
    KeepAccount,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 6] = [
        Self::SortPhotographs,
        Self::ChangeGalleries,
        Self::LetIn,
        Self::ChangeStudio,
        Self::ChangePeople,
        Self::KeepAccount,
    ];
}

impl Role {
    /// Whether this role may do that.
    pub const fn may(self, act: Act) -> bool {
        match act {
            Act::SortPhotographs | Act::KeepAccount => true,
            Act::ChangeGalleries | Act::LetIn => matches!(self, Self::Owner | Self::Photographer),
            Act::ChangeStudio | Act::ChangePeople => matches!(self, Self::Owner),
        }
    }
}
