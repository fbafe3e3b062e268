-- Records that this service could not handle, kept until an operator has done something about each.
create table dead_letter (
    id bigint generated always as identity primary key,
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    record_key text,
    event_type text,
    headers jsonb not null,
    value bytea,
    reason text not null,
    reason_group text not null,
    given_up_at timestamptz not null default clock_timestamp(),
    state text not null default 'WAITING' check (state in ('WAITING', 'REDRIVEN', 'CLOSED'))
);
comment on column dead_letter.record_key is 'the pilot id';
comment on column dead_letter.event_type is 'the header ce_type';
comment on column dead_letter.reason is 'why it was not handled when that was last tried';
comment on column dead_letter.reason_group is 'the reason without ids and numbers';
create index dead_letter_by_group on dead_letter (state, reason_group, id);
create index dead_letter_by_state on dead_letter (state, id);

-- Who did what about one, when, why, and what came of it.
create table dead_letter_act (
    id bigint generated always as identity primary key,
    dead_letter_id bigint not null references dead_letter (id),
    at timestamptz not null default clock_timestamp(),
    account text not null,
    act text not null check (act in ('REDRIVE', 'CLOSE')),
    result text not null check (result in ('HANDLED', 'REPEATED', 'FAILED', 'CLOSED')),
    reason text
);
comment on column dead_letter_act.reason is 'of a CLOSE: the operator''s; of a REDRIVE that FAILED: the handler''s';
create index dead_letter_act_by_letter on dead_letter_act (dead_letter_id, id);

-- The function says "is only added to" of whichever table it stands at.
create trigger dead_letter_act_only_added_to before update or delete or truncate on dead_letter_act
    for each statement execute function receipt_only_added_to();

-- For whoever asks when this service last took anything in, whichever replica did.
alter table inbox_position add column handled_at timestamptz;
