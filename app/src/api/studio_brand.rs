//! The studio's brand. Its logo comes by a route of its own, for it is bytes.

use leptos::prelude::*;

use crate::api::Answer;

/// Saves the colour, typed or picked, and the greeting (S76).
#[server(endpoint = "studio/brand")]
pub async fn change_brand(
    studio: String,
    #[server(default)] accent: Option<String>,
    #[server(default)] picked: Option<String>,
    #[server(default)] greeting: Option<String>,
) -> Answer {
    use crate::api::forms::BrandForm;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    let typed = BrandForm {
        accent: accent.unwrap_or_default(),
        picked: picked.unwrap_or_default(),
        greeting: greeting.unwrap_or_default(),
    };
    let (accent, greeting) = typed.read(at.studio.brand.accent)?;
    ctx.store().change_brand(&at.desk, accent, &greeting).await?;
    ctx.go(&at.path("/settings/brand?did=saved"))
}

/// Takes the logo away.
#[server(endpoint = "studio/remove_logo")]
pub async fn remove_logo(studio: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    ctx.store().remove_logo(&at.desk).await?;
    ctx.go(&at.path("/settings/brand?did=saved"))
}
