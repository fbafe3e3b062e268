-- Where a pilot stands in its life, and who else acts for it. Those learned before this have stood where they were approved.
alter table pilot
    add column delegates text[] not null default '{}',
    add column state text not null default 'APPROVED',
    add column approved_on date;
alter table pilot alter column delegates drop default, alter column state drop default;
