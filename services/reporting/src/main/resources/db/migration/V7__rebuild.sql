-- The views, folded again from the journal beside the live ones: by a version of the service that folds otherwise, or to see
-- whether they still say what the journal says.
create table views (
    one boolean primary key default true check (one),
    version int not null,
    edition bigint not null
);
insert into views (version, edition) values (0, 0);
comment on column views.version is 'of the folding that made them; a service that has another folds them anew when it starts';
comment on column views.edition is 'how many times they were replaced as a whole: whoever keeps something of them reads all again when it changes';

create table rebuild (
    rebuild_id bigint generated always as identity primary key,
    cause text not null check (cause in ('OPERATOR', 'VERSION')),
    started_at timestamptz not null,
    ended_at timestamptz,
    of_pilots int not null default 0,
    of_events bigint not null default 0,
    pilots int not null default 0,
    events bigint not null default 0,
    -- Null where there was nothing to compare with: views of another version.
    differences int,
    swapped boolean not null default false,
    failure text
);
comment on column rebuild.ended_at is 'null while it runs; one that was killed is ended by the next';

create table rebuild_difference (
    rebuild_id bigint not null references rebuild,
    pilot_id text not null,
    field text not null,
    live text,
    rebuilt text
);
create index rebuild_difference_rebuild on rebuild_difference (rebuild_id);

-- Beside the live tables stand others of the same names: a swap moves them over, with their indexes.
create schema if not exists rebuilt;
alter index pilot_changed rename to pilot_changed_idx;

create function begin_rebuild() returns void
    language plpgsql security definer set search_path from current as $$
begin
    drop table if exists rebuilt.pilot, rebuilt.facts;
    create table rebuilt.pilot (like pilot including all);
    create table rebuilt.facts (like facts including all);
end $$;
comment on function begin_rebuild is 'makes empty tables beside the live ones; what an earlier rebuild left is gone';

create function swap_views() returns void
    language plpgsql security definer set search_path from current as $$
begin
    -- In the order in which those who write take them.
    lock table pilot in access exclusive mode;
    drop table pilot, facts;
    execute format('alter table rebuilt.pilot set schema %I', current_schema());
    execute format('alter table rebuilt.facts set schema %I', current_schema());
end $$;
comment on function swap_views is 'puts the tables beside in place of the live ones';

create function end_rebuild() returns void
    language plpgsql security definer set search_path from current as $$
begin
    drop table if exists rebuilt.pilot, rebuilt.facts;
end $$;
comment on function end_rebuild is 'throws away the tables beside, if they were not swapped in';
