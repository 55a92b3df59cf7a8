use super::super::answer::Reason;
use super::super::words::Counted;
use super::*;

fn words() -> UploaderWords {
    let counted = |one: &str, other: &str| Counted { one: one.into(), other: other.into(), thousands: ',' };
    UploaderWords {
        here: counted("{here} of one is here", "{here} of {n} are here"),
        bytes: "{done} of {all} {unit}".into(),
        decimal: ".".into(),
        waiting: counted("one waits", "{n} wait"),
        more_refused: counted("one more", "{n} more"),
        skipped: counted("one skipped", "{n} skipped"),
        attention: counted("one refused", "{n} refused"),
        begun: counted("one comes", "{n} come"),
        lost: "waiting for the connection".into(),
        reasons: [("damaged".to_owned(), "It is damaged.".to_owned())].into(),
        ..UploaderWords::default()
    }
}

fn queue(files: u32) -> Queue {
    let mut queue = Queue::default();
    for n in 0..files {
        queue.add(&[], &format!("IMG_{n}.jpg"), 1_000_000);
    }
    queue
}

fn board(queue: &Queue) -> Board {
    Board::of(queue, &Pace::default(), Around::default(), &words())
}

// S70
#[test]
fn of_very_many_files_only_a_few_are_named_and_the_rest_is_counted() {
    let mut queue = queue(5_000);
    for id in 0..1_000 {
        queue.set(id, State::Here);
    }
    for id in 1_000..1_300 {
        queue.set(id, State::Refused(Reason::Damaged));
    }
    while queue.step().is_some() {}
    let board = board(&queue);
    assert_eq!(board.title, "1,000 of 5,000 are here");
    assert_eq!(board.lines.len(), REFUSED + 3 + LAST);
    assert_eq!(board.rest, ["3,697 wait", "100 more"]);
    assert!(board.facts.contains("300 refused"));
}

// S70
#[test]
fn what_runs_stands_first_then_what_needs_attention_with_its_reason_then_what_is_done() {
    let mut queue = queue(4);
    queue.set(0, State::Here);
    queue.set(1, State::Sending(710_000));
    queue.set(2, State::Refused(Reason::Damaged));
    queue.set(3, State::Here);
    let board = board(&queue);
    let shown: Vec<_> = board.lines.iter().map(|l| (l.id, l.kind)).collect();
    let expected = [(1, Kind::Running(71)), (2, Kind::Refused { again: false }), (3, Kind::Done), (0, Kind::Done)];
    assert_eq!(shown, expected);
    assert_eq!(board.lines[0].text, "71 %");
    assert_eq!(board.lines[1].text, "It is damaged.");
    assert_eq!(board.permille, 2_710 / 3);
}

// S70
#[test]
fn the_lost_connection_is_told_when_nothing_goes_on_any_more() {
    let mut queue = queue(2);
    queue.set(0, State::Patient(0));
    queue.set(1, State::Sending(1));
    assert!(!board(&queue).facts.contains("connection"));
    queue.set(1, State::Patient(1));
    assert!(board(&queue).facts.contains("waiting for the connection"));
    assert_eq!(board(&queue).news, "waiting for the connection");
}

// S70, S78
#[test]
fn a_screen_reader_hears_the_turns_and_not_every_percent() {
    let mut queue = queue(2);
    queue.set(0, State::Sending(1));
    let begun = board(&queue).news;
    assert_eq!(begun, "2 come");
    queue.set(0, State::Here);
    queue.set(1, State::Sending(900_000));
    assert_eq!(board(&queue).news, begun);
    queue.set(1, State::Skipped);
    assert_eq!(board(&queue).news, "2 of 2 are here · one skipped");
}

// S70
#[test]
fn a_file_is_named_with_the_folders_it_came_in() {
    let mut queue = Queue::default();
    queue.add(&["Day".into(), "Church".into()], "IMG_1.jpg", 5);
    queue.set(0, State::Here);
    assert_eq!(board(&queue).lines[0].name, "Day/Church/IMG_1.jpg");
}

// S70
#[test]
fn nothing_is_shown_before_anything_was_dropped() {
    let board = board(&Queue::default());
    assert!(!board.shown && !board.busy && board.news.is_empty());
}
