//! `/{studio}/g/{gallery}/{photo}`: one photograph, with plain links to its neighbours and back to its place in the grid.

use domain::access::{Denied, Grant};
use domain::ids::GalleryId;
use leptos::prelude::*;

use crate::api::photos::{Around, Shown};
use crate::api::{Answer, ApiError};
use crate::ctx::{AtStudio, Ctx};
use crate::islands::Viewer;
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::desk_banner::banner;
use crate::ui::page::{page, param};
use crate::ui::shown::around;
use crate::ui::signs::{BackSign, OnSign};
use crate::ui::visit::Visited;
use crate::ui::words::Words;

/// A photograph as a guest sees it.
#[component]
pub fn Photo() -> impl IntoView {
    let (visited, gallery, photo) = (Visited::current(), param("gallery"), param("photo"));
    page(async move {
        let ctx = Ctx::current()?;
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        let at = visited.enter_at(&ctx, gallery).await?;
        match at.sight.sight.grant(gallery) {
            Ok(grant) => photo_page(&ctx, &at, &grant, &photo).await,
            // The door is the gallery's, and the answer is the same for photographs that it does not have (S18).
            Err(Denied::PasswordNeeded) => {
                ctx.go(&at.path(&format!("/g/{gallery}")))?;
                Ok(().into_any())
            }
            Err(Denied::Hidden) => Err(ApiError::NotFound),
        }
    })
}

async fn photo_page(ctx: &Ctx, at: &AtStudio, grant: &Grant, photo: &str) -> Answer<AnyView> {
    let words = Words::of(ctx.language(Some(&at.studio)));
    let gallery = ctx.store().gallery(grant).await?;
    let Around { previous, here, next } = around(ctx, at, grant, photo).await?;
    let eyes = at.preview.as_ref().map(|preview| format!("&eyes={}", preview.eyes())).unwrap_or_default();
    let ask = format!("studio={}{eyes}&gallery={}&photo=", at.studio.address, grant.gallery());
    let style = format!(":root{{--r:{};--w:{}px}}.photo{{background:{}}}", here.ratio, here.width, here.colour);
    let style = accent_style(&at.studio.brand) + &style;
    let href = |to: &Option<Shown>| to.as_ref().map(|to| to.href.clone());
    let (before, after) = (href(&previous), href(&next));
    let banner = banner(at, words);
    Ok(view! {
        <Page title=format!("{} – {}", here.label, gallery.name) words class="view" side=Side::Visitor style>
            {banner}
            <Viewer ask>
                <header>
                    <div>
                        <a class="link back" href=here.back.clone()><BackSign /><span>{gallery.name.clone()}</span></a>
                    </div>
                    <nav aria-label=words.text("this-photograph")>
                        <a class="link zoom" href="#zoom">{words.text("zoom-in")}</a>
                        <a class="link fit" href="#">{words.text("zoom-out")}</a>
                    </nav>
                </header>
                <main>
                    <h1 aria-live="polite">{here.label.clone()}</h1>
                    <figure class="stage" id="zoom" tabindex="0">
                        <div class="photo" data-photo=here.id.clone()>
                            <img src=here.small width=here.width height=here.height alt="" />
                            <img
                                sizes=here.sizes
                                srcset=here.srcset
                                width=here.width
                                height=here.height
                                fetchpriority="high"
                                alt=here.label
                            />
                        </div>
                    </figure>
                    <nav aria-label=words.text("photographs-title")>
                        <a class="step prev" rel="prev" hidden=before.is_none() href=before>
                            <BackSign /><span>{words.text("previous")}</span>
                        </a>
                        <a class="step next" rel="next" hidden=after.is_none() href=after>
                            <span>{words.text("next")}</span><OnSign />
                        </a>
                    </nav>
                </main>
            </Viewer>
        </Page>
    }
    .into_any())
}
