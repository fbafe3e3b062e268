-- Who is told what, by which way. A subscription is a destination and what its owner wants to be told there.
create table subscription (
    subscription_id uuid primary key,
    revision bigint not null check (revision > 0),
    account text not null,
    -- For which agency the account is told; what is owed to an agency is told to its subscriptions.
    agency text not null,
    channel text not null check (channel in ('WEBHOOK', 'EMAIL', 'WECOM', 'DINGTALK', 'FEISHU', 'STREAM')),
    -- An http(s) address, an e-mail address, or nothing for a stream, which its reader opens.
    target text check ((target is null) = (channel = 'STREAM')),
    -- Empty for all.
    rules text[] not null,
    least_severity text not null check (least_severity in ('INFO', 'WARNING', 'CRITICAL')),
    fields text[] not null,
    timing text not null check (timing in ('AT_ONCE', 'DIGEST')),
    language text not null check (language in ('zh-CN', 'en')),
    state text not null check (state in ('ACTIVE', 'DISABLED', 'DELETED')),
    disabled_at timestamptz,
    disabled_reason_zh text,
    disabled_reason_en text,
    -- Public JWK (OKP, Ed25519) with which the receiver signs its receipts; absent where it gives none.
    receipt_key text,
    created_at timestamptz not null,
    check ((disabled_at is not null) = (state = 'DISABLED')),
    check ((disabled_at is null) = (disabled_reason_zh is null) and (disabled_at is null) = (disabled_reason_en is null))
);
-- Whom a notice reaches.
create index subscription_agency on subscription (agency) where state = 'ACTIVE';
-- The list of one account; that of all is by key.
create index subscription_account on subscription (account, subscription_id);
-- What the sender looks through.
create index subscription_active on subscription (channel, subscription_id) where state = 'ACTIVE';

-- What a webhook is signed with: the present one, and those before it that are still honoured.
create table subscription_secret (
    subscription_id uuid not null references subscription,
    number int not null check (number > 0),
    kind text not null check (kind in ('HMAC', 'ED25519')),
    -- whsec_… or whsk_…; given out once, when it is made, and the latter never.
    secret text not null,
    -- whpk_…
    public_key text,
    created_at timestamptz not null,
    -- By the wall clock; null for the present one.
    valid_until timestamptz,
    primary key (subscription_id, number),
    check ((public_key is null) = (kind = 'HMAC'))
);

-- How sending to a subscription's target goes. A table of its own: it changes with each round of sending, the
-- subscription only when somebody changes it.
create table endpoint (
    subscription_id uuid primary key references subscription,
    -- One replica serves an endpoint at a time, until this instant unless it says so again.
    served_by uuid,
    served_until timestamptz,
    -- Rounds without success in a row, when the first was, and until when it is left in peace.
    failures int not null default 0,
    failing_since timestamptz,
    quiet_until timestamptz,
    -- Whether somebody was told since it last worked.
    told boolean not null default false,
    check ((failures > 0) = (failing_since is not null))
);
comment on table endpoint is 'all instants by the wall clock: whoever waits for a machine waits in real time';

-- What one agency is to be told, once.
create table notice (
    notice_id uuid primary key,
    kind text not null check (kind in ('RAISED', 'LEVEL_RAISED', 'UNMUTED', 'ACKNOWLEDGEMENT_EXPIRED', 'ESCALATED',
        'CLEARED', 'DISMISSED', 'ENDPOINT_FAILING', 'TEST')),
    agency text not null,
    -- Absent where it is about no alert.
    alert_id text collate "C",
    pilot_id text collate "C",
    rule text,
    severity text,
    alert_revision bigint not null,
    -- The whole alert as it was then.
    alert jsonb,
    text_zh text not null,
    text_en text not null,
    -- By the programme clock.
    said_at timestamptz not null,
    unique (alert_id, alert_revision, kind, agency),
    check ((alert_id is null) = (kind in ('ENDPOINT_FAILING', 'TEST'))),
    check ((alert_id is null) = (alert is null) and (alert_id is null) = (pilot_id is null)
        and (alert_id is null) = (rule is null) and (alert_id is null) = (severity is null))
);
-- Replay since; the live stream. Ids are in the order of time.
create index notice_agency on notice (agency, notice_id);
create index notice_said_at on notice (agency, said_at);

-- One notice for one subscription. Its id is the webhook-id, the same on each try.
create table delivery (
    delivery_id uuid primary key,
    subscription_id uuid not null references subscription,
    notice_id uuid not null references notice,
    -- COLLECTED waits for its digest.
    state text not null check (state in ('PENDING', 'COLLECTED', 'DELIVERED', 'GIVEN_UP', 'CANCELLED')),
    -- All there were.
    tries int not null default 0,
    -- Those since it was planned or last replayed: where it stands on the ladder.
    rung int not null default 0,
    -- By the wall clock.
    next_try_at timestamptz not null,
    created_at timestamptz not null,
    settled_at timestamptz,
    unique (subscription_id, notice_id),
    check ((settled_at is null) = (state in ('PENDING', 'COLLECTED')))
);
-- What is due, endpoint by endpoint; what is settled costs nothing.
create index delivery_due on delivery (subscription_id, next_try_at) where state = 'PENDING';
create index delivery_collected on delivery (subscription_id, delivery_id) where state = 'COLLECTED';
-- The list of one subscription; the timeline of an alert.
create index delivery_subscription on delivery (subscription_id, delivery_id);
create index delivery_notice on delivery (notice_id);

-- Every try. Only ever added to.
create table delivery_try (
    delivery_id uuid not null references delivery,
    number int not null check (number > 0),
    at timestamptz not null,
    outcome text not null check (outcome in ('DELIVERED', 'FAILED', 'OVERLOADED', 'GONE')),
    -- Null where no answer came.
    status int,
    duration_ms bigint not null,
    -- Of the answer, what the first 500 bytes say.
    answer text,
    -- Why there was no answer.
    error text,
    primary key (delivery_id, number)
);
create trigger delivery_try_only_added_to before update or delete or truncate on delivery_try
    for each statement execute function only_added_to();

-- What receivers signed for; the receipt itself is in the pilot's chain.
create table delivery_receipt (
    delivery_id uuid primary key references delivery,
    jws text not null,
    received_at timestamptz not null
);
create trigger delivery_receipt_only_added_to before update or delete or truncate on delivery_receipt
    for each statement execute function only_added_to();
