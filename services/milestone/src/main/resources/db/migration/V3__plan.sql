-- A task book comes to be in steps: a plan is submitted, returned or filed, and changed version by version.
alter table task_book
    alter column version drop not null,
    alter column filed_on drop not null,
    add check ((version is null) = (filed_on is null));

-- Everything that was ever done to a task book, one row a revision, with the plan that it was about as it was then: what
-- was filed stays readable for ever.
create table task_book_entry (
    pilot_id text not null references task_book,
    revision bigint not null check (revision >= 1),
    event text not null,
    version int not null check (version >= 1),
    plan jsonb not null,
    note text check (char_length(note) <= 2000),
    -- Null only for what was filed before this was kept.
    by_account text,
    day date not null,
    primary key (pilot_id, revision),
    check (by_account is not null or event = 'TASK_BOOK_FILED'),
    check (event in ('TASK_BOOK_SUBMITTED', 'TASK_BOOK_FILED') or note is not null)
);
-- A version comes into force once; the list of versions leaves out the other entries.
create unique index task_book_entry_versions on task_book_entry (pilot_id, version)
    where event in ('TASK_BOOK_FILED', 'TASK_BOOK_CHANGED');

-- Those filed before this were filed from the template, with the days promised first.
insert into task_book_entry (pilot_id, revision, event, version, plan, day)
select pilot_id, revision, 'TASK_BOOK_FILED', version, jsonb_build_object(
    'version', version,
    'milestones', (
        select jsonb_agg(jsonb_build_object(
            'milestoneId', milestone_id, 'title', jsonb_build_object('zh', title_zh, 'en', title_en),
            'due', baseline_due, 'weight', weight, 'critical', critical, 'criterion', null,
            'dependsOn', jsonb_build_array()) order by position)
        from milestone where milestone.pilot_id = task_book.pilot_id),
    'indicators', jsonb_build_array()), filed_on
from task_book;

create trigger task_book_entry_only_added_to before update or delete or truncate on task_book_entry
    for each statement execute function only_added_to();

alter table milestone
    add column criterion_zh text,
    add column criterion_en text,
    add column depends_on text[] not null default '{}',
    add column requested_due date check (requested_due > due),
    -- Null in those that were claimed before this was kept.
    add column claimed_on date,
    add column first_accepted_by text,
    add check ((criterion_zh is null) = (criterion_en is null)),
    add check (requested_due is null or state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED')),
    add check (claimed_on is null or state in ('CLAIMED', 'REACHED')),
    add check (first_accepted_by is null or state in ('CLAIMED', 'REACHED') and critical and requested_due is null),
    -- A change of the plan moves many at once.
    drop constraint milestone_pilot_id_position_key,
    add unique (pilot_id, position) deferrable initially deferred;
alter table milestone alter column depends_on drop default;

alter table milestone_entry
    -- As the milestone has it afterwards.
    add column requested_due date,
    -- Of an update; null in those that came before this was kept.
    add column situation jsonb check (situation is null or update_id is not null),
    add check (event not in ('EXTENSION_REQUESTED', 'EXTENSION_REFUSED', 'TASK_BOOK_CHANGED', 'MILESTONE_CANCELLED')
        or note is not null);
create index milestone_entry_extensions on milestone_entry (pilot_id, revision) where event = 'MILESTONE_EXTENDED';
