-- What the broker has taken, kept for a while: if the broker loses its topics, nobody else has what not all have heard yet.
create table outbox_sent (
    like outbox including comments,
    sent_at timestamptz not null default clock_timestamp(),
    primary key (position)
);
create index outbox_sent_at on outbox_sent (sent_at);

create function outbox_send_again(since timestamptz) returns bigint language sql as $$
    with again as (delete from outbox_sent where sent_at >= since returning *),
        queued as (
            insert into outbox (position, id, aggregatetype, aggregateid, type, payload, headers, partition, created_at)
                overriding system value
            select position, id, aggregatetype, aggregateid, type, payload, headers, partition, created_at from again
            returning 1)
    select count(*) from queued
$$;
comment on function outbox_send_again is
    'each at the place where it was, so that the order holds among them and before whatever was never sent';
