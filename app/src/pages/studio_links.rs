//! `/studio/{studio}/galleries/{gallery}/links`: the links of a gallery (S16), with their addresses.

use domain::ids::LinkId;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Link, LinkKind};

use crate::api::Field;
use crate::api::forms::last_day;
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::pages::studio_home::COUNTED;
use crate::ui::changes;
use crate::ui::desk::Toast;
use crate::ui::fields::{TextField, form_error};
use crate::ui::gallery_frame::{GalleryFrame, Shown, Tab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const CREATE: &str = "/api/links/create";
const CHANGE: &str = "/api/links/change";
const REVOKE: &str = "/api/links/revoke";

/// The links of a gallery.
#[component]
pub fn StudioLinks() -> impl IntoView {
    let (address, gallery) = (param("studio"), param("gallery"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let shown = Shown::load(&ctx, &at, &gallery).await?;
        let links = ctx.store().links(&at.desk, &shown.grant).await?;
        let posted = Posted::current();
        let did = match posted.get("did") {
            Some("made") => Some("link-made"),
            Some("saved") => Some("saved"),
            _ => None,
        };
        let did = did.map(|done| view! { <Toast text=words.text(done) /> }.into_any());
        let above = changes::toast(&ctx, &at, &posted, words).await?.or(did).into_any();
        let failed = form_error(posted.general(REVOKE, words));
        let list = list(&ctx, &at, &shown, links, &posted, words);
        let new = new_link(&at, &shown, &posted, words);
        Ok(view! {
            <GalleryFrame at words shown tab=Tab::Links above>
                {failed}
                {list}
                {new}
            </GalleryFrame>
        }
        .into_any())
    })
}

fn list(ctx: &Ctx, at: &AtDesk, shown: &Shown, links: Vec<Link>, posted: &Posted, words: Words) -> AnyView {
    if links.is_empty() {
        return view! {
            <div class="empty">
                <h2>{words.text("links-none")}</h2>
                <p>{words.text("links-none-more")}</p>
            </div>
        }
        .into_any();
    }
    let base = format!("{}/{}/l/", ctx.public_url(), at.studio.address);
    let edited = posted.get("edit").and_then(|id| id.parse::<LinkId>().ok());
    let rows = links.into_iter().map(|link| {
        let anchor = format!("link-{}", link.id);
        if edited == Some(link.id) {
            return view! { <li id=anchor class="edited">{edit(at, shown, &link, posted, words)}</li> }.into_any();
        }
        let ended = link.expires_at.is_some_and(|end| end <= ctx.now());
        let end = match link.expires_at {
            None => words.text("link-never-ends"),
            Some(end) => {
                let key = if ended { "link-ended-on" } else { "link-ends-on" };
                words.with(key, &[("date", words.date(last_day(end)).into())])
            }
        };
        let kind = match link.kind {
            LinkKind::Open => "link-open",
            LinkKind::Secure => "link-secure",
        };
        let named = [("label", link.label.clone().into())];
        let field = format!("address-{}", link.id);
        let change = at.path(&format!("/galleries/{}/links?edit={1}#link-{1}", shown.gallery.id, link.id));
        // One that has ended shows nothing any more.
        let preview = (!ended).then(|| {
            let to = at.path(&format!("/as/link/{}", link.id));
            view! { <a class="link" href=to aria-label=words.with("view-as-visitor-of", &named)>{words.text("view-as-visitor")}</a> }
        });
        let copyable = view! {
            <input id=field.clone() readonly value=format!("{base}{}", link.token) />
            <button class="button quiet" type="button" hidden>{words.text("copy")}</button>
        };
        view! {
            <li id=anchor>
                <div>
                    <span class="name">{link.label.clone()}</span>
                    " "
                    <span class="badge">{words.text(kind)}</span>
                    {ended.then(|| view! { " " <span class="badge bad">{words.text("link-ended")}</span> })}
                    <span class="facts">{end} " · " {visited(ctx, &link, words)}</span>
                </div>
                <div class="with">
                    <label class="unseen" for=field>{words.with("link-address-of", &named)}</label>
                    <islands::Copyable copied=words.text("copied")>{copyable}</islands::Copyable>
                </div>
                {preview}
                <a class="link" href=change aria-label=words.with("link-change-named", &named)>{words.text("link-change")}</a>
                <button
                    class="link danger"
                    form="revoke"
                    name="link"
                    value=link.id.to_string()
                    aria-label=words.with("link-revoke-named", &named)
                >
                    {words.text("link-revoke")}
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <form id="revoke" method="post" action=REVOKE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=shown.gallery.id.to_string() />
        </form>
        <ul class="list links">{rows.collect_view()}</ul>
    }
    .into_any()
}

/// How often a link was opened, and when last.
fn visited(ctx: &Ctx, link: &Link, words: Words) -> String {
    if link.visits == 0 {
        return words.text("link-unvisited");
    }
    let visits = words.count_to("link-visits", link.visits, COUNTED);
    let when = times::visit(link.last_visit_at, ctx.now(), words);
    words.with("link-visited", &[("visits", visits.into()), ("when", when.into())])
}

/// Who a link is for and when it ends, to be said anew; its address stays.
fn edit(at: &AtDesk, shown: &Shown, link: &Link, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let back = at.path(&format!("/galleries/{}/links", shown.gallery.id));
    let until = link.expires_at.map(|end| last_day(end).to_string()).unwrap_or_default();
    let form = view! {
        <form method="post" action=CHANGE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=shown.gallery.id.to_string() />
            {form_error(posted.general(CHANGE, words))}
            <div class="pair">
                <TextField
                    name="label"
                    id="edit-label"
                    label=words.text("link-label")
                    value=link.label.clone()
                    error=posted.field(CHANGE, Field::Label, words)
                    hint=words.text("only-studio-sees")
                    max=200
                    autocomplete="off"
                    autofocus=true
                />
                <TextField
                    name="until"
                    id="edit-until"
                    kind="date"
                    label=words.text("link-until")
                    value=until
                    error=posted.field(CHANGE, Field::Date, words)
                    hint=words.text("link-until-hint")
                    optional=words.text("optional")
                />
            </div>
            <div class="acts">
                <button class="button" name="link" value=link.id.to_string()>{words.text("save")}</button>
                <a class="button quiet" href=back>{words.text("cancel")}</a>
            </div>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }
}

fn new_link(at: &AtDesk, shown: &Shown, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = |field| posted.field(CREATE, field, words);
    let kinds = [
        ("open", "link-open-title", "link-open-hint", true),
        ("secure", "link-secure-title", "link-secure-hint", false),
    ]
    .map(|(kind, title, hint, checked)| {
        view! {
            <label class="option">
                <input type="radio" name="kind" value=kind checked=checked />
                <span><strong>{words.text(title)}</strong> " " <small>{words.text(hint)}</small></span>
            </label>
        }
    });
    let locked = shown.gallery.password_active.then(|| {
        view! { <div class="field"><p class="hint">{words.text("link-asks-password")}</p></div> }
    });
    let label = error(Field::Label);
    let date = error(Field::Date);
    let form = view! {
        <form method="post" action=CREATE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=shown.gallery.id.to_string() />
            {form_error(posted.general(CREATE, words))}
            <fieldset class="choice">
                <legend class="unseen">{words.text("link-kind")}</legend>
                {kinds.collect_view()}
            </fieldset>
            <div class="pair">
                <TextField
                    name="label"
                    label=words.text("link-label")
                    error=label
                    hint=words.text("only-studio-sees")
                    max=200
                    autocomplete="off"
                />
                <TextField
                    name="until"
                    kind="date"
                    label=words.text("link-until")
                    error=date
                    hint=words.text("link-until-hint")
                    optional=words.text("optional")
                />
            </div>
            {locked}
            <button class="button">{words.text("link-make")}</button>
        </form>
    };
    view! {
        <section class="narrow" aria-labelledby="new-link">
            <h2 id="new-link">{words.text("link-new")}</h2>
            <islands::Form>{form}</islands::Form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use domain::studio::DeskLanguage;

    use super::*;

    #[test]
    fn visits_are_counted_up_to_ten_thousand() {
        let visits = |number, language| Words::at_desk(language).count_to("link-visits", number, COUNTED);
        assert_eq!(visits(1, DeskLanguage::En), "1 visit");
        assert_eq!(visits(10_000, DeskLanguage::En), "10,000 visits");
        assert_eq!(visits(10_001, DeskLanguage::En), "more than 10,000 visits");
        assert_eq!(visits(12_345, DeskLanguage::De), "mehr als 10.000 Besuche");
    }
}
