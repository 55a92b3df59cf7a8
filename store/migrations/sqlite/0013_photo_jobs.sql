-- Photo jobs: one shoot at one organisation, with groups, subjects and codes.

-- The operator's switch: whether this studio may use a global connection code at all (S45).
alter table studio add column connection_codes integer not null default 0;

-- A job's galleries lie in no tree that a client login or a link reaches: this names the job that they are of. The job's own
-- gallery holds what is not sorted yet; those of its groups and subjects lie in it.
alter table gallery add column job_id blob;

create table photo_job (
    studio_id blob not null references studio (id),
    id blob not null,
    gallery_id blob not null,
    name text not null,
    organisation text not null,
    shot_on text not null,
    ends_on text not null,
    state text not null,
    staff_group_id blob,
    staff_until text,
    staff_protected integer not null default 0,
    staff_downloads integer not null default 0,
    connection_agreed_at text,
    finding integer not null default 1,
    homonyms integer not null default 0,
    class_asked_at text,
    created_at text not null,
    deleted_at text,
    primary key (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;
create index photo_job_by_day on photo_job (studio_id, shot_on) where deleted_at is null;

create table job_group (
    studio_id blob not null,
    id blob not null,
    job_id blob not null,
    gallery_id blob not null,
    name text not null,
    name_key text not null,
    primary key (studio_id, id),
    foreign key (studio_id, job_id) references photo_job (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;
create index job_group_in_order on job_group (studio_id, job_id, name_key, id);
create unique index job_group_by_gallery on job_group (studio_id, gallery_id);

create table subject (
    studio_id blob not null,
    id blob not null,
    job_id blob not null,
    gallery_id blob not null,
    group_id blob,
    first_name text not null,
    last_name text not null,
    name_key text not null,
    identifier text not null default '',
    also_accept text not null default '',
    email text not null default '',
    birth_date text,
    protected integer not null default 0,
    consent text not null default 'given',
    group_consent text not null default 'given',
    created_at text not null,
    primary key (studio_id, id),
    foreign key (studio_id, job_id) references photo_job (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id),
    foreign key (studio_id, group_id) references job_group (studio_id, id)
) strict;
create index subject_in_order on subject (studio_id, job_id, name_key, id);
create index subject_by_group on subject (studio_id, group_id, protected, consent, group_consent, id);
create unique index subject_by_gallery on subject (studio_id, gallery_id);

-- What a parent may type for a subject's name, normalised (S54): both names in one text.
create table subject_name (
    studio_id blob not null,
    job_id blob not null,
    name_key text not null,
    subject_id blob not null,
    primary key (studio_id, job_id, name_key, subject_id),
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;
create index subject_name_by_subject on subject_name (studio_id, subject_id);

-- Who stated when that they may see which subject (S55). Never what was typed.
create table confirmation (
    studio_id blob not null,
    id blob not null,
    job_id blob not null,
    subject_id blob not null,
    at text not null,
    text_version integer not null,
    language text not null,
    device text not null,
    primary key (studio_id, id),
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;
create index confirmation_by_job on confirmation (studio_id, job_id, at);
create index confirmation_by_subject on confirmation (studio_id, subject_id);

-- A subject of the group that is not on this photograph of the group: it is not held back on this one's behalf.
create table photo_without (
    studio_id blob not null,
    photo_id blob not null,
    subject_id blob not null,
    primary key (studio_id, photo_id, subject_id),
    foreign key (studio_id, photo_id) references photo (studio_id, id) on delete cascade,
    foreign key (studio_id, subject_id) references subject (studio_id, id) on delete cascade
) strict;

-- The photographs that anybody but a member may see. A photograph of a group is held back while somebody of that group who is
-- protected, or whose consent to it is refused, may be on it (S63): asked each time it is read, never noted beforehand.
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
);
