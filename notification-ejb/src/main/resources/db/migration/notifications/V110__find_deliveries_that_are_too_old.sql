-- While a channel is away, what is too old for it is looked for each second: without passing over all that waits.

create index notification_deliveries_age_ix on notification_deliveries (channel, created_at, next_attempt_at)
    where next_attempt_at is not null;
