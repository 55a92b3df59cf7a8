use super::*;

const MB: u64 = 1_000_000;

fn folders(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn three() -> Queue {
    let mut queue = Queue::default();
    for name in ["a.jpg", "b.jpg", "c.jpg"] {
        queue.add(&[], name, MB);
    }
    queue
}

// S70
#[test]
fn so_many_files_go_at_once_and_the_next_when_one_is_done() {
    let mut queue = Queue::default();
    for n in 0..5 {
        queue.add(&[], &format!("{n}.jpg"), MB);
    }
    let begun: Vec<_> = std::iter::from_fn(|| queue.step()).collect();
    assert_eq!(begun, [0, 1, 2].map(|id| Step::File(id, None)));
    queue.set(1, State::Patient(5));
    assert_eq!(queue.step(), None);
    queue.became(1, "one".into());
    assert_eq!(queue.step(), Some(Step::File(3, None)));
}

// S70
#[test]
fn the_rest_goes_on_when_one_file_is_refused() {
    let mut queue = three();
    while queue.step().is_some() {}
    queue.set(0, State::Refused(Reason::UnknownFormat));
    queue.became(1, "b".into());
    queue.became(2, "c".into());
    assert!(!queue.is_busy());
    assert_eq!(queue.item(1).unwrap().state, State::Here);
}

// S70
#[test]
fn empty_and_too_long_files_are_refused_before_they_are_read() {
    let mut queue = Queue::default();
    let empty = queue.add(&[], "empty.jpg", 0).unwrap();
    let long = queue.add(&[], "long.jpg", MAX_BYTES + 1).unwrap();
    let longest = queue.add(&[], "longest.jpg", MAX_BYTES).unwrap();
    let state = |id| queue.item(id).unwrap().state.clone();
    assert_eq!(state(empty), State::Refused(Reason::Empty));
    assert_eq!(state(long), State::Refused(Reason::TooManyBytes));
    assert_eq!(state(longest), State::Waiting);
}

// S70
#[test]
fn a_name_that_cannot_be_kept_is_refused_before_anything_is_sent() {
    let mut queue = Queue::default();
    let long = queue.add(&[], &"a".repeat(256), MB).unwrap();
    let state = queue.item(long).unwrap().state.clone();
    assert_eq!(state, State::Refused(Reason::Name));
}

// S70
#[test]
fn a_file_tried_again_after_its_batch_still_goes_where_it_belongs() {
    let mut queue = Queue::default();
    queue.add(&folders(&["Day"]), "a.jpg", MB);
    queue.step();
    queue.answer_folder(0, Ok("day".into()));
    queue.step();
    queue.set(0, State::Refused(Reason::Failed));
    queue.begin_batch();
    queue.again(0);
    assert!(matches!(queue.step(), Some(Step::Folder { name, .. }) if name == "Day"));
}

// S70
#[test]
fn what_systems_hide_is_left_out_silently_and_sidecars_are_counted() {
    let mut queue = Queue::default();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", "._IMG_1.jpg"] {
        assert_eq!(queue.add(&[], name, MB), None);
    }
    assert_eq!(queue.add(&folders(&["__MACOSX"]), "IMG_1.jpg", MB), None);
    assert_eq!(queue.sidecars(), 0);
    assert_eq!(queue.add(&[], "IMG_1.XMP", MB), None);
    assert_eq!(queue.sidecars(), 1);
    assert_eq!(queue.items().count(), 0);
}

