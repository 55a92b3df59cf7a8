//! `/studios`: a member chooses where to work. With one studio there is nothing to choose.

use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::pages::first_run::host;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::page::page;
use crate::ui::words::Words;

/// The studios of a member.
#[component]
pub fn Studios() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let member = ctx.member().await?;
        let studios = ctx.store().studios_of(member.id).await?;
        if let [only] = studios.as_slice() {
            ctx.go(&format!("/studio/{}", only.address))?;
            return Ok(().into_any());
        }
        let words = Words::at_desk(ctx.desk_language(None));
        let host = host(ctx.public_url());
        let (title, lead) = match studios.len() {
            0 => ("studios-none-title", "studios-none"),
            _ => ("studios-title", "studios-lead"),
        };
        let (title, lead) = (words.text(title), words.with(lead, &[("name", member.name.into())]));
        let some = !studios.is_empty();
        let choices = studios.into_iter().map(|studio| {
            let initial: String = studio.name.as_str().chars().take(1).collect();
            view! {
                <li>
                    <a href=format!("/studio/{}", studio.address)>
                        <span class="logo" aria-hidden="true">{initial}</span>
                        <span><strong>{studio.name.to_string()}</strong><span class="facts">{host.clone()}{studio.address.to_string()}</span></span>
                        <svg class="flip" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
                            <path d="m9.5 5 7 7-7 7" />
                        </svg>
                    </a>
                </li>
            }
        });
        let choices = some.then(|| view! { <ul class="pick">{choices.collect_view()}</ul> });
        Ok(view! {
            <Page title=title.clone() words class="door gate" side=Side::Studio islands=false>
                <main>
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                    {choices}
                    <p><a class="link" href="/account">{words.text("account-yours")}</a></p>
                    <form method="post" action="/api/sign_out">
                        <p><button class="link">{words.text("sign-out")}</button></p>
                    </form>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
