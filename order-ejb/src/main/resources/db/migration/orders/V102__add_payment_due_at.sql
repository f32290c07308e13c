-- Orders by card wait for their money until then, and no longer.

alter table orders add column payment_due_at timestamptz;

update orders set payment_due_at = now() + interval '30 minutes'
    where payment_method = 'CARD' and status in ('PENDING', 'PAYMENT_FAILED');

alter table orders add constraint orders_payment_due_ck
    check (payment_due_at is null or status in ('PENDING', 'PAYMENT_FAILED'));

create index orders_payment_due_ix on orders (payment_due_at) where payment_due_at is not null;

comment on column orders.payment_due_at is
    'When the order is cancelled for want of payment; null if it waits for none. While that is seen to, the end of the lease.';
