-- By which vocabulary a pilot's texts were last screened: its version in a form that sorts; '' for none yet.
alter table pilot_facts add column screened_by text collate "C" not null default '';
-- What a newer vocabulary has yet to screen; its cost follows what is due.
create index pilot_facts_screened_by on pilot_facts (screened_by);

-- What screening found, as it stands; the facts have the same.
create table conduct_flag (
    flag_id text collate "C" primary key,
    pilot_id text collate "C" not null references pilot_facts,
    category text not null,
    outcome text not null check (outcome in ('MENTION', 'REVIEW', 'ALERT')),
    state text not null check (state in ('FOUND', 'CONFIRMED', 'DISMISSED', 'NO_LONGER_FOUND')),
    revision bigint not null check (revision > 0),
    flag jsonb not null
);
-- Lists of one pilot, and by each filter, in the order of their pages.
create index conduct_flag_pilot on conduct_flag (pilot_id, flag_id);
create index conduct_flag_state on conduct_flag (state, flag_id);
create index conduct_flag_outcome on conduct_flag (outcome, flag_id);
create index conduct_flag_category on conduct_flag (category, flag_id);

-- Every revision of every flag. Only ever added to.
create table conduct_flag_history (
    flag_id text collate "C" not null references conduct_flag,
    revision bigint not null,
    what text not null check (what in ('FOUND', 'FOUND_AGAIN', 'NO_LONGER_FOUND', 'CONFIRMED', 'DISMISSED')),
    at timestamptz not null,
    -- The flag as it was from then on, so that what was known at any instant can be told.
    flag jsonb not null,
    primary key (flag_id, revision)
);
create trigger conduct_flag_history_only_added_to before update or delete or truncate on conduct_flag_history
    for each statement execute function only_added_to();

-- What was found before there were rows of it.
insert into conduct_flag
    select f.key, pilot_id, f.value #>> '{flag,category}', f.value #>> '{flag,outcome}', 'FOUND', 1, f.value
    from pilot_facts, jsonb_each(facts -> 'flags') f;
insert into conduct_flag_history
    select flag_id, 1, 'FOUND', (flag ->> 'postedAt')::timestamptz, flag from conduct_flag;
