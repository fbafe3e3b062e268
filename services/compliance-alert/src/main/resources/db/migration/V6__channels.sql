-- Digests: one for each subscription and working day, opened when the day's hour has come.
create table digest (
    subscription_id uuid not null references subscription,
    day date not null,
    -- Its own delivery; absent where there was nothing to say.
    delivery_id uuid unique references delivery,
    -- The day of the one before.
    since date,
    -- The day on which the oldest of what it says should have been said, and whether that was missed.
    expected date,
    late boolean,
    primary key (subscription_id, day),
    check ((delivery_id is null) = (expected is null) and (delivery_id is null) = (late is null))
);

-- In which digest a collected delivery is; a digest's own delivery names itself.
alter table delivery add column digest_id uuid;
create index delivery_digest on delivery (digest_id) where digest_id is not null;
drop index delivery_collected;
create index delivery_collected on delivery (subscription_id, delivery_id)
    where state = 'COLLECTED' and digest_id is null;

-- What becomes of a digest becomes of all that is in it.
create function digest_settled() returns trigger language plpgsql as $$
begin
    update delivery set state = new.state, settled_at = new.settled_at
        where digest_id = new.delivery_id and state = 'COLLECTED';
    return null;
end $$;
create trigger digest_settled after update of state on delivery for each row
    when (new.digest_id = new.delivery_id and new.settled_at is not null)
    execute function digest_settled();

-- The daily word to each agency, so that silence is noticed.
alter table subscription add column heartbeat boolean;
comment on column subscription.heartbeat is 'whether it gets the daily report; null for as its channel does: e-mail does';

create table heartbeat (
    agency text not null,
    day date not null,
    notice_id uuid not null unique references notice deferrable initially deferred,
    -- The alerts that were overdue then, as they were.
    overdue jsonb not null,
    primary key (agency, day)
);

alter table notice drop constraint notice_kind_check, drop constraint notice_check;
alter table notice
    add constraint notice_kind_check check (kind in ('RAISED', 'LEVEL_RAISED', 'UNMUTED', 'ACKNOWLEDGEMENT_EXPIRED',
        'ESCALATED', 'CLEARED', 'DISMISSED', 'DIGEST', 'HEARTBEAT', 'ENDPOINT_FAILING', 'TEST')),
    add constraint notice_check check
        ((alert_id is null) = (kind in ('DIGEST', 'HEARTBEAT', 'ENDPOINT_FAILING', 'TEST')));

-- The live stream: every change of an alert, numbered in the order in which it was committed.
create table alert_stream (
    -- As written; those of one alert are in their order.
    arrival bigint generated always as identity primary key,
    -- Given after the commit by one publisher at a time, so that a reader who has seen one has seen all below.
    position bigint unique,
    alert_id text collate "C" not null,
    revision bigint not null,
    -- When it was numbered, by the wall clock; what is older than what is kept is deleted.
    published_at timestamptz,
    foreign key (alert_id, revision) references alert_history,
    check ((position is null) = (published_at is null))
);
create index alert_stream_unpublished on alert_stream (arrival) where position is null;
create index alert_stream_published_at on alert_stream (published_at);

-- The last position given: positions go on from there when all that had one are deleted.
create table alert_stream_head (
    only_one boolean primary key default true check (only_one),
    position bigint not null
);
insert into alert_stream_head (position) values (0);

create function alert_streams() returns trigger language plpgsql as $$
begin
    insert into alert_stream (alert_id, revision) select alert_id, revision from written order by alert_id, revision;
    notify alert_stream;
    return null;
end $$;
create trigger alert_streams after insert on alert_history
    referencing new table as written for each statement execute function alert_streams();
