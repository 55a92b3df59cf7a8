-- Extra cards (S61): made for people who are not on the list. Each is a subject with a code and a gallery and no name; `extra` is
-- the number on its card. Once somebody gives it a name it is a subject like any other. A job counts how many it has ever had, so
-- that no number comes twice.
alter table subject add column extra integer;
alter table photo_job add column extra_cards integer not null default 0;
create unique index subject_by_extra on subject (studio_id, job_id, extra) where extra is not null;
