//! The studio's own settings.

use leptos::prelude::*;

use crate::api::Answer;

/// Saves name, line and language.
#[server(endpoint = "studio/change")]
pub async fn change_studio(
    studio: String,
    name: String,
    #[server(default)] tagline: Option<String>,
    language: String,
) -> Answer {
    use crate::api::forms::StudioForm;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    let new = StudioForm { name, tagline: tagline.unwrap_or_default(), language }.read()?;
    ctx.store().change_studio(&at.desk, &new.name, new.tagline.as_str(), new.language).await?;
    ctx.go(&at.path("/settings?did=saved"))
}
