-- What waits for a lead's decision over all of its pilots.
create index pilot_led_by_office on pilot (pilot_id) where covers_fields or fields = '{}';
create index task_book_entry_waiting on task_book_entry (pilot_id, revision)
    where event in ('TASK_BOOK_SUBMITTED', 'TASK_BOOK_CHANGE_REQUESTED');
create index milestone_claimed on milestone (pilot_id) where state = 'CLAIMED';
create index milestone_later_day_asked on milestone (pilot_id) where requested_due is not null;
create index milestone_entry_later_day_asked on milestone_entry (pilot_id, milestone_id, revision)
    where event = 'EXTENSION_REQUESTED';
create index report_entry_submitted on report_entry (pilot_id, report_id, revision) where event = 'REPORT_SUBMITTED';

-- The plan that a team is still writing, as it stands in the form on the page; nobody else sees it.
create table plan_draft (
    pilot_id text primary key references pilot,
    content jsonb not null,
    saved_by text not null,
    saved_at timestamptz not null
);
