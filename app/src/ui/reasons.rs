//! Why a gallery is seen (S35), in words: where the way began, and how it leads here.

use domain::access::{Door, How, Reason, Standing, Way};
use domain::ids::GalleryId;
use leptos::prelude::*;

use crate::ui::rich::{rich, title};
use crate::ui::words::Words;

/// Every gallery that the reasons of a standing name.
pub fn mentioned(standing: &Standing) -> impl Iterator<Item = GalleryId> {
    standing.reasons.iter().flat_map(|reason| {
        let last = match reason.how {
            How::DownFrom(last) | How::UpFrom(last) => Some(last),
            How::Released | How::Linked => None,
        };
        [reason.start, reason.top].into_iter().chain(last)
    })
}

/// The reason for one gallery, and whether it asks for its password.
pub fn reason(standing: &Standing, here: GalleryId, name: impl Fn(GalleryId) -> String, words: Words) -> AnyView {
    rich(&sentence(standing, here, name, words))
}

/// The same as a sentence whose names are marked.
pub fn sentence(standing: &Standing, here: GalleryId, name: impl Fn(GalleryId) -> String, words: Words) -> String {
    let why = standing.reasons.first().map(|reason| why(*reason, here, &name, words)).unwrap_or_default();
    if standing.door == Door::Locked { words.with("why-locked", &[("why", why.into())]) } else { why }
}

fn why(reason: Reason, here: GalleryId, name: &impl Fn(GalleryId) -> String, words: Words) -> String {
    let by_login = matches!(reason.way, Way::Login(_) | Way::Member);
    let key = |login, link| if by_login { login } else { link };
    let named = |gallery| title(&name(gallery)).into();
    let start = [("start", named(reason.start))];
    let last = match reason.how {
        How::Released => return words.text("why-released"),
        How::Linked => return words.text("why-linked"),
        How::DownFrom(last) | How::UpFrom(last) => last,
    };
    let (way, turn) = if reason.top == here {
        (words.with(key("why-up", "why-link-up"), &start), reason.start)
    } else if reason.top == reason.start {
        (words.with(key("why-down", "why-link-down"), &start), reason.start)
    } else {
        let both = [("start", named(reason.start)), ("top", named(reason.top))];
        (words.with(key("why-over", "why-link-over"), &both), reason.top)
    };
    // A chain of several steps names the last one too.
    if last == turn { way } else { words.with("why-by-way", &[("why", way.into()), ("last", named(last))]) }
}

#[cfg(test)]
mod tests {
    use domain::ids::{ClientLoginId, LinkId};
    use domain::studio::DeskLanguage;

    use super::*;

    fn id(number: u8) -> GalleryId {
        GalleryId::from_random([number; 16])
    }

    fn told(language: DeskLanguage, link: bool, how: How, start: u8, top: u8, door: Door) -> String {
        let login = Way::Login(ClientLoginId::from_random([0; 16]));
        let way = if link { Way::OpenLink(LinkId::from_random([0; 16])) } else { login };
        let reason = Reason { way, how, start: id(start), top: id(top) };
        let standing = Standing { door, reasons: vec![reason] };
        let name =
            |gallery| ["Here", "Start", "Top", "Last"][(0..4).position(|n| id(n) == gallery).unwrap_or(0)].to_owned();
        let plain = sentence(&standing, id(0), name, Words::at_desk(language));
        plain.chars().filter(|symbol| !('\u{f8f0}'..='\u{f8f2}').contains(symbol)).collect()
    }

    // S35
    #[test]
    fn a_reason_says_where_the_way_began_and_how_it_leads_here() {
        let en = |how, start, top| told(DeskLanguage::En, false, how, start, top, Door::Open);
        assert_eq!(en(How::Released, 0, 0), "this gallery was released to them");
        assert_eq!(en(How::UpFrom(id(1)), 1, 0), "Start was released to them; from there they can walk up");
        assert_eq!(en(How::DownFrom(id(1)), 1, 1), "down from Start, which was released to them");
        assert_eq!(en(How::DownFrom(id(3)), 1, 1), "down from Start, which was released to them, by way of Last");
        assert_eq!(
            en(How::DownFrom(id(2)), 1, 2),
            "Start was released to them; from there they can walk up to Top and down again"
        );
        let link = |how, start, top, door| told(DeskLanguage::En, true, how, start, top, door);
        assert_eq!(link(How::Linked, 0, 0, Door::Locked), "the link opens this gallery; its password is asked first");
        assert_eq!(
            link(How::UpFrom(id(3)), 1, 0, Door::Open),
            "the link opens Start; from there they can walk up, by way of Last"
        );
        let de = told(DeskLanguage::De, false, How::UpFrom(id(1)), 1, 0, Door::Locked);
        assert_eq!(de, "Start ist freigegeben; von dort geht es hinauf; vorher wird nach dem Passwort gefragt");
    }
}
