-- Who answers for an alert, and why nobody is told of it.
alter table alert
    add column addressees jsonb not null default '[]',
    -- The addressees and those to whom it was escalated.
    add column agencies text[] not null default '{}',
    add column muted jsonb;
alter table alert drop constraint alert_state_check;
alter table alert add constraint alert_state_check
    check (state in ('OPEN', 'ACKNOWLEDGED', 'DISMISSED', 'CLEARED'));
-- A superior's: those that were escalated to it.
create index alert_agencies on alert using gin (agencies);
-- Lists by severity, in the order of their pages.
create index alert_severity on alert (severity, alert_id);
-- The gauge of open alerts.
drop index alert_not_cleared;
create index alert_not_closed on alert (rule, severity) where state in ('OPEN', 'ACKNOWLEDGED');

alter table alert_history
    add column agency text,
    add column muted boolean not null default false;
alter table alert_history drop constraint alert_history_what_check;
alter table alert_history add constraint alert_history_what_check check (what in ('AlertRaised', 'AlertAcknowledged',
    'AlertAcknowledgementExpired', 'AlertEscalated', 'AlertCommented', 'AlertMuted', 'AlertUnmuted', 'AlertDismissed',
    'AlertCleared'));
comment on column alert_history.agency is 'whose acknowledgement it was, or to whom it was escalated';

-- How often thresholds were crossed and what became of it, by rule, since the beginning: one row a rule and outcome.
-- EXPECTED = RAISED + SUPPRESSED + SUPERSEDED, and BEGUN - ENDED are not closed.
create table alert_tally (
    rule text not null,
    outcome text not null check (outcome in
        ('EXPECTED', 'RAISED', 'RAISED_LATE', 'SUPPRESSED', 'SUPERSEDED', 'BEGUN', 'ENDED', 'CLEARED')),
    count bigint not null check (count >= 0),
    primary key (rule, outcome)
);
