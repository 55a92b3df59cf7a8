//! Which words a page reaches: read from the source, because no test opens every page in every state.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::studio::DeskLanguage;

use super::members;

/// The source of every module below `src/`, as `ui/door`, without its tests.
fn modules() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|kind| kind == "rs") {
                let name = entry.strip_prefix(&root).unwrap().with_extension("");
                let name = name.to_str().unwrap().replace('\\', "/");
                let source = std::fs::read_to_string(&entry).unwrap();
                found.insert(name, source.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

/// The modules that visitors' pages are made of: the pages of that side, and what they use, but for what is called
/// `desk_…` and `studio_…` and gets members' words.
fn visitors_modules(all: &BTreeMap<String, String>) -> BTreeSet<String> {
    let is_page = |name: &str, source: &str| name.starts_with("pages/") && source.contains("side=Side::Visitor");
    let mut open: Vec<String> =
        all.iter().filter(|(name, source)| is_page(name, source)).map(|(name, _)| name.clone()).collect();
    open.extend(["shell", "ui/failure"].map(str::to_owned));
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        if !found.insert(name.clone()) {
            continue;
        }
        for used in all[&name].split("crate::").skip(1) {
            let path: String = used.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let path: Vec<&str> = path.split("::").collect();
            let [folder @ ("ui" | "pages"), module, ..] = path[..] else { continue };
            let used = format!("{folder}/{module}");
            if all.contains_key(&used) && !["desk", "studio_"].iter().any(|ours| module.starts_with(ours)) {
                open.push(used);
            }
        }
    }
    found
}

// S77
#[test]
fn visitors_pages_need_no_word_that_only_members_have() {
    let all = modules();
    let members = members(DeskLanguage::En);
    let visitors = visitors_modules(&all);
    assert!(["pages/front_door", "pages/gallery", "ui/door", "ui/words"].iter().all(|name| visitors.contains(*name)));
    let mut wrong = Vec::new();
    for module in visitors.iter().filter(|name| *name != "ui/words") {
        let parts: Vec<&str> = all[module].split('"').collect();
        for texts in parts.windows(2).step_by(2) {
            let [before, text] = texts else { continue };
            // A name or a value of HTML, or a sentence for the member who looks on.
            let else_meant = before.ends_with('=') || before.trim_end().ends_with(".for_member().text(");
            if members.contains_key(*text) && !else_meant {
                wrong.push(format!("{text} in {module}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

// S77
#[test]
fn members_pages_speak_members_words() {
    let all = modules();
    let visitors = visitors_modules(&all);
    let members = all.iter().filter(|(name, _)| name.starts_with("pages/") && !visitors.contains(*name));
    let wrong: Vec<_> =
        members.filter(|(_, source)| source.contains("Words::of(ctx.language(")).map(|(name, _)| name).collect();
    assert!(wrong.is_empty(), "these want `Words::at_desk(ctx.desk_language(..))`: {wrong:?}");
}
