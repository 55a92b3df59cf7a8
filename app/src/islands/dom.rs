//! The few things that woken islands ask of the browser.

use wasm_bindgen::prelude::*;
#[cfg(any(feature = "visitor", feature = "studio"))]
use web_sys::{Document, DomParser, Headers, RequestInit, Response, SupportedType, UrlSearchParams};
use web_sys::{Element, Event, EventTarget, HtmlElement, Window};

/// The window.
pub fn window() -> Window {
    js_sys::global().unchecked_into()
}

/// The page.
#[cfg(any(feature = "visitor", feature = "studio"))]
pub fn document() -> Document {
    window().document().unwrap_throw()
}

/// The first element inside `within` that a selector names.
pub fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    let found = within.query_selector(selector).ok().flatten()?;
    Some(found.unchecked_into())
}

/// Every element that a selector names, in the order of the page.
#[cfg(any(feature = "visitor", feature = "studio"))]
pub fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|place| Some(list.get(place)?.unchecked_into())).collect()
}

/// Calls `act` at each event of a kind, for as long as the page stands.
pub fn listen(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    let _ = target.add_event_listener_with_callback(kind, act.unchecked_ref());
}

/// Posts the fields of a form. `accept` says in which form the answer is wanted.
#[cfg(any(feature = "visitor", feature = "studio"))]
pub async fn post(address: &str, fields: &UrlSearchParams, accept: &str) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", accept)?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(fields);
    let answer = window().fetch_with_str_and_init(address, &request).await?;
    Ok(answer.unchecked_into())
}

/// The text of an answer.
#[cfg(any(feature = "visitor", feature = "studio"))]
pub async fn text(answer: &Response) -> Result<String, JsValue> {
    let text = answer.text()?.await?;
    Ok(text.as_string().unwrap_or_default())
}

/// A page that was fetched, to take parts of. Its own style (a studio's colour) is left out: the content policy of the page
/// that stands would be asked about it, and knows it under another nonce.
#[cfg(any(feature = "visitor", feature = "studio"))]
pub fn parsed(page: &str) -> Result<Document, JsValue> {
    let style = page.find("<style").zip(page.find("</style>"));
    let (before, after) = style.map_or((page, ""), |(from, to)| (&page[..from], &page[to..]));
    DomParser::new()?.parse_from_string(&[before, after].concat(), SupportedType::TextHtml)
}
