-- The end of photo jobs, and of what children leave behind in them.

-- When consent was withdrawn: within a day the subject's own photographs are erased.
alter table subject add column withdrawn_at text;
create index subject_by_withdrawal on subject (withdrawn_at) where withdrawn_at is not null;

create index photo_job_by_end on photo_job (ends_on);

-- What stays of a job: what the organisation knows anyhow, and numbers.
create table ended_job (
    studio_id blob not null references studio (id),
    id blob not null,
    name text not null,
    organisation text not null,
    shot_on text not null,
    ended_at text not null,
    subjects integer not null,
    photos integer not null,
    confirmations integer not null,
    primary key (studio_id, id)
) strict;

-- A photograph of a group that shows somebody who was erased: held back for good, whoever is still in the group.
create table photo_kept_back (
    studio_id blob not null,
    photo_id blob not null,
    primary key (studio_id, photo_id),
    foreign key (studio_id, photo_id) references photo (studio_id, id) on delete cascade
) strict;

-- The groups that a subject was in before: it may be on their photographs.
create table group_before (
    studio_id blob not null,
    group_id blob not null,
    subject_id blob not null,
    primary key (studio_id, group_id, subject_id),
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;
create index group_before_by_subject on group_before (studio_id, subject_id);

create index photo_without_by_subject on photo_without (studio_id, subject_id);

drop view shown_photo;
create view shown_photo as
select p.studio_id, p.gallery_id, p.id, p.sort_key, p.file_name, p.width, p.height, p.colour, p.ready_at
from photo p
where p.deleted_at is null and p.state = 'ready' and not exists (
    select 1 from job_group g
    join subject s on s.studio_id = g.studio_id and s.group_id = g.id
      and (s.protected or s.consent <> 'given' or s.group_consent <> 'given')
    where g.studio_id = p.studio_id and g.gallery_id = p.gallery_id and not exists (
        select 1 from photo_without w where w.studio_id = p.studio_id and w.photo_id = p.id and w.subject_id = s.id
    )
) and not exists (
    select 1 from job_group g
    join group_before b on b.studio_id = g.studio_id and b.group_id = g.id
    join subject s on s.studio_id = b.studio_id and s.id = b.subject_id
      and (s.protected or s.consent <> 'given' or s.group_consent <> 'given')
    where g.studio_id = p.studio_id and g.gallery_id = p.gallery_id and not exists (
        select 1 from photo_without w where w.studio_id = p.studio_id and w.photo_id = p.id and w.subject_id = s.id
    )
) and not exists (
    select 1 from photo_kept_back k where k.studio_id = p.studio_id and k.photo_id = p.id
);
