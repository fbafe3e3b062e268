-- Who saw and did what: a chain that only grows, by the month in which it was written.
create table audit_entry (
    position bigint not null,
    at timestamptz not null,
    -- As text, letter for letter what was hashed.
    entry json not null,
    hash bytea not null check (length(hash) = 32),
    primary key (position, at)
) partition by range (at);
create index audit_entry_account on audit_entry ((entry ->> 'account'), position);
create index audit_entry_pilot on audit_entry ((entry ->> 'pilot'), position) where entry ->> 'pilot' is not null;
comment on column audit_entry.position is 'the first is 1, and none is left out';
comment on column audit_entry.at is 'when it was written, by the wall clock; never before the entry before';
comment on column audit_entry.hash is 'SHA-256 of the hash before and the entry''s canonical JSON';

-- Where the chain ends. Its row is the lock of whoever adds to it; nobody believes it, since a chain is followed from its beginning.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    position bigint not null,
    hash bytea not null,
    at timestamptz not null
);
insert into audit_head (position, hash, at) values (0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z');

-- Entries of changes, from the transaction of the change on until they stand in the chain.
create table audit_owed (
    change uuid primary key,
    entries json not null,
    at timestamptz not null default clock_timestamp()
);

create table audit_checkpoint (
    position bigint primary key,
    hash bytea not null,
    jws text not null,
    at timestamptz not null default clock_timestamp()
);
comment on table audit_checkpoint is 'where the chain stood, signed; kept when the entries before are forgotten';

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only added to: % refused', tg_op;
end $$;
create trigger audit_is_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_is_not_emptied before truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_is_append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_is_append_only();
create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function audit_is_append_only();

create function audit_month(moment timestamptz) returns void
    language plpgsql security definer set search_path from current as $$
declare
    month timestamp := date_trunc('month', moment at time zone 'UTC');
    name text := 'audit_entry_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('audit_month'));
    if to_regclass(name) is null then
        execute format('create table %I partition of audit_entry for values from (%L) to (%L)',
            name, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        execute format('create trigger audit_is_not_emptied before truncate on %I
            for each statement execute function audit_is_append_only()', name);
    end if;
end $$;
comment on function audit_month is 'makes the partition of a moment''s month, unless it is there';

create function audit_forget(keep interval) returns integer
    language plpgsql security definer set search_path from current as $$
declare
    border timestamp := date_trunc('month', (clock_timestamp() - keep) at time zone 'UTC');
    last bigint;
    month text;
    forgotten integer := 0;
begin
    if keep < interval '184 days' then
        raise exception 'the audit log is kept for 184 days at least, not for %', keep;
    end if;
    select max(position) into last from audit_entry where at < border at time zone 'UTC';
    if last is not null and not exists (select from audit_checkpoint where position = last) then
        raise exception 'there is no checkpoint at %, from which the rest could be followed', last;
    end if;
    for month in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit_entry'::regclass and c.relname < 'audit_entry_' || to_char(border, 'YYYY_MM')
    loop
        execute format('drop table %I', month);
        forgotten := forgotten + 1;
    end loop;
    return forgotten;
end $$;
comment on function audit_forget is
    'drops the months that are older than what is kept, as a whole, once a checkpoint stands at their end; says how many';
