-- The views are folded anew from the journal at the next start: they have another shape now.
drop table milestone;
drop table alert;
drop table pilot;

-- One row a pilot: all that is known of it, folded.
create table pilot (
    pilot_id text primary key,
    -- Events in the journal of this pilot: what an ETag is made of. The same however the events were batched.
    revision bigint not null default 0,
    newest date,
    report jsonb,
    changed xid8 not null default pg_current_xact_id()
);
create index pilot_changed on pilot (changed);
comment on column pilot.newest is 'programme day of the latest of its events';
comment on column pilot.changed is 'the transaction that wrote the row: whoever read at a snapshot finds what it could not see yet from that snapshot''s xmin on';

-- What figures need of a pilot, in parts: as of a day, each part is its latest row up to that day.
create table facts (
    pilot_id text not null,
    part text not null check (part in ('REGISTER', 'PLAN', 'ALERTS', 'REPORTS', 'OUTCOME')),
    day date not null,
    value text not null,
    primary key (pilot_id, part, day)
);
comment on table facts is 'a row for each part on each programme day on which it changed, as it stood at the end of that day';
comment on column facts.value is 'a JSON array of the components of the part''s record';
