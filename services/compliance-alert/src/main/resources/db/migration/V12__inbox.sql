-- What people read on their pages, most urgent first.

-- Who has still to acknowledge: each silent addressee, and those that were told since it stayed silent.
create function awaited_agencies(addressees jsonb) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct agency), '{}') from jsonb_array_elements(addressees) as asked(of),
        lateral (select of ->> 'agency' union all select jsonb_array_elements_text(of -> 'escalatedTo')) as told(agency)
    where of ->> 'acknowledgedBy' is null
$$;

alter table alert
    -- In which group of the inbox it lies.
    add column box text not null generated always as (case
        when state in ('DISMISSED', 'CLEARED') then 'CLOSED' when muted is not null then 'MUTED' else state end) stored,
    -- The graver, the lower.
    add column urgency smallint not null generated always as (case severity
        when 'CRITICAL' then 0 when 'WARNING' then 1 else 2 end) stored,
    -- For whom it waits; nobody has to answer what is only said for information.
    add column awaited text[] not null generated always as (case
        when state = 'OPEN' and muted is null and severity <> 'INFO' then awaited_agencies(addressees)
        else '{}'::text[] end) stored;
-- A group in its order, and backwards by raising what is over.
create index alert_box on alert (box, urgency, raised_at, alert_id);
create index alert_over on alert (raised_at, alert_id) where box = 'CLOSED';
-- What waits for an agency.
create index alert_awaited on alert using gin (awaited);

-- What is to be put right in all pilots, by what waits for whom and what is due first.
create index rectification_due on rectification (state, due, rectification_id);

-- Waivers of all pilots; the facts have the same.
create table waiver (
    waiver_id uuid primary key,
    pilot_id text collate "C" not null references pilot_facts,
    revision bigint not null check (revision > 0),
    rule text,
    subject text,
    reason text not null,
    by text not null,
    until timestamptz not null,
    ended_at timestamptz,
    -- Why and by whom it was ended before its time.
    ended_by text,
    ended_because text,
    over_at timestamptz not null generated always as (coalesce(ended_at, until)) stored,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
-- Those in force by what ends first, those that are over by what ended last.
create index waiver_over_at on waiver (over_at, waiver_id);
create index waiver_pilot on waiver (pilot_id, over_at);

-- What was granted before there were rows of it.
insert into waiver (waiver_id, pilot_id, revision, rule, subject, reason, by, until, ended_at, ended_by, ended_because)
    select distinct on (payload #>> '{waiver,waiverId}') (payload #>> '{waiver,waiverId}')::uuid, pilot_id,
        (payload ->> 'revision')::bigint, payload #>> '{waiver,rule}', payload #>> '{waiver,subject}',
        payload #>> '{waiver,reason}', payload #>> '{waiver,by}', (payload #>> '{waiver,until}')::timestamptz,
        (payload #>> '{waiver,endedAt}')::timestamptz,
        case when type = 'io.pilotwatch.alert.waiver-ended.v1' then payload ->> 'by' end,
        case when type = 'io.pilotwatch.alert.waiver-ended.v1' then payload ->> 'reason' end
    from heard_event where type in ('io.pilotwatch.alert.waived.v1', 'io.pilotwatch.alert.waiver-ended.v1')
    order by payload #>> '{waiver,waiverId}', (payload ->> 'revision')::bigint desc;
