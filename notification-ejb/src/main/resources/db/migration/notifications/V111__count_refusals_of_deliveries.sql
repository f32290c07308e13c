-- What the channel is to blame for spends none of a message's attempts.

alter table notification_deliveries
    add column refusals integer not null default 0,
    add constraint notification_deliveries_refusals_ck check (refusals between 0 and attempts);

comment on column notification_deliveries.refusals is
    'How many of the attempts the channel answered in the negative for this message; pizza.notification.max-attempts counts these.';
