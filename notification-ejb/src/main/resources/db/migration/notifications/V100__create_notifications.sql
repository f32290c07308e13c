-- Whom the orders are for, as OrderCreated said. The row comes first, empty, so that there is something to lock: whoever
-- handles an event of an order holds it.
create table order_contacts (
    order_id       uuid        not null,
    known          boolean     not null default false,
    name           text,
    email          text,
    phone          text,
    language       text,
    total_amount   bigint,
    currency       text,
    payment_method text,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint order_contacts_pk primary key (order_id),
    constraint order_contacts_known_ck check (not known or (total_amount is not null and currency is not null))
);

create table order_contact_lines (
    order_id    uuid    not null,
    line        integer not null,
    pizza_name  text    not null,
    size        text    not null,
    quantity    integer not null,
    unit_price  bigint  not null,
    total_price bigint  not null,
    constraint order_contact_lines_pk primary key (order_id, line),
    constraint order_contact_lines_contact_fk foreign key (order_id) references order_contacts (order_id),
    constraint order_contact_lines_quantity_ck check (quantity > 0)
);

create table notifications (
    id             uuid        not null,
    event_id       uuid,
    order_id       uuid,
    template       text        not null,
    data           text        not null,
    subject        text,
    message        text,
    status         text        not null,
    awaits_contact boolean     not null,
    correlation_id text        not null,
    traceparent    text,
    version        integer     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null default now(),
    constraint notifications_pk primary key (id),
    constraint notifications_event_uk unique (event_id),
    constraint notifications_status_ck check (status in ('PENDING', 'SENT', 'DELIVERED', 'FAILED')),
    constraint notifications_awaits_ck check (not awaits_contact or (status = 'PENDING' and order_id is not null))
);

comment on column notifications.event_id is 'The event that it answers; null for one sent by hand.';
comment on column notifications.data is 'JSON: values for the template beside those of the order.';

create index notifications_order_ix on notifications (order_id, id desc);
create index notifications_awaiting_ix on notifications (order_id, id) where awaits_contact;

create table notification_deliveries (
    id              uuid        not null,
    notification_id uuid        not null,
    channel         text        not null,
    address         text        not null,
    subject         text,
    body            text        not null,
    html            text,
    status          text        not null,
    attempts        integer     not null,
    next_attempt_at timestamptz,
    error           text,
    sent_at         timestamptz,
    version         integer     not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    constraint notification_deliveries_pk primary key (id),
    constraint notification_deliveries_notification_fk foreign key (notification_id) references notifications (id),
    constraint notification_deliveries_channel_uk unique (notification_id, channel),
    constraint notification_deliveries_channel_ck check (channel in ('EMAIL', 'SMS', 'PUSH', 'WEBHOOK')),
    constraint notification_deliveries_status_ck check (status in ('PENDING', 'SENT', 'DELIVERED', 'FAILED')),
    constraint notification_deliveries_due_ck check ((status = 'PENDING') = (next_attempt_at is not null)),
    constraint notification_deliveries_attempts_ck check (attempts >= 0)
);

create index notification_deliveries_due_ix on notification_deliveries (next_attempt_at)
    where next_attempt_at is not null;

create table delivery_attempts (
    delivery_id uuid        not null,
    number      integer     not null,
    outcome     text        not null,
    error       text,
    at          timestamptz not null,
    constraint delivery_attempts_pk primary key (delivery_id, number),
    constraint delivery_attempts_delivery_fk foreign key (delivery_id) references notification_deliveries (id),
    constraint delivery_attempts_outcome_ck check (outcome in ('SENT', 'PUT_OFF', 'GIVEN_UP')),
    constraint delivery_attempts_error_ck check ((outcome = 'SENT') = (error is null))
);

create table notification_templates (
    id         uuid        not null default gen_random_uuid(),
    type       text        not null,
    channel    text        not null,
    language   text        not null,
    subject    text,
    body       text        not null,
    version    integer     not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint notification_templates_pk primary key (id),
    constraint notification_templates_text_uk unique (type, channel, language),
    constraint notification_templates_channel_ck check (channel in ('EMAIL', 'SMS', 'PUSH', 'WEBHOOK')),
    constraint notification_templates_language_ck check (language in ('ru', 'en')),
    constraint notification_templates_subject_ck check (channel <> 'EMAIL' or subject is not null)
);

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end
$$;

create trigger order_contacts_touch before update on order_contacts
    for each row execute function touch_updated_at();
create trigger notifications_touch before update on notifications
    for each row execute function touch_updated_at();
create trigger notification_deliveries_touch before update on notification_deliveries
    for each row execute function touch_updated_at();
create trigger notification_templates_touch before update on notification_templates
    for each row execute function touch_updated_at();
