-- Column names follow Debezium's outbox, so that change-data-capture can take over the relay's work.
create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    payload bytea not null,
    headers jsonb not null,
    -- Set for dead letters only: they keep the partition of the record they stand for.
    partition int,
    created_at timestamptz not null default clock_timestamp()
);
comment on column outbox.aggregatetype is 'topic';
comment on column outbox.aggregateid is 'record key: the pilot id';

-- Wakes the relay when the transaction commits, and not before.
create function outbox_added() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_added after insert on outbox for each statement execute function outbox_added();

-- Every event that was let in. Its primary key settles the race between two deliveries.
create table inbox (
    event_id text primary key,
    handled_at timestamptz not null default clock_timestamp()
);

-- How far each partition was handled, written in the transaction that handled it. The broker's own committed offsets may
-- lag behind the truth, as when it was away at the moment of the commit.
create table inbox_position (
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- The first answer to each key, stored in the transaction of its effect.
create table idempotency (
    scope text not null,
    key text not null,
    payload_hash bytea not null,
    status int not null,
    location text,
    body text,
    created_at timestamptz not null default clock_timestamp(),
    primary key (scope, key)
);
create index idempotency_created_at on idempotency (created_at);

-- Where the stepped programme clock stands; at most one row, none while the clock is the system's.
create table programme_clock (
    only_one boolean primary key default true check (only_one),
    instant timestamptz not null
);
