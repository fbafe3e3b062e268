-- An application and the pilot that it becomes are two things from now on, with one id and one number.

-- Every number ever given, to an application or by a list: nobody gets one twice.
create table pilot_number (
    number int primary key check (number > 0)
);
insert into pilot_number select number from pilot;

create table application (
    pilot_id text primary key,
    number int not null unique references pilot_number,
    version bigint not null check (version >= 1),
    -- Counts what was told; 0 while nobody but the applicant knows of it.
    revision bigint not null check (revision >= 0),
    -- How often it was submitted.
    round int not null check (round >= 0),
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'RECOMMENDED', 'UNDER_REVIEW', 'SHORTLISTED', 'APPROVED',
        'RETURNED', 'REJECTED', 'WITHDRAWN')),
    kind text not null,
    fields text[] not null,
    tags text[] not null,
    organisation text not null check (organisation <> ''),
    region text not null,
    summary text not null,
    -- Equal for summaries that differ in width, case, blanks and punctuation only.
    text_hash text not null,
    scenarios text[] not null,
    level text,
    level_reason text,
    synthetic boolean not null,
    -- The last time; null before the first.
    submitted_at timestamptz,
    submitted_by text,
    -- Of the last shortlisting; null before the first.
    comment_until date,
    approved_on date,
    check ((round = 0) = (submitted_at is null) and (submitted_by is null) = (submitted_at is null)),
    check ((round = 0) = (revision = 0)),
    check ((state = 'DRAFT') = (round = 0) or state = 'WITHDRAWN'),
    check (state <> 'SHORTLISTED' or comment_until is not null),
    check ((state = 'APPROVED') = (approved_on is not null))
);
insert into application
    select pilot_id, number, revision, revision, 1,
        case when approved_on is null then 'SUBMITTED' else 'APPROVED' end,
        kind, fields, '{}', organisation, region, summary,
        encode(sha256(convert_to(
            regexp_replace(lower(normalize(summary, nfkc)), '[^[:alnum:]]', '', 'g'), 'UTF8')), 'hex'),
        '{}', null, null, synthetic, submitted_at, submitted_by, null, approved_on
    from pilot where submitted_at is not null;
create index application_state on application (state, number);
create index application_kind on application (kind, number);
create index application_organisation on application (organisation, number);
create index application_region on application (region, number);
create index application_fields on application using gin (fields);
create index application_text on application (text_hash);

-- Every review that an expert gave; of those in one round the expert's last is in force.
create table review (
    pilot_id text not null references application,
    -- The application's, after it.
    version bigint not null check (version >= 1),
    round int not null check (round >= 1),
    by_account text not null,
    criteria text[] not null,
    scores int[] not null,
    score int not null check (score between 0 and 100),
    supports boolean not null,
    opinion text not null check (char_length(opinion) <= 2000),
    given_at timestamptz not null,
    primary key (pilot_id, version),
    check (cardinality(criteria) = cardinality(scores))
);
create index review_expert on review (by_account, pilot_id);

create table objection (
    objection_id uuid primary key,
    pilot_id text not null references application,
    round int not null check (round >= 1),
    text text not null check (char_length(text) <= 2000),
    by_account text not null,
    raised_at timestamptz not null,
    state text not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
    settled_by text,
    settled_at timestamptz,
    settled_reason text check (char_length(settled_reason) <= 2000),
    check ((state = 'OPEN') = (settled_by is null) and (state = 'OPEN') = (settled_at is null)
        and (state = 'OPEN') = (settled_reason is null))
);
create index objection_application on objection (pilot_id, round, objection_id);

-- Everything that was ever done to an application or a pilot: who, what, when and why.
create table entry (
    pilot_id text not null,
    subject text not null check (subject in ('APPLICATION', 'PILOT')),
    -- The subject's, after it.
    version bigint not null check (version >= 1),
    -- What was told; null where nobody was.
    event text,
    -- In which the subject was left.
    state text not null,
    reason text check (char_length(reason) <= 2000),
    -- Null where the system did by itself.
    by_account text,
    recorded_at timestamptz not null,
    primary key (pilot_id, subject, version)
);
insert into entry select pilot_id, 'APPLICATION', 1, 'APPLICATION_SUBMITTED', 'SUBMITTED', null, submitted_by, submitted_at
    from application;

-- Nothing that was said is unsaid.
create function only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger entry_only_added_to before update or delete or truncate on entry
    for each statement execute function only_added_to();
create trigger review_only_added_to before update or delete or truncate on review
    for each statement execute function only_added_to();

delete from pilot where approved_on is null;
drop index pilot_register, pilot_kind, pilot_synthetic, pilot_applications;
alter table pilot
    drop column summary,
    drop column submitted_at,
    drop column submitted_by,
    alter column provenance set not null,
    alter column approved_on set not null,
    add foreign key (number) references pilot_number,
    -- Goes on from the application's.
    add column version bigint not null default 1 check (version >= 1),
    add column state text not null default 'APPROVED' check (state in ('APPROVED', 'TASKBOOK_FILED', 'IN_PROGRESS',
        'RECTIFYING', 'SUSPENDED', 'FINAL_EVALUATION', 'COMPLETED', 'FAILED', 'TERMINATED', 'WITHDRAWN')),
    add column tags text[] not null default '{}',
    add column scenarios text[] not null default '{}',
    add column delegates text[] not null default '{}',
    add column grade text,
    -- What was heard of it.
    add column filed boolean not null default false,
    add column begun boolean not null default false,
    -- Whether a suspended one goes on in its final evaluation.
    add column evaluating boolean not null default false,
    add check ((state = 'COMPLETED') = (grade is not null)),
    add check (not evaluating or state = 'SUSPENDED');
update pilot set version = revision;
alter table pilot
    alter column version drop default,
    alter column state drop default,
    alter column tags drop default,
    alter column scenarios drop default,
    alter column delegates drop default,
    alter column filed drop default,
    alter column begun drop default,
    alter column evaluating drop default;
create index pilot_kind on pilot (kind, number);
create index pilot_synthetic on pilot (synthetic, number);
create index pilot_state on pilot (state, number);
create index pilot_delegates on pilot using gin (delegates);

-- The rectifications heard of; the highest revision counts.
create table rectification (
    pilot_id text not null references pilot,
    rectification_id text not null,
    revision bigint not null,
    open boolean not null,
    primary key (pilot_id, rectification_id)
);

create table contact (
    pilot_id text not null references pilot,
    position int not null check (position >= 0),
    name text not null,
    role text,
    phone text,
    email text,
    primary key (pilot_id, position)
);
