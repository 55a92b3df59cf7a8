-- A code that a subject had and was given another for, since the card was lost or stolen: no list brings it back.
create table lost_code (
    studio_id blob not null,
    subject_id blob not null,
    key_id integer not null,
    idx blob not null,
    primary key (studio_id, subject_id, key_id, idx),
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;
create index lost_code_by_index on lost_code (studio_id, key_id, idx);
