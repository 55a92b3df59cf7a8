//! `/studio/{studio}/logins/{login}/galleries`: *Add/remove galleries* (S7). Galleries that come by inheritance are ticked
//! in grey, with the reason in words.

use std::collections::BTreeSet;

use domain::access::{AccessMode, Door, Navigation, Sight};
use domain::ids::GalleryId;
use domain::search::Wanted;
use domain::studio::Act;
use leptos::prelude::*;

use crate::api::forms::Ticks;
use crate::ctx::{Ctx, login_id};
use crate::islands::{self, ReleaseWords};
use crate::ui::desk::{DeskPage, Part, Toast, Trail};
use crate::ui::fields::form_error;
use crate::ui::handing_over::{handing_over, shown_code};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::reasons::reason;
use crate::ui::tree::{About, FindGallery, Forest, Leaf, tree_view, twist};
use crate::ui::words::Words;

const CHANGE: &str = "/api/releases/change";
const BROWSE: &str = "/api/releases/browse";
/// Of a large tree the ways to so many released galleries are shown.
const WAYS: usize = 20;

/// What the page needs to know for each of its rows.
struct Rows<'a> {
    words: Words,
    forest: &'a Forest,
    sight: &'a Sight,
    released: &'a BTreeSet<GalleryId>,
    /// What will be ticked, if it is saved.
    ticked: BTreeSet<GalleryId>,
    open: BTreeSet<GalleryId>,
}

/// Chooses the galleries of a client login.
#[component]
pub fn StudioReleases() -> impl IntoView {
    let (address, login) = (param("studio"), param("login"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let login = ctx.store().client_login(&at.desk, login_id(&login)?).await?;
        let posted = Posted::current();
        let (sight, released) = ctx.store().login_sight(&at.desk, &at.studio, login.id, ctx.now()).await?;
        let id_of = |key: &str| posted.get(key).and_then(|id| id.parse::<GalleryId>().ok());
        let about = About {
            galleries: released.iter().take(WAYS).copied().collect(),
            at: id_of("at"),
            from: id_of("from"),
            find: posted.get("find").and_then(Wanted::parse),
        };
        let forest = Forest::load(&ctx, &at, &about).await?.opened_by(BROWSE);
        let draft = ctx.draft(&at, login.id, posted.get("draft")).await?;
        let back = at.path(&format!("/logins/{}", login.id));
        let name = [("name", login.name.clone().into())];
        let title = words.with("releases-title", &name);
        let steps = vec![(at.path("/logins"), words.text("desk-logins")), (back.clone(), login.name.clone())];
        let made = posted.get("did") == Some("made");
        // It is said once; the code stays while one looks around in a large tree.
        let arrives = ["draft", "at", "from", "find"].iter().all(|key| posted.get(key).is_none());
        let toast = (made && arrives).then(|| view! { <Toast text=words.with("login-made", &name) /> });
        let code = if made { shown_code(&ctx, &at, login.id, true).await? } else { None };
        let handing = code.map(|code| {
            view! {
                <section class="notice handing" aria-labelledby="hand-over">
                    <h2 id="hand-over">{words.with("hand-over", &name)}</h2>
                    {handing_over(&ctx, &at, &login, code, "galleries", words)}
                </section>
            }
        });
        let mode = at.studio.rules.mode;
        let lead = words.text(match mode {
            AccessMode::Staircase => "releases-staircase",
            AccessMode::Explicit => "releases-explicit",
        });
        let open = forest.open(sight.galleries());
        let (ticked, unsaved) = with_draft(&released, &draft);
        let rows = Rows { words, forest: &forest, sight: &sight, released: &released, ticked, open };
        let tree = tree_view(&forest, words, &|leaf| Some(rows.row(leaf)));
        // Of a large tree the page holds a part: what is not on it stays as it is.
        let was: Vec<String> =
            released.iter().filter(|id| forest.row(**id).is_some()).map(GalleryId::to_string).collect();
        let here: Vec<String> = forest.rows().iter().map(|row| row.id.to_string()).collect();
        let wanted = posted.get("find").unwrap_or_default().to_owned();
        let body = if tree.is_empty() && !forest.is_part() {
            view! {
                <div class="empty">
                    <h2>{words.text("galleries-none")}</h2>
                    <p>{words.text("releases-none-more")}</p>
                    <p><a class="button" href=at.path("/galleries")>{words.text("desk-galleries")}</a></p>
                </div>
            }
            .into_any()
        } else {
            let form = view! {
                <form method="post" action=CHANGE autocomplete="off">
                    <input type="hidden" name="studio" value=at.studio.address.to_string() />
                    <input type="hidden" name="login" value=login.id.to_string() />
                    <input type="hidden" name="was" value=was.join(" ") />
                    {forest.is_part().then(|| view! { <input type="hidden" name="here" value=here.join(" ") /> })}
                    <input type="hidden" name="shown" value="" />
                    {posted.get("draft").filter(|_| forest.is_part()).map(|draft| view! { <input type="hidden" name="draft" value=draft.to_owned() /> })}
                    {(made && forest.is_part()).then(|| view! { <input type="hidden" name="did" value="made" /> })}
                    {form_error(posted.general(CHANGE, words).or_else(|| posted.general(BROWSE, words)))}
                    {forest.is_part().then(|| find(wanted, words))}
                    {(!forest.is_part()).then(|| view! { <div class="tools"><FindGallery words find=None /></div> })}
                    <fieldset>
                        <legend class="label">{words.text("releases-legend")}</legend>
                        <ul class="tree ticks">{tree}</ul>
                    </fieldset>
                    <div class="savebar">
                        <p class="changes" role="status">{(unsaved > 0).then(|| words.count("releases-unsaved", unsaved))}</p>
                        <div class="acts">
                            <a class="button quiet" href=back>{words.text("cancel")}</a>
                            <button class="button">{words.text("save")}</button>
                        </div>
                    </div>
                </form>
            };
            if forest.is_part() {
                // What each tick brings is said before it is done: the part does not know it.
                view! {
                    <p class="facts">{words.text("releases-part")}</p>
                    <islands::Form>{form}</islands::Form>
                }
                .into_any()
            } else {
                view! {
                    <islands::ReleaseTree mode=mode.as_str() words=release_words(&login.name, words)>
                        <islands::Form>{form}</islands::Form>
                    </islands::ReleaseTree>
                }
                .into_any()
            }
        };
        Ok(view! {
            <DeskPage at=at.clone() words title=title.clone() part=Part::Logins first=false above=toast.into_any()>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{title}</h1>
                        <p class="facts">{lead}</p>
                    </div>
                </header>
                {handing}
                {body}
            </DeskPage>
        }
        .into_any())
    })
}

