//! A form that never loses what was typed (see `Form`).

use js_sys::futures::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, EventInit, FormData, HtmlElement, HtmlFormElement, Response, SubmitEvent, UrlSearchParams,
};

use super::dom::{document, find, find_all, listen, parsed, post, text, window};

/// The sentences that say what is the matter.
const ERRORS: &str = ".error, [role=alert]";
/// Says what the form before this one has done; what offers to take it back stays.
const DONE: &str = ".toast:not(:has(form))";
/// Asks for what a page gets, but to be told where the form leads: a redirect that is followed here would make the page
/// once for this and once more for the window.
const TOLD: &str = "text/html;redirect=told";
/// In the address that a form comes back to with an error.
const ERROR: &[u8] = b"__err=";
/// On a form that is on its way, so that a second press sends nothing.
const ON_ITS_WAY: &str = "aria-busy";

/// Wakes the form inside an island.
#[wasm_bindgen]
pub fn wake_form(island: Element) {
    let Some(form) = find(&island, "form") else {
        return;
    };
    let form: HtmlFormElement = form.unchecked_into();
    let sent = form.clone();
    listen(&form, "submit", move |event| {
        let event: SubmitEvent = event.unchecked_into();
        event.prevent_default();
        if !sent.has_attribute(ON_ITS_WAY) {
            let _ = sent.set_attribute(ON_ITS_WAY, "true");
            // It would stand beside an error of this form, or be taken for its answer.
            if let Ok(Some(done)) = document().query_selector(DONE) {
                done.remove();
            }
            spawn_local(send(sent.clone(), event.submitter()));
        }
    });
    // Back from where it led, the form can be sent again.
    listen(&window(), "pageshow", move |_| {
        let _ = form.remove_attribute(ON_ITS_WAY);
    });
}

async fn send(form: HtmlFormElement, pressed: Option<HtmlElement>) {
    let arrived = try_to_send(&form, pressed).await;
    if !arrived.unwrap_or(false) {
        let _ = form.remove_attribute(ON_ITS_WAY);
        say_not_sent(&form);
    }
}

/// Whether the server took the form, whatever it said to it.
async fn try_to_send(form: &HtmlFormElement, pressed: Option<HtmlElement>) -> Result<bool, JsValue> {
    let fields = FormData::new_with_form(form)?;
    let mut action = form.get_attribute("action");
    if let Some(pressed) = pressed {
        if let Some(name) = pressed.get_attribute("name") {
            let value = pressed.get_attribute("value").unwrap_or_default();
            fields.append_with_str(&name, &value)?;
        }
        action = pressed.get_attribute("formaction").or(action);
    }
    let action = action.unwrap_or_default();
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields)?;
    let answer = post(&action, &fields, TOLD).await?;
    let Some(address) = answer.headers().get("location")? else {
        return Ok(false);
    };
    // By bytes: a search for text would weigh a kilobyte in every visitor's bundle.
    if address.as_bytes().windows(ERROR.len()).any(|some| some == ERROR) {
        let page: Response = window().fetch_with_str(&address).await?.unchecked_into();
        let page = parsed(&text(&page).await?)?;
        if let Some(answered) = same_form(form, &page) {
            if is_sent_again(form, &answered)? {
                return Ok(true);
            }
            form.remove_attribute(ON_ITS_WAY)?;
            show_errors(form, &answered, &page)?;
            return Ok(true);
        }
    }
    window().location().assign(&address)?;
    Ok(true)
}

/// Gives the form that stands the ticket of the answered one. Whether somebody (see `patience.rs`) will solve its puzzle and
/// send the form once more.
fn is_sent_again(form: &Element, answered: &Element) -> Result<bool, JsValue> {
    let Some(standing) = find(form, "[name=ticket]") else {
        return Ok(false);
    };
    let ticket = find(answered, "[name=ticket]").and_then(|field| field.get_attribute("value")).unwrap_or_default();
    standing.set_attribute("value", &ticket)?;
    if let Some(solution) = find(form, "[name=solution]") {
        solution.set_attribute("value", "")?;
    }
    let told = EventInit::new();
    told.set_cancelable(true);
    Ok(!ticket.is_empty() && !form.dispatch_event(&Event::new_with_event_init_dict("slowed", &told)?)?)
}

/// The form of the other page that stands where `form` stands in this one.
fn same_form(form: &Element, page: &Document) -> Option<Element> {
    let action = form.get_attribute("action")?;
    let all = ["form[action=\"", &action, "\"]"].concat();
    let here = find_all(&document().document_element()?, &all);
    let place = here.iter().position(|one| one.is_same_node(Some(form)))?;
    find_all(&page.document_element()?, &all).into_iter().nth(place)
}

/// Moves the errors of the answered form into the one that stands.
fn show_errors(form: &Element, answered: &Element, page: &Document) -> Result<(), JsValue> {
    for old in find_all(form, ERRORS) {
        old.remove();
    }
    for field in find_all(form, "[id]") {
        let answered = page.get_element_by_id(&field.id());
        for mark in ["aria-invalid", "aria-describedby"] {
            match answered.as_ref().and_then(|field| field.get_attribute(mark)) {
                Some(value) => field.set_attribute(mark, &value)?,
                None => field.remove_attribute(mark)?,
            }
        }
    }
    let mut errors = find_all(answered, ERRORS);
    if errors.is_empty() {
        // It is said outside the form, where nobody would look for it now.
        errors = find_all(&page.document_element().unwrap_throw(), ERRORS);
    }
    for error in errors {
        let (parent, before) = place_of(&error, answered, form);
        let error = document().import_node_with_deep(&error, true)?;
        parent.insert_before(&error, before.as_deref())?;
    }
    if let Some(field) = find(form, "[aria-invalid=true]") {
        field.focus()?;
    }
    Ok(())
}

/// Where an error of the answered form belongs in the one that stands: the two differ in nothing but their errors.
fn place_of(error: &Element, answered: &Element, form: &Element) -> (Element, Option<Element>) {
    let mut way = Vec::new();
    let mut at = error.clone();
    while !at.is_same_node(Some(answered)) {
        let mut before = 0;
        let mut sibling = at.previous_element_sibling();
        while let Some(element) = sibling {
            before += u32::from(!element.matches(ERRORS).unwrap_or(false));
            sibling = element.previous_element_sibling();
        }
        way.push(before);
        let Some(parent) = at.parent_element() else {
            return (form.clone(), form.first_element_child());
        };
        at = parent;
    }
    let mut parent = form.clone();
    while way.len() > 1 {
        let next = way.pop().and_then(|place| child(&parent, place));
        let Some(next) = next else { break };
        parent = next;
    }
    let before = way.first().and_then(|place| child(&parent, *place));
    (parent, before)
}

/// The child at a place, errors not counted.
fn child(parent: &Element, place: u32) -> Option<Element> {
    let mut at = parent.first_element_child();
    let mut left = place;
    while let Some(element) = at {
        let counts = !element.matches(ERRORS).unwrap_or(false);
        if counts && left == 0 {
            return Some(element);
        }
        left -= u32::from(counts);
        at = element.next_element_sibling();
    }
    None
}

/// No connection, or a server that is not there: the sentence stands ready in the page.
fn say_not_sent(form: &Element) {
    let Some(words) = document().body().and_then(|body| body.get_attribute("data-not-sent")) else {
        return;
    };
    if let Ok(error) = document().create_element("p") {
        for old in find_all(form, ERRORS) {
            old.remove();
        }
        error.set_class_name("error");
        let _ = error.set_attribute("role", "alert");
        error.set_text_content(Some(&words));
        let _ = form.append_child(&error);
    }
}
