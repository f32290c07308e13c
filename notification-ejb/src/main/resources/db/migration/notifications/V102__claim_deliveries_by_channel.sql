-- Each channel claims its own deliveries: those of one that is away must not stand before the others.

create index notification_deliveries_channel_due_ix on notification_deliveries (channel, next_attempt_at)
    where next_attempt_at is not null;
drop index notification_deliveries_due_ix;
