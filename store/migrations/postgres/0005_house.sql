-- The studio's brand (S76). The logo is an object; `logo_ground` says on which ground it can be seen.
alter table studio add column accent text;
alter table studio add column greeting text not null default '';
alter table studio add column logo_id uuid;
alter table studio add column logo_width bigint;
alter table studio add column logo_height bigint;
alter table studio add column logo_ground text;

-- What a session was begun with: the family of the browser and of the system, never the whole user agent.
alter table session add column device text not null default '';

-- Somebody may join the studio. The row is there as long as the invitation can be used.
create table invitation (
    studio_id uuid not null references studio (id),
    id uuid not null,
    token_hash bytea not null unique,
    email text not null,
    role text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (studio_id, id)
);
create index invitation_by_expiry on invitation (expires_at);

-- A member may choose a new password. The row is there as long as the link can be used.
create table password_reset (
    token_hash bytea primary key,
    member_id uuid not null references member (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_reset_by_member on password_reset (member_id);
