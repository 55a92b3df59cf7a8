//! The tree of galleries as nested lists: what is common to the pages that show it.

use domain::ids::GalleryId;
use leptos::prelude::*;
use store::GalleryRowInTree;

use crate::ui::find::FindField;
pub use crate::ui::forest::{About, Forest, Leaf};
use crate::ui::words::Words;

/// The nested lists. `row` renders one gallery, without what lies in it; what it answers with `None` is left out with
/// everything below.
pub fn tree_view(forest: &Forest, words: Words, row: &impl Fn(Leaf<'_>) -> Option<AnyView>) -> Vec<AnyView> {
    branch_view(forest, None, words, row)
}

fn branch_view(
    forest: &Forest,
    parent: Option<GalleryId>,
    words: Words,
    row: &impl Fn(Leaf<'_>) -> Option<AnyView>,
) -> Vec<AnyView> {
    let leaves = forest.below(parent).filter_map(|leaf| {
        let id = leaf.row.id;
        let this = row(leaf)?;
        let below = branch_view(forest, Some(id), words, row);
        let below = (!below.is_empty()).then(|| view! { <ul>{below}</ul> });
        Some(view! { <li id=format!("g-{id}") data-gallery=id.to_string()>{this} {below}</li> }.into_any())
    });
    let mut leaves: Vec<AnyView> = leaves.collect();
    if let Some(next) = forest.rest(parent) {
        let at = parent.map(|parent| format!("at={parent}&")).unwrap_or_default();
        let (to, further) = (format!("{at}from={next}"), words.text("list-further"));
        let on = match forest.browse() {
            Some(form) => {
                view! { <button class="link" formaction=form name="to" value=to>{further}</button> }.into_any()
            }
            None => view! { <a class="link" href=format!("?{to}#g-{next}")>{further}</a> }.into_any(),
        };
        leaves.push(view! { <li class="on">{on}</li> }.into_any());
    }
    leaves
}

/// The sign that opens and closes a branch, or the room it would take.
pub fn twist(forest: &Forest, row: &GalleryRowInTree, open: bool, words: Words) -> AnyView {
    if !forest.has_below(row.id) {
        return view! { <span class="leaf"></span> }.into_any();
    }
    let label = words.with("tree-branch", &[("name", row.name.clone().into())]);
    if !forest.shows_below(row.id) {
        // Of a large studio the page holds a part: the server shows this branch.
        if let Some(form) = forest.browse() {
            let to = format!("at={}", row.id);
            return view! { <button class="twist" formaction=form name="to" value=to aria-label=label></button> }
                .into_any();
        }
        let to = format!("?at={0}#g-{0}", row.id);
        return view! { <a class="twist" href=to aria-label=label></a> }.into_any();
    }
    view! { <details class="twist" open=open><summary aria-label=label></summary></details> }.into_any()
}

/// The field that finds a gallery by its name. Awake it hides the others while one types; without scripts it asks the
/// server, if the page can answer.
#[component]
pub fn FindGallery(
    /// The words it is written in.
    words: Words,
    /// What is looked for, on a page that finds without scripts.
    #[prop(optional_no_strip)]
    find: Option<String>,
    /// Whether the page holds a part of the tree: then only the server can find.
    #[prop(optional)]
    part: bool,
) -> impl IntoView {
    if part {
        let (label, short) = (words.text("tree-find"), words.text("tree-find"));
        return view! { <FindField wanted=find.unwrap_or_default() label short words /> }.into_any();
    }
    let asks = find.is_some();
    let field = view! {
        <label class="unseen" for="find">{words.text("tree-find")}</label>
        <input
            type="search"
            id="find"
            name=asks.then_some("find")
            value=find
            placeholder=words.text("tree-find")
            autocomplete="off"
        />
    };
    let field = if asks { view! { <form method="get">{field}</form> }.into_any() } else { field.into_any() };
    view! {
        <crate::islands::TreeFind none=words.text("tree-none") asks>
            <search>{field}</search>
            <p class="facts" role="status"></p>
        </crate::islands::TreeFind>
    }
    .into_any()
}
