-- Replicas whose clocks differ: nobody judges a pilot as of an earlier moment than it was judged before.
alter table pilot_facts add column judged_at timestamptz;
comment on column pilot_facts.judged_at is 'as of when the alerts were last compared with the facts; null for never';
