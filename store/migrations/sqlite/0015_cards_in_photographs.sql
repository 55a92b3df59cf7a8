-- Photographs of a job find their subjects by the cards that were photographed between them.

-- The camera that took a photograph, as its file says: the pictures of two cameras do not stand in one row. How it was sorted:
-- not yet (null), by 'cards', by 'names' of files, or by 'hand', and when.
alter table photo add column camera text not null default '';
alter table photo add column sorted text;
alter table photo add column sorted_at text;

-- The picture of a card. Its photograph is in the state 'card', never 'ready': nothing that shows photographs shows it. A card
-- without a row here is one that nobody of the job has.
create table photo_card (
    studio_id blob not null,
    photo_id blob not null,
    shows text not null,
    subject_id blob,
    primary key (studio_id, photo_id),
    foreign key (studio_id, photo_id) references photo (studio_id, id) on delete cascade,
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;
create index photo_card_by_subject on photo_card (studio_id, subject_id);

-- All galleries of one job.
create index gallery_by_job on gallery (studio_id, job_id) where job_id is not null;
