-- The service may not create tables; it asks for these, which the owner makes, and may then write them: before and after a swap.
-- contract: what is dropped is what an earlier rebuild left beside the live tables, as before.
create or replace function begin_rebuild() returns void
    language plpgsql security definer set search_path from current as $$
begin
    drop table if exists rebuilt.pilot, rebuilt.facts;
    create table rebuilt.pilot (like pilot including all);
    create table rebuilt.facts (like facts including all);
    execute format('grant usage on schema rebuilt to %I', session_user);
    execute format('grant select, insert, update, delete on rebuilt.pilot, rebuilt.facts to %I', session_user);
end $$;

create function analyze_rebuilt() returns void
    language plpgsql security definer set search_path from current as $$
begin
    analyze rebuilt.pilot, rebuilt.facts;
end $$;
comment on function analyze_rebuilt is 'lets the planner know what is in the tables beside, before they are live';
