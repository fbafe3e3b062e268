-- The journal in partitions, by the month (UTC) in which an event happened: a month that is over is not touched any more.
alter table journal rename to journal_before;
alter table journal_before rename constraint journal_pkey to journal_before_pkey;
alter table journal_before rename constraint journal_event_id_key to journal_before_event_id_key;
alter index journal_pilot rename to journal_before_pilot;
alter sequence journal_position_seq rename to journal_before_position_seq;

create table journal (
    position bigint generated always as identity,
    event_id text not null,
    topic text not null,
    pilot_id text not null,
    type text not null,
    revision bigint not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    payload jsonb not null,
    -- An index over partitions holds the partition's key; that an id comes once is for the inbox to see to.
    unique (event_id, happened_at)
) partition by range (happened_at);
create index journal_pilot on journal (pilot_id, happened_at, position);
comment on column journal.position is 'order of arrival here, which may differ from the order of happening';
comment on column journal.happened_at is 'by the programme clock';
comment on column journal.recorded_at is 'by the database''s own clock';

-- Of each row, since a statement may name a partition; only a truncate has no rows.
create trigger journal_is_append_only before update or delete on journal
    for each row execute function journal_is_append_only();
create table journal_other partition of journal default;
create trigger journal_is_not_emptied before truncate on journal
    for each statement execute function journal_is_append_only();
create trigger journal_is_not_emptied before truncate on journal_other
    for each statement execute function journal_is_append_only();
comment on table journal_other is 'what is said to have happened decades from now, before or after';

create function journal_month(day date) returns boolean
    language plpgsql security definer set search_path from current as $$
declare
    month timestamp := date_trunc('month', day::timestamp);
    name text := 'journal_' || to_char(month, 'YYYY_MM');
begin
    if day < date '2010-01-01' or day >= date '2050-01-01' then
        return false;
    end if;
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtext('journal_month'));
    end if;
    if to_regclass(name) is not null then
        return true;
    end if;
    execute format('create table %I partition of journal for values from (%L) to (%L)',
        name, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
    execute format('create trigger journal_is_not_emptied before truncate on %I
        for each statement execute function journal_is_append_only()', name);
    return true;
end $$;
comment on function journal_month is
    'makes the partition of a day''s month unless it is there; none and false outside of 2010 to 2049, so that nobody can make partitions without end';

select journal_month(day)
from (select distinct date_trunc('month', happened_at at time zone 'UTC')::date as day from journal_before) as months;
insert into journal overriding system value
    select position, event_id, topic, pilot_id, type, revision, happened_at, recorded_at, payload
    from journal_before order by position;
select setval('journal_position_seq', max(position)) from journal having max(position) is not null;
drop table journal_before;
