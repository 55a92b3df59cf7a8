-- The operator's page: whoever can run the program on the server lets a browser in there.

-- A link that lets in, once: its hash alone, as of sessions.
create table operator_ticket (
    token_hash blob primary key,
    expires_at text not null
) strict;

-- A browser that was let in. It opens no studio.
create table operator_session (
    token_hash blob primary key,
    expires_at text not null
) strict;

-- What operators did, and by which way. Rows are added; nothing changes or deletes one.
create table operator_act (
    at text not null,
    id blob not null,
    studio_id blob not null references studio (id),
    what text not null,
    way text not null,
    primary key (at, id)
) strict;
