-- Tickets that were spent, until they would have ended by themselves.
create table spent_ticket (
    nonce blob primary key,
    ends_at text not null
) strict;
create index spent_ticket_by_end on spent_ticket (ends_at);

-- How many wrong secrets were typed, in rows of ten minutes: a number, never what was typed.
create table guess_alert (
    studio_id blob not null references studio (id),
    kind text not null,
    subject_id blob not null,
    slot integer not null,
    failures integer not null,
    primary key (studio_id, kind, subject_id, slot)
) strict;
create index guess_alert_by_slot on guess_alert (slot);
