-- Where a pilot stands is what the register says of it; it was derived here before.
update pilot set state = coalesce(report #>> '{pilot,entry,state}', 'APPROVED');

-- Who else may see a pilot: organisations that act for it, and the recommenders of its region.
alter table pilot add column delegates text[] not null default '{}';
create index pilot_delegates on pilot using gin (delegates);
create index pilot_region on pilot (region);
