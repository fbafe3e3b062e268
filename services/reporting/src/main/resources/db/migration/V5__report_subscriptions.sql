-- Reports that an account has sent to it regularly.
create table report_subscription (
    subscription_id uuid primary key,
    account text not null,
    -- Who subscribed, with the rights of then: a report holds what that one may see.
    caller jsonb not null,
    report text not null,
    filter jsonb not null,
    language text not null check (language in ('zh', 'en')),
    email text not null,
    weekday smallint check (weekday between 1 and 7),
    subscribed_at timestamptz not null
);
create index report_subscription_account on report_subscription (account, subscription_id);
comment on column report_subscription.filter is 'the list''s query parameters and their values';
comment on column report_subscription.weekday is 'ISO; null for each working day';
comment on column report_subscription.subscribed_at is 'by the programme clock';

-- One for each subscription and day on which its report was due, whoever sends it and however often that is tried.
create table report_sending (
    subscription_id uuid not null references report_subscription on delete cascade,
    day date not null,
    -- The day on which it is sent, which is a later one where it was missed. It is given up with the end of that day.
    opened_on date not null,
    sent boolean not null default false,
    tries int not null default 0,
    next_try_at timestamptz not null,
    primary key (subscription_id, day)
);
create index report_sending_open on report_sending (opened_on, next_try_at) where not sent;
comment on column report_sending.next_try_at is 'by the wall clock; planned before the try that comes before it is made';

create table report_try (
    subscription_id uuid not null,
    day date not null,
    number int not null,
    at timestamptz not null,
    -- Null while it is made, and for good where the service ended before it knew.
    outcome text check (outcome in ('SENT', 'FAILED')),
    error text,
    primary key (subscription_id, day, number),
    foreign key (subscription_id, day) references report_sending on delete cascade
);
comment on column report_try.at is 'by the database''s own clock';
