-- What is left to do for somebody who was erased, without any name.

-- A photograph that was not sorted when somebody was erased who was protected or refused: since when nobody is shown it until
-- a member has looked. Without a moment it is held back for good.
alter table photo_kept_back add column unclear_since text;

-- A group that such a person was in: since when each of its photographs waits for a member to look, those that come later too.
alter table job_group add column unclear_since text;

-- A photograph of such a group that a member has looked at: nobody who was erased is on it.
create table photo_looked_at (
    studio_id blob not null,
    photo_id blob not null,
    primary key (studio_id, photo_id),
    foreign key (studio_id, photo_id) references photo (studio_id, id) on delete cascade
) strict;

-- By what a list that is imported again is kept from bringing somebody back who was erased (S60): digests, made with a key, of
-- the names with the group and of what the organisation calls them. They tell nothing by themselves, and go with the job.
create table erased_subject (
    studio_id blob not null,
    job_id blob not null,
    key_id integer not null,
    idx blob not null,
    primary key (studio_id, job_id, key_id, idx),
    foreign key (studio_id, job_id) references photo_job (studio_id, id) on delete cascade
) strict;

-- All photographs of a gallery, those that are deleted too: what ends with a job or a child is found by it.
create index photo_by_gallery on photo (studio_id, gallery_id);

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
) and not exists (
    select 1 from job_group g
    where g.studio_id = p.studio_id and g.gallery_id = p.gallery_id and g.unclear_since is not null and not exists (
        select 1 from photo_looked_at l where l.studio_id = p.studio_id and l.photo_id = p.id
    )
);
