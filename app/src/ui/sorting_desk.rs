//! The sorting desk of a job (S62): pictures with boxes to tick, and whose they are. One for photographs, one for cards.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::ids::{GalleryId, PhotoId};
use domain::photo::Size;
use domain::studio::Act;
use leptos::prelude::*;
use store::{CardPicture, Group, JobCard, PhotosPart, StudioPhoto, Subject};

use crate::api::Field;
use crate::ctx::AtDesk;
use crate::islands;
use crate::pages::studio_gallery::failed_tile;
use crate::ui::card_printing::name_at_desk;
use crate::ui::fields::form_error;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const SORT: &str = "/api/jobs/sort";
const DELETE: &str = "/api/photos/delete";
const CARD: &str = "/api/jobs/card";
const NO_CARD: &str = "/api/jobs/no_card";
const LOOKED: &str = "/api/jobs/looked_at";

/// What both desks of a page are about.
pub struct Sorting<'a> {
    /// Who is at work, and where.
    pub at: &'a AtDesk,
    /// The job.
    pub card: &'a JobCard,
    /// Its groups.
    pub groups: &'a [Group],
    /// Its subjects, and its extra cards without a name.
    pub subjects: &'a [Subject],
    /// What became of a form.
    pub posted: &'a Posted,
    /// The words it is written in.
    pub words: Words,
    /// How many subjects have these names.
    called: HashMap<(&'a str, &'a str), usize>,
}

impl<'a> Sorting<'a> {
    /// The desk of a job.
    pub fn new(
        at: &'a AtDesk,
        card: &'a JobCard,
        groups: &'a [Group],
        subjects: &'a [Subject],
        posted: &'a Posted,
        words: Words,
    ) -> Self {
        let mut called: HashMap<_, usize> = HashMap::new();
        for subject in subjects {
            *called.entry((subject.first_name.as_str(), subject.last_name.as_str())).or_default() += 1;
        }
        Self { at, card, groups, subjects, posted, words, called }
    }

    /// A subject's name, with its group where another has the same name.
    pub fn name_of(&self, subject: &Subject) -> String {
        let name = name_at_desk(subject, self.words);
        let called = self.called.get(&(subject.first_name.as_str(), subject.last_name.as_str()));
        if subject.extra.is_some() || called.is_none_or(|subjects| *subjects < 2) {
            return name;
        }
        let group = self.groups.iter().find(|group| Some(group.id) == subject.group);
        group.map_or(name.clone(), |group| format!("{name}, {}", group.name))
    }

