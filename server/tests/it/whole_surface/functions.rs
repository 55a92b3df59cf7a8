//! Every server function, by whom it is meant for and what it takes.

use std::collections::BTreeSet;

use futures::future::join_all;
use http::{Method, StatusCode};
use store::Role;
use store::fixtures::{PASSWORD, all_rows, noon};

use super::people::{HIDDEN, Ids, JobIds, People, Roles, is_member};
use crate::browser::{Answer, Browser};

/// Functions that anybody may call: each takes a secret, or gives something up.
const OPEN: [&str; 11] = [
    "/api/front_door",
    "/api/gallery/unlock",
    "/api/language",
    "/api/leave",
    "/api/first_run",
    "/api/invitations/accept",
    "/api/invitations/join",
    "/api/operator/enter",
    "/api/password/reset",
    "/api/sign_in",
    "/api/sign_out",
];

/// Whom a function is meant for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    Members(Roles),
    Clients,
    /// Whoever typed the connection code.
    Parents,
    /// Whoever runs the installation.
    Operator,
}

/// Whether a row is another one afterwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Read,
    Change,
}

struct Call {
    whom: For,
    does: Does,
    fields: Vec<(&'static str, String)>,
}

/// What a function takes, with ids of one studio: enough for it to do its work. `None` for one that nobody described.
#[expect(clippy::match_same_arms, reason = "a line for each function")]
fn call(path: &str, of: &Ids) -> Option<Call> {
    let (gallery, inner, photo, login) = (&*of.gallery, &*of.inner, &*of.photo, &*of.login);
    let removed = noon().timestamp_millis().to_string();
    let take = |whom, does, fields: &[(&'static str, &str)]| Some(posted(of, whom, does, fields));
    let all = |fields: &[(&'static str, &str)]| take(For::Members(Roles::All), Does::Change, fields);
    let change = |fields: &[(&'static str, &str)]| take(For::Members(Roles::NoAssistant), Does::Change, fields);
    let owner = |fields: &[(&'static str, &str)]| take(For::Members(Roles::OwnerAlone), Does::Change, fields);
    match path {
        "/api/galleries/create" => all(&[("parent", gallery), ("name", "Made")]),
        "/api/galleries/folder" => all(&[("parent", gallery), ("name", "Made")]),
        "/api/galleries/rename" => change(&[("gallery", gallery), ("name", "Renamed")]),
        "/api/galleries/move" => change(&[("gallery", inner), ("parent", &of.elsewhere)]),
        "/api/galleries/would_move" => {
            let fields = [("gallery", inner), ("parent", &of.elsewhere)];
            take(For::Members(Roles::NoAssistant), Does::Read, &fields)
        }
        "/api/galleries/shift" => change(&[("up", inner)]),
        "/api/galleries/change" => change(&[("gallery", gallery), ("version", "1"), ("name", "Changed")]),
        "/api/galleries/navigation" => change(&[("gallery", gallery), ("on", "yes")]),
        "/api/galleries/password" => change(&[("gallery", gallery), ("password", "jetty-2026")]),
        "/api/changes/confirm" => change(&[("change", &of.change), ("digest", &of.digest)]),
        "/api/changes/undo" => change(&[("change", &of.done)]),
        "/api/galleries/delete" => change(&[("gallery", gallery)]),
        "/api/galleries/restore" => change(&[("deletion", &of.deletion)]),
        "/api/photos/arrival" => take(For::Members(Roles::All), Does::Read, &[("gallery", gallery)]),
        "/api/photos/around" => take(For::Clients, Does::Read, &[("gallery", gallery), ("photo", photo)]),
        "/api/photos/cover" => all(&[("gallery", gallery), ("photos[0]", photo)]),
        "/api/photos/delete" => all(&[("gallery", gallery), ("photos[0]", photo)]),
        "/api/photos/restore" => all(&[("gallery", gallery), ("removed", &removed)]),
        "/api/links/create" => change(&[("gallery", gallery), ("kind", "open"), ("label", "For somebody")]),
        "/api/links/change" => change(&[("gallery", gallery), ("link", &of.link), ("label", "For somebody else")]),
        "/api/links/revoke" => change(&[("gallery", gallery), ("link", &of.link)]),
        "/api/logins/create" => change(&[("name", "Made"), ("code", "made-and-made-41")]),
        "/api/logins/change" => change(&[("login", login), ("name", "Changed")]),
        "/api/logins/reveal" => change(&[("login", login), ("password", PASSWORD)]),
        "/api/logins/conceal" => take(For::Members(Roles::NoAssistant), Does::Read, &[("login", login)]),
        "/api/logins/end_visits" => change(&[("login", login)]),
        "/api/logins/delete" => change(&[("login", login)]),
        "/api/logins/restore" => change(&[("login", &of.gone_login)]),
        "/api/releases/browse" => change(&[("login", login), ("was", ""), ("galleries[0]", &of.elsewhere)]),
        "/api/releases/change" => change(&[("login", login), ("was", ""), ("galleries[0]", &of.elsewhere)]),
        "/api/account/change" => {
            all(&[("name", "Changed"), ("email", "changed@nordlicht.example"), ("password", PASSWORD)])
        }
        "/api/account/password" => all(&[("password", PASSWORD), ("new_password", "quite another sentence")]),
        "/api/account/end_session" => all(&[("session", &of.session)]),
        "/api/account/end_others" => all(&[]),
        "/api/people/invite" => owner(&[("email", "new@nordlicht.example"), ("role", "owner"), ("password", PASSWORD)]),
        "/api/people/uninvite" => owner(&[("invitation", &of.invitation)]),
        "/api/people/role" => owner(&[("member", &of.colleague), ("role", "assistant"), ("password", PASSWORD)]),
        "/api/people/remove" => owner(&[("member", &of.colleague), ("password", PASSWORD)]),
        "/api/studio/change" => owner(&[("name", "Changed"), ("language", "de")]),
        "/api/studio/brand" => owner(&[("accent", "#123456"), ("greeting", "Welcome")]),
        "/api/studio/remove_logo" => owner(&[]),
        "/api/studio/logins" => owner(&[("on", "no")]),
        "/api/studio/mode" => owner(&[("mode", "explicit")]),
        "/api/operator/connection_codes" => take(For::Operator, Does::Change, &[("switch", "off"), ("jobs", "2")]),
        "/api/operator/leave" => take(For::Operator, Does::Change, &[]),
        _ => call_of_jobs(path, of),
    }
}

/// The same for photo jobs.
fn call_of_jobs(path: &str, of: &Ids) -> Option<Call> {
    let removed = noon().timestamp_millis().to_string();
    let take = |whom, does, fields: &[(&'static str, &str)]| Some(posted(of, whom, does, fields));
    let all = |fields: &[(&'static str, &str)]| take(For::Members(Roles::All), Does::Change, fields);
    let change = |fields: &[(&'static str, &str)]| take(For::Members(Roles::NoAssistant), Does::Change, fields);
    match path {
        "/api/jobs/create" => change(&[("name", "Made"), ("organisation", "A school"), ("date", "2026-09-14")]),
        "/api/jobs/state" => change(&[("job", &of.jobs.job), ("state", "archived")]),
        "/api/jobs/add_group" => change(&[("job", &of.jobs.job), ("group", "2b")]),
        "/api/jobs/add_subject" => {
            let job = &of.jobs.job;
            change(&[("job", job), ("first_name", "Made"), ("last_name", "Up"), ("group", &of.jobs.group)])
        }
        // Without the password it leads to where that is asked, and makes nothing.
        "/api/jobs/print_cards" => {
            take(For::Members(Roles::NoAssistant), Does::Read, &[("job", &of.jobs.job), ("extra", "3")])
        }
        "/api/jobs/name_extra" => {
            let names = [("first_name", "Made"), ("last_name", "Up")];
            change(&[("subject", &of.jobs.extra), names[0], names[1], ("group", &of.jobs.group)])
        }
        "/api/jobs/protect" => change(&[("subject", &of.jobs.subject), ("was", "false given given 0")]),
        "/api/jobs/withdraw" => change(&[("subject", &of.jobs.subject)]),
        "/api/jobs/sort" => {
            let JobIds { unsorted, gallery, job, photo, .. } = &of.jobs;
            all(&[("from", unsorted), ("to", gallery), ("back", job), ("photos[0]", photo)])
        }
        "/api/jobs/unsort" => {
            let JobIds { unsorted, gallery, job, .. } = &of.jobs;
            all(&[("from", gallery), ("to", unsorted), ("back", job), ("sorted", &removed)])
        }
        "/api/jobs/sort_by" => {
            let shown = ("digest", &*of.jobs.sorting);
            all(&[("job", &of.jobs.job), ("way", "cards"), shown, ("looked", "yes")])
        }
        "/api/jobs/card" => {
            let JobIds { gallery, job, card, .. } = &of.jobs;
            all(&[("to", gallery), ("back", job), ("photos[0]", card)])
        }
        "/api/jobs/no_card" => change(&[("back", &of.jobs.job), ("photos[0]", &of.jobs.card)]),
        "/api/jobs/reveal" => change(&[("job", &of.jobs.job), ("password", PASSWORD)]),
        "/api/jobs/staff_code" => change(&[("job", &of.jobs.job), ("code", "made-and-made-42")]),
        "/api/jobs/connection_code" => {
            change(&[("job", &of.jobs.job), ("code", "made-and-made-43"), ("agreed", "yes")])
        }
        "/api/jobs/change" => {
            let fields = [("organisation", "A school"), ("date", "2026-09-14"), ("ends", "2027-01-31")];
            change(&[("job", &of.jobs.job), ("name", "Changed"), fields[0], fields[1], fields[2]])
        }
        "/api/jobs/staff_terms" => change(&[("job", &of.jobs.job), ("group", &of.jobs.group), ("until", "2026-12-24")]),
        "/api/jobs/who_is_on" => {
            let JobIds { job, group_photo, subject, said, .. } = &of.jobs;
            change(&[("job", job), ("photo", group_photo), ("was", said), ("shown[0]", subject)])
        }
        "/api/jobs/looked_at" => {
            let JobIds { job, unsorted, unclear, .. } = &of.jobs;
            let seen = noon().timestamp_millis().to_string();
            change(&[("back", job), ("gallery", unsorted), ("seen", &seen), ("photos[0]", unclear)])
        }
        "/api/jobs/renew_code" | "/api/jobs/copy_subject" => {
            change(&[("subject", &of.jobs.subject), ("password", PASSWORD)])
        }
        "/api/jobs/erase_subject" => {
            change(&[("subject", &of.jobs.subject), ("group_photos", "delete"), ("password", PASSWORD)])
        }
        "/api/jobs/delete" => change(&[("job", &of.jobs.job), ("again", "Autumn 2026"), ("password", PASSWORD)]),
        "/api/jobs/end_code" => change(&[("job", &of.jobs.job), ("which", "staff")]),
        "/api/jobs/finding" | "/api/jobs/names_alone" => change(&[("job", &of.jobs.job)]),
        "/api/jobs/import_roster" => change(&[("draft", &of.jobs.draft), ("digest", &of.jobs.shown)]),
        "/api/jobs/settle_roster" => change(&[("draft", &of.jobs.draft), ("choices[0]", "1 new")]),
        "/api/jobs/drop_roster" => change(&[("draft", &of.jobs.draft)]),
        "/api/children/find" => {
            let names = [("first_name", "mia"), ("last_name", "sommer"), ("group", "1a"), ("entitled", "yes")];
            take(For::Parents, Does::Change, &[("job", &of.jobs.job), names[0], names[1], names[2], names[3]])
        }
        "/api/children/confirm" => take(For::Parents, Does::Change, &[("child", &of.jobs.listed), ("entitled", "yes")]),
        _ => None,
    }
}

fn posted(of: &Ids, whom: For, does: Does, fields: &[(&'static str, &str)]) -> Call {
    let studio = ("studio", of.studio.to_owned());
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    Call { whom, does, fields: std::iter::once(studio).chain(fields).collect() }
}

async fn send(browser: &mut Browser, path: &str, fields: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.call(path, &fields).await
}

fn guarded() -> BTreeSet<&'static str> {
    let mut paths = BTreeSet::new();
    for (path, method) in server_fn::axum::server_fn_paths() {
        assert_eq!(method, Method::POST, "{path}");
        paths.insert(path);
    }
    for open in OPEN {
        assert!(paths.remove(open), "there is no {open}");
    }
    paths
}

// B06, B12
#[tokio::test]
async fn a_function_does_its_work_for_those_it_is_meant_for_and_nothing_for_anybody_else() {
    join_all(guarded().into_iter().map(is_guarded)).await;
}

async fn is_guarded(path: &'static str) {
    let mut people = People::gather().await;
    let meant = call(path, &people.ours).unwrap_or_else(|| panic!("nobody said here what {path} takes"));
    let before = all_rows(&people.house.store).await;
    let (insider, outsiders) = match meant.whom {
        For::Members(roles) => {
            let all = people.not_members().into_iter().chain(people.lesser(|role| !roles.hold(role)));
            (&mut people.owner.clone(), all.collect())
        }
        For::Clients => (&mut people.client.clone(), people.not_clients().to_vec()),
        For::Parents => {
            let others = people.not_members().into_iter().chain([("the owner", people.owner.clone())]);
            (&mut people.parent.clone(), others.chain(people.of_jobs("a parent")).collect())
        }
        For::Operator => (&mut people.operator.clone(), people.not_operators()),
    };
    for (who, mut browser) in outsiders {
        let refusal = match meant.whom {
            For::Members(_) if !is_member(&browser) => (StatusCode::UNAUTHORIZED, "\"sign_in\""),
            _ => (StatusCode::NOT_FOUND, "\"not_found\""),
        };
        let answer = send(&mut browser, path, &meant.fields).await;
        assert_eq!((answer.status, &*answer.body), refusal, "{who} calls {path}");
        assert_eq!(all_rows(&people.house.store).await, before, "{who} changed something by {path}");
    }
    if matches!(meant.whom, For::Members(_)) {
        mixed(&mut people, path, &meant).await;
        assert_eq!(all_rows(&people.house.store).await, before, "ids of ours in a foreign form: {path}");
    }
    // The same fields: it was the asker that was refused.
    let answer = send(insider, path, &meant.fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    let changed = all_rows(&people.house.store).await != before;
    assert_eq!(changed, meant.does == Does::Change, "{path} for those it is meant for");
}

// The same fields from whoever else the table above names.
#[tokio::test]
async fn each_role_does_what_the_table_says_it_may() {
    join_all(guarded().into_iter().map(each_role)).await;
}

async fn each_role(path: &'static str) {
    // Whoever ends a session ends one of their own: `devices.rs` has each. And whoever confirms a change or takes it back
    // does so with one of their own: `studio_access.rs` has that, and `rosters.rs` the same of lists.
    let of_ones_own = ["/api/account/end_session", "/api/changes/confirm", "/api/changes/undo"];
    let of_lists = ["/api/jobs/import_roster", "/api/jobs/settle_roster", "/api/jobs/drop_roster"];
    if of_ones_own.contains(&path) || of_lists.contains(&path) {
        return;
    }
    for role in [Role::Photographer, Role::Assistant] {
        let people = People::gather().await;
        let meant = call(path, &people.ours).unwrap();
        if !matches!(meant.whom, For::Members(roles) if roles.hold(role)) {
            continue;
        }
        let before = all_rows(&people.house.store).await;
        for (who, mut browser) in people.lesser(|other| other == role) {
            let answer = send(&mut browser, path, &meant.fields).await;
            assert_eq!(answer.status, StatusCode::OK, "{who} calls {path}: {}", answer.body);
        }
        let changed = all_rows(&people.house.store).await != before;
        assert_eq!(changed, meant.does == Does::Change, "{path} as {role}");
    }
}

/// B06: the owner of another studio at their own desk, with one id of ours among their own, each in its turn.
async fn mixed(people: &mut People, path: &str, meant: &Call) {
    let theirs = call(path, &people.theirs).unwrap();
    for (place, (name, value)) in meant.fields.iter().enumerate() {
        if *name == "studio" || *value == theirs.fields[place].1 {
            continue;
        }
        let mut fields = theirs.fields.clone();
        fields[place].1.clone_from(value);
        let expected = match (path, *name) {
            // Of those that were ticked one is not there: as if it had gone meanwhile.
            // And what is confirmed is not what was shown.
            ("/api/releases/change", "galleries[0]")
            | ("/api/changes/confirm" | "/api/jobs/import_roster" | "/api/jobs/sort_by", "digest") => {
                StatusCode::CONFLICT
            }
            // Of those that were chosen none is there to remove: it says so.
            ("/api/photos/delete", "photos[0]") => StatusCode::UNPROCESSABLE_ENTITY,
            // And none to be kept in mind.
            ("/api/releases/browse", "galleries[0]") => StatusCode::OK,
            _ => StatusCode::NOT_FOUND,
        };
        let answer = send(&mut people.foreign, path, &fields).await;
        assert_eq!(answer.status, expected, "{path} with {name} of ours: {}", answer.body);
        let learnt = HIDDEN.iter().find(|hidden| answer.body.contains(**hidden));
        assert_eq!(learnt, None, "{path} with {name} of ours");
    }
}
