-- Events of types that only a newer version knows, kept until that version is here: while services are upgraded one after the
-- other, an older one may hear a newer one.
create table newer_event (
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    record_key text,
    event_type text not null,
    headers jsonb not null,
    value bytea,
    primary key (topic, partition, record_offset)
);
comment on column newer_event.event_type is 'the header ce_type';
create index newer_event_by_type on newer_event (event_type);