    /// The photographs of one gallery, and files that could not be read. Who is on a photograph is asked of those of groups.
    /// What is held back in a group is chosen by those alone who decide about that (S63).
    /// `unclear` are those that nobody is shown until a member has looked, and since when.
    pub fn photographs(
        &self,
        gallery: GalleryId,
        part: &PhotosPart,
        unclear: &BTreeMap<PhotoId, DateTime<Utc>>,
    ) -> AnyView {
        let words = self.words;
        let (photos, failed) = (&part.photos, &part.failed);
        let skipped =
            (part.skipped > 0).then(|| view! { <input type="hidden" name="skip" value=part.skipped.to_string() /> });
        let at = self.posted.get("at");
        let of_group = self.groups.iter().any(|group| group.gallery == gallery);
        let on = |photo: &StudioPhoto| self.at.path(&format!("/jobs/{}/on/{}", self.card.job.id, photo.id));
        let may = self.at.may(Act::LetIn);
        let tiles = photos.iter().map(|photo| {
            let sizes = (photo.width, photo.height);
            let stays = of_group && !photo.shown && !may;
            let picture = photo.ready.then(|| picture(&photo.id.to_string(), &photo.file_name, sizes));
            let goes_on = at == Some(&photo.id.to_string());
            let word = match (unclear.contains_key(&photo.id), of_group) {
                (true, _) => Some("photo-look"),
                (false, true) => Some("photo-who-is-on"),
                (false, false) => None,
            };
            let on = word
                .filter(|_| photo.ready)
                .map(|word| view! { <p><a href=on(photo)>{words.text(word)}</a></p> }.into_any());
            if stays {
                return staying_tile(picture, &photo.file_name, on, words);
            }
            tile(&photo.id.to_string(), picture, &photo.file_name, on, goes_on, words)
        });
        let broken = failed.iter().map(|photo| failed_tile(photo, words)).collect_view();
        let all_sorted = gallery == self.card.job.gallery && self.card.photos > 0;
        let none = if all_sorted { "job-all-sorted" } else { "photographs-none-yet" };
        let none = (photos.is_empty() && failed.is_empty()).then(|| view! { <p class="facts">{words.text(none)}</p> });
        let seen = unclear.values().max().map(|since| since.timestamp_millis().to_string());
        let waiting = seen.is_some().then(|| {
            let count = i64::try_from(unclear.len()).unwrap_or(i64::MAX);
            view! { <p class="notice bad">{words.count("photos-unclear", count)}</p> }
        });
        let looked = (may && seen.is_some()).then(|| {
            view! { <button class="button quiet" formaction=LOOKED>{words.text("photo-looked")}</button> }
        });
        let form = view! {
            <form method="post" action=SORT>
                {self.hidden()}
                <input type="hidden" name="from" value=gallery.to_string() />
                <input type="hidden" name="gallery" value=gallery.to_string() />
                <input type="hidden" name="next" value="" />
                {skipped}
                {form_error(self.error(&[SORT, CARD, DELETE, LOOKED]))}
                {none}
                {seen.map(|seen| view! { <input type="hidden" name="seen" value=seen /> })}
                <ul class="tiles">{broken} {tiles.collect_view()}</ul>
                <div class="savebar">
                    <p>{words.text("photos-chosen")}</p>
                    <div class="acts">
                        {self.people("to", "sort-to", true)}
                        <button class="button">{words.text("sort-do")}</button>
                        <button class="button quiet" formaction=CARD>{words.text("card-tell")}</button>
                        {looked}
                        <button class="button danger" formaction=DELETE formnovalidate>{words.text("delete")}</button>
                    </div>
                </div>
            </form>
        };
        // What a file that could not be read is removed by.
        let remove = view! {
            <form id="remove" method="post" action=DELETE>
                <input type="hidden" name="studio" value=self.at.studio.address.to_string() />
                <input type="hidden" name="gallery" value=gallery.to_string() />
            </form>
        };
        let form = view! { <islands::Form>{form}</islands::Form> };
        view! {
            <div id="photographs">
                {waiting}
                {remove}
                <islands::SortingKeys label=words.text("sort-keys") none=words.text("sort-keys-none")>{form}</islands::SortingKeys>
            </div>
        }
        .into_any()
    }

    /// The pictures of cards: those that wait for somebody to say whose they are, or all.
    pub fn cards(&self, pictures: &[CardPicture], may_see: bool) -> AnyView {
        let words = self.words;
        let tiles = pictures.iter().map(|card| {
            let owner = self.subjects.iter().find(|subject| Some(subject.id) == card.subject);
            let shows = owner.map_or_else(|| shown(card, words), |owner| self.name_of(owner));
            let sizes = (card.width, card.height);
            let picture = may_see.then(|| picture(&card.id.to_string(), &card.file_name, sizes));
            let shows = view! { <p class="facts">{shows}</p> }.into_any();
            tile(&card.id.to_string(), picture, &card.file_name, Some(shows), false, words)
        });
        let free = may_see && pictures.iter().any(|card| card.shows.may_be_photograph());
        let free =
            free.then(|| view! { <button class="button quiet" formaction=NO_CARD>{words.text("card-none")}</button> });
        let form = view! {
            <form method="post" action=CARD>
                {self.hidden()}
                {form_error(self.error(&[CARD, NO_CARD]))}
                <ul class="tiles">{tiles.collect_view()}</ul>
                <div class="savebar">
                    <p>{words.text("cards-chosen")}</p>
                    <div class="acts">
                        {self.people("whose", "card-whose", false)}
                        <button class="button">{words.text("card-tell")}</button>
                        {free}
                    </div>
                </div>
            </form>
        };
        view! { <islands::Form>{form}</islands::Form> }.into_any()
    }

