//! What a change would change, in sentences (S31): who will see what, and who will not.

use domain::access::{Difference, Effect, Group, Way};
use domain::ids::GalleryId;
use leptos::prelude::*;
use store::AccessNames;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::rich::{capital, person, rich, title};
use crate::ui::words::Words;

/// More groups than these are counted.
const GROUPS: usize = 12;
/// Of more people than these only the number is told.
const PEOPLE: usize = 3;
/// More galleries than these are counted, not named.
const GALLERIES: usize = 6;

/// The sentences of a difference, with marked names, in the order of how many they concern.
pub async fn sentences(ctx: &Ctx, at: &AtDesk, difference: &Difference, words: Words) -> Answer<Vec<String>> {
    let shown = &difference.groups[..difference.groups.len().min(GROUPS)];
    let galleries = shown.iter().flat_map(|group| group.what.values()).flat_map(|which| which.iter().take(GALLERIES));
    let people = shown.iter().flat_map(|group| group.who.iter().take(PEOPLE));
    let names = ctx.store().access_names(&at.desk, galleries.copied(), people.copied()).await?;
    let linked = names.links.values().map(|link| link.gallery);
    let more = ctx.store().access_names(&at.desk, linked, []).await?;
    let names = AccessNames { galleries: names.galleries.into_iter().chain(more.galleries).collect(), ..names };
    // Those who are many first, then by name: the same question is answered in the same words.
    let mut told: Vec<_> = shown.iter().map(|group| (group, who(&group.who, &names, words))).collect();
    told.sort_by(|(a, who_a), (b, who_b)| b.who.len().cmp(&a.who.len()).then_with(|| who_a.cmp(who_b)));
    let mut sentences: Vec<_> =
        told.into_iter().flat_map(|(group, who)| of_group(group, &who, &names, words)).collect();
    let more: usize = difference.groups.iter().skip(GROUPS).map(|group| group.who.len()).sum();
    let more = more + difference.others;
    if more > 0 {
        sentences.push(words.count("difference-more", count(more)));
    }
    Ok(sentences)
}

/// The same as a list.
pub fn list(sentences: &[String]) -> AnyView {
    let items = sentences.iter().map(|sentence| view! { <li>{rich(sentence)}</li> }).collect_view();
    view! { <ul class="difference">{items}</ul> }.into_any()
}

fn of_group(group: &Group, who: &str, names: &AccessNames, words: Words) -> Vec<String> {
    let sentence = |(effect, which): (&Effect, &Vec<GalleryId>)| {
        let key = match effect {
            Effect::Gains => "difference-gains",
            Effect::GainsLocked => "difference-gains-locked",
            Effect::Loses => "difference-loses",
            Effect::Locks => "difference-locks",
            Effect::Unlocks => "difference-unlocks",
        };
        let galleries = galleries(which, names, words);
        let sentence = words.with(key, &[("who", who.to_owned().into()), ("galleries", galleries.into())]);
        // A name is written as its owner writes it.
        let is_name = matches!(group.who.first(), Some(Way::Login(_)));
        if is_name { sentence } else { capital(&sentence) }
    };
    group.what.iter().map(sentence).collect()
}

/// Up to three by name, more as a number.
fn who(ways: &[Way], names: &AccessNames, words: Words) -> String {
    if ways.len() <= PEOPLE {
        let mut people: Vec<_> = ways.iter().map(|way| name(*way, names, words)).collect();
        people.sort();
        return and(people.iter().map(|name| person(name)).collect(), words);
    }
    let logins = ways.iter().filter(|way| matches!(way, Way::Login(_))).count();
    let links = ways.len() - logins;
    let parts = [("logins", logins), ("links-count", links)].into_iter().filter(|(_, number)| *number > 0);
    and(parts.map(|(key, number)| person(&words.count(key, count(number)))).collect(), words)
}

fn name(way: Way, names: &AccessNames, words: Words) -> String {
    match way {
        Way::Login(login) => names.logins.get(&login).cloned().unwrap_or_default(),
        Way::OpenLink(link) | Way::SecureLink(link) => match names.links.get(&link) {
            Some(link) if !link.label.is_empty() => words.with("link-named", &[("label", link.label.clone().into())]),
            Some(link) => {
                let gallery = names.galleries.get(&link.gallery).cloned().unwrap_or_default();
                words.with("link-anyone", &[("name", gallery.into())])
            }
            None => String::new(),
        },
        // No change of a tree reaches a photo job.
        Way::Member | Way::Job(_) => words.text("members-of-studio"),
    }
}

