-- One installation: the sealed canary proves at start that the keyring fits this database.
create table installation (
    id bigint primary key check (id = 1),
    canary bytea not null,
    created_at timestamptz not null
);

create table studio (
    id uuid primary key,
    address text not null unique,
    name text not null,
    language text not null,
    tagline text not null default '',
    client_logins boolean not null default true,
    access_mode text not null default 'staircase',
    created_at timestamptz not null
);

create table member (
    id uuid primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    operator boolean not null default false,
    created_at timestamptz not null
);

create table studio_member (
    studio_id uuid not null references studio (id),
    member_id uuid not null references member (id),
    role text not null,
    primary key (studio_id, member_id)
);
create index studio_member_by_member on studio_member (member_id);

-- `root_id` is the top of the tree: one indexed read fetches every gallery the resolver needs.
-- `version` grows with each change of the settings: of two members who edit, the second is told.
create table gallery (
    studio_id uuid not null references studio (id),
    id uuid not null,
    root_id uuid not null,
    parent_id uuid,
    position bigint not null,
    name text not null,
    shot_on date,
    navigation boolean not null default false,
    downloads boolean not null default false,
    password_active boolean not null default false,
    password_index bytea,
    password_sealed bytea,
    password_generation bigint not null default 0,
    cover_id uuid,
    version bigint not null default 1,
    created_at timestamptz not null,
    deleted_at timestamptz,
    deletion_id uuid,
    primary key (studio_id, id),
    foreign key (studio_id, parent_id) references gallery (studio_id, id)
);
create index gallery_by_root on gallery (studio_id, root_id);
create index gallery_by_parent on gallery (studio_id, parent_id);
create unique index gallery_by_id on gallery (id);

create table photo (
    studio_id uuid not null,
    gallery_id uuid not null,
    id uuid not null,
    file_name text not null,
    sort_key text collate "C" not null,
    media_type text not null,
    bytes bigint not null,
    sha256 bytea not null,
    width bigint not null,
    height bigint not null,
    colour bigint not null default 8421504,
    taken_at timestamp,
    state text not null,
    failure text,
    created_at timestamptz not null,
    ready_at timestamptz,
    deleted_at timestamptz,
    primary key (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
);
create index photo_in_order on photo (studio_id, gallery_id, sort_key, id, state) where deleted_at is null;
-- Visitors: a page, its count, a photograph's rank and what is new are read from this index alone.
create index photo_shown on photo (studio_id, gallery_id, sort_key, id, ready_at) where deleted_at is null and state = 'ready';
create index photo_by_content on photo (studio_id, sha256, gallery_id) where deleted_at is null;
create unique index photo_by_id on photo (id);

-- Every kind of code lives here: unique in the studio, whatever it opens (S3).
create table access_code (
    studio_id uuid not null references studio (id),
    id uuid not null,
    kind text not null,
    subject_id uuid not null,
    idx bytea not null,
    key_id bigint not null,
    sealed bytea not null,
    generation bigint not null default 1,
    primary key (studio_id, id),
    unique (studio_id, key_id, idx)
);
create unique index access_code_by_subject on access_code (studio_id, kind, subject_id);

create table client_login (
    studio_id uuid not null references studio (id),
    id uuid not null,
    name text not null,
    email text not null default '',
    note text not null default '',
    created_at timestamptz not null,
    last_visit_at timestamptz,
    deleted_at timestamptz,
    primary key (studio_id, id)
);

create table release (
    studio_id uuid not null,
    client_login_id uuid not null,
    gallery_id uuid not null,
    released_at timestamptz not null,
    seen_at timestamptz,
    primary key (studio_id, client_login_id, gallery_id),
    foreign key (studio_id, client_login_id) references client_login (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
);
create index release_by_gallery on release (studio_id, gallery_id);

create table link (
    studio_id uuid not null,
    id uuid not null,
    gallery_id uuid not null,
    kind text not null,
    label text not null default '',
    token_hash bytea not null unique,
    token_sealed bytea not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null,
    primary key (studio_id, id),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
);
create index link_by_gallery on link (studio_id, gallery_id);

create table session (
    token_hash bytea primary key,
    member_id uuid references member (id),
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_by_member on session (member_id);
create index session_by_expiry on session (expires_at);

-- What a guest's session may use. A grant counts while its generation equals that of the code or password.
create table session_grant (
    token_hash bytea not null references session (token_hash) on delete cascade,
    studio_id uuid not null references studio (id),
    kind text not null,
    subject_id uuid not null,
    generation bigint not null,
    created_at timestamptz not null,
    primary key (token_hash, studio_id, kind, subject_id)
);
create index session_grant_by_subject on session_grant (studio_id, kind, subject_id);

-- One line per guarded key: the generic cell rate algorithm keeps a single number, the time (ms) up to which it is used up.
create table rate_bucket (
    key_hash bytea primary key,
    busy_until bigint not null
);

create table upload (
    studio_id uuid not null,
    id uuid not null,
    gallery_id uuid not null,
    client_key text not null,
    file_name text not null,
    bytes bigint not null,
    sha256 bytea not null,
    photo_id uuid,
    created_at timestamptz not null,
    primary key (studio_id, id),
    unique (studio_id, gallery_id, client_key),
    foreign key (studio_id, gallery_id) references gallery (studio_id, id)
);

create table upload_part (
    studio_id uuid not null,
    upload_id uuid not null,
    number bigint not null,
    digest bytea not null,
    bytes bigint not null,
    primary key (studio_id, upload_id, number),
    foreign key (studio_id, upload_id) references upload (studio_id, id) on delete cascade
);

create table work_item (
    id uuid primary key,
    studio_id uuid not null,
    kind text not null,
    subject_id uuid not null,
    state text not null default 'waiting',
    attempts bigint not null default 0,
    run_at timestamptz not null,
    lease_until timestamptz,
    lease_token uuid,
    last_error text,
    unique (kind, subject_id)
);
create index work_item_by_turn on work_item (state, run_at);
