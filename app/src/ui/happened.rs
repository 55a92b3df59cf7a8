//! What happened in a studio, in lines: one for each client and link on each day.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;
use store::{Event, Happened};

use crate::ctx::AtDesk;
use crate::ui::times;
use crate::ui::words::Words;

/// So many lines are shown.
const LINES: usize = 8;

/// Events of one day that are about the same client or link.
struct Line {
    what: Happened,
    day: NaiveDate,
    times: i64,
    latest: DateTime<Utc>,
    first: bool,
}

/// The lines. Those that came after `before` are marked as new; in a first look nothing is.
pub fn happened_list(
    at: &AtDesk,
    events: &[Event],
    before: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    words: Words,
) -> AnyView {
    let lines = lines(events);
    let rows = lines.into_iter().take(LINES).map(|line| {
        let new = before.is_some_and(|before| line.latest > before);
        let day = times::day(line.day, now.date_naive(), words);
        let (name, to, what) = match &line.what {
            Happened::Visit { login, name, .. } => {
                let what = if line.first {
                    words.text("happened-first-visit")
                } else {
                    words.count("happened-visits", line.times)
                };
                (name.clone(), at.path(&format!("/logins/{login}")), what)
            }
            Happened::LinkFollowed { label, gallery, gallery_name, .. } => {
                let who = if label.is_empty() { words.text("happened-some-link") } else { label.clone() };
                let what = words.with("happened-link", &[("gallery", gallery_name.clone().into())]);
                (who, at.path(&format!("/galleries/{gallery}/links")), what)
            }
        };
        view! {
            <li>
                <div>
                    <a class="name whole" href=to>{name}</a>
                    {new.then(|| view! { " " <span class="badge good">{words.text("happened-new")}</span> })}
                    " "
                    <span class="facts">{what}</span>
                </div>
                <span class="facts">{day}</span>
            </li>
        }
    });
    view! { <ul class="list happened">{rows.collect_view()}</ul> }.into_any()
}

/// Puts together what belongs together, in the order of the latest of each.
fn lines(events: &[Event]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for event in events {
        let day = event.at.date_naive();
        let first = matches!(event.what, Happened::Visit { first: true, .. });
        match lines.iter_mut().find(|line| line.day == day && same(&line.what, &event.what)) {
            Some(line) => {
                line.times += 1;
                line.first |= first;
            }
            None => lines.push(Line { what: event.what.clone(), day, times: 1, latest: event.at, first }),
        }
    }
    lines
}

fn same(a: &Happened, b: &Happened) -> bool {
    match (a, b) {
        (Happened::Visit { login: a, .. }, Happened::Visit { login: b, .. }) => a == b,
        (Happened::LinkFollowed { link: a, .. }, Happened::LinkFollowed { link: b, .. }) => a == b,
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use domain::ids::ClientLoginId;

    use super::*;

    fn visit(login: u8, day: u32, first: bool) -> Event {
        let at = NaiveDate::from_ymd_opt(2026, 8, day).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc();
        let login = ClientLoginId::from_random([login; 16]);
        Event { at, what: Happened::Visit { login, name: "Anna".to_owned(), first } }
    }

    #[test]
    fn the_visits_of_one_client_on_one_day_are_one_line() {
        let events = [visit(1, 14, false), visit(2, 14, false), visit(1, 14, true), visit(1, 13, false)];
        let found: Vec<_> = lines(&events).iter().map(|line| (line.times, line.first)).collect();
        assert_eq!(found, [(2, true), (1, false), (1, false)]);
    }
}
