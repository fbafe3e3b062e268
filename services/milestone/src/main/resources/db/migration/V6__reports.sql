-- Everything that befell a report, one row a revision; the last one is how it stands.
create table report_entry (
    pilot_id text not null references pilot,
    report_id uuid not null,
    revision bigint not null check (revision >= 1),
    -- Null unless periodic.
    period text,
    event text not null check (event in ('REPORT_SUBMITTED', 'REPORT_ACCEPTED', 'REPORT_RETURNED')),
    -- The whole report as it then stood.
    report jsonb not null,
    note text check (char_length(note) <= 2000),
    by_account text not null,
    recorded_at timestamptz not null,
    primary key (pilot_id, report_id, revision),
    check (event <> 'REPORT_RETURNED' or note is not null)
);
-- One report a period.
create unique index report_entry_period on report_entry (pilot_id, period) where revision = 1;
create trigger report_entry_only_added_to before update or delete or truncate on report_entry
    for each statement execute function only_added_to();

-- What a team is still writing. The version goes on over submissions, so that an old one never fits again.
create table report_draft (
    pilot_id text not null references pilot,
    -- The report's address: the code of a period, or an id.
    report text not null,
    version bigint not null check (version >= 1),
    -- Null once it is submitted.
    content jsonb,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (pilot_id, report)
);

-- What compliance-alert says of rectifications, as far as it decides which reports are expected.
create table rectification (
    pilot_id text not null,
    rectification_id text not null,
    revision bigint not null check (revision >= 1),
    ordered_on date not null,
    -- Null while it is open.
    accepted_on date,
    primary key (pilot_id, rectification_id)
);
