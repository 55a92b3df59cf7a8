//! `/studio/{studio}/galleries/{gallery}/move`: where a gallery is to lie. Itself and what lies in it are not offered.

use domain::access::Navigation;
use domain::ids::GalleryId;
use domain::search::Wanted;
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::Field;
use crate::ctx::{Ctx, TOP};
use crate::islands;
use crate::ui::desk::{DeskPage, Part, Trail};
use crate::ui::fields::form_error;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::tree::{About, FindGallery, Forest, Leaf, tree_view, twist};
use crate::ui::words::Words;

const MOVE: &str = "/api/galleries/move";

/// Chooses another parent for a gallery.
#[component]
pub fn MoveGallery() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::ChangeGalleries).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let moved = ctx.desk_grant(&at, &gallery).await?.gallery();
        let posted = Posted::current();
        let named = |key: &str| posted.get(key).and_then(|id| id.parse::<GalleryId>().ok());
        let find = posted.get("find").and_then(Wanted::parse);
        let about = About { galleries: [moved].into(), at: named("at"), from: named("from"), find };
        let forest = Forest::load(&ctx, &at, &about).await?;
        let row = ctx.store().tree_line(&at.desk, moved).await?;
        let with_it = forest.with_all_below(moved);
        let open = forest.open(row.parent);
        let name = [("name", row.name.clone().into())];
        let choices = tree_view(&forest, words, &|leaf: Leaf<'_>| {
            (!with_it.contains(&leaf.row.id))
                .then(|| choice(&forest, leaf, row.parent, open.contains(&leaf.row.id), words))
        });
        let at_top = row.parent.is_none();
        let back = at.path(&format!("/galleries?at={moved}"));
        let steps = vec![(at.path("/galleries"), words.text("desk-galleries"))];
        let error = posted.general(MOVE, words).or_else(|| posted.field(MOVE, Field::Parent, words));
        // In a part of a large tree the server finds; that is a form of its own.
        let wanted = posted.get("find").unwrap_or_default().to_owned();
        let (outside, inside) = if forest.is_part() {
            (Some(view! { <div class="tools"><FindGallery words find=Some(wanted) part=true /></div> }), None)
        } else {
            (None, Some(view! { <div class="tools"><FindGallery words find=None /></div> }))
        };
        let form = view! {
            <form method="post" action=MOVE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                <input type="hidden" name="gallery" value=moved.to_string() />
                <input type="hidden" name="shown" value="" />
                {form_error(error)}
                {inside}
                <fieldset>
                    <legend class="label">{words.text("move-where")}</legend>
                    <ul class="tree ticks">
                        <li>
                            <div class="row">
                                <span class="leaf"></span>
                                <label>
                                    <input type="radio" name="parent" value=TOP checked=at_top required />
                                    <span class="what">
                                        <span class="name">{words.text("move-top")}</span>
                                        {at_top.then(|| view! { " " <span class="why">{words.text("move-here-now")}</span> })}
                                    </span>
                                </label>
                            </div>
                        </li>
                        {choices}
                    </ul>
                </fieldset>
                <div class="savebar">
                    <div class="told" role="status"><p>{words.text("move-consequence")}</p></div>
                    <div class="acts">
                        <a class="button quiet" href=back>{words.text("cancel")}</a>
                        <button class="button">{words.text("move-go")}</button>
                    </div>
                </div>
            </form>
        };
        Ok(view! {
            <DeskPage at=at.clone() words title=words.with("move-title", &name) part=Part::Galleries first=false>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{words.with("move-title", &name)}</h1>
                        <p class="facts" hidden=forest.is_part()>{words.count("move-with", with_it.len().saturating_sub(1).try_into().unwrap_or_default())}</p>
                    </div>
                </header>
                {outside} <islands::MoveTold><islands::Form>{form}</islands::Form></islands::MoveTold>
            </DeskPage>
        }
        .into_any())
    })
}

fn choice(forest: &Forest, leaf: Leaf<'_>, parent: Option<GalleryId>, open: bool, words: Words) -> AnyView {
    let row = leaf.row;
    let here = parent == Some(row.id);
    let navigation = row.navigation == Navigation::On;
    view! {
        <div class="row">
            {twist(forest, row, open, words)}
            <label>
                <input type="radio" name="parent" value=row.id.to_string() checked=here required />
                <span class="what">
                    <span class="name">{row.name.clone()}</span>
                    {navigation.then(|| view! { " " <span class="badge">{words.text("navigation-on")}</span> })}
                    {here.then(|| view! { " " <span class="why">{words.text("move-here-now")}</span> })}
                </span>
            </label>
        </div>
    }
    .into_any()
}
