//! The frame of the studio's pages: a sidebar that is a bar with a menu on a phone, and what lies above the page.

use domain::ids::GalleryId;
use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::AtDesk;
use crate::shell::{Page, Side};
use crate::ui::settings_frame::Setting;
use crate::ui::words::Words;

/// Which part of the studio a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first page.
    Home,
    /// The galleries, and each of them.
    Galleries,
    /// The client logins, and each of them.
    Logins,
    /// The photo jobs, and each of them.
    Jobs,
    /// The settings.
    Settings,
}

/// Where a gallery lies: the way down to it, and what lies in it.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The next one up, where there are more above than are named.
    pub beyond: Option<GalleryId>,
    /// The galleries above it, the topmost first: the nearest of them.
    pub above: Vec<(GalleryId, String)>,
    /// The gallery.
    pub here: (GalleryId, String),
    /// Its sub-galleries.
    pub below: Vec<(GalleryId, String)>,
}

/// More sub-galleries than these are not listed in the sidebar.
const LISTED: usize = 30;
/// More galleries above than these are not named.
const NEAR: usize = 4;

impl Branch {
    /// Those of many sub-galleries that the sidebar lists.
    pub fn listed(mut below: Vec<GalleryId>) -> Vec<GalleryId> {
        below.truncate(LISTED);
        below
    }

    /// The nearest of the galleries above, the topmost first, and the next one up.
    pub fn near(above: &[GalleryId]) -> (Option<GalleryId>, &[GalleryId]) {
        let (far, near) = above.split_at(above.len().saturating_sub(NEAR));
        (far.last().copied(), near)
    }

    /// The addresses and names of the galleries above, for the trail.
    pub fn steps(&self, at: &AtDesk, words: Words) -> Vec<(String, String)> {
        let link = |id: &GalleryId| at.path(&format!("/galleries/{id}"));
        let beyond = self.beyond.iter().map(|id| (link(id), words.text("further-up")));
        beyond.chain(self.above.iter().map(|(id, name)| (link(id), name.clone()))).collect()
    }
}

/// A page of the studio.
#[component]
pub fn DeskPage(
    /// Who is at work, and where.
    at: AtDesk,
    /// The words it is written in.
    words: Words,
    /// Its title, without the studio's name.
    #[prop(into)]
    title: String,
    /// The part it belongs to.
    part: Part,
    /// Whether it is the part's own first page.
    #[prop(default = true)]
    first: bool,
    /// Whether it takes the window's whole width: photographs.
    #[prop(optional)]
    wide: bool,
    /// Style of this page alone, made of numbers.
    #[prop(optional, into)]
    style: String,
    /// The gallery it is about.
    #[prop(optional_no_strip)]
    branch: Option<Branch>,
    /// What lies above the page: dialogs, a toast.
    #[prop(optional)]
    above: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let studio = at.studio.name.to_string();
    let title = format!("{title} – {studio}");
    let branch = branch.map(|branch| branch_view(&at, branch, words));
    let link = |to: Part, rest: String, word: &'static str| {
        let current = match (to == part, first) {
            (true, true) => Some("page"),
            (true, false) => Some("true"),
            (false, _) => None,
        };
        view! { <a href=rest aria-current=current>{words.text(word)}</a> }
    };
    let settings = link(Part::Settings, Setting::first(&at), "desk-settings");
    let parts = view! {
        <ul>
            <li>{link(Part::Home, at.path(""), "desk-home")}</li>
            <li>{link(Part::Galleries, at.path("/galleries"), "desk-galleries")} {branch}</li>
            {at.may(Act::LetIn).then(|| view! { <li>{link(Part::Logins, at.path("/logins"), "desk-logins")}</li> })}
            <li>{link(Part::Jobs, at.path("/jobs"), "desk-jobs")}</li>
            <li>{settings}</li>
        </ul>
    };
    view! {
        <Page title words class="studio" side=Side::Studio style>
            <a class="skip" href="#main">{words.text("skip")}</a>
            <header class="side">
                <a class="brand" href=at.path("")>{studio}</a>
                <button class="button quiet" popovertarget="nav">{words.text("desk-menu")}</button>
                <nav id="nav" popover aria-label=words.text("desk-nav")>
                    <search>
                        <form method="get" action=at.path("/search")>
                            <input
                                type="search"
                                name="find"
                                aria-label=words.text("search-label")
                                placeholder=words.text("search")
                                autocomplete="off"
                                enterkeyhint="search"
                            />
                        </form>
                    </search>
                    {parts}
                    <form class="who" method="post" action="/api/sign_out">
                        <p>{at.member.name.clone()}</p>
                        <button class="link">{words.text("sign-out")}</button>
                    </form>
                    <button class="button quiet" popovertarget="nav" popovertargetaction="hide">{words.text("close")}</button>
                </nav>
            </header>
            <main id="main" class=wide.then_some("wide")>{children()}</main>
            {above}
        </Page>
    }
}

/// The way down to the open gallery in the sidebar, with what lies in it.
fn branch_view(at: &AtDesk, branch: Branch, words: Words) -> AnyView {
    let steps = branch.steps(at, words);
    let link = |id: GalleryId| at.path(&format!("/galleries/{id}"));
    let mut inner = ().into_any();
    if !branch.below.is_empty() {
        let below = branch.below.into_iter();
        let below = below.map(|(id, name)| view! { <li><a href=link(id)>{name}</a></li> });
        inner = view! { <ul class="branch">{below.collect_view()}</ul> }.into_any();
    }
    let (id, name) = branch.here;
    inner =
        view! { <ul class="branch"><li><a href=link(id) aria-current="page">{name}</a> {inner}</li></ul> }.into_any();
    for (to, name) in steps.into_iter().rev() {
        inner = view! { <ul class="branch"><li><a href=to>{name}</a> {inner}</li></ul> }.into_any();
    }
    inner
}

/// The way back from a page, above its heading.
#[component]
pub fn Trail(
    /// What it is for, for those who do not see it.
    label: String,
    /// Addresses and names, the topmost first.
    steps: Vec<(String, String)>,
) -> impl IntoView {
    let steps = steps.into_iter().map(|(to, name)| view! { <li><a href=to>{name}</a></li> });
    view! { <nav class="trail" aria-label=label><ol>{steps.collect_view()}</ol></nav> }
}

/// What was just done, at the foot of the window.
#[component]
pub fn Toast(
    /// What was done.
    text: String,
    /// A form that takes it back.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="toast" role="status"><p>{text}</p>{children.map(|undo| undo())}</div> }
}

/// A dialog that opens without a script.
#[component]
pub fn Dialog(
    /// Its id, which its button names.
    #[prop(into)]
    id: String,
    /// Its heading.
    title: String,
    /// Shown at once, in the page: what was typed into it came back with an error.
    #[prop(optional)]
    open: bool,
    /// What it asks.
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    let titled = heading.clone();
    view! {
        <dialog id=id popover=(!open).then_some("auto") open=open aria-labelledby=heading>
            <h2 id=titled>{title}</h2>
            {children()}
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_fifty_galleries_above_the_nearest_are_named_with_a_way_to_the_others() {
        let above: Vec<GalleryId> = (0..50).map(|number| GalleryId::from_random([number; 16])).collect();
        assert_eq!(Branch::near(&above), (Some(above[45]), &above[46..]));
        assert_eq!(Branch::near(&above[..4]), (None, &above[..4]));
        assert_eq!(Branch::near(&[]), (None, &[][..]));
    }
}
