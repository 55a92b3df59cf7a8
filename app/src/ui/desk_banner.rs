//! What a member reads on a client's pages while they look through the client's eyes (S34): in a language of the studio,
//! whatever the page speaks.

use leptos::prelude::*;
use store::Eyes;

use crate::ctx::AtStudio;
use crate::ui::words::Words;

/// Through whose eyes a member looks, in words.
pub fn banner_words(at: &AtStudio, words: Words) -> String {
    match &at.preview {
        Some(preview) => {
            let (key, nameless) = match preview.of() {
                Eyes::Login(_) => ("preview-login", "preview-login"),
                Eyes::Link(_) => ("preview-link", "preview-some-link"),
                Eyes::Family(_) => ("preview-family", "preview-some-family"),
                Eyes::Staff(_) => ("preview-staff", "preview-staff"),
            };
            let key = if preview.name.is_empty() { nameless } else { key };
            words.with(key, &[("name", preview.name.clone().into())])
        }
        None => words.text("preview-some-link"),
    }
}

/// Says on every page of a preview that it is one (S34). On a guest's pages there is none.
pub fn banner(at: &AtStudio, words: Words) -> Option<AnyView> {
    let preview = at.preview.as_ref()?;
    let words = words.for_member();
    let (base, back) = (at.path(""), preview.desk(&at.studio));
    let banner = view! {
        <aside class="preview" lang=words.tag() dir=words.direction() aria-label=words.text("preview")>
            <p><strong>{banner_words(at, words)}</strong> " " {words.text("preview-counts-nothing")}</p>
            <nav aria-label=words.text("preview")>
                <a class="wide" href=format!("{base}/phone")>{words.text("preview-phone")}</a>
                <a href=back target="_top">{words.text("preview-end")}</a>
            </nav>
        </aside>
    };
    Some(banner.into_any())
}
