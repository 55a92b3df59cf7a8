//! Every page, by whom it is meant for.

use std::collections::BTreeSet;

use http::StatusCode;

use super::people::{HIDDEN, Ids, People, Roles, is_member};
use crate::browser::{Answer, Browser, TestHouse};

/// Whom a page is meant for, and what they find on it or where it leads them.
enum For {
    Anybody,
    /// Whoever sets the installation up; later there is no such page.
    FirstRun,
    /// Whoever was sent the address: the token of anything else opens nothing.
    TokenHolders,
    /// Whoever opened such an address before.
    LetterHolders,
    /// Members of any studio: it leads them into theirs.
    Members,
    /// Members of any studio, and of none.
    SignedIn(&'static str),
    /// Members of our studio of these roles.
    Desk(Roles, &'static str),
    /// The same, led on to what lies under it.
    DeskLedOn(Roles, &'static str),
    /// Those who let people in, after the password was given again; before, it leads to where that is asked.
    Revealed,
    /// Clients of the studio, with a release or without one.
    Guests,
    Client(&'static str),
    /// Whoever came in by a subject's own code.
    Mother(&'static str),
    /// Whoever typed the connection code.
    Parent(&'static str),
    /// Whoever came in by the staff code.
    Teacher(&'static str),
    /// Whoever knows the link's address.
    LinkHolders,
    /// Whoever runs the installation.
    Operator(&'static str),
    /// Anybody, and it leads them all to the same page.
    LedOn(&'static str),
}

/// `None` for a page that nobody described.
fn page(listing: &str) -> Option<For> {
    Some(match listing {
        "/" | "/{studio}" | "/sign-in" | "/operator/enter" => For::Anybody,
        "/operator/enter/{ticket}" => For::LedOn("/operator/enter"),
        "/operator" | "/operator/forbid/{studio}" => For::Operator("Atelier Nordlicht"),
        "/first-run" => For::FirstRun,
        "/studios" => For::Members,
        "/invitation/{token}" | "/reset/{token}" => For::TokenHolders,
        "/invitation" | "/reset" => For::LetterHolders,
        "/account" => For::SignedIn("name=\"new_password\""),
        "/studio/{studio}/settings/people" => For::Desk(Roles::OwnerAlone, "invited@nordlicht.example"),
        "/studio/{studio}/settings/devices" => For::Desk(Roles::All, "Unknown device"),
        "/studio/{studio}/settings/account" => For::Desk(Roles::All, "name=\"new_password\""),
        "/studio/{studio}" | "/studio/{studio}/galleries" => For::Desk(Roles::All, "Summer by the water"),
        "/studio/{studio}/galleries/{gallery}" => For::Desk(Roles::All, "IMG_1"),
        "/studio/{studio}/galleries/{gallery}/who" => For::Desk(Roles::NoAssistant, "Familie Brandt"),
        "/studio/{studio}/changes/{change}" => For::Desk(Roles::OwnerAlone, "Ceremony"),
        "/studio/{studio}/galleries/{gallery}/links" => For::Desk(Roles::NoAssistant, "/nordlicht/l/"),
        "/studio/{studio}/galleries/{gallery}/move" => For::Desk(Roles::NoAssistant, "Elsewhere"),
        "/studio/{studio}/galleries/{gallery}/settings" => For::Desk(Roles::NoAssistant, "Summer by the water"),
        "/studio/{studio}/jobs" => For::Desk(Roles::All, "Grundschule am Lindenhof"),
        "/studio/{studio}/jobs/{job}" | "/studio/{studio}/jobs/{job}/subjects/{subject}" => {
            For::Desk(Roles::All, "Mia Sommer")
        }
        "/studio/{studio}/jobs/{job}/on/{picture}" => For::Desk(Roles::All, "Mia Sommer"),
        "/studio/{studio}/jobs/{job}/photos" => For::Desk(Roles::All, "IMG_12"),
        "/studio/{studio}/jobs/{job}/settings" => For::Desk(Roles::NoAssistant, "name=\"ends\""),
        "/studio/{studio}/jobs/{job}/roster" => For::Desk(Roles::NoAssistant, "name=\"list\""),
        "/studio/{studio}/jobs/{job}/roster/{draft}" => For::Desk(Roles::OwnerAlone, "Listed"),
        "/studio/{studio}/jobs/{job}/access" => For::Desk(Roles::NoAssistant, "name=\"password\""),
        "/{studio}/children" => For::Mother("Mia"),
        "/{studio}/find/{job}" => For::Parent("read=yes"),
        "/{studio}/jobs/{job}" => For::Teacher("Mia Sommer"),
        "/studio/{studio}/logins" | "/studio/{studio}/logins/{login}" => {
            For::Desk(Roles::NoAssistant, "Familie Brandt")
        }
        "/studio/{studio}/deleted" => For::Desk(Roles::NoAssistant, "Thrown away"),
        "/studio/{studio}/logins/new" => For::Desk(Roles::NoAssistant, "name=\"code\""),
        "/studio/{studio}/logins/{login}/card" => For::Revealed,
        "/studio/{studio}/logins/{login}/galleries" => For::Desk(Roles::NoAssistant, "Ceremony"),
        "/studio/{studio}/settings" => For::Desk(Roles::OwnerAlone, "Atelier Nordlicht"),
        "/studio/{studio}/settings/brand" => For::Desk(Roles::OwnerAlone, "name=\"accent\""),
        "/studio/{studio}/settings/clients" => For::Desk(Roles::OwnerAlone, "value=\"staircase\""),
        "/studio/{studio}/as/{kind}/{id}" => For::DeskLedOn(Roles::NoAssistant, "/overview"),
        "/studio/{studio}/as/{kind}/{id}/phone" => For::Desk(Roles::NoAssistant, "<iframe"),
        "/studio/{studio}/as/{kind}/{id}/overview" | "/studio/{studio}/as/{kind}/{id}/g/{gallery}" => {
            For::Desk(Roles::NoAssistant, "Summer by the water")
        }
        "/studio/{studio}/as/{kind}/{id}/children" | "/studio/{studio}/as/{kind}/{id}/jobs/{job}" => {
            For::Desk(Roles::NoAssistant, "Mia")
        }
        "/studio/{studio}/as/{kind}/{id}/g/{gallery}/{photo}" => For::Desk(Roles::NoAssistant, "/m/"),
        "/studio/{studio}/search" => For::Desk(Roles::All, "search"),
        "/{studio}/overview" => For::Guests,
        "/{studio}/g/{gallery}" => For::Client("Summer by the water"),
        "/{studio}/g/{gallery}/{photo}" => For::Client("/m/"),
        "/{studio}/l/{token}" => For::LinkHolders,
        _ => return None,
    })
}

/// One of ours for every parameter of an address.
fn filled(listing: &str, ids: &Ids) -> String {
    listing
        .replace("{studio}", ids.studio)
        .replace("{gallery}", &ids.gallery)
        .replace("{photo}", &ids.photo)
        .replace("{login}", &ids.login)
        .replace("{change}", &ids.change)
        .replace("{kind}/{id}/children", &format!("subject/{}/children", ids.jobs.subject))
        .replace("{kind}/{id}/jobs", &format!("staff/{}/jobs", ids.jobs.job))
        .replace("{kind}/{id}", &format!("login/{}", ids.login))
        .replace("{token}", &ids.token)
        .replace("{ticket}", &ids.token)
        .replace("{job}", &ids.jobs.job)
        .replace("{picture}", &ids.jobs.group_photo)
        .replace("{subject}", &ids.jobs.subject)
        .replace("{draft}", &ids.jobs.draft)
}

fn listings() -> BTreeSet<String> {
    server::router::pages().iter().map(|page| page.path().to_owned()).collect()
}

async fn finds(browser: &mut Browser, path: &str, what: &str) {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    assert!(answer.body.contains(what), "{what} is not to be found at {path}");
}

#[track_caller]
fn leads(answer: &Answer, to: &str, who: &str) {
    assert_eq!((answer.status, answer.location()), (StatusCode::FOUND, to), "{who}");
}

#[track_caller]
fn is_nothing(answer: &Answer, who: &str, path: &str) {
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who} at {path}");
    let learnt = HIDDEN.iter().find(|hidden| answer.body.contains(**hidden));
    assert_eq!(learnt, None, "{who} at {path}");
}

/// A page that shows a code: to members who let people in, and only after the password was given again.
async fn opens_once_revealed(people: &mut People, path: &str) {
    leads(&people.owner.get(path).await, path.trim_end_matches("/card"), "the owner, not asked yet");
    for (who, mut browser) in people.lesser(|role| role == store::Role::Assistant) {
        is_nothing(&browser.get(path).await, who, path);
    }
    for (who, mut browser) in people.not_members() {
        let answer = browser.get(path).await;
        if is_member(&browser) {
            is_nothing(&answer, who, path);
        } else {
            leads(&answer, "/sign-in", who);
        }
    }
    let login = people.ours.login.clone();
    let fields = [("studio", "nordlicht"), ("login", &*login), ("password", store::fixtures::PASSWORD)];
    people.owner.post("/api/logins/reveal", &fields).await;
    finds(&mut people.owner, path, "7KQM-2XRD-9TFA").await;
}

/// A page about a letter whose link this browser opened before.
async fn opens_by_its_letter(people: &People, path: &str) {
    for (who, mut browser) in people.not_members().into_iter().chain(people.not_clients()) {
        is_nothing(&browser.get(path).await, who, path);
        browser.cookies.insert("letter".to_owned(), people.ours.invited.clone());
        let invited = browser.get(path).await;
        assert_eq!(invited.status == StatusCode::OK, path == "/invitation", "{who} at {path}");
        assert!(!HIDDEN.iter().any(|hidden| invited.body.contains(hidden)), "{who} at {path}");
    }
}

/// A page of a photo job, for those who came in by one kind of its codes.
async fn opens_for_one_of_a_job(people: &People, (who, browser): (&str, &Browser), path: &str, what: &str) {
    finds(&mut browser.clone(), path, what).await;
    for (who, mut browser) in people.of_jobs(who).into_iter().chain(people.not_members()) {
        is_nothing(&browser.get(path).await, who, path);
    }
    is_nothing(&people.owner.clone().get(path).await, "the owner", path);
}

/// A page that everybody has who signs in.
async fn opens_for_any_member(people: &People, path: &str, what: &str) {
    for (who, mut browser) in people.not_members() {
        if is_member(&browser) {
            finds(&mut browser, path, what).await;
        } else {
            leads(&browser.get(path).await, "/sign-in", who);
        }
    }
}

/// The operator's page, on which nothing of a studio stands but its name and numbers.
async fn opens_for_the_operator(people: &People, path: &str, what: &str) {
    let answer = people.operator.clone().get(path).await;
    assert!(answer.status == StatusCode::OK && answer.body.contains(what), "{path}: {}", answer.body);
    assert_eq!(HIDDEN.iter().find(|hidden| answer.body.contains(**hidden)), None, "{path}");
    for (who, mut browser) in people.not_operators() {
        is_nothing(&browser.get(path).await, who, path);
    }
}

/// An address that says nothing of what it is asked with.
async fn leads_everybody(people: &People, path: &str, to: &str) {
    for (who, mut browser) in people.not_members().into_iter().chain(people.not_clients()) {
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, to), "{who}");
    }
}

// S32
#[tokio::test]
async fn a_page_opens_for_those_it_is_meant_for_and_for_nobody_else() {
    let mut people = People::gather().await;
    for listing in listings() {
        let whom = page(&listing).unwrap_or_else(|| panic!("nobody said here whom {listing} is meant for"));
        let path = filled(&listing, &people.ours);
        match whom {
            For::Anybody => {
                for (who, mut browser) in people.not_members() {
                    let answer = browser.get(&path).await;
                    let known = is_member(&browser) && listing == "/sign-in" || answer.status == StatusCode::OK;
                    assert!(known, "{who} at {path}: {}", answer.status);
                    assert!(!HIDDEN.iter().any(|hidden| answer.body.contains(hidden)), "{who} at {path}");
                }
            }
            For::FirstRun => {
                finds(&mut TestHouse::new().await.browser(), &path, "name=\"token\"").await;
                for (who, mut browser) in people.not_members().into_iter().chain(people.not_clients()) {
                    is_nothing(&browser.get(&path).await, who, &path);
                }
            }
            For::TokenHolders => {
                let all = people.not_members().into_iter().chain(people.not_clients());
                for (who, mut browser) in all {
                    for wrong in [people.ours.token.clone(), "0".repeat(64), "x".to_owned()] {
                        let path = listing.replace("{token}", &wrong);
                        is_nothing(&browser.get(&path).await, who, &path);
                    }
                    let invited = browser.get(&listing.replace("{token}", &people.ours.invited)).await;
                    if listing.starts_with("/invitation/") {
                        assert_eq!(invited.location(), "/invitation", "{who}");
                    } else {
                        is_nothing(&invited, who, &listing);
                    }
                }
            }
            For::LetterHolders => opens_by_its_letter(&people, &path).await,
            For::SignedIn(what) => opens_for_any_member(&people, &path, what).await,
            For::Members => {
                leads(&people.owner.get(&path).await, "/studio/nordlicht", "the owner");
                for (who, mut browser) in people.not_members() {
                    let to = if is_member(&browser) { "/studio/meerblick" } else { "/sign-in" };
                    leads(&browser.get(&path).await, to, who);
                }
            }
            For::Desk(roles, what) | For::DeskLedOn(roles, what) => {
                let led = matches!(whom, For::DeskLedOn(..));
                let members = people.lesser(|role| roles.hold(role));
                for (who, mut browser) in members.into_iter().chain([("the owner", people.owner.clone())]) {
                    if led {
                        leads(&browser.get(&path).await, &format!("{path}{what}"), who);
                    } else {
                        finds(&mut browser, &path, what).await;
                    }
                }
                for (who, mut browser) in people.lesser(|role| !roles.hold(role)) {
                    is_nothing(&browser.get(&path).await, who, &path);
                }
                for (who, mut browser) in people.not_members() {
                    let answer = browser.get(&path).await;
                    if is_member(&browser) {
                        is_nothing(&answer, who, &path);
                    } else {
                        leads(&answer, "/sign-in", who);
                    }
                }
            }
            For::Revealed => opens_once_revealed(&mut people, &path).await,
            For::Guests => {
                finds(&mut people.client, &path, "Summer by the water").await;
                finds(&mut people.empty, &path, "Nobody yet").await;
                let answer = people.empty.get(&path).await;
                assert!(!HIDDEN.iter().any(|hidden| answer.body.contains(hidden)), "a client without a release");
                for mut browser in [people.stranger.clone(), people.owner.clone(), people.foreign.clone()] {
                    is_nothing(&browser.get(&path).await, "no client", &path);
                }
            }
            For::Client(what) => {
                finds(&mut people.client, &path, what).await;
                for (who, mut browser) in people.not_clients() {
                    is_nothing(&browser.get(&path).await, who, &path);
                }
            }
            For::Mother(what) => opens_for_one_of_a_job(&people, ("a mother", &people.mother), &path, what).await,
            For::Parent(what) => opens_for_one_of_a_job(&people, ("a parent", &people.parent), &path, what).await,
            For::Teacher(what) => opens_for_one_of_a_job(&people, ("a teacher", &people.teacher), &path, what).await,
            For::Operator(what) => opens_for_the_operator(&people, &path, what).await,
            For::LedOn(to) => leads_everybody(&people, &path, to).await,
            For::LinkHolders => {
                for (who, mut browser) in people.not_members() {
                    let guess = path.replace(&people.ours.token, &"0".repeat(64));
                    is_nothing(&browser.get(&guess).await, who, &guess);
                    // The right token of another studio's link.
                    let other = path.replace(&people.ours.token, &people.theirs.token);
                    is_nothing(&browser.get(&other).await, who, &other);
                }
                let inside = format!("/nordlicht/g/{}", people.ours.gallery);
                leads(&people.stranger.get(&path).await, &inside, "whoever knows the link");
            }
        }
    }
}
