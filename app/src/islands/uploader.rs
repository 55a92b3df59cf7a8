//! Drop photographs and folders, and watch them arrive (S70).
//!
//! The queue, its sums and its words are plain Rust (`queue`, `parts`, `answer`, `progress`, `board`, `words`); `browser`
//! alone knows files, requests and the page; this file is what is seen.

#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod answer;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod board;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod parts;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod progress;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod queue;
#[cfg(feature = "ssr")]
mod spoken;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
mod words;

use leptos::html::Input;
use leptos::prelude::*;

use answer::Halt;
use board::{Board, Kind, Line};
use queue::FileId;
#[cfg(feature = "ssr")]
pub use spoken::unreadable;
pub use words::UploaderWords;

/// What the photographer wants of the upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
enum Wish {
    /// Pick files.
    Pick,
    /// Pick a folder.
    PickFolder,
    /// Go on after a halt.
    GoOn,
    /// Try one file again.
    Again(FileId),
    /// Take one file off the list.
    Dismiss(FileId),
    /// Drop what is not done, or close the list when all is.
    Close,
}

/// Everything that view and browser say to each other.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "lives in the browser alone"))]
struct Panel {
    board: RwSignal<Board>,
    wish: RwSignal<Option<Wish>>,
    awake: RwSignal<bool>,
    over: RwSignal<bool>,
    files: NodeRef<Input>,
    folder: NodeRef<Input>,
}

/// Uploads to one gallery. What arrives shows in the page's elements `#photographs` (a `ul.tiles` with a check box in each
/// tile) and `#sub-galleries`.
#[island]
pub fn Uploader(
    /// The studio's address.
    studio: String,
    /// The gallery's id.
    gallery: String,
    /// What it says.
    words: UploaderWords,
) -> impl IntoView {
    let panel = Panel {
        board: RwSignal::default(),
        wish: RwSignal::default(),
        awake: RwSignal::new(false),
        over: RwSignal::new(false),
        files: NodeRef::new(),
        folder: NodeRef::new(),
    };
    #[cfg(feature = "hydrate")]
    browser::wake(panel, studio, gallery, words.clone());
    #[cfg(not(feature = "hydrate"))]
    drop((studio, gallery));
    view! {
        <DropZone panel words=words.clone() />
        <Progress panel words />
    }
}

#[component]
fn DropZone(panel: Panel, words: UploaderWords) -> impl IntoView {
    let asleep = move || !panel.awake.get();
    view! {
        <div class="drop" class:over=move || panel.over.get()>
            <div>
                <p>{words.invitation}</p>
                <p class="hint" id="drop-hint">{words.hint}</p>
                <noscript><p class="error">{words.needs_scripts}</p></noscript>
            </div>
            <div class="acts">
                <button
                    type="button"
                    class="button quiet"
                    aria-describedby="drop-hint"
                    disabled=asleep
                    on:click=move |_| panel.wish.set(Some(Wish::Pick))
                >
                    {words.choose}
                </button>
                <button type="button" class="button quiet" disabled=asleep on:click=move |_| panel.wish.set(Some(Wish::PickFolder))>
                    {words.choose_folder}
                </button>
                <input type="file" hidden multiple accept="image/jpeg,image/png,image/webp" node_ref=panel.files />
                <input type="file" hidden node_ref=panel.folder />
            </div>
        </div>
    }
}

#[component]
fn Progress(panel: Panel, words: UploaderWords) -> impl IntoView {
    let board = panel.board;
    let busy = Memo::new(move |_| board.with(|board| board.busy));
    let halt = Memo::new(move |_| board.with(|board| board.halt));
    let news = Memo::new(move |_| board.with(|board| board.news.clone()));
    let list = words.list.clone();
    let (stop, close) = (words.stop.clone(), words.close.clone());
    let halt_words = words.clone();
    view! {
        <p class="unseen" role="status">{move || news.get()}</p>
        <section class="uploads" aria-labelledby="upload-title" hidden=move || !board.with(|board| board.shown)>
            <header>
                <h2 id="upload-title">{move || board.with(|board| board.title.clone())}</h2>
                <button class="button quiet" type="button" on:click=move |_| panel.wish.set(Some(Wish::Close))>
                    {move || if busy.get() { stop.clone() } else { close.clone() }}
                </button>
                <progress max="1000" value=move || board.with(|board| board.permille) aria-label=words.all.clone()></progress>
                <p class="facts">{move || board.with(|board| board.facts.clone())}</p>
            </header>
            {move || halt.get().map(|halt| view! { <Halted halt words=halt_words.clone() panel /> })}
            <ul class="files" tabindex="0" aria-label=list>
                <For each=move || board.with(|board| board.lines.clone()) key=|line| line.id let:line>
                    <FileLine line panel again=words.again.clone() dismiss=words.dismiss.clone() />
                </For>
                <For each=move || board.with(|board| board.rest.clone()) key=String::clone let:rest>
                    <li class="facts">{rest}</li>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Halted(halt: Halt, words: UploaderWords, panel: Panel) -> impl IntoView {
    let sign_in = (halt == Halt::SignIn)
        .then(|| view! { <a class="button" href="/sign-in" target="_blank">{words.sign_in_link.clone()}</a> });
    let go_on = (halt != Halt::NoGallery).then(|| {
        view! {
            <button type="button" class="button quiet" on:click=move |_| panel.wish.set(Some(Wish::GoOn))>
                {words.go_on.clone()}
            </button>
        }
    });
    view! {
        <p class="error">{words.halt(halt).to_owned()}</p>
        <div class="acts">{sign_in} {go_on}</div>
    }
}

#[component]
fn FileLine(line: Line, panel: Panel, again: String, dismiss: String) -> impl IntoView {
    let Line { id, name, .. } = line.clone();
    let now = Memo::new(move |before: Option<&Line>| {
        let found = panel.board.with(|board| board.line(id).cloned());
        // The line itself goes away a moment later than its file.
        found.or_else(|| before.cloned()).unwrap_or_else(|| line.clone())
    });
    let text = move || now.with(|line| line.text.clone());
    let percent = move || now.with(Line::percent);
    // Without the percents: a bar that grows is no other bar.
    let kind = Memo::new(move |_| match now.with(|line| line.kind) {
        Kind::Running(_) => Kind::Running(0),
        kind => kind,
    });
    let label = name.clone();
    view! {
        <li>
            <span class="name">{name}</span>
            {move || {
                let label = label.clone();
                match kind.get() {
                    Kind::Running(_) => {
                        view! {
                            <progress max="100" value=percent aria-label=label></progress>
                            <span class="facts">{text}</span>
                        }
                            .into_any()
                    }
                    Kind::Done => view! { <span class="facts done">{text}</span> }.into_any(),
                    Kind::Skipped => view! { <span class="facts">{text}</span> }.into_any(),
                    Kind::Refused { again: may } => {
                        let (wish, word) = if may {
                            (Wish::Again(id), again.clone())
                        } else {
                            (Wish::Dismiss(id), dismiss.clone())
                        };
                        view! {
                            <span class="error">{text}</span>
                            <button class="link" type="button" aria-label=format!("{word}: {label}") on:click=move |_| panel.wish.set(Some(wish))>
                                {word.clone()}
                            </button>
                        }
                            .into_any()
                    }
                }
            }}
        </li>
    }
}
