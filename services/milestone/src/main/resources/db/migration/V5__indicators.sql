-- What each indicator came to in each period: the first row of a period records it, each later one corrects it.
create table indicator_value (
    pilot_id text not null references pilot,
    indicator text not null,
    -- Of the pilot's indicator, over all periods.
    revision bigint not null check (revision >= 1),
    period text not null,
    value numeric not null check (value between 0 and 999999999999999 and scale(value) <= 6),
    -- Of a record only: how it was measured.
    note text check (char_length(note) <= 2000),
    evidence_ids uuid[] not null,
    -- Of a correction only: why.
    reason text check (char_length(reason) <= 2000),
    by_account text not null,
    recorded_at timestamptz not null,
    primary key (pilot_id, indicator, revision),
    check (reason is null or (note is null and evidence_ids = '{}'))
);
create unique index indicator_value_recorded_once on indicator_value (pilot_id, indicator, period) where reason is null;
create trigger indicator_value_only_added_to before update or delete or truncate on indicator_value
    for each statement execute function only_added_to();