// S70
#[test]
fn folders_become_galleries_from_the_outside_in_each_asked_for_once() {
    let mut queue = Queue::default();
    queue.add(&folders(&["Day", "Church"]), "a.jpg", MB);
    queue.add(&folders(&["Day", "Church"]), "b.jpg", MB);
    queue.add(&folders(&["Day"]), "c.jpg", MB);
    let ask =
        |id, parent: Option<&str>, name: &str| Step::Folder { id, parent: parent.map(Into::into), name: name.into() };
    assert_eq!(queue.step(), Some(ask(0, None, "Day")));
    assert_eq!(queue.step(), None);
    queue.answer_folder(0, Ok("day".into()));
    assert_eq!(queue.step(), Some(ask(1, Some("day"), "Church")));
    queue.answer_folder(1, Ok("church".into()));
    let church = Some("church".to_owned());
    assert_eq!(queue.step(), Some(Step::File(0, church.clone())));
    assert_eq!(queue.step(), Some(Step::File(1, church)));
    assert_eq!(queue.step(), Some(Step::File(2, Some("day".into()))));
}

// S70
#[test]
fn a_folder_that_cannot_be_a_gallery_refuses_its_files_alone() {
    let mut queue = Queue::default();
    let inside = queue.add(&folders(&["\u{1}"]), "a.jpg", MB).unwrap();
    let beside = queue.add(&[], "b.jpg", MB).unwrap();
    queue.step();
    queue.answer_folder(0, Err(Reason::Name));
    assert_eq!(queue.step(), Some(Step::File(beside, None)));
    let state = &queue.item(inside).unwrap().state;
    assert_eq!(*state, State::Refused(Reason::Name));
}

// S70
#[test]
fn a_folder_with_nothing_to_show_does_not_become_a_gallery() {
    let mut queue = Queue::default();
    queue.add(&folders(&["notes"]), "a.xmp", MB);
    queue.add(&folders(&["empty"]), "a.jpg", 0);
    assert_eq!(queue.step(), None);
}

// S70
#[test]
fn the_same_photograph_twice_in_one_batch_is_skipped_the_second_time() {
    let mut queue = three();
    queue.became(0, "same".into());
    queue.became(1, "same".into());
    assert_eq!(queue.item(0).unwrap().state, State::Here);
    assert_eq!(queue.item(1).unwrap().state, State::Skipped);
}

// S70
#[test]
fn after_a_halt_everything_under_way_begins_again() {
    let mut queue = three();
    queue.add(&folders(&["Day"]), "d.jpg", MB);
    while queue.step().is_some() {}
    queue.became(0, "a".into());
    assert!(matches!(queue.step(), Some(Step::Folder { .. })));
    queue.halt(Halt::NoSpace);
    assert_eq!(queue.step(), None);
    assert!(queue.is_busy());
    queue.go_on();
    assert_eq!(queue.step(), Some(Step::File(1, None)));
    assert_eq!(queue.step(), Some(Step::File(2, None)));
    assert!(matches!(queue.step(), Some(Step::Folder { .. })));
}

// S70
#[test]
fn only_what_may_pass_is_tried_again() {
    let mut queue = three();
    queue.set(0, State::Refused(Reason::Failed));
    queue.set(1, State::Refused(Reason::Damaged));
    queue.again(0);
    queue.again(1);
    assert_eq!(queue.item(0).unwrap().state, State::Waiting);
    assert_eq!(queue.item(1).unwrap().state, State::Refused(Reason::Damaged));
}

// S70
#[test]
fn stopping_keeps_what_came_to_an_end_and_late_news_change_nothing() {
    let mut queue = three();
    while queue.step().is_some() {}
    queue.became(0, "a".into());
    queue.stop();
    queue.set(1, State::Sending(5));
    queue.became(2, "c".into());
    assert!(!queue.is_busy());
    assert_eq!(queue.items().map(|(id, _)| id).collect::<Vec<_>>(), [0]);
}

// S70
#[test]
fn a_new_batch_counts_from_nothing_but_keeps_what_needs_attention() {
    let mut queue = three();
    queue.became(0, "a".into());
    queue.set(1, State::Refused(Reason::Damaged));
    queue.begin_batch();
    assert_eq!(queue.items().count(), 3, "one is still waiting");
    queue.became(2, "c".into());
    queue.begin_batch();
    assert_eq!(queue.items().map(|(id, _)| id).collect::<Vec<_>>(), [1]);
    assert_eq!(queue.add(&[], "d.jpg", MB), Some(3));
}
