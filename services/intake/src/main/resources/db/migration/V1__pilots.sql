-- One row for each pilot from its application on: it keeps its id, its number and its count of revisions through approval.
create table pilot (
    pilot_id text primary key,
    number int not null unique check (number > 0),
    revision bigint not null check (revision > 0),
    kind text not null,
    fields text[] not null,
    organisation text not null check (organisation <> ''),
    region text not null,
    synthetic boolean not null,
    -- The application; null for an entry of the official list.
    summary text,
    submitted_at timestamptz,
    submitted_by text,
    -- The publication; null until approved.
    provenance text,
    approved_on date,
    check ((summary is null) = (submitted_at is null) and (submitted_by is null) = (submitted_at is null)),
    check ((provenance is null) = (approved_on is null)),
    check (submitted_at is not null or approved_on is not null)
);

-- The lists run in the order of numbers: all of it, a kind's, the synthetic or the real, one organisation's, one region's.
create index pilot_register on pilot (number) where approved_on is not null;
create index pilot_kind on pilot (kind, number) where approved_on is not null;
create index pilot_synthetic on pilot (synthetic, number) where approved_on is not null;
create index pilot_applications on pilot (number) where submitted_at is not null;
create index pilot_organisation on pilot (organisation, number);
create index pilot_region on pilot (region, number);
-- A field's, and those that a regulator leads.
create index pilot_fields on pilot using gin (fields);

-- Numbers for applications; those below belong to the official list.
create sequence application_number as int start with 1001;
