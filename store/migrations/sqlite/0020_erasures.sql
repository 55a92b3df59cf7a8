-- What was erased of people and photo jobs (SECURITY section 4: the deletion list). Each row is written with the erasure itself, and
-- is then put on a list outside the database, so that no older database brings back what was erased. Ids alone.
create table erasure (
    studio_id blob not null references studio (id),
    id blob not null,
    kind text not null,
    -- The subject or the job. Neither is there any more.
    of_id blob not null,
    -- Which photographs were gone or held back for good then, one a line; empty once it is on the list.
    photos text not null default '',
    erased_at text not null,
    listed_at text,
    primary key (studio_id, id)
) strict;
create index erasure_by_time on erasure (erased_at);
create index erasure_not_listed on erasure (erased_at) where listed_at is null;

-- Jobs that ended before there was a list.
insert into erasure (studio_id, id, kind, of_id, erased_at) select studio_id, id, 'job', id, ended_at from ended_job;
