-- Every event, once, as it was said. The views below are folded from it and can be folded again.
create table journal (
    position bigint generated always as identity primary key,
    event_id text not null unique,
    topic text not null,
    pilot_id text not null,
    type text not null,
    revision bigint not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    payload jsonb not null
);
create index journal_pilot on journal (pilot_id, happened_at desc, position desc);
comment on column journal.position is 'order of arrival here, which may differ from the order of happening';
comment on column journal.happened_at is 'by the programme clock';
comment on column journal.recorded_at is 'by the database''s own clock';

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end $$;
create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function journal_is_append_only();

-- One row a pilot. The report is the folded state; the columns and the two tables below say the same again, for queries.
create table pilot (
    pilot_id text primary key,
    -- Events in the journal of this pilot: what an ETag is made of. The same however the events were batched.
    revision bigint not null default 0,
    -- Null until the approval is known: milestones may be heard of first. Such a row is not shown.
    number int,
    kind text,
    field_group text,
    organisation text,
    fields text[] not null default '{}',
    region text,
    synthetic boolean,
    state text not null default 'APPROVED',
    silent boolean not null default true,
    finished_on date,
    report jsonb,
    check (num_nulls(number, kind, field_group, organisation, region, synthetic) in (0, 6))
);
create index pilot_number on pilot (number, pilot_id);
create index pilot_group on pilot (field_group, number);
create index pilot_organisation on pilot (organisation);
create index pilot_fields on pilot using gin (fields);

create table milestone (
    pilot_id text not null references pilot,
    milestone_id text not null,
    state text not null,
    open boolean not null,
    due date not null,
    days_late int,
    primary key (pilot_id, milestone_id)
);

create table alert (
    pilot_id text not null references pilot,
    alert_id text not null primary key,
    rule text not null,
    severity text not null,
    open boolean not null,
    raised_at timestamptz not null,
    text jsonb not null
);
create index alert_open on alert (raised_at desc, alert_id) where open;
create index alert_open_pilot on alert (pilot_id) where open;
