-- All photographs of a gallery, those that are deleted too, with all that is asked to count them: whoever counts those that are
-- shown takes this index, and without state and id in it would read the row of each photograph, three times the work for a page
-- of a large archive.
drop index photo_by_gallery;
create index photo_by_gallery on photo (studio_id, gallery_id, deleted_at, state, id);

-- Galleries of a studio's trees by their age, and to count them: without the two columns at the end the row of each was read.
drop index gallery_by_age;
create index gallery_by_age on gallery (studio_id, created_at, id, job_id, deleted_at) where deleted_at is null and job_id is null;

-- The same as before, in the order in which it is to be worked out: for each photograph of a group the planner read all subjects
-- of the studio, and looked for each whether it had been in the group.
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
    cross join group_before b on b.studio_id = g.studio_id and b.group_id = g.id
    cross join subject s on s.studio_id = b.studio_id and s.id = b.subject_id
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