    fn hidden(&self) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="studio" value=self.at.studio.address.to_string() />
            <input type="hidden" name="back" value=self.card.job.id.to_string() />
        }
    }

    fn error(&self, forms: &[&str]) -> Option<String> {
        let of = |form: &str| {
            let fields = [Field::Photos, Field::Subject];
            let found = fields.into_iter().find_map(|field| self.posted.field(form, field, self.words));
            found.or_else(|| self.posted.general(form, self.words))
        };
        forms.iter().find_map(|form| of(form))
    }

    /// Everybody, by group; with the groups themselves and the unsorted if photographs can lie there.
    fn people(&self, id: &'static str, label: &'static str, places: bool) -> AnyView {
        let words = self.words;
        let option = |gallery: GalleryId, name: String| view! { <option value=gallery.to_string()>{name}</option> };
        let of_groups = self.groups.iter().map(|group| {
            let inside = self.subjects.iter().filter(|subject| subject.group == Some(group.id));
            let inside = inside.map(|subject| option(subject.gallery, name_at_desk(subject, words))).collect_view();
            let whole = || words.with("sort-group", &[("group", group.name.clone().into())]);
            let whole = places.then(|| option(group.gallery, whole()));
            view! { <optgroup label=group.name.clone()>{whole} {inside}</optgroup> }
        });
        let alone = self.subjects.iter().filter(|subject| subject.group.is_none());
        let alone = alone.map(|subject| option(subject.gallery, name_at_desk(subject, words))).collect_view();
        let back = places.then(|| option(self.card.job.gallery, words.text("job-unsorted")));
        view! {
            <label class="unseen" for=id>{words.text(label)}</label>
            <select id=id name="to">
                <option value="">{words.text(label)}</option>
                {of_groups.collect_view()}
                {alone}
                {back}
            </select>
        }
        .into_any()
    }
}

/// What was read of a card, in words.
fn shown(card: &CardPicture, words: Words) -> String {
    use domain::photo_job::sorting::CardShows;
    words.text(match card.shows {
        CardShows::Several => "card-several",
        CardShows::Nobody | CardShows::Subject => "card-nobody",
        CardShows::Unread | CardShows::Told => "card-unread",
    })
}

fn picture(id: &str, name: &str, (width, height): (i64, i64)) -> AnyView {
    let (large, small) = (format!("/m/{id}/{}", Size::Large), format!("/m/{id}/{}", Size::Small));
    view! {
        <a class="mat" href=large>
            <img src=small width=width height=height loading="lazy" alt=name.to_owned() />
        </a>
    }
    .into_any()
}

fn tile(
    id: &str,
    picture: Option<AnyView>,
    name: &str,
    below: Option<AnyView>,
    goes_on: bool,
    words: Words,
) -> AnyView {
    let busy = (picture.is_none() && below.is_none()).then_some("busy");
    let mat = picture.unwrap_or_else(|| {
        let word = if busy.is_some() { "photo-preparing" } else { "card-hidden" };
        view! { <div class="mat">{words.text(word)}</div> }.into_any()
    });
    view! {
        <li class=busy>
            {mat}
            <label>
                <input type="checkbox" name="photos[]" value=id.to_owned() autofocus=goes_on />
                <span>{name.to_owned()}</span>
            </label>
            {below}
        </li>
    }
    .into_any()
}

/// A photograph that is held back in its group, or is not ready there yet, for whoever does not decide where it goes.
fn staying_tile(picture: Option<AnyView>, name: &str, below: Option<AnyView>, words: Words) -> AnyView {
    let busy = picture.is_none().then_some("busy");
    let stays = picture.is_some().then(|| view! { <p class="facts">{words.text("photo-stays")}</p> });
    let mat = picture.unwrap_or_else(|| view! { <div class="mat">{words.text("photo-preparing")}</div> }.into_any());
    view! { <li class=busy>{mat} <p>{name.to_owned()}</p> {stays} {below}</li> }.into_any()
}
