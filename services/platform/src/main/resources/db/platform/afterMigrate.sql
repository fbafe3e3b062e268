-- What the service's role may do here. It runs after each migration, so a table gets its grants by itself: what refuses, by a trigger,
-- to be updated and to be deleted from is only added to; everything else may be written. Nobody but the owner creates, alters,
-- empties or drops anything.
do $$
declare
    service text := '${service}';
    thing record;
begin
    if service = current_user then
        -- Somebody runs it as the owner; grants would only take from that.
        return;
    end if;
    -- Two replicas that start together would change the same rows of the catalogue.
    perform pg_advisory_xact_lock(hashtext('afterMigrate'));
    execute format('grant usage on schema %I to %I', current_schema(), service);
    execute format('grant usage on all sequences in schema %I to %I', current_schema(), service);
    for thing in
        select oid::regclass as name, case
            when relname = '${flyway:table}' then 'select'
            when exists (
                -- Before (2), of a delete (8) and of an update (16).
                select from pg_trigger where tgrelid = pg_class.oid and not tgisinternal and tgtype & 26 = 26) then 'select, insert'
            else 'select, insert, update, delete' end as granted
        -- A partition is reached through its table only.
        from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    loop
        execute format('revoke all on table %s from %I', thing.name, service);
        execute format('grant %s on table %s to %I', thing.granted, thing.name, service);
    end loop;
end $$;
