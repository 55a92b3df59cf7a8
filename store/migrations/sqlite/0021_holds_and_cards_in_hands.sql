-- What holds a picture back comes along with it.

-- A file that was on its way when somebody was erased who was protected or refused: since when. Its photograph waits for a member
-- to look, like what was not sorted at that moment.
alter table upload add column unclear_since text;

-- When that was for what is not sorted in a job the last time, and when somebody of a group was erased the last time: what comes
-- back there and was elsewhere then waits too.
alter table photo_job add column unclear_since text;
alter table job_group add column erased_at text;
