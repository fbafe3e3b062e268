-- What a team is to do next is asked by its organisations, as its own and as a delegate of others.
create index pilot_organisation on pilot (organisation);
create index pilot_delegates on pilot using gin (delegates);

-- What is to be put right, and by when. Null in those that were heard of before this was kept, until they are told of again.
alter table rectification
    add column demand text,
    add column due date,
    add column state text check (state in ('ORDERED', 'ANSWERED', 'ACCEPTED')),
    -- What the lead wrote when it returned the answer; null where it did not.
    add column note text;
