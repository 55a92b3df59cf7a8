//! `/studio/{studio}/deleted?before=`: galleries and client logins that were deleted, for as long as they can be taken back.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::{DeskPage, Part, Trail};
use crate::ui::fields::form_error;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const GALLERY: &str = "/api/galleries/restore";
const LOGIN: &str = "/api/logins/restore";

/// What was deleted.
#[component]
pub fn StudioDeleted() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        at.must(Act::ChangeGalleries)?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let posted = Posted::current();
        let before = posted.get("before").and_then(|before| DateTime::parse_from_rfc3339(before).ok());
        let deleted = ctx.store().deleted(&at.desk, before.map(|before| before.to_utc()), ctx.now()).await?;
        let earlier = deleted.earlier.map(|earlier| {
            let earlier = earlier.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            let to = at.path(&format!("/deleted?before={earlier}"));
            view! { <p class="buttons"><a class="button quiet" href=to>{words.text("list-further")}</a></p> }
        });
        let failed = posted.general(GALLERY, words).or_else(|| posted.general(LOGIN, words));
        let rows = Rows { at: &at, now: ctx.now(), words };
        let galleries = deleted.galleries.into_iter().map(|(gone, when)| {
            let parts = [("sub-gallery-count", gone.sub_galleries), ("photograph-count", gone.photos)];
            let parts = parts.into_iter().filter(|(_, number)| *number > 0);
            let with = parts.map(|(key, number)| words.count(key, number)).collect::<Vec<_>>().join(" · ");
            rows.row(GALLERY, "deletion", gone.id.to_string(), gone.name, with, when)
        });
        let galleries = galleries.collect::<Vec<_>>();
        let logins = deleted.logins.into_iter();
        let logins =
            logins.map(|gone| rows.row(LOGIN, "login", gone.login.to_string(), gone.name, String::new(), gone.at));
        let logins = logins.collect::<Vec<_>>();
        let nothing = galleries.is_empty() && logins.is_empty();
        let nothing = nothing.then(|| view! { <div class="empty"><h2>{words.text("deleted-nothing")}</h2></div> });
        let steps = vec![(at.path("/galleries"), words.text("desk-galleries"))];
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("deleted-link") part=Part::Galleries first=false>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{words.text("deleted-link")}</h1>
                        <p class="facts">{words.count("deleted-lead", deleted.days)}</p>
                    </div>
                </header>
                {form_error(failed)}
                {nothing}
                {list("desk-galleries", galleries, words)}
                {list("desk-logins", logins, words)}
                {earlier}
            </DeskPage>
        }
        .into_any())
    })
}

fn list(title: &'static str, rows: Vec<AnyView>, words: Words) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby=title>
                <h2 id=title>{words.text(title)}</h2>
                <ul class="list gone">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// What each row needs.
struct Rows<'a> {
    at: &'a AtDesk,
    now: DateTime<Utc>,
    words: Words,
}

impl Rows<'_> {
    fn row(
        &self,
        action: &'static str,
        field: &'static str,
        id: String,
        name: String,
        with: String,
        when: DateTime<Utc>,
    ) -> AnyView {
        let words = self.words;
        let named = words.with("restore-named", &[("name", name.clone().into())]);
        let when = words.with("deleted-when", &[("when", times::visit(Some(when), self.now, words).into())]);
        view! {
            <li>
                <span class="name">{name}</span>
                <span class="facts">{with}</span>
                <span class="facts">{when}</span>
                <form method="post" action=action>
                    <input type="hidden" name="studio" value=self.at.studio.address.to_string() />
                    <button class="button quiet" name=field value=id aria-label=named>{words.text("restore-go")}</button>
                </form>
            </li>
        }
        .into_any()
    }
}
