-- What a change takes away is back as it was when the change is taken back.

-- A release that was removed: since when the client had it and when they last looked. Kept for a day; if it is released
-- again by then, nothing of it is new to them.
create table ended_release (
    studio_id blob not null references studio (id),
    client_login_id blob not null,
    gallery_id blob not null,
    released_at text not null,
    seen_at text,
    ended_at text not null,
    primary key (studio_id, client_login_id, gallery_id)
) strict;

-- Where a gallery lay before it was moved: moved back, it takes its old place among its brothers again.
alter table gallery add column left_parent_id blob;
alter table gallery add column left_position integer;

-- Whoever is given a code ends the claim of a deleted login to it.
create index ended_code_by_idx on ended_code (studio_id, idx);

-- Who holds a gallery is counted in every line of the tree: from this index alone. Without the login in it SQLite reads all
-- of a studio's releases for each line.
drop index release_by_gallery;
create index release_by_gallery on release (studio_id, gallery_id, client_login_id);
