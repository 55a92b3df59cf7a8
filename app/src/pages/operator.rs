//! `/operator?from=`: whoever runs the installation allows studios their connection codes, or forbids them (S45). It shows
//! numbers, and no name but those of studios; for everybody else there is no such page.

use domain::ids::StudioId;
use leptos::prelude::*;
use store::{OperatedStudio, OperatorAct, OperatorWay};

use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::desk::Toast;
use crate::ui::door::Foot;
use crate::ui::fields::form_error;
use crate::ui::page::page;
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const SWITCH: &str = "/api/operator/connection_codes";
/// So many studios stand on a page.
const PAGE: usize = 100;
/// So many acts are shown.
const ACTS: i64 = 50;

/// All studios, and what was done last.
#[component]
pub fn OperatorPage() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let operator = ctx.operator().await?;
        let words = Words::at_desk(ctx.desk_language(None));
        let posted = Posted::current();
        let from = posted.get("from").and_then(|id| id.parse().ok());
        let (studios, next) = ctx.store().operated_studios(&operator, from, PAGE).await?;
        let acts = ctx.store().operator_acts(&operator, ACTS).await?;
        let toast = match posted.get("did") {
            Some("on") => Some("operator-did-on"),
            Some("off") => Some("operator-did-off"),
            _ => None,
        };
        let toast = toast.map(|key| view! { <Toast text=words.text(key) /> });
        let none = studios.is_empty().then(|| view! { <p class="facts">{words.text("operator-none")}</p> });
        let rows: Vec<_> = studios.into_iter().map(|studio| row(studio, words)).collect();
        Ok(view! {
            <Page title=words.text("operator-title") words class="door gate" side=Side::Studio islands=false>
                <main>
                    <h1>{words.text("operator-title")}</h1>
                    <p class="lead">{words.text("operator-lead")}</p>
                    {form_error(posted.general(SWITCH, words))}
                    {none}
                    <ul class="list operated">{rows}</ul>
                    {page_links(from, next, words)}
                    {done(&ctx, &acts, words)}
                    <form method="post" action="/api/operator/leave">
                        <p><button class="link">{words.text("sign-out")}</button></p>
                    </form>
                </main>
                <Foot words />
                {toast}
            </Page>
        }
        .into_any())
    })
}

/// A studio, with its one button. Forbidding is asked about first.
fn row(studio: OperatedStudio, words: Words) -> AnyView {
    let facts = [
        words.with("operator-since", &[("date", words.date(studio.since.date_naive()).into())]),
        words.count("operator-members", studio.members),
        words.count("operator-jobs", studio.jobs),
    ];
    let (allowed, switch, word, named) = if studio.connection_codes {
        ("operator-allowed", "off", "operator-forbid", "operator-forbid-named")
    } else {
        ("operator-not-allowed", "on", "operator-allow", "operator-allow-named")
    };
    let named = words.with(named, &[("studio", studio.name.clone().into())]);
    view! {
        <li>
            <div>
                <span class="name">{studio.name}</span>
                <span class="facts" dir="ltr">{format!("/{}", studio.address)}</span>
                <span class="facts">{facts.join(" · ")}</span>
                <span class="facts">{words.text(allowed)}</span>
            </div>
            <form method="post" action=SWITCH>
                <input type="hidden" name="studio" value=studio.address.clone() />
                <button class="button quiet" name="switch" value=switch aria-label=named>{words.text(word)}</button>
            </form>
        </li>
    }
    .into_any()
}

fn page_links(from: Option<StudioId>, next: Option<StudioId>, words: Words) -> AnyView {
    let first = from.map(|_| view! { <a class="link" href="/operator">{words.text("list-from-start")}</a> });
    let next = next.map(|next| {
        view! { <a class="button quiet" href=format!("/operator?from={next}")>{words.text("list-further")}</a> }
    });
    if first.is_none() && next.is_none() {
        return ().into_any();
    }
    view! { <nav class="acts further" aria-label=words.text("pages")>{first} {next}</nav> }.into_any()
}

/// What operators did last, by whichever way.
fn done(ctx: &Ctx, acts: &[OperatorAct], words: Words) -> AnyView {
    let rows = acts.iter().map(|act| {
        let what = if act.allowed { "operator-act-on" } else { "operator-act-off" };
        let way = match act.way {
            OperatorWay::Machine => "operator-by-machine",
            OperatorWay::Page => "operator-by-page",
        };
        let told = [words.text(what), words.text(way), times::ago(act.at, ctx.now(), words)].join(" · ");
        view! { <li><div><span class="name">{act.studio.clone()}</span><span class="facts">{told}</span></div></li> }
    });
    let rows = rows.collect_view();
    let list = if acts.is_empty() {
        view! { <p class="facts">{words.text("operator-acts-none")}</p> }.into_any()
    } else {
        view! { <ul class="list acted">{rows}</ul> }.into_any()
    };
    view! { <section aria-labelledby="s-acts"><h2 id="s-acts">{words.text("operator-acts")}</h2>{list}</section> }
        .into_any()
}
