//! `/studio/{studio}/galleries`: the tree of galleries, and everything that is done with its shape.

use std::collections::BTreeSet;

use domain::access::Navigation;
use domain::ids::GalleryId;
use domain::search::Wanted;
use domain::studio::Act;
use leptos::prelude::*;
use store::{GalleryRowInTree, StudioSize};

use crate::api::{ApiError, Field};
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::pages::studio_home::{COUNTED, new_gallery_dialog};
use crate::ui::also_release::{Offer, also_release};
use crate::ui::changes::{self, DELETED};
use crate::ui::desk::{DeskPage, Part};
use crate::ui::fields::{error_line, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::tree::{About, FindGallery, Forest, Leaf, tree_view, twist};
use crate::ui::words::Words;

const CREATE: &str = "/api/galleries/create";
const RENAME: &str = "/api/galleries/rename";
/// The actions of one row, where they are shown without a script.
const ACTIONS: &str = "actions";

/// What the page needs to know for each of its rows.
struct Rows<'a> {
    at: &'a AtDesk,
    words: Words,
    forest: &'a Forest,
    posted: &'a Posted,
    open: BTreeSet<GalleryId>,
    found: BTreeSet<GalleryId>,
    renamed: Option<GalleryId>,
    within: Option<GalleryId>,
    more: Option<GalleryId>,
    offer: Option<Offer>,
}

/// All galleries of a studio.
#[component]
pub fn StudioGalleries() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let named = |key: &str| posted.get(key).and_then(|id| id.parse::<GalleryId>().ok());
        let about = About {
            galleries: ["rename", "in", "more"].into_iter().filter_map(named).collect(),
            at: named("at"),
            from: named("from"),
            find: posted.get("find").and_then(Wanted::parse),
        };
        let forest = Forest::load(&ctx, &at, &about).await?;
        let size = ctx.store().studio_size(&at.desk, COUNTED + 1).await?;
        let toast = changes::toast(&ctx, &at, &posted, words).await?;
        let above = view! { {new_gallery_dialog(&at, None, None, words)} {toast} }.into_any();
        let within = match named("in") {
            Some(parent) => {
                let parent = ctx.store().member_grant(&at.desk, parent, ctx.now()).await.map_err(ApiError::from);
                match parent {
                    Err(ApiError::NotFound) => None,
                    parent => also_release(&ctx, &at, &parent?).await?,
                }
            }
            None => None,
        };
        let body = if size.galleries == 0 {
            nothing_yet(&at, words).into_any()
        } else {
            galleries(&at, &forest, size, &posted, within, words)
        };
        Ok(view! {
            <DeskPage at words title=words.text("desk-galleries") part=Part::Galleries above>
                {body}
            </DeskPage>
        }
        .into_any())
    })
}

fn nothing_yet(at: &AtDesk, words: Words) -> impl IntoView + use<> {
    view! {
        <header class="head"><div><h1>{words.text("desk-galleries")}</h1></div></header>
        <div class="empty">
            <h2>{words.text("galleries-none")}</h2>
            <p>{words.text("galleries-none-more")}</p>
            <p><button class="button" popovertarget="new-gallery">{words.text("gallery-new")}</button></p>
        </div>
        {at.may(Act::ChangeGalleries).then(|| deleted_link(at, words))}
    }
}

