//! The sorting desk by keyboard: arrows go from photograph to photograph, letters look for whose they are, Enter puts the
//! chosen ones there and goes on with the next, Ctrl+Z takes the last step back. All of it presses what stands in the page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::dom::{document, find, find_all, listen};

const BOX: &str = "input[name=\"photos[]\"]";

/// Somebody whom the photographs may show.
struct Person {
    value: String,
    /// As it is read: the name, and the group.
    shown: String,
    /// In lower case, to look in.
    words: String,
}

struct Desk {
    form: HtmlElement,
    select: HtmlElement,
    field: HtmlInputElement,
    status: HtmlElement,
    none: String,
    people: Vec<Person>,
    /// Which of those that were found is meant.
    place: Cell<usize>,
}

/// Wakes a `SortingKeys`.
#[wasm_bindgen]
pub fn wake_sorting_keys(island: Element) {
    let parts = (find(&island, ".keys"), find(&island, "form"), find(&island, "select[name=to]"));
    let (Some(keys), Some(form), Some(select)) = parts else {
        return;
    };
    let (Some(field), Some(status)) = (find(&keys, "input"), find(&keys, "[role=status]")) else {
        return;
    };
    keys.set_hidden(false);
    let desk = Rc::new(Desk {
        people: find_all(&select, "option").iter().filter_map(person).collect(),
        none: keys.get_attribute("data-none").unwrap_or_default(),
        field: field.unchecked_into(),
        place: Cell::new(0),
        form,
        select,
        status,
    });
    let at = Rc::clone(&desk);
    listen(&desk.form, "keydown", move |event| at.on_photograph(&event.unchecked_into()));
    let at = Rc::clone(&desk);
    listen(&desk.field, "keydown", move |event| at.on_name(&event.unchecked_into()));
    let at = Rc::clone(&desk);
    listen(&desk.field, "input", move |_| {
        at.place.set(0);
        at.show();
    });
    listen(&document(), "keydown", |event| take_back(&event.unchecked_into()));
}

fn person(option: &Element) -> Option<Person> {
    let value = option.get_attribute("value").filter(|value| !value.is_empty())?;
    let name = option.text_content()?;
    let group = option.parent_element().and_then(|group| group.get_attribute("label"));
    let shown = group.map_or(name.clone(), |group| [&name, ", ", &group].concat());
    Some(Person { value, words: shown.to_lowercase(), shown })
}

impl Desk {
    /// The boxes of the photographs that are there by now: they arrive while the page stands.
    fn boxes(&self) -> Vec<HtmlInputElement> {
        find_all(&self.form, BOX).into_iter().map(JsCast::unchecked_into).collect()
    }

    /// A key while a photograph's box has the focus.
    fn on_photograph(&self, event: &KeyboardEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let boxes = self.boxes();
        let here = target.and_then(|target| boxes.iter().position(|one| one.is_same_node(Some(&target))));
        let Some(here) = here.filter(|_| !with_others(event)) else {
            return;
        };
        let key = event.key();
        let to = match key.as_str() {
            "ArrowRight" => here + 1,
            "ArrowLeft" => here.saturating_sub(1),
            "ArrowDown" => here + across(&boxes),
            "ArrowUp" => here.saturating_sub(across(&boxes)),
            "Enter" => {
                event.prevent_default();
                return self.ask(&boxes, here, "");
            }
            letter if letter.chars().count() == 1 && letter.chars().all(char::is_alphanumeric) => {
                event.prevent_default();
                return self.ask(&boxes, here, letter);
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = boxes.get(to.min(boxes.len() - 1)) {
            let _ = next.focus();
        }
    }

    /// Goes to the field; the photograph in focus is meant where none is chosen.
    fn ask(&self, boxes: &[HtmlInputElement], here: usize, letter: &str) {
        if !boxes.iter().any(HtmlInputElement::checked) {
            boxes[here].set_checked(true);
        }
        self.field.set_value(letter);
        self.place.set(0);
        let _ = self.field.focus();
        self.show();
    }

    /// A key in the field of names.
    fn on_name(&self, event: &KeyboardEvent) {
        if with_others(event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.place.set(self.place.get() + 1),
            "ArrowUp" => self.place.set(self.place.get().saturating_sub(1)),
            "Enter" => self.put(),
            "Escape" => self.leave(),
            _ => return,
        }
        event.prevent_default();
        self.show();
    }

    /// Those whose name has a word that begins with each typed one.
    fn found(&self) -> Vec<&Person> {
        let typed = self.field.value().to_lowercase();
        let typed: Vec<&str> = typed.split_whitespace().collect();
        let begins = |person: &Person, part: &str| {
            person.words.split(|sign: char| !sign.is_alphanumeric()).any(|word| word.starts_with(part))
        };
        let all = self.people.iter().filter(|person| typed.iter().all(|part| begins(person, part)));
        if typed.is_empty() { Vec::new() } else { all.collect() }
    }

    /// Who is meant; says who it is, and chooses them in the list.
    fn show(&self) -> bool {
        let found = self.found();
        let place = self.place.get().min(found.len().saturating_sub(1));
        self.place.set(place);
        let meant = found.get(place);
        let nothing = if self.field.value().trim().is_empty() { "" } else { &self.none };
        self.status.set_text_content(Some(meant.map_or(nothing, |person| &person.shown)));
        let value = meant.map_or("", |person| &person.value);
        let _ = Reflect::set(&self.select, &"value".into(), &value.into());
        meant.is_some()
    }

    /// Sends the form for whoever is meant.
    fn put(&self) {
        let boxes = self.boxes();
        let last = boxes.iter().rposition(HtmlInputElement::checked);
        let (Some(last), true) = (last, self.show()) else {
            return;
        };
        let next = boxes.get(last + 1).or_else(|| boxes.iter().find(|one| !one.checked()));
        if let (Some(next), Some(hidden)) = (next, find(&self.form, "[name=next]")) {
            let _ = hidden.set_attribute("value", &next.value());
        }
        if let Some(button) = find(&self.form, ".savebar button:not([formaction])") {
            button.click();
        }
    }

    /// Back to the photographs.
    fn leave(&self) {
        self.field.set_value("");
        let boxes = self.boxes();
        let chosen = boxes.iter().find(|one| one.checked()).or_else(|| boxes.first());
        if let Some(chosen) = chosen {
            let _ = chosen.focus();
        }
    }
}

/// How many photographs stand in a row.
fn across(boxes: &[HtmlInputElement]) -> usize {
    let top = |one: &HtmlInputElement| one.get_bounding_client_rect().top();
    let first = boxes.first().map(top);
    boxes.iter().take_while(|one| first.is_some_and(|first| (top(one) - first).abs() < 1.0)).count().max(1)
}

/// The browser's own keys, and those of a keyboard that is writing a composed letter.
fn with_others(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing()
}

/// Ctrl+Z presses the button of the last step, unless it is for something that is being typed.
fn take_back(event: &KeyboardEvent) {
    let is_it = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key() == "z";
    let typing = document().active_element().is_some_and(|active| {
        active.matches("textarea, input:not([type=checkbox])").unwrap_or(false)
            && active.dyn_into::<HtmlInputElement>().is_ok_and(|field| !field.value().is_empty())
    });
    let button = document().document_element().and_then(|page| find(&page, ".toast form button"));
    if let Some(button) = button.filter(|_| is_it && !typing) {
        event.prevent_default();
        button.click();
    }
}
