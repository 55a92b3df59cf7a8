-- When the picture of a card was erased, since its subject's consent was withdrawn. That there was a card stays: without it what
-- follows would follow the card before.
alter table photo_card add column erased_at text;

-- What an erasure has in `photos` stays there as long as a backup may be older, on the list or not: 36 days.
