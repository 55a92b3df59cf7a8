-- Tickets that were spent, until they would have ended by themselves.
create table spent_ticket (
    nonce bytea primary key,
    ends_at timestamptz not null
);
create index spent_ticket_by_end on spent_ticket (ends_at);

-- How many wrong secrets were typed, in rows of ten minutes: a number, never what was typed.
create table guess_alert (
    studio_id uuid not null references studio (id),
    kind text not null,
    subject_id uuid not null,
    slot bigint not null,
    failures bigint not null,
    primary key (studio_id, kind, subject_id, slot)
);
create index guess_alert_by_slot on guess_alert (slot);
