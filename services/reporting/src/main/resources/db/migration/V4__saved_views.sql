-- Filters of the list of pilots under a name.
create table saved_view (
    view_id uuid primary key,
    -- Counts the changes: what an ETag is made of.
    revision bigint not null check (revision > 0),
    account text not null,
    name text not null check (name <> ''),
    -- Shown to everyone; the programme office's only.
    shared boolean not null,
    filter jsonb not null,
    unique (account, name)
);
create index saved_view_shared on saved_view (view_id) where shared;
comment on table saved_view is 'found by its account, and by everyone where it is shared';
comment on column saved_view.filter is 'the list''s query parameters and their values';
