-- Flags in the order in which a person takes them up: what is to be decided first, gravest first, and of those what has
-- been known the longest.
alter table conduct_flag
    add column urgency smallint not null generated always as (
        case state
            when 'FOUND' then case outcome when 'ALERT' then 0 when 'REVIEW' then 1 else 2 end
            when 'CONFIRMED' then 3
            when 'DISMISSED' then 4
            else 5
        end) stored,
    -- ISO 8601 in UTC, which sorts as time does.
    add column known_since text collate "C" not null
        generated always as (coalesce(flag ->> 'foundAt', flag ->> 'postedAt')) stored;
create index conduct_flag_urgency on conduct_flag (urgency, known_since, flag_id);

-- The last tries of each subscription, however much waits for it.
create index delivery_tried on delivery (subscription_id, delivery_id) where tries > 0;
-- When a subscription was last reached.
create index delivery_reached on delivery (subscription_id, settled_at) where state = 'DELIVERED';
-- What never arrived.
create index delivery_given_up on delivery (subscription_id, delivery_id) where state = 'GIVEN_UP';
