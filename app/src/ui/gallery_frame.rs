//! What the pages of one gallery have in common: where it lies, its name, its tabs.

use domain::access::{Grant, Sight};
use domain::ids::GalleryId;
use domain::studio::Act;
use leptos::prelude::*;
use store::Gallery;

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::{Branch, DeskPage, Part, Trail};
use crate::ui::words::Words;

/// More sub-galleries than this are not counted: it would cost more with each.
const COUNTED: i64 = 1_000;

/// The gallery that a page is about, with the member's proof.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The proof.
    pub grant: Grant,
    /// The gallery.
    pub gallery: Gallery,
    /// The member's sight of the tree it lies in.
    pub sight: Sight,
    branch: Branch,
    photos: i64,
    links: i64,
    sub_galleries: i64,
}

impl Shown {
    /// Loads the gallery that an address names.
    pub async fn load(ctx: &Ctx, at: &AtDesk, gallery: &str) -> Answer<Self> {
        let id: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        let store = ctx.store();
        let sight = store.member_sight(&at.desk, id, ctx.now()).await?;
        let grant = sight.grant(id).map_err(|_| ApiError::NotFound)?;
        let gallery = store.gallery(&grant).await?;
        let trail = sight.trail(id);
        let (beyond, near) = Branch::near(&trail);
        let branch = Branch {
            beyond,
            above: store.gallery_names(&sight, near).await?,
            here: (id, gallery.name.clone()),
            below: store.gallery_names(&sight, &Branch::listed(sight.below(id))).await?,
        };
        let photos = store.photo_count(&grant).await?;
        let links = store.link_count(&at.desk, &grant).await?;
        let sub_galleries = store.sub_gallery_count(&at.desk, &grant, COUNTED + 1).await?;
        Ok(Self { grant, gallery, sight, branch, photos, links, sub_galleries })
    }

    /// How many sub-galleries lie directly in it, up to [`COUNTED`] and one more; of very many the sight holds the first.
    pub fn sub_galleries(&self) -> i64 {
        self.sub_galleries
    }

    /// The message `key` for the sub-galleries that lie directly in it.
    pub fn count_sub_galleries(&self, key: &'static str, words: Words) -> String {
        words.count_to(key, self.sub_galleries, COUNTED)
    }
}

/// The tabs of a gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Its photographs.
    Photographs,
    /// Who can see it.
    Who,
    /// Its links.
    Links,
    /// Its settings.
    Settings,
}

/// A page about one gallery.
#[component]
pub fn GalleryFrame(
    /// Who is at work, and where.
    at: AtDesk,
    /// The words it is written in.
    words: Words,
    /// The gallery.
    shown: Shown,
    /// The tab that is open.
    tab: Tab,
    /// What lies above the page: dialogs, a toast.
    #[prop(optional)]
    above: Option<AnyView>,
    /// What the tab shows.
    children: Children,
) -> impl IntoView {
    let name = shown.gallery.name.clone();
    let base = at.path(&format!("/galleries/{}", shown.gallery.id));
    let named = [("name", name.clone().into())];
    let title = match tab {
        Tab::Photographs => name.clone(),
        Tab::Who => words.with("who-of", &named),
        Tab::Links => words.with("links-of", &named),
        Tab::Settings => words.with("settings-of", &named),
    };
    let mut steps = vec![(at.path("/galleries"), words.text("desk-galleries"))];
    steps.extend(shown.branch.steps(&at, words));
    let link = |to: Tab, rest: &str, word: &'static str, count: Option<String>| {
        view! {
            <a href=format!("{base}{rest}") aria-current=(to == tab).then_some("page")>
                {words.text(word)} {count.map(|count| view! { " "<span class="count">{count}</span> })}
            </a>
        }
    };
    let tabs = [
        Some(link(Tab::Photographs, "", "tab-photographs", Some(words.number(shown.photos)))),
        at.may(Act::LetIn).then(|| link(Tab::Who, "/who", "tab-who", None)),
        at.may(Act::LetIn).then(|| link(Tab::Links, "/links", "tab-links", Some(words.number(shown.links)))),
        at.may(Act::ChangeGalleries).then(|| link(Tab::Settings, "/settings", "tab-settings", None)),
    ];
    let date = shown.gallery.shot_on.map(|day| words.date(day));
    view! {
        <DeskPage
            at
            words
            title
            part=Part::Galleries
            first=false
            wide=tab == Tab::Photographs
            branch=Some(shown.branch.clone())
            above=above.unwrap_or_else(|| ().into_any())
        >
            <header class="head">
                <div>
                    <Trail label=words.text("trail") steps />
                    <h1>{name.clone()}</h1>
                    {date.map(|date| view! { <p class="facts">{date}</p> })}
                </div>
            </header>
            <nav class="tabs" aria-label=name>
                {tabs.collect_view()}
            </nav>
            {children()}
        </DeskPage>
    }
}
