-- A code that a subject had and was given another for, since the card was lost or stolen: no list brings it back.
create table lost_code (
    studio_id uuid not null,
    subject_id uuid not null,
    key_id bigint not null,
    idx bytea not null,
    primary key (studio_id, subject_id, key_id, idx),
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
);
create index lost_code_by_index on lost_code (studio_id, key_id, idx);
