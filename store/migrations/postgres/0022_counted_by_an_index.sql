-- All photographs of a gallery, those that are deleted too, with all that is asked to count them: whoever counts those that are
-- shown takes this index, and without state and id in it would read the row of each photograph, three times the work for a page
-- of a large archive.
drop index photo_by_gallery;
create index photo_by_gallery on photo (studio_id, gallery_id, deleted_at, state, id);

-- Galleries of a studio's trees by their age, and to count them: without the two columns at the end the row of each was read.
drop index gallery_by_age;
create index gallery_by_age on gallery (studio_id, created_at, id, job_id, deleted_at) where deleted_at is null and job_id is null;

-- SQLite is told besides in which order to work out what is shown; here the planner knows how many subjects there are.
