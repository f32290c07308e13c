-- Which events customers are told of, and by which channels; administrators change it by the API. An order has one mail
-- before it is in the kitchen: the confirmation, with the receipt. Short messages only where somebody has to act or to know
-- at once. Pushes for each step, without the payment that the step itself tells of; webhooks are for programs, and hear all.

create table notification_policies (
    id         uuid        not null default gen_random_uuid(),
    event      text        not null,
    channel    text        not null,
    told       boolean     not null,
    version    integer     not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint notification_policies_pk primary key (id),
    constraint notification_policies_event_uk unique (event, channel),
    constraint notification_policies_channel_ck check (channel in ('EMAIL', 'SMS', 'PUSH', 'WEBHOOK'))
);

create trigger notification_policies_touch before update on notification_policies
    for each row execute function touch_updated_at();

insert into notification_policies (event, channel, told)
select event, channel, told
  from (values
        --                  e-mail sms    push   webhook
        ('OrderCreated',     true,  false, true,  true),
        ('OrderPaid',        false, false, true,  true),
        ('OrderConfirmed',   false, false, true,  true),
        ('OrderPreparing',   false, false, true,  true),
        ('OrderReady',       false, true,  true,  true),
        ('OrderDelivered',   false, false, true,  true),
        ('OrderCancelled',   true,  true,  true,  true),
        ('PaymentCompleted', false, false, false, true),
        ('PaymentFailed',    true,  true,  true,  true),
        ('PaymentRefunded',  true,  false, true,  true)
       ) as policy (event, email, sms, push, webhook),
       lateral (values ('EMAIL', email), ('SMS', sms), ('PUSH', push), ('WEBHOOK', webhook)) as row (channel, told);

-- The confirmation promised another mail for the payment, which is not sent any more, and did not say how it is paid. Where
-- the words have been changed they stay as they are.
update notification_templates
   set version = version + 1,
       body = replace(replace(body,
              '<p>Как только пройдёт оплата, мы вам напишем.</p>',
              '<p>Оплата картой, {{order.total}}. Если она не пройдёт, мы сразу вам напишем.</p>'),
              '<p>We will write to you as soon as the payment has gone through.</p>',
              '<p>You pay {{order.total}} by card. Should the payment not go through, we will write to you at once.</p>')
 where type = 'OrderCreated' and channel = 'EMAIL';
