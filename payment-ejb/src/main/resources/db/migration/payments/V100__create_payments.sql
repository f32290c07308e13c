-- What payments know of orders, the payments of each, the calls of the provider, and what went back.

create table payable_orders (
    order_id     uuid        not null,
    amount       bigint      not null,
    currency     text        not null,
    cancelled_at timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null default now(),
    constraint payable_orders_pk primary key (order_id),
    constraint payable_orders_amount_ck check (amount > 0),
    constraint payable_orders_currency_ck check (currency ~ '^[A-Z]{3}$')
);

comment on table payable_orders is 'What order-events said of an order. Its row is locked by whoever opens or cancels payments.';

create table payments (
    id                 uuid        not null,
    order_id           uuid        not null,
    amount             bigint      not null,
    currency           text        not null,
    method             text        not null,
    token              text,
    status             text        not null,
    failure_reason     text,
    provider_reference text,
    open_calls         integer     not null,
    next_attempt_at    timestamptz,
    correlation_id     text        not null,
    traceparent        text,
    event_version      integer     not null,
    version            integer     not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null default now(),
    constraint payments_pk primary key (id),
    constraint payments_order_fk foreign key (order_id) references payable_orders (order_id),
    constraint payments_amount_ck check (amount > 0),
    constraint payments_currency_ck check (currency ~ '^[A-Z]{3}$'),
    constraint payments_method_ck check (method in ('CARD', 'CASH')),
    constraint payments_status_ck
        check (status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED', 'REFUNDED')),
    constraint payments_failure_ck check ((status = 'FAILED') = (failure_reason is not null)),
    constraint payments_open_calls_ck check (open_calls >= 0),
    constraint payments_due_ck check (next_attempt_at is null or status in ('PENDING', 'PROCESSING')),
    constraint payments_token_ck check (token is null or status in ('PENDING', 'PROCESSING')),
    constraint payments_event_version_ck check (event_version >= 0)
);

-- An order never has two payments that took its money, or might.
create unique index payments_one_live_ux on payments (order_id) where status in ('PENDING', 'PROCESSING', 'COMPLETED');
create index payments_order_ix on payments (order_id, id);
create index payments_due_ix on payments (next_attempt_at) where next_attempt_at is not null;

comment on column payments.id is 'Also the idempotency key of the charge.';
comment on column payments.token is 'The card, as the provider calls it. Secret; gone once the payment is settled.';
comment on column payments.open_calls is 'Calls of the provider, claimed and perhaps made, whose outcome is not known.';
comment on column payments.next_attempt_at is 'When to call the provider; null for not at all. While claimed, the end of the lease.';
comment on column payments.event_version is 'Number of events told of this payment so far; gapless.';

create table payment_attempts (
    payment_id uuid        not null,
    number     integer     not null,
    outcome    text        not null,
    error      text,
    at         timestamptz not null,
    constraint payment_attempts_pk primary key (payment_id, number),
    constraint payment_attempts_payment_fk foreign key (payment_id) references payments (id) on delete cascade,
    constraint payment_attempts_number_ck check (number > 0),
    constraint payment_attempts_outcome_ck check (outcome in ('SUCCEEDED', 'DECLINED', 'TRANSIENT_FAILURE')),
    constraint payment_attempts_error_ck check ((outcome = 'SUCCEEDED') = (error is null))
);

create table refunds (
    id                 uuid        not null,
    payment_id         uuid        not null,
    amount             bigint      not null,
    status             text        not null,
    failure_reason     text,
    provider_reference text,
    attempts           integer     not null,
    next_attempt_at    timestamptz,
    version            integer     not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null default now(),
    constraint refunds_pk primary key (id),
    constraint refunds_payment_uq unique (payment_id),
    constraint refunds_payment_fk foreign key (payment_id) references payments (id),
    constraint refunds_amount_ck check (amount > 0),
    constraint refunds_status_ck check (status in ('PENDING', 'COMPLETED', 'FAILED')),
    constraint refunds_due_ck check ((status = 'PENDING') = (next_attempt_at is not null))
);

create index refunds_due_ix on refunds (next_attempt_at) where next_attempt_at is not null;

comment on column refunds.id is 'Also the idempotency key of the refund.';

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end
$$;

create trigger payable_orders_touch_tr before update on payable_orders for each row execute function touch_updated_at();
create trigger payments_touch_tr before update on payments for each row execute function touch_updated_at();
create trigger refunds_touch_tr before update on refunds for each row execute function touch_updated_at();
