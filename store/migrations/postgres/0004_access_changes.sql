-- What a member is about to change in who sees what, shown before it happens (S31). `change` and `undo` hold ids alone.
create table access_change (
    studio_id uuid not null references studio (id),
    id uuid not null,
    member_id uuid not null references member (id),
    change text not null,
    undo text,
    state text not null,
    created_at timestamptz not null,
    primary key (studio_id, id)
);
create index access_change_by_age on access_change (studio_id, created_at);

-- Grows with each change of who sees what: what was worked out before it may not hold after it.
alter table studio add column access_version bigint not null default 0;

alter table link add column last_visit_at timestamptz;
