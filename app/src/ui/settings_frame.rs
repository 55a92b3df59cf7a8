//! What the settings of a studio have in common: the heading and the way from one of them to the other.

use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::AtDesk;
use crate::ui::desk::{DeskPage, Part};
use crate::ui::words::Words;

/// A page of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Name, line, language.
    Studio,
    /// Logo, colour, greeting.
    Brand,
    /// Client logins and the access mode.
    Clients,
    /// Who works in the studio.
    People,
    /// The member's own name, e-mail, password.
    Account,
    /// Where the member is signed in.
    Devices,
}

impl Setting {
    /// All of them, in their order.
    const ALL: [Self; 6] = [Self::Studio, Self::Brand, Self::Clients, Self::People, Self::Account, Self::Devices];

    /// The rest of its address, the word for it, and what one must be allowed to do there.
    fn told(self) -> (&'static str, &'static str, Act) {
        match self {
            Self::Studio => ("/settings", "setting-studio", Act::ChangeStudio),
            Self::Brand => ("/settings/brand", "setting-brand", Act::ChangeStudio),
            Self::Clients => ("/settings/clients", "setting-clients", Act::ChangeStudio),
            Self::People => ("/settings/people", "setting-people", Act::ChangePeople),
            Self::Account => ("/settings/account", "setting-account", Act::KeepAccount),
            Self::Devices => ("/settings/devices", "setting-devices", Act::KeepAccount),
        }
    }

    /// The address of the first of them that a member finds.
    pub fn first(at: &AtDesk) -> String {
        let found = Self::ALL.into_iter().map(Self::told).find(|(.., act)| at.may(*act));
        at.path(found.map_or("", |(to, ..)| to))
    }
}

/// One page of the settings.
#[component]
pub fn SettingsFrame(
    /// Who is at work, and where.
    at: AtDesk,
    /// The words it is written in.
    words: Words,
    /// Which of them it is.
    setting: Setting,
    /// Style of this page alone, made of numbers.
    #[prop(optional, into)]
    style: String,
    /// What lies above the page: dialogs, a toast.
    #[prop(optional)]
    above: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let heading = words.text("desk-settings");
    let title = format!("{} – {heading}", words.text(setting.told().1));
    let tabs = Setting::ALL.map(|other| {
        let (to, word, act) = other.told();
        at.may(act).then(
            || view! { <a href=at.path(to) aria-current=(other == setting).then_some("page")>{words.text(word)}</a> },
        )
    });
    view! {
        <DeskPage
            at
            words
            title
            part=Part::Settings
            first=false
            style
            above=above.unwrap_or_else(|| ().into_any())
        >
            <header class="head"><div><h1>{heading.clone()}</h1></div></header>
            <nav class="tabs" aria-label=heading>{tabs.collect_view()}</nav>
            {children()}
        </DeskPage>
    }
}
