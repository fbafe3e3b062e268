-- Files by their content: stored once, however often attached. The bytes lie in pieces, so that nobody ever holds a whole one.
create table evidence_content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size between 1 and 20 * 1024 * 1024)
);

create table evidence_chunk (
    sha256 text not null references evidence_content,
    position int not null check (position >= 0),
    bytes bytea not null check (octet_length(bytes) between 1 and 1024 * 1024),
    primary key (sha256, position)
);
-- What is uploaded is compressed already, or is not worth it.
alter table evidence_chunk alter column bytes set storage external;

create table evidence (
    evidence_id uuid primary key,
    pilot_id text not null references pilot,
    revision bigint not null check (revision >= 1),
    -- Null where it belongs to the pilot as a whole.
    milestone_id text,
    kind text not null,
    level text not null check (level in ('DECLARED', 'THIRD_PARTY', 'AUTHORITY')),
    sha256 text not null references evidence_content,
    -- By content and name: one and the same content may be a table here and a text there.
    size bigint not null,
    media_type text not null,
    file_name text not null check (char_length(file_name) between 1 and 200),
    period_from date,
    period_to date check (period_to >= period_from),
    attached_by text not null,
    attached_at timestamptz not null,
    verified_by text,
    verified_at timestamptz,
    note text check (char_length(note) <= 2000),
    unique nulls not distinct (pilot_id, sha256, milestone_id, kind),
    check ((period_from is null) = (period_to is null)),
    check ((level = 'AUTHORITY') = (verified_by is not null)),
    check ((verified_by is null) = (verified_at is null)),
    check (note is null or verified_by is not null)
);
-- The list, oldest first: ids sort by age. And who else has the same content.
create index evidence_pilot on evidence (pilot_id, evidence_id);
create index evidence_sha256 on evidence (sha256);
-- A file that was shown to somebody stays what it was.
create trigger evidence_content_only_added_to before update or delete or truncate on evidence_content
    for each statement execute function only_added_to();
create trigger evidence_chunk_only_added_to before update or delete or truncate on evidence_chunk
    for each statement execute function only_added_to();