fn galleries(which: &[GalleryId], names: &AccessNames, words: Words) -> String {
    let named = |gallery: &GalleryId| title(names.galleries.get(gallery).map_or("", String::as_str));
    if which.len() <= GALLERIES {
        return and(which.iter().map(named).collect(), words);
    }
    let some: Vec<_> = which[..GALLERIES - 1].iter().map(named).collect();
    let more = words.count("and-more", count(which.len() + 1 - GALLERIES));
    format!("{} {more}", some.join(", "))
}

/// A list as one says it.
pub fn and(mut names: Vec<String>, words: Words) -> String {
    let Some(last) = names.pop() else {
        return String::new();
    };
    if names.is_empty() {
        return last;
    }
    words.with("list-and", &[("some", names.join(", ").into()), ("last", last.into())])
}

fn count(number: usize) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use domain::ids::{ClientLoginId, LinkId};
    use domain::studio::DeskLanguage;
    use store::{LinkKind, LinkName};

    use super::*;

    fn told(language: DeskLanguage, logins: u8, links: u8, what: &[(Effect, u8)]) -> Vec<String> {
        let mut names = AccessNames::default();
        for number in 0..20 {
            let name = ["Evening", "Blue hour", "Portraits"].get(usize::from(number)).copied().unwrap_or("More");
            names.galleries.insert(GalleryId::from_random([number; 16]), name.to_owned());
            let name = ["Brandt", "Verlag", "Wind"].get(usize::from(number)).copied().unwrap_or("More");
            names.logins.insert(ClientLoginId::from_random([number; 16]), name.to_owned());
            let gallery = GalleryId::from_random([0; 16]);
            let label = if number == 0 { "Grandparents".to_owned() } else { String::new() };
            names.links.insert(LinkId::from_random([number; 16]), LinkName { label, kind: LinkKind::Open, gallery });
        }
        let who = (0..logins).map(|number| Way::Login(ClientLoginId::from_random([number; 16])));
        let who: Vec<Way> =
            who.chain((0..links).map(|number| Way::OpenLink(LinkId::from_random([number; 16])))).collect();
        let which = |many| (0..many).map(|number| GalleryId::from_random([number; 16])).collect();
        let what = what.iter().map(|(effect, many)| (*effect, which(*many))).collect();
        let plain = |text: String| text.chars().filter(|symbol| !('\u{f8f0}'..='\u{f8f2}').contains(symbol)).collect();
        let words = Words::at_desk(language);
        let told = super::who(&who, &names, words);
        of_group(&Group { who, what }, &told, &names, words).into_iter().map(plain).collect()
    }

    // S31
    #[test]
    fn a_few_are_named_and_many_are_counted() {
        let en = |logins, links, what: &[(Effect, u8)]| told(DeskLanguage::En, logins, links, what).join(" ");
        assert_eq!(en(1, 0, &[(Effect::Loses, 2)]), "Brandt will no longer see Evening and Blue hour.");
        assert_eq!(
            en(2, 1, &[(Effect::Gains, 1)]),
            "Brandt, Verlag and the link “Grandparents” will also see Evening."
        );
        assert_eq!(en(4, 2, &[(Effect::Gains, 1)]), "4 client logins and 2 links will also see Evening.");
        let asked = "The link “Grandparents” will be asked for the password of Evening.";
        assert_eq!(en(0, 1, &[(Effect::Locks, 1)]), asked);
        assert!(en(1, 0, &[(Effect::Gains, 9)]).ends_with("More, More and 4 more."));
    }

    #[test]
    fn german_says_it_alike_of_one_and_of_many() {
        let de = |logins, what: &[(Effect, u8)]| told(DeskLanguage::De, logins, 0, what);
        assert_eq!(de(1, &[(Effect::Gains, 1)]), ["Für Brandt kommt hinzu: Evening."]);
        assert_eq!(de(2, &[(Effect::Loses, 1)]), ["Für Brandt und Verlag fällt weg: Evening."]);
    }
}
