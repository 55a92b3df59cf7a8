-- One installation: the sealed canary proves at start that the keyring fits this database.
create table installation (
    id integer primary key check (id = 1),
    canary blob not null,
    created_at text not null
) strict;

create table studio (
    id blob primary key,
    address text not null unique,
    name text not null,
    language text not null,
    tagline text not null default '',
    client_logins integer not null default 1,
    access_mode text not null default 'staircase',
    created_at text not null
) strict;

create table member (
    id blob primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    operator integer not null default 0,
    created_at text not null
) strict;

create table studio_member (
    studio_id blob not null references studio (id),
    member_id blob not null references member (id),
    role text not null,
    primary key (studio_id, member_id)
) strict;
create index studio_member_by_member on studio_member (member_id);

-- `root_id` is the top of the tree: one indexed read fetches every gallery the resolver needs.
-- `version` grows with each change of the settings: of two members who edit, the second is told.
create table gallery (
    studio_id blob not null references studio (id),
    id blob not null,
    root_id blob not null,
    parent_id blob,
    position integer not null,
    name text not null,
    shot_on text,
    navigation integer not null default 0,
    downloads integer not null default 0,
    password_active integer not null default 0,
    password_index blob,
    password_sealed blob,
    password_generation integer not null default 0,
    cover_id blob,
    version integer not null default 1,
    created_at text not null,
    deleted_at text,
    deletion_id blob,
    primary key (studio_id, id),
    foreign key (studio_id, parent_id) references gallery (studio_id, id)
) strict;
create index gallery_by_root on gallery (studio_id, root_id);
create index gallery_by_parent on gallery (studio_id, parent_id);
create unique index gallery_by_id on gallery (id);

create table photo (
    studio_id blob not null,
    gallery_id blob not null,
    id blob not null,
    file_name text not null,
    sort_key text not null,
    media_type text not null,
    bytes integer not null,
    sha256 blob not null,
    width integer not null,
    height integer not null,
    colour integer not null default 8421504,
    taken_at text,
    state text not null,
    failure text,
    created_at text not null,
    ready_at text,
    deleted_at text,
    primary key (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;
create index photo_in_order on photo (studio_id, gallery_id, sort_key, id, state) where deleted_at is null;
-- Visitors: a page, its count, a photograph's rank and what is new are read from this index alone.
create index photo_shown on photo (studio_id, gallery_id, sort_key, id, ready_at) where deleted_at is null and state = 'ready';
create index photo_by_content on photo (studio_id, sha256, gallery_id) where deleted_at is null;
create unique index photo_by_id on photo (id);

-- Every kind of code lives here: unique in the studio, whatever it opens (S3).
create table access_code (
    studio_id blob not null references studio (id),
    id blob not null,
    kind text not null,
    subject_id blob not null,
    idx blob not null,
    key_id integer not null,
    sealed blob not null,
    generation integer not null default 1,
    primary key (studio_id, id),
    unique (studio_id, key_id, idx)
) strict;
create unique index access_code_by_subject on access_code (studio_id, kind, subject_id);

create table client_login (
    studio_id blob not null references studio (id),
    id blob not null,
    name text not null,
    email text not null default '',
    note text not null default '',
    created_at text not null,
    last_visit_at text,
    deleted_at text,
    primary key (studio_id, id)
) strict;

create table release (
    studio_id blob not null,
    client_login_id blob not null,
    gallery_id blob not null,
    released_at text not null,
    seen_at text,
    primary key (studio_id, client_login_id, gallery_id),
    foreign key (studio_id, client_login_id) references client_login (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;
create index release_by_gallery on release (studio_id, gallery_id);

create table link (
    studio_id blob not null,
    id blob not null,
    gallery_id blob not null,
    kind text not null,
    label text not null default '',
    token_hash blob not null unique,
    token_sealed blob not null,
    expires_at text,
    revoked_at text,
    created_at text not null,
    primary key (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;
create index link_by_gallery on link (studio_id, gallery_id);

create table session (
    token_hash blob primary key,
    member_id blob references member (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null
) strict;
create index session_by_member on session (member_id);
create index session_by_expiry on session (expires_at);

-- What a guest's session may use. A grant counts while its generation equals that of the code or password.
create table session_grant (
    token_hash blob not null references session (token_hash) on delete cascade,
    studio_id blob not null references studio (id),
    kind text not null,
    subject_id blob not null,
    generation integer not null,
    created_at text not null,
    primary key (token_hash, studio_id, kind, subject_id)
) strict;
create index session_grant_by_subject on session_grant (studio_id, kind, subject_id);

-- One line per guarded key: the generic cell rate algorithm keeps a single number, the time (ms) up to which it is used up.
create table rate_bucket (
    key_hash blob primary key,
    busy_until integer not null
) strict;

create table upload (
    studio_id blob not null,
    id blob not null,
    gallery_id blob not null,
    client_key text not null,
    file_name text not null,
    bytes integer not null,
    sha256 blob not null,
    photo_id blob,
    created_at text not null,
    primary key (studio_id, id),
    unique (studio_id, gallery_id, client_key),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
) strict;

create table upload_part (
    studio_id blob not null,
    upload_id blob not null,
    number integer not null,
    digest blob not null,
    bytes integer not null,
    primary key (studio_id, upload_id, number),
    foreign key (studio_id, upload_id) references upload (studio_id, id) on delete cascade
) strict;

create table work_item (
    id blob primary key,
    studio_id blob not null,
    kind text not null,
    subject_id blob not null,
    state text not null default 'waiting',
    attempts integer not null default 0,
    run_at text not null,
    lease_until text,
    lease_token blob,
    last_error text,
    unique (kind, subject_id)
) strict;
create index work_item_by_turn on work_item (state, run_at);
