-- Every event that was heard of a pilot, in the order in which its facts took it in: from these the facts as of any past
-- instant are folded again, and old text is screened again by a newer vocabulary.
create table heard_event (
    position bigint generated always as identity primary key,
    pilot_id text collate "C" not null references pilot_facts,
    -- The wire type; what it stands for outlives any class.
    type text not null,
    payload jsonb not null,
    happened_at timestamptz not null,
    -- When it was handled here, by the programme clock: nobody knew of it earlier.
    heard_at timestamptz not null,
    -- Whether a team wrote anything in it.
    has_text boolean not null
);
-- A pilot's story. Those of one pilot are written one after the other, since its row is locked, so positions tell its order.
create index heard_event_pilot on heard_event (pilot_id, position);
-- What is screened again.
create index heard_event_text on heard_event (pilot_id, position) where has_text;
create trigger heard_event_only_added_to before update or delete or truncate on heard_event
    for each statement execute function only_added_to();
