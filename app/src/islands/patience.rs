//! Solves the puzzle of a form that may be slow, and sends it once more.

use std::cell::Cell;
use std::rc::Rc;

use domain::puzzle;
use js_sys::Promise;
use js_sys::futures::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlFormElement, HtmlInputElement};

use super::dom::{find, listen, window};

/// So many hashes at a time: ten milliseconds on a slow phone, then the page may breathe.
const PIECE: u32 = 2000;

/// Wakes a `Patience`: the fields `ticket` and `solution`, and a status. A form that comes back with a ticket is sent again
/// by itself, once for each press: whoever pressed the button waits a moment and is in.
#[wasm_bindgen]
pub fn wake_patience(island: Element) {
    let parts = (
        find(&island, "[name=ticket]"),
        find(&island, "[name=solution]"),
        find(&island, "[role=status]"),
        island.closest("form").ok().flatten(),
    );
    let (Some(ticket), Some(solution), Some(status), Some(form)) = parts else {
        return;
    };
    let (ticket, solution): (HtmlInputElement, HtmlInputElement) = (ticket.unchecked_into(), solution.unchecked_into());
    let form: HtmlFormElement = form.unchecked_into();
    if !ticket.value().is_empty() {
        // The form came back before this was awake: the person presses the button, the puzzle is solved by then.
        spawn_local(solve(ticket.clone(), solution.clone()));
    }
    // Whether the form was sent again since the button was pressed, and whether it is being sent so just now.
    let (sent_again, sending) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let (pressed, ours) = (Rc::clone(&sent_again), Rc::clone(&sending));
    listen(&form, "submit", move |_| {
        if !ours.replace(false) {
            pressed.set(false);
        }
    });
    listen(&form.clone(), "slowed", move |event| {
        if sent_again.replace(true) {
            // It did not help: the page says how long to wait, and the next ticket is ready when somebody presses.
            spawn_local(solve(ticket.clone(), solution.clone()));
            return;
        }
        event.prevent_default();
        status.set_text_content(status.get_attribute("data-moment").as_deref());
        let (ticket, solution, status) = (ticket.clone(), solution.clone(), status.clone());
        let (form, sending) = (form.clone(), Rc::clone(&sending));
        spawn_local(async move {
            solve(ticket, solution).await;
            status.set_text_content(None);
            let _ = form.remove_attribute("aria-busy");
            sending.set(true);
            let _ = form.request_submit();
        });
    });
}

/// Writes the solution of the ticket into its field.
async fn solve(ticket: HtmlInputElement, solution: HtmlInputElement) {
    let ticket = ticket.value();
    let mut from = 0;
    loop {
        if let Some(number) = puzzle::search(&ticket, from, PIECE) {
            let _ = solution.set_attribute("value", &number.to_string());
            return;
        }
        from += PIECE;
        let pause = Promise::new(&mut |resolve, _| {
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        });
        let _ = pause.await;
    }
}
