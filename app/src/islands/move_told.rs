//! *Move*: says at each choice what it would change for whom, as the page that asks would (S31).

use std::cell::Cell;
use std::rc::Rc;

use js_sys::futures::spawn_local;
use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, UrlSearchParams};

use super::dom::{document, find, listen, post, text};

const ASK: &str = "/api/galleries/would_move";
/// Before the name of somebody, before that of a gallery, and after either: as `ui::rich` marks them.
const MARKS: [char; 3] = ['\u{f8f0}', '\u{f8f1}', '\u{f8f2}'];

/// The form, where it says what would change, and where the name of that goes.
struct Choice {
    form: HtmlFormElement,
    status: HtmlElement,
    shown: HtmlInputElement,
    /// What stands there while nothing is known.
    before: String,
    /// Which choice is the latest: an answer to an older one comes too late.
    turn: Cell<u32>,
}

/// Wakes a `MoveTold`.
#[wasm_bindgen]
pub fn wake_move_told(island: Element) {
    let parts = (find(&island, "form"), find(&island, ".told[role=status]"), find(&island, "input[name=shown]"));
    let (Some(form), Some(status), Some(shown)) = parts else {
        return;
    };
    let before = status.text_content().unwrap_or_default();
    let (form, shown) = (form.unchecked_into(), shown.unchecked_into());
    let choice = Rc::new(Choice { form, status, shown, before, turn: Cell::new(0) });
    listen(&island, "change", move |_| {
        choice.turn.set(choice.turn.get() + 1);
        // Until it is known what this choice changes, sending the form asks.
        choice.shown.set_value("");
        spawn_local(tell(choice.clone(), choice.turn.get()));
    });
}

async fn tell(choice: Rc<Choice>, turn: u32) {
    let answer = choice.ask().await.ok().flatten();
    if choice.turn.get() == turn {
        choice.show(answer);
    }
}

impl Choice {
    async fn ask(&self) -> Result<Option<Value>, JsValue> {
        let fields = FormData::new_with_form(&self.form)?;
        let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields)?;
        let answer = post(ASK, &fields, "application/json").await?;
        if !answer.ok() {
            return Ok(None);
        }
        Ok(serde_json::from_str(&text(&answer).await?).ok())
    }

    fn show(&self, answer: Option<Value>) {
        self.status.set_text_content(None);
        let Some(answer) = answer else {
            self.add(&self.before);
            return;
        };
        self.shown.set_value(answer["shown"].as_str().unwrap_or_default());
        for sentence in answer["told"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.add(sentence);
        }
    }

    /// A sentence more, its names standing out.
    fn add(&self, sentence: &str) {
        let Ok(line) = document().create_element("p") else {
            return;
        };
        let mut tag = "span";
        for part in sentence.split_inclusive(MARKS) {
            let (words, mark) = match part.chars().next_back() {
                Some(mark) if MARKS.contains(&mark) => (&part[..part.len() - mark.len_utf8()], Some(mark)),
                _ => (part, None),
            };
            if let Ok(element) = document().create_element(tag) {
                element.set_text_content(Some(words));
                let _ = line.append_child(&element);
            }
            tag = match mark {
                Some('\u{f8f0}') => "strong",
                Some('\u{f8f1}') => "em",
                _ => "span",
            };
        }
        let _ = self.status.append_child(&line);
    }
}
