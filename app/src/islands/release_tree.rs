//! *Add/remove galleries*: shows what each tick would bring, by the same resolver that will decide (S7).
//!
//! The page is the model: ids, parents, switches and passwords stand in it. Nothing is sent; the form does that, with the
//! name of the difference that was shown: if it is the server's too, there is nothing left to ask (S31).

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{
    Access, AccessMode, Change, Difference, Door, Effect, Fingerprint, How, Navigation, Node, Pass, Rules, Sight,
    Standing, Switch, Tree, Viewer, resolve,
};
use domain::ids::{ClientLoginId, GalleryId, StudioId};
use domain::number::grouped;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::dom::{document, find, find_all, listen};

/// More galleries than these are counted, not named.
const NAMED: usize = 6;

/// Stands around a name in a sentence; nobody types it.
const MARK: &str = "\u{f8f1}";

/// A gallery's line in the tree.
struct Line {
    id: GalleryId,
    name: String,
    input: HtmlInputElement,
    label: Element,
    why: HtmlElement,
    badge: HtmlElement,
}

/// The tree with its lines, and what was seen when the page was opened.
struct Desk {
    island: Element,
    login: ClientLoginId,
    access: Access,
    lines: Vec<Line>,
    names: BTreeMap<GalleryId, String>,
    was: BTreeSet<GalleryId>,
    before: BTreeSet<GalleryId>,
    status: HtmlElement,
    /// Where the name of what is shown goes.
    shown: HtmlInputElement,
}

/// Wakes a `ReleaseTree`.
#[wasm_bindgen]
pub fn wake_release_tree(island: Element) {
    if let Some(desk) = Desk::of(&island) {
        desk.show();
        listen(&island, "change", move |_| desk.show());
    }
}

impl Desk {
    fn of(island: &Element) -> Option<Self> {
        let was: HtmlInputElement = find(island, "input[name=was]")?.unchecked_into();
        let was: BTreeSet<_> = was.value().split_whitespace().filter_map(|id| id.parse().ok()).collect();
        let mode = AccessMode::parse(&island.get_attribute("data-mode")?)?;
        let rules = Rules { client_logins: Switch::On, mode };
        let (mut nodes, mut lines) = (Vec::new(), Vec::new());
        for item in find_all(island, "li[data-gallery]") {
            let (node, line) = read(&item)?;
            nodes.push(node);
            lines.push(line);
        }
        let tree = Tree::new(StudioId::from_random([0; 16]), nodes).ok()?;
        let login: HtmlInputElement = find(island, "input[name=login]")?.unchecked_into();
        let login: ClientLoginId = login.value().parse().ok()?;
        let before = seen(&tree, rules, was.clone()).galleries().collect();
        let access = Access::new(tree, rules, vec![Pass::Login { login, released: was.clone() }]);
        let shown = find(island, "input[name=shown]")?.unchecked_into();
        let names = lines.iter().map(|line| (line.id, line.name.clone())).collect();
        let status = find(island, "[role=status].changes")?;
        Some(Self { island: island.clone(), login, access, lines, names, was, before, status, shown })
    }

    /// Brings the page up to what is ticked.
    fn show(&self) {
        let ticked = self.lines.iter().filter(|line| line.input.checked());
        let ticked: BTreeSet<_> = ticked.map(|line| line.id).collect();
        let unchanged = ticked == self.was;
        self.shown.set_value(&self.name_of(&ticked).unwrap_or_default());
        let sight = seen(&self.access.tree, self.access.rules, ticked);
        let (mut gains, mut loses) = (Vec::new(), Vec::new());
        for line in &self.lines {
            let standing = sight.standing(line.id);
            self.show_reason(line, standing);
            let change = match (self.before.contains(&line.id), standing.is_some()) {
                (false, true) => {
                    gains.push(line.name.as_str());
                    Some(("badge good", "data-added"))
                }
                (true, false) => {
                    loses.push(line.name.as_str());
                    Some(("badge bad", "data-removed"))
                }
                _ => None,
            };
            line.badge.set_hidden(change.is_none());
            if let Some((class, words)) = change {
                line.badge.set_class_name(class);
                line.badge.set_text_content(Some(&self.words(words)));
            }
        }
        self.show_status(unchanged, &gains, &loses);
    }

    /// The name of what saving these ticks would change, if it is all told on the page: doors that close or open are not.
    fn name_of(&self, ticked: &BTreeSet<GalleryId>) -> Option<String> {
        let change = Change::Release { login: self.login, add: ticked - &self.was, remove: &self.was - ticked };
        let after = self.access.after(&change).ok()?;
        let difference = Difference::between(&self.access, &after, Default::default());
        let mut effects = difference.groups.iter().flat_map(|group| group.what.keys());
        let all_told = effects.all(|effect| matches!(effect, Effect::Gains | Effect::Loses));
        all_told.then(|| Fingerprint::of(&difference))
    }

