-- Whatever is done is taken back by another change, which is worked out at the moment it is asked for. `back` names what
-- that would change if nobody did anything in between; `undoes` is the change that this one takes back.
-- What waited in the words of before lasts a day at most, and is asked for again.
delete from access_change;
alter table access_change add column back text;
alter table access_change add column undoes uuid;

-- The code of a login that was deleted: it opens nothing and is free for others, and comes back if nobody took it.
create table ended_code (
    studio_id uuid not null references studio (id),
    kind text not null,
    subject_id uuid not null,
    idx bytea not null,
    key_id bigint not null,
    sealed bytea not null,
    generation bigint not null,
    primary key (studio_id, kind, subject_id)
);

create index client_login_by_deletion on client_login (deleted_at) where deleted_at is not null;
create index gallery_by_deletion_id on gallery (studio_id, deletion_id) where deletion_id is not null;
