-- A draft may be incomplete: kind, region and summary are empty until they are stated, and only a submission needs them all.
-- One that others know of keeps its kind.
alter table application
    add column contact_name text check (contact_name <> ''),
    add column contact_role text,
    add column contact_phone text,
    add column contact_email text,
    add check (contact_name is not null
        or contact_role is null and contact_phone is null and contact_email is null),
    add check (revision = 0 or kind <> '');

-- What waits for an expert, and for the programme office.
create index review_round on review (pilot_id, round, by_account);
create index objection_open on objection (pilot_id, round) where state = 'OPEN';
