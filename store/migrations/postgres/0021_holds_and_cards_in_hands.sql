-- What holds a picture back comes along with it.

-- A file that was on its way when somebody was erased who was protected or refused: since when. Its photograph waits for a member
-- to look, like what was not sorted at that moment.
alter table upload add column unclear_since timestamptz;

-- When that was for what is not sorted in a job the last time, and when somebody of a group was erased the last time: what comes
-- back there and was elsewhere then waits too.
alter table photo_job add column unclear_since timestamptz;
alter table job_group add column erased_at timestamptz;

-- Extra cards (S61): when a sheet with one was made, and when it was used first, by its code or by a photograph. Both are kept when
-- nothing else tells of it any more. What there is was printed when it was made.
alter table subject add column printed_at timestamptz;
alter table subject add column used_at timestamptz;
update subject set printed_at = created_at where extra is not null;
update subject set used_at = created_at where extra is not null and (
    exists (select 1 from photo p where p.studio_id = subject.studio_id and p.gallery_id = subject.gallery_id)
    or exists (select 1 from photo_card c where c.studio_id = subject.studio_id and c.subject_id = subject.id)
    or exists (select 1 from session_grant g where g.studio_id = subject.studio_id and g.kind = 'subject'
      and g.subject_id = subject.id));
