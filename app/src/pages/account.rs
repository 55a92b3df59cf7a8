//! `/account`: a member's own account and devices, apart from any studio. Whoever works in no studio has no other.

use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::account::{account_forms, account_toast};
use crate::ui::devices::devices;
use crate::ui::door::Foot;
use crate::ui::page::page;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

/// The account of whoever is signed in.
#[component]
pub fn Account() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let own = ctx.own_account(None).await?;
        let words = Words::at_desk(ctx.desk_language(None));
        let posted = Posted::current();
        let forms = account_forms(&own, &posted, words);
        let devices = devices(&ctx, &own, &posted, words).await?;
        let toast = account_toast(&posted, words);
        Ok(view! {
            <Page title=words.text("account-yours") words class="door gate" side=Side::Studio>
                <main>
                    <h1>{words.text("account-yours")}</h1>
                    <p><a class="link" href="/studios">{words.text("account-to-studios")}</a></p>
                    {forms}
                    <section aria-labelledby="s-devices">
                        <h2 id="s-devices">{words.text("setting-devices")}</h2>
                        {devices}
                    </section>
                    <form method="post" action="/api/sign_out">
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
