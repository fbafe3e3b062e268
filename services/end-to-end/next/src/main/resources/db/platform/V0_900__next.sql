-- What platform adds: its number is below those of the service that are applied already, so to the version before it is one that
-- is missing and not one of the future.
create table next_version (started_at timestamptz not null default clock_timestamp());
