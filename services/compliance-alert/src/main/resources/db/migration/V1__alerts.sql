-- One row per pilot: what the rules know, and when they want to look again.
create table pilot_facts (
    pilot_id text collate "C" primary key,
    -- Until the pilot is approved nobody is responsible for it, and these are null.
    organisation text,
    fields text[],
    synthetic boolean,
    facts jsonb not null,
    next_check_at timestamptz,
    check ((organisation is null) = (fields is null) and (organisation is null) = (synthetic is null))
);
comment on column pilot_facts.next_check_at is 'the next instant at which any rule can change its mind; null for never';
-- The sweep.
create index pilot_facts_next_check_at on pilot_facts (next_check_at) where next_check_at is not null;
-- A team's pilots; a regulator's.
create index pilot_facts_organisation on pilot_facts (organisation);
create index pilot_facts_fields on pilot_facts using gin (fields);

create table alert (
    alert_id text collate "C" primary key,
    pilot_id text collate "C" not null references pilot_facts,
    rule text not null,
    subject text not null,
    deadline_version bigint not null,
    revision bigint not null check (revision > 0),
    severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    level int not null check (level > 0),
    threshold int not null check (threshold >= 0),
    state text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'CLEARED')),
    text_zh text not null,
    text_en text not null,
    expected_at timestamptz not null,
    raised_at timestamptz not null,
    late_detected boolean not null,
    -- The identity: whoever sweeps, and however often, there is one.
    unique (pilot_id, rule, subject, deadline_version)
);
-- What the evaluation loads, and the list of one pilot.
create index alert_pilot on alert (pilot_id, alert_id);
-- Lists by state and by rule, in the order of their pages.
create index alert_state on alert (state, alert_id);
create index alert_rule on alert (rule, alert_id);
-- The gauge of open alerts.
create index alert_not_cleared on alert (rule, severity) where state <> 'CLEARED';

-- Every revision of every alert: what happened, when, by whom. Only ever added to.
create table alert_history (
    alert_id text collate "C" not null references alert,
    revision bigint not null,
    what text not null check (what in ('AlertRaised', 'AlertAcknowledged', 'AlertCleared')),
    at timestamptz not null,
    -- The account that acted; null where the facts did it.
    by text,
    severity text not null,
    level int not null,
    late_detected boolean not null,
    -- The alert's text when it was raised, the reason when it was cleared.
    text_zh text,
    text_en text,
    -- What the person wrote.
    note text,
    primary key (alert_id, revision)
);

create function alert_history_stays() returns trigger language plpgsql as $$
begin
    raise exception 'alert_history is only ever added to';
end $$;
create trigger alert_history_stays before update or delete on alert_history
    for each row execute function alert_history_stays();
