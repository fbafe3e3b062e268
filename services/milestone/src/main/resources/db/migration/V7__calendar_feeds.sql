-- A calendar that can be read without signing in, by whoever holds its token. Only the token's hash is kept.
create table calendar_feed (
    feed_id uuid primary key,
    token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
    -- Of a pilot, or of a field.
    pilot_id text references pilot,
    field text,
    chinese boolean not null,
    -- Who made it, as that one then stood: the calendar never shows more.
    maker text not null,
    roles text[] not null,
    organisations text[] not null,
    fields text[] not null,
    regions text[] not null,
    made_at timestamptz not null,
    revoked_at timestamptz,
    check ((pilot_id is null) <> (field is null))
);
-- One's own, oldest first.
create index calendar_feed_maker on calendar_feed (maker, feed_id);
-- The pilots of a field.
create index pilot_fields on pilot using gin (fields);
