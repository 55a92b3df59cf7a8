-- The operator's page: whoever can run the program on the server lets a browser in there.

-- A link that lets in, once: its hash alone, as of sessions.
create table operator_ticket (
    token_hash bytea primary key,
    expires_at timestamptz not null
);

-- A browser that was let in. It opens no studio.
create table operator_session (
    token_hash bytea primary key,
    expires_at timestamptz not null
);

-- What operators did, and by which way. Rows are added; nothing changes or deletes one.
create table operator_act (
    at timestamptz not null,
    id uuid not null,
    studio_id uuid not null references studio (id),
    what text not null,
    way text not null,
    primary key (at, id)
);