/// What is ticked once a draft is saved, and in how many places it differs from what is released.
fn with_draft(released: &BTreeSet<GalleryId>, draft: &Ticks) -> (BTreeSet<GalleryId>, i64) {
    let ticked = &(released - &draft.remove) | &draft.add;
    let unsaved = ticked.symmetric_difference(released).count();
    (ticked, unsaved.try_into().unwrap_or(i64::MAX))
}

/// The field that finds a gallery by its name, in the form of the ticks: what is ticked goes along.
fn find(wanted: String, words: Words) -> impl IntoView {
    view! {
        <div class="tools"><search class="find">
            <label class="unseen" for="find">{words.text("tree-find")}</label>
            <input type="search" id="find" name="find" value=wanted placeholder=words.text("tree-find") enterkeyhint="search" />
            <button class="button quiet" formaction=BROWSE>{words.text("find")}</button>
        </search></div>
    }
}

fn release_words(name: &str, words: Words) -> ReleaseWords {
    let named = [("name", name.to_owned().into())];
    let gap = [("name", "{}".into())];
    let gaps = [("start", "{start}"), ("top", "{top}"), ("last", "{last}"), ("why", "{why}")];
    let gaps = gaps.map(|(name, gap)| (name, gap.into()));
    ReleaseWords {
        unchanged: words.text("releases-unchanged"),
        same: words.with("releases-same", &named),
        gains: words.with("releases-gains", &named),
        loses: words.with("releases-loses", &named),
        more: words.with("and-more-gap", &gap),
        thousands: words.thousands(),
        added: words.text("will-be-added"),
        removed: words.text("will-be-removed"),
        down: words.with("why-down", &gaps),
        up: words.with("why-up", &gaps),
        over: words.with("why-over", &gaps),
        by_way: words.with("why-by-way", &gaps),
        locked: words.with("why-locked", &gaps),
        by_itself: words.text("by-itself"),
    }
}

impl Rows<'_> {
    fn row(&self, leaf: Leaf<'_>) -> AnyView {
        let (row, words) = (leaf.row, self.words);
        let (released, ticked) = (self.released.contains(&row.id), self.ticked.contains(&row.id));
        let badge = match (released, ticked) {
            (false, true) => Some(("badge good", words.text("will-be-added"))),
            (true, false) => Some(("badge bad", words.text("will-be-removed"))),
            _ => None,
        };
        let (class, badge) = badge.map_or(("badge", None), |(class, badge)| (class, Some(badge)));
        let unchanged = badge.is_none();
        let inherited = self.sight.standing(row.id).filter(|_| !released);
        let open = inherited.is_some_and(|standing| standing.door == Door::Open);
        let why =
            inherited.map(|standing| view! { {words.text("by-itself")} " " {reason(standing, row.id, |gallery| self.forest.name(gallery), words)} });
        let silent = why.is_none();
        let photos = (row.photos > 0).then(|| words.count("photographs", row.photos));
        view! {
            <div class="row">
                {twist(self.forest, row, self.open.contains(&row.id), words)}
                <label class=open.then_some("inherited")>
                    <input
                        type="checkbox"
                        name="galleries[]"
                        value=row.id.to_string()
                        checked=ticked
                        data-navigation=(row.navigation == Navigation::On).then_some("")
                        data-password=row.password_active.then_some("")
                    />
                    <span class="what">
                        <span class="name">{row.name.clone()}</span>
                        {photos.map(|photos| view! { " " <span class="facts">{photos}</span> })}
                        " "
                        <span class=class hidden=unchanged>{badge}</span>
                        " "
                        <span class="why" hidden=silent>{why}</span>
                    </span>
                </label>
            </div>
        }
        .into_any()
    }
}
