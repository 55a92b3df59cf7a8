//! A studio's brand on a page (S76): its colour as style, its logo as a picture.

use domain::colour::{Shade, Shades};
use domain::studio::Ground;
use leptos::prelude::*;
use store::{Brand, Logo, Studio};

use crate::ui::door::Initial;

/// The style that gives a visitor's page the studio's colour. Made of numbers; empty where none was chosen.
pub fn accent_style(brand: &Brand) -> String {
    brand.accent.map_or_else(String::new, |accent| {
        let Shades { light, dark } = accent.shades();
        format!(":root{{{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}", tokens(light), tokens(dark))
    })
}

/// The style of the two samples in the settings: a light page and a dark one side by side.
pub fn sample_style(shades: Shades) -> String {
    format!(".sample.day{{{}}}.sample.night{{{}}}", tokens(shades.light), tokens(shades.dark))
}

fn tokens(shade: Shade) -> String {
    format!("--accent:{};--on-accent:{}", shade.accent, shade.on)
}

/// Where the logo is: an address of its own for each, so that browsers may keep it.
fn source(studio: &Studio, logo: &Logo) -> String {
    format!("/{}/logo?v={}", studio.address, logo.id)
}

/// Whether a logo is so wide that it surely has the name in it.
fn says_the_name(logo: &Logo) -> bool {
    logo.width >= logo.height.saturating_mul(2)
}

/// The logo as a picture; `alt` is empty where the name stands beside it.
pub fn logo_picture(studio: &Studio, logo: &Logo, class: &'static str, alt: String) -> impl IntoView + use<> {
    let class = match logo.ground {
        Ground::Any => class.to_owned(),
        Ground::Light => format!("{class} on-light"),
        Ground::Dark => format!("{class} on-dark"),
    };
    view! { <img class=class src=source(studio, logo) width=logo.width height=logo.height alt=alt /> }
}

/// Name and mark at the front door: the logo in place of the name where it is wide, above it where it is not, and the
/// first letter where there is none.
pub fn at_the_door(studio: &Studio) -> AnyView {
    let name = studio.name.to_string();
    match &studio.brand.logo {
        Some(logo) if says_the_name(logo) => {
            view! { <h1>{logo_picture(studio, logo, "logo wide", name)}</h1> }.into_any()
        }
        Some(logo) => {
            let picture = logo_picture(studio, logo, "logo wide", String::new());
            view! { {picture} <h1>{name}</h1> }.into_any()
        }
        None => view! { <Initial name=name.clone() /> <h1>{name}</h1> }.into_any(),
    }
}

/// Name and mark in the bar above a visit.
pub fn in_the_bar(studio: &Studio) -> AnyView {
    let name = studio.name.to_string();
    match &studio.brand.logo {
        Some(logo) if says_the_name(logo) => logo_picture(studio, logo, "mark", name).into_any(),
        Some(logo) => {
            let picture = logo_picture(studio, logo, "mark", String::new());
            view! { {picture} <span>{name}</span> }.into_any()
        }
        None => name.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use domain::colour::Colour;

    use super::*;

    // S76
    #[test]
    fn a_page_carries_the_shades_of_the_colour_and_nothing_where_none_was_chosen() {
        let brand = |accent: &str| Brand { accent: Colour::parse(accent).ok(), ..Brand::default() };
        assert_eq!(
            accent_style(&brand("#8a4b2a")),
            format!(
                ":root{{--accent:#8a4b2a;--on-accent:#ffffff}}@media (prefers-color-scheme:dark){{:root{{--accent:{};--on-accent:#161310}}}}",
                Colour([0x8a, 0x4b, 0x2a]).shades().dark.accent
            )
        );
        assert_eq!(accent_style(&brand("")), "");
    }

    // S78
    #[test]
    fn our_own_shades_can_be_read_too() {
        assert_eq!(Shades::OURS.light.accent.shades().light, Shades::OURS.light);
        assert_eq!(Shades::OURS.dark.accent.shades().dark, Shades::OURS.dark);
    }
}
