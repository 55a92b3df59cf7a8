-- Finding and paging in a large studio.
create index gallery_in_order on gallery (studio_id, parent_id, position, id) where deleted_at is null;
create index gallery_by_age on gallery (studio_id, created_at, id) where deleted_at is null;

-- Sorts by its bytes as people order names.
alter table client_login add column name_key text not null default '';
create index client_login_by_name on client_login (studio_id, name_key, id) where deleted_at is null;
create index client_login_by_visit on client_login (studio_id, last_visit_at) where deleted_at is null;

-- The words of all names (galleries, client logins, links), as `domain::search` compares them.
create table name_word (
    studio_id blob not null references studio (id),
    kind text not null,
    subject_id blob not null,
    word text not null,
    primary key (studio_id, subject_id, word)
) strict;
create index name_word_by_word on name_word (studio_id, word, kind, subject_id);

-- What happened, for the members: somebody came in for the first time or again, followed a link. Kept for 90 days.
create table event (
    studio_id blob not null references studio (id),
    id blob not null,
    kind text not null,
    subject_id blob not null,
    at text not null,
    primary key (studio_id, id)
) strict;
create index event_by_time on event (studio_id, at);
create index event_by_age on event (at);

-- When a member last looked at the studio's first page, and when the time before.
alter table studio_member add column looked_at text;
alter table studio_member add column looked_before text;