fn galleries(
    at: &AtDesk,
    forest: &Forest,
    size: StudioSize,
    posted: &Posted,
    offer: Option<Offer>,
    words: Words,
) -> AnyView {
    let named = |key: &str| posted.get(key).and_then(|id| id.parse::<GalleryId>().ok());
    let find = posted.get("find").unwrap_or_default().to_owned();
    let (renamed, within, more) = (named("rename"), named("in"), named("more"));
    let found = forest.found(&find);
    let mut about: BTreeSet<GalleryId> = [named("at"), renamed, within, more].into_iter().flatten().collect();
    if !find.trim().is_empty() {
        about.extend(&found);
    }
    let rows = Rows { at, words, forest, posted, open: forest.open(about), found, renamed, within, more, offer };
    let count = |key, number| words.count_to(key, number, COUNTED);
    let facts = [count("galleries", size.galleries), count("photographs", size.photos)].join(" · ");
    let tree = tree_view(forest, words, &|leaf| rows.row(leaf));
    let none = tree.is_empty().then(|| view! { <p class="facts">{words.text("tree-none")}</p> });
    let failed = ["/api/galleries/shift", "/api/galleries/delete", RENAME]
        .into_iter()
        .find_map(|endpoint| posted.general(endpoint, words));
    let studio = at.studio.address.to_string();
    let menu = actions(at, "{}", (true, true), true, words);
    let kept = (!find.is_empty()).then(|| view! { <input type="hidden" name="find" value=find.clone() /> });
    view! {
        <header class="head">
            <div><h1>{words.text("desk-galleries")}</h1><p class="facts">{facts}</p></div>
            <div class="acts">
                <button class="button" popovertarget="new-gallery">{words.text("gallery-new")}</button>
            </div>
        </header>
        {form_error(failed)}
        <div class="tools"><FindGallery words find=Some(find) part=forest.is_part() /></div>
        <form id="shift" method="post" action="/api/galleries/shift">
            <input type="hidden" name="studio" value=studio.clone() />
        </form>
        <form id="delete" method="post" action="/api/galleries/delete">
            <input type="hidden" name="studio" value=studio />
        </form>
        <form id="more" method="get" action=format!("#{ACTIONS}")>{kept}</form>
        <islands::RowMenu>
            <ul class="tree">{tree}</ul>
            <ul class="menu" id="menu" popover>{menu}</ul>
        </islands::RowMenu>
        {none}
        {at.may(Act::ChangeGalleries).then(|| deleted_link(at, words))}
    }
    .into_any()
}

/// The way to what was deleted and can be taken back.
pub fn deleted_link(at: &AtDesk, words: Words) -> impl IntoView + use<> {
    view! { <p class="further"><a class="link" href=at.path(DELETED)>{words.text("deleted-link")}</a></p> }
}

/// What can be done with a gallery. `shifts`: whether there is a place above and one below it. `of_all`: for the one menu
/// of the tree, where `RowMenu` puts the gallery of the row in the place of `{}`.
fn actions(at: &AtDesk, id: &str, shifts: (bool, bool), of_all: bool, words: Words) -> impl IntoView + use<> {
    let link = |rest: String, word| {
        let to = at.path(&format!("/galleries{rest}"));
        let (href, pattern) = if of_all { (None, Some(to)) } else { (Some(to), None) };
        view! { <li><a class=(!of_all).then_some("link") href=href data-to=pattern>{words.text(word)}</a></li> }
    };
    let press = |form: &'static str, name: &'static str, danger: bool, word| {
        let class = match (of_all, danger) {
            (true, danger) => danger.then_some("danger"),
            (false, true) => Some("link danger"),
            (false, false) => Some("link"),
        };
        view! { <li><button class=class form=form name=name value=id.to_owned()>{words.text(word)}</button></li> }
    };
    let changes = at.may(Act::ChangeGalleries).then(|| {
        view! {
            {link(format!("?rename={id}"), "rename")}
            {link(format!("/{id}/move"), "move-to")}
            {shifts.0.then(|| press("shift", "up", false, "shift-up"))}
            {shifts.1.then(|| press("shift", "down", false, "shift-down"))}
            {of_all.then(|| view! { <li><hr /></li> })}
            {press("delete", "gallery", true, "delete")}
        }
    });
    view! {
        {link(format!("?in={id}"), "gallery-new-below")}
        {changes}
    }
}

