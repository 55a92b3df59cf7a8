//! Finds a name in a list of names by group while one types: the others are hidden, and groups open where something is found.

use std::cell::RefCell;

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::dom::{document, find, find_all, listen};

/// A group of the list, and whether it was open before somebody typed.
struct Group {
    details: HtmlElement,
    rows: Vec<Row>,
}

/// A name, and the words by whose beginnings it is found.
struct Row {
    item: HtmlElement,
    words: Vec<String>,
}

/// Wakes a `NameFilter`.
#[wasm_bindgen]
pub fn wake_name_filter(island: HtmlElement) {
    let (Some(input), Some(status)) = (find(&island, "input"), find(&island, "[role=status]")) else {
        return;
    };
    island.set_hidden(false);
    let input: HtmlInputElement = input.unchecked_into();
    let none = island.get_attribute("data-none");
    let groups = groups();
    let open_before: RefCell<Option<Vec<bool>>> = RefCell::default();
    let field = input.clone();
    let look = move || {
        let typed = field.value();
        let is_empty = typed.trim().is_empty();
        let before = open_before.take();
        if is_empty {
            for (group, was) in groups.iter().zip(before.into_iter().flatten()) {
                open(&group.details, was);
            }
        } else {
            open_before
                .replace(Some(before.unwrap_or_else(|| groups.iter().map(|group| is_open(&group.details)).collect())));
        }
        let found = show_found(&groups, &typed);
        status.set_text_content(none.as_deref().filter(|_| !found));
    };
    // The browser may have filled it in already, on the way back.
    look();
    listen(&input, "input", move |_| look());
}

fn groups() -> Vec<Group> {
    let Some(page) = document().document_element() else {
        return Vec::new();
    };
    let row = |item: Element| {
        let words = item.get_attribute("data-find").or_else(|| find(&item, "span")?.text_content())?;
        let words = words.to_lowercase().split_whitespace().map(str::to_owned).collect();
        Some(Row { item: item.unchecked_into(), words })
    };
    let group = |details: Element| {
        let rows = find_all(&details, "li").into_iter().filter_map(row).collect();
        Group { details: details.unchecked_into(), rows }
    };
    find_all(&page, "details.names").into_iter().map(group).collect()
}

fn is_open(details: &HtmlElement) -> bool {
    details.has_attribute("open")
}

fn open(details: &HtmlElement, open: bool) {
    let _ = if open { details.set_attribute("open", "") } else { details.remove_attribute("open") };
}

/// Shows the names in which each typed word begins one, and hides the rest; answers whether there is one.
fn show_found(groups: &[Group], typed: &str) -> bool {
    let typed = typed.to_lowercase();
    let between = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '‐' | '‑' | '–');
    let typed: Vec<[String; 3]> = typed
        .split(between)
        .filter(|word| !word.is_empty())
        .map(|word| [word.to_owned(), without_accents(word), without_accents(&spelled_out(word))])
        .collect();
    let begins = |row: &Row, typed: &[String; 3]| {
        row.words.iter().any(|word| typed.iter().any(|typed| word.starts_with(typed.as_str())))
    };
    let mut found = false;
    for group in groups {
        let mut here = false;
        for row in &group.rows {
            let is_it = typed.iter().all(|typed| begins(row, typed));
            row.item.set_hidden(!is_it);
            here |= is_it;
        }
        group.details.set_hidden(!here);
        if here && !typed.is_empty() {
            open(&group.details, true);
        }
        found |= here;
    }
    found
}

/// As one writes where such letters are not at hand.
fn spelled_out(word: &str) -> String {
    word.replace('ä', "ae").replace(['ö', 'ø'], "oe").replace('ü', "ue").replace('å', "aa")
}

/// Letters as the list has them besides: without the accents of Latin and Arabic letters, and what has no accent spelled out.
fn without_accents(word: &str) -> String {
    let apart: String = JsString::from(word).normalize("NFKD").into();
    let mut letters = String::with_capacity(apart.len());
    for letter in apart.chars() {
        match letter {
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '’' | '\'' => {}
            'ß' => letters.push_str("ss"),
            'ı' => letters.push('i'),
            'ł' => letters.push('l'),
            'ø' => letters.push('o'),
            'đ' => letters.push('d'),
            'æ' => letters.push_str("ae"),
            'œ' => letters.push_str("oe"),
            other => letters.push(other),
        }
    }
    letters
}