    /// A gallery that comes by itself is ticked in grey, with the reason; one that asks for its password is not ticked.
    fn show_reason(&self, line: &Line, standing: Option<&Standing>) {
        let inherited = standing.filter(|_| !line.input.checked());
        let open = inherited.is_some_and(|standing| standing.door == Door::Open);
        let _ = line.label.class_list().toggle_with_force("inherited", open);
        line.input.set_indeterminate(open);
        let why = inherited.and_then(|standing| self.why(line.id, standing));
        line.why.set_hidden(why.is_none());
        line.why.set_text_content(None);
        for (turn, part) in why.iter().flat_map(|why| why.split(MARK)).enumerate() {
            // Every second part is a name.
            let tag = if turn % 2 == 1 { "em" } else { "span" };
            if let Ok(element) = document().create_element(tag) {
                element.set_text_content(Some(part));
                let _ = line.why.append_child(&element);
            }
        }
    }

    /// The reason in the words of `ui::reasons`, its names between marks.
    fn why(&self, here: GalleryId, standing: &Standing) -> Option<String> {
        let reason = standing.reasons.first()?;
        let last = match reason.how {
            How::DownFrom(last) | How::UpFrom(last) => last,
            How::Released | How::Linked => return None,
        };
        let name = |id| [MARK, self.names.get(&id).map_or("", String::as_str), MARK].concat();
        let (words, turn) = if reason.top == here {
            ("data-up", reason.start)
        } else if reason.top == reason.start {
            ("data-down", reason.start)
        } else {
            ("data-over", reason.top)
        };
        let mut why = self.words(words).replace("{start}", &name(reason.start)).replace("{top}", &name(reason.top));
        if last != turn {
            why = self.words("data-by-way").replace("{why}", &why).replace("{last}", &name(last));
        }
        if standing.door == Door::Locked {
            why = self.words("data-locked").replace("{why}", &why);
        }
        Some([self.words("data-by-itself"), why].join(" "))
    }

    fn show_status(&self, unchanged: bool, gains: &[&str], loses: &[&str]) {
        let mut parts = Vec::new();
        for (words, names) in [("data-gains", gains), ("data-loses", loses)] {
            if !names.is_empty() {
                parts.push([self.words(words), self.list(names)].join(" "));
            }
        }
        if parts.is_empty() {
            parts.push(self.words(if unchanged { "data-unchanged" } else { "data-same" }));
        }
        self.status.set_text_content(Some(&parts.join(" ")));
    }

    fn list(&self, names: &[&str]) -> String {
        let mut list = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        if names.len() > NAMED {
            let sign = self.words("data-thousands").chars().next().unwrap_or(' ');
            let more = grouped((names.len() - NAMED) as u64, sign);
            list = [list, self.filled("data-more", Some(&more))].join(" ");
        }
        list.push('.');
        list
    }

    fn words(&self, name: &str) -> String {
        self.island.get_attribute(name).unwrap_or_default()
    }

    /// Words with a text in the place of `{}`.
    fn filled(&self, name: &str, text: Option<&String>) -> String {
        let words = self.words(name);
        let text = text.map_or("", String::as_str);
        match words.split_once("{}") {
            Some((before, after)) => [before, text, after].concat(),
            None => words,
        }
    }
}

fn read(item: &Element) -> Option<(Node, Line)> {
    let id = item.get_attribute("data-gallery")?.parse().ok()?;
    let above = item.parent_element()?.closest("li[data-gallery]").ok()?;
    let parent = above.and_then(|above| above.get_attribute("data-gallery")?.parse().ok());
    let input: HtmlInputElement = find(item, "input")?.unchecked_into();
    let label = input.closest("label").ok()??;
    let node = Node {
        id,
        parent,
        navigation: Navigation::from(input.has_attribute("data-navigation")),
        password_active: input.has_attribute("data-password"),
    };
    let line = Line {
        id,
        name: find(&label, ".name")?.text_content()?,
        why: find(&label, ".why")?,
        badge: find(&label, ".badge")?,
        input,
        label,
    };
    Some((node, line))
}

/// What a login with these galleries sees. Of a login it does not matter when it is asked.
fn seen(tree: &Tree, rules: Rules, released: BTreeSet<GalleryId>) -> Sight {
    let login = ClientLoginId::from_random([0; 16]);
    let viewer = Viewer::Guest { passes: vec![Pass::Login { login, released }], unlocked: BTreeSet::new() };
    resolve(tree, rules, &viewer, Default::default())
}
