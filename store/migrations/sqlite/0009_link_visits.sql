-- How often a link was followed, each visitor's session once. Of what happened before, what is still known.
alter table link add column visits integer not null default 0;
update link set visits = (
    select count(*) from event e
    where e.studio_id = link.studio_id and e.subject_id = link.id and e.kind = 'link followed'
);
