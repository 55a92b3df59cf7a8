-- A school's list that a member sent and has not imported yet, for a day (S60). It holds names and perhaps codes: sealed. The
-- file is kept too where it may have to be read in another way.
create table roster_draft (
    studio_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    member_id uuid not null references member (id),
    reading bytea not null,
    file bytea,
    version bigint not null default 1,
    created_at timestamptz not null,
    primary key (studio_id, id),
    foreign key (studio_id, job_id) references photo_job (studio_id, id) on delete cascade
);
create index roster_draft_by_job on roster_draft (studio_id, job_id, member_id);
create index roster_draft_by_age on roster_draft (created_at);