impl Rows<'_> {
    fn row(&self, leaf: Leaf<'_>) -> Option<AnyView> {
        let id = leaf.row.id;
        if !self.found.contains(&id) {
            return None;
        }
        let renamed = self.renamed == Some(id) && self.at.may(Act::ChangeGalleries);
        let line = if renamed { self.rename(leaf.row).into_any() } else { self.line(leaf).into_any() };
        let more = (self.more == Some(id)).then(|| self.actions(leaf));
        let within = (self.within == Some(id)).then(|| self.new_below(leaf.row));
        Some(view! { {line} {more} {within} }.into_any())
    }

    fn line(&self, leaf: Leaf<'_>) -> impl IntoView + use<> {
        let (row, words) = (leaf.row, self.words);
        let photos = (row.photos > 0).then(|| words.count("photographs", row.photos));
        let navigation = row.navigation == Navigation::On && self.forest.has_below(row.id);
        let name = [("name", row.name.clone().into())];
        view! {
            <div class="row">
                {twist(self.forest, row, self.open.contains(&row.id), words)}
                <span class="what">
                    <a class="name" href=self.at.path(&format!("/galleries/{}", row.id))>{row.name.clone()}</a>
                    {photos.map(|photos| view! { " " <span class="facts">{photos}</span> })}
                    {navigation.then(|| view! { " " <span class="badge">{words.text("navigation-on")}</span> })}
                    {row.password_active.then(|| view! { " " <span class="badge">{words.text("has-password")}</span> })}
                </span>
                <button class="icon" form="more" name="more" value=row.id.to_string() aria-label=words.with("more-for", &name)></button>
            </div>
        }
    }

    /// What can be done with a gallery, in its row: what the menu holds where no script opens it.
    fn actions(&self, leaf: Leaf<'_>) -> impl IntoView + use<> {
        let back = self.at.path(&format!("/galleries?at={0}#g-{0}", leaf.row.id));
        view! {
            <ul class="acts" id=ACTIONS>
                {actions(self.at, &leaf.row.id.to_string(), (!leaf.first, !leaf.last), false, self.words)}
                <li><a class="link" href=back>{self.words.text("cancel")}</a></li>
            </ul>
        }
    }

    fn rename(&self, row: &GalleryRowInTree) -> impl IntoView + use<> {
        let words = self.words;
        let error = self.posted.field(RENAME, Field::Name, words);
        self.name_form(RENAME, "gallery", row, "rename-of", "rename", row.name.clone(), error, None)
    }

    fn new_below(&self, row: &GalleryRowInTree) -> impl IntoView + use<> {
        let words = self.words;
        let error = self.posted.field(CREATE, Field::Name, words).or_else(|| self.posted.general(CREATE, words));
        let offer = self.offer.as_ref().map(|offer| offer.view(words));
        let form = self.name_form(CREATE, "parent", row, "name-in", "gallery-create", String::new(), error, offer);
        view! { <ul><li>{form}</li></ul> }
    }

    /// A row that asks for a name, for the gallery itself or for one in it.
    #[allow(clippy::too_many_arguments, reason = "two forms that differ in their words")]
    fn name_form(
        &self,
        action: &'static str,
        id_name: &'static str,
        row: &GalleryRowInTree,
        label: &'static str,
        go: &'static str,
        value: String,
        error: Option<String>,
        offer: Option<AnyView>,
    ) -> impl IntoView + use<> {
        let words = self.words;
        let back = self.at.path(&format!("/galleries?at={0}#g-{0}", row.id));
        let form = view! {
            <form class="row" method="post" action=action>
                <input type="hidden" name="studio" value=self.at.studio.address.to_string() />
                <input type="hidden" name=id_name value=row.id.to_string() />
                <label class="unseen" for="row-name">{words.with(label, &[("name", row.name.clone().into())])}</label>
                <input
                    id="row-name"
                    name="name"
                    value=value
                    placeholder=words.text("gallery-name")
                    required
                    maxlength="200"
                    autofocus
                    autocomplete="off"
                    aria-describedby=error.is_some().then_some("row-name-error")
                    aria-invalid=error.is_some().then_some("true")
                />
                <button class="button">{words.text(go)}</button>
                <a class="link" href=back>{words.text("cancel")}</a>
                {error_line("row-name", error)}
                {offer}
            </form>
        };
        view! {
            <islands::Form>{form}</islands::Form>
        }
    }
}
