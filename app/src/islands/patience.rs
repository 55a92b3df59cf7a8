//! Solves the puzzle of a form that may be slow, and sends it once more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::puzzle;
use js_sys::Promise;
use js_sys::futures::{future_to_promise, spawn_local};
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
    let (ticket, solution) = (ticket.unchecked_into(), solution.unchecked_into());
    let puzzle = Rc::new(Puzzle { ticket, solution, search: RefCell::default() });
    let form: HtmlFormElement = form.unchecked_into();
    if !puzzle.ticket.value().is_empty() {
        // The form came back before this was awake: the person presses the button, the puzzle is solved by then.
        let _started = puzzle.solved();
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
            let _started = puzzle.solved();
            return;
        }
        event.prevent_default();
        status.set_text_content(status.get_attribute("data-moment").as_deref());
        let (solved, status) = (puzzle.solved(), status.clone());
        let (form, sending) = (form.clone(), Rc::clone(&sending));
        spawn_local(async move {
            let _ = solved.await;
            status.set_text_content(None);
            let _ = form.remove_attribute("aria-busy");
            sending.set(true);
            let _ = form.request_submit();
        });
    });
}

/// The fields of a form, and the search for the solution of the latest ticket.
struct Puzzle {
    ticket: HtmlInputElement,
    solution: HtmlInputElement,
    search: RefCell<Option<(String, Promise)>>,
}

impl Puzzle {
    /// Done once the solution of the ticket stands in its field. The first who asks starts the search, whoever asks after
    /// that waits for the same one.
    fn solved(&self) -> Promise {
        let ticket = self.ticket.value();
        let mut search = self.search.borrow_mut();
        match &*search {
            Some((of, promise)) if *of == ticket => promise.clone(),
            _ => {
                let promise = future_to_promise(solve(self.ticket.clone(), self.solution.clone()));
                *search = Some((ticket, promise.clone()));
                promise
            }
        }
    }
}

/// Writes the solution of the ticket into its field, unless another ticket comes meanwhile.
async fn solve(field: HtmlInputElement, solution: HtmlInputElement) -> Result<JsValue, JsValue> {
    let ticket = field.value();
    let mut from = 0;
    while field.value() == ticket {
        if let Some(number) = puzzle::search(&ticket, from, PIECE) {
            solution.set_attribute("value", &number.to_string())?;
            break;
        }
        from += PIECE;
        let pause = Promise::new(&mut |resolve, _| {
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        });
        let _ = pause.await;
    }
    Ok(JsValue::UNDEFINED)
}
