-- Each pilot's chain of receipts. The key settles that no two have one sequence.
create table receipt (
    pilot_id text not null,
    sequence bigint not null check (sequence >= 1),
    jws text not null,
    hash text not null,
    primary key (pilot_id, sequence)
);
comment on column receipt.jws is 'compact JWS over the canonical JSON';
comment on column receipt.hash is 'base64url SHA-256 of the column jws';

-- A name of its own: services have an only_added_to, which they make themselves.
create function receipt_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger receipt_only_added_to before update or delete or truncate on receipt
    for each statement execute function receipt_only_added_to();
