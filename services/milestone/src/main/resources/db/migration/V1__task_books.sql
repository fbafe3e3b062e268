-- What intake says of a pilot, as far as it decides who may reach it. Every decision locks this row first, so that the
-- events of one pilot enter the outbox in the order in which they became true.
create table pilot (
    pilot_id text primary key,
    revision bigint not null check (revision >= 1),
    organisation text not null,
    fields text[] not null,
    region text not null,
    covers_fields boolean not null,
    synthetic boolean not null
);

create table task_book (
    pilot_id text primary key references pilot,
    revision bigint not null check (revision >= 1),
    version int not null check (version >= 1),
    filed_on date not null
);

create table milestone (
    pilot_id text not null references task_book,
    milestone_id text not null,
    position int not null,
    revision bigint not null check (revision >= 1),
    title_zh text not null,
    title_en text not null,
    baseline_due date not null,
    due date not null check (due >= baseline_due),
    deadline_version int not null check (deadline_version >= 1),
    weight int not null check (weight between 1 and 100),
    critical boolean not null,
    state text not null check (state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED', 'REACHED', 'CANCELLED')),
    percent int not null check (percent between 0 and 100),
    forecast date,
    reached_on date,
    days_late int check (days_late >= 0),
    primary key (pilot_id, milestone_id),
    unique (pilot_id, position),
    check (state <> 'PLANNED' or (percent = 0 and forecast is null)),
    check (state not in ('CLAIMED', 'REACHED') or percent = 100),
    check ((state = 'REACHED') = (reached_on is not null)),
    check ((state = 'REACHED') = (days_late is not null)),
    check (days_late = greatest(0, reached_on - due))
);

-- Everything that was ever done to a milestone, one row a revision; what it says in words is here and nowhere else.
create table milestone_entry (
    pilot_id text not null,
    milestone_id text not null,
    -- 1 is the filing of the task book and has no row.
    revision bigint not null check (revision >= 2),
    event text not null,
    update_id uuid unique,
    -- As the milestone has them after it.
    percent int not null check (percent between 0 and 100),
    due date not null,
    -- Named by an update; an update may name none.
    forecast date,
    note text check (char_length(note) <= 2000),
    by_account text not null,
    recorded_at timestamptz not null,
    primary key (pilot_id, milestone_id, revision),
    foreign key (pilot_id, milestone_id) references milestone,
    check ((event = 'MILESTONE_UPDATED') = (update_id is not null)),
    check (forecast is null or update_id is not null),
    check (event not in ('MILESTONE_RETURNED', 'MILESTONE_EXTENDED') or note is not null)
);
-- The list of updates leaves out the other entries.
create index milestone_entry_updates on milestone_entry (pilot_id, milestone_id, revision) where update_id is not null;

-- Nothing that was said is unsaid.
create function only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger milestone_entry_only_added_to before update or delete or truncate on milestone_entry
    for each statement execute function only_added_to();
