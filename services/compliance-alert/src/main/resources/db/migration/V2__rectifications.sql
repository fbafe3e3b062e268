-- Who else may reach a pilot: organisations that act for it, and the recommenders of its region.
alter table pilot_facts add column delegates text[], add column region text;
update pilot_facts set delegates = '{}', region = facts #>> '{pilot,pilot,region}' where organisation is not null;
alter table pilot_facts
    add check ((organisation is null) = (delegates is null) and (organisation is null) = (region is null));
create index pilot_facts_delegates on pilot_facts using gin (delegates);
create index pilot_facts_region on pilot_facts (region);

-- What a regulator ordered a pilot to put right, as it stands.
create table rectification (
    rectification_id uuid primary key,
    pilot_id text collate "C" not null references pilot_facts,
    revision bigint not null check (revision > 0),
    demand text not null check (char_length(demand) <= 2000),
    ordered_on date not null,
    due date not null check (due > ordered_on),
    state text not null check (state in ('ORDERED', 'ANSWERED', 'ACCEPTED')),
    -- The answer that stands or was last returned; absent before the first.
    answer text check (char_length(answer) <= 2000),
    evidence_ids text[] not null,
    answered_on date,
    check ((answer is null) = (answered_on is null)),
    check (state = 'ORDERED' or answer is not null)
);
-- The list of one pilot, in the order of its pages.
create index rectification_pilot on rectification (pilot_id, rectification_id);

-- Every revision of every rectification: what happened, when, by whom, and what they wrote.
create table rectification_history (
    rectification_id uuid not null references rectification,
    revision bigint not null,
    what text not null check (what in
        ('RectificationOrdered', 'RectificationAnswered', 'RectificationReturned', 'RectificationAccepted')),
    at timestamptz not null,
    by text not null,
    -- The demand, the answer, the reason or the note; only a note may be left out.
    text text check (text is not null or what = 'RectificationAccepted'),
    evidence_ids text[] not null,
    primary key (rectification_id, revision)
);

create function only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger rectification_history_only_added_to before update or delete or truncate on rectification_history
    for each statement execute function only_added_to();
