//! The marks that tell the browser which parts of the studio's pages to wake: as `woken.rs` does it.

use leptos::prelude::*;

/// Wraps a field or an output, and a hidden button that copies what it holds: see `copyable.rs`.
#[component]
pub fn Copyable(
    /// What the button says afterwards.
    copied: String,
    /// The source and the button.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_copyable" data-copied=copied>{children()}</leptos-island> }
}

/// Wraps the form of a studio's brand, with its samples: see `brand_sample.rs`. In the words `{day}` and `{night}` stand for
/// colours.
#[component]
pub fn BrandSample(
    /// What is said of a colour that is darkened by day.
    day: String,
    /// Of one that is lightened by night.
    night: String,
    /// Of one that is changed for both.
    both: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <leptos-island data-component="wake_brand_sample" data-day=day data-night=night data-both=both>
            {children()}
        </leptos-island>
    }
}

/// Wraps the field of a code, its hidden button and its line of strength: see `code_maker.rs`.
#[component]
pub fn CodeMaker(
    /// What is said of a weak code.
    weak: String,
    /// Of a fair one.
    fair: String,
    /// Of a strong one.
    strong: String,
    /// Of one that is too short still.
    short: String,
    /// The field, the button, the line.
    children: Children,
) -> impl IntoView {
    view! {
        <leptos-island
            data-component="wake_code_maker"
            data-weak=weak
            data-fair=fair
            data-strong=strong
            data-short=short
        >
            {children()}
        </leptos-island>
    }
}

/// Wraps the field that finds galleries in the page's tree: see `tree_find.rs`.
#[component]
pub fn TreeFind(
    /// What is said when nothing is found.
    none: String,
    /// Whether the field asks the server where no script runs; else it is hidden there.
    asks: bool,
    /// The field, and a line for what is said.
    children: Children,
) -> impl IntoView {
    view! {
        <leptos-island data-component="wake_tree_find" data-none=none hidden=!asks>
            {children()}
        </leptos-island>
    }
}

/// Wraps a tree whose rows share one menu, and that menu: see `row_menu.rs`.
#[component]
pub fn RowMenu(
    /// The tree and the menu.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_row_menu">{children()}</leptos-island> }
}

/// What `ReleaseTree` says.
#[derive(Clone, Debug)]
pub struct ReleaseWords {
    /// Nothing is changed yet.
    pub unchanged: String,
    /// Other galleries are released, and the same are seen.
    pub same: String,
    /// Before the list of galleries that will be seen.
    pub gains: String,
    /// Before the list of galleries that will be seen no more.
    pub loses: String,
    /// After a long list; `{}` stands for the number of others.
    pub more: String,
    /// The sign between groups of digits.
    pub thousands: char,
    /// Beside a gallery that will be seen.
    pub added: String,
    /// Beside a gallery that will be seen no more.
    pub removed: String,
    /// Why a gallery is seen: down from `{start}`.
    pub down: String,
    /// Why a gallery is seen: up from `{start}`.
    pub up: String,
    /// Why a gallery is seen: from `{start}` up to `{top}`, and down again.
    pub over: String,
    /// The same `{why}`, by way of `{last}`.
    pub by_way: String,
    /// The same `{why}`, and it asks for its password.
    pub locked: String,
    /// Before a reason.
    pub by_itself: String,
}

/// Wraps the tree of *Add/remove galleries*: see `release_tree.rs`.
#[component]
pub fn ReleaseTree(
    /// The studio's access mode, as it is kept.
    mode: &'static str,
    /// What it says.
    words: ReleaseWords,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <leptos-island
            data-component="wake_release_tree"
            data-mode=mode
            data-unchanged=words.unchanged
            data-same=words.same
            data-gains=words.gains
            data-loses=words.loses
            data-more=words.more
            data-thousands=words.thousands.to_string()
            data-added=words.added
            data-removed=words.removed
            data-down=words.down
            data-up=words.up
            data-over=words.over
            data-by-way=words.by_way
            data-locked=words.locked
            data-by-itself=words.by_itself
        >
            {children()}
        </leptos-island>
    }
}

/// Wraps the form of *Move*: see `move_told.rs`.
#[component]
pub fn MoveTold(
    /// The form.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_move_told">{children()}</leptos-island> }
}

/// Wraps the button that prints the page: see `print.rs`. It shows where a script runs; every browser prints without it.
#[component]
pub fn Print(
    /// The button.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_print">{children()}</leptos-island> }
}

/// Wraps the form of a job's sorting desk, and puts before it the field in which one types whose photographs these are: see
/// `sorting_keys.rs`. The field shows where a script runs; the list in the form does the same.
#[component]
pub fn SortingKeys(
    /// What the field is for.
    label: String,
    /// What is said when nobody is called so.
    none: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <leptos-island data-component="wake_sorting_keys">
            <div class="keys" data-none=none hidden>
                <label for="find-person">{label}</label>
                <input id="find-person" type="search" autocomplete="off" spellcheck="false" />
                <p role="status"></p>
            </div>
            {children()}
        </leptos-island>
    }
}
