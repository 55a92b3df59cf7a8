//! `/operator/forbid/{studio}`: before a studio's connection codes are forbidden, the operator reads what would end (S45).

use domain::studio::StudioAddress;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::fields::form_error;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const SWITCH: &str = "/api/operator/connection_codes";

/// The question.
#[component]
pub fn OperatorForbid() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let operator = ctx.operator().await?;
        let address = StudioAddress::parse(&address).map_err(|_| ApiError::NotFound)?;
        let studio = ctx.store().operated_studio(&operator, &address).await?;
        if !studio.connection_codes {
            ctx.go("/operator")?;
            return Ok(().into_any());
        }
        let words = Words::at_desk(ctx.desk_language(None));
        let title = words.with("operator-forbid-title", &[("studio", studio.name.into())]);
        Ok(view! {
            <Page title=title.clone() words class="door gate" side=Side::Studio islands=false>
                <main>
                    <h1>{title}</h1>
                    <p class="lead">{words.count("operator-forbid-what", studio.coded)}</p>
                    <p>{words.text("operator-forbid-back")}</p>
                    <form method="post" action=SWITCH>
                        {form_error(Posted::current().general(SWITCH, words))}
                        <input type="hidden" name="studio" value=studio.address />
                        <input type="hidden" name="jobs" value=studio.coded.to_string() />
                        <button class="button" name="switch" value="off">{words.text("operator-forbid-now")}</button>
                    </form>
                    <p><a class="link" href="/operator">{words.text("operator-keep")}</a></p>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
