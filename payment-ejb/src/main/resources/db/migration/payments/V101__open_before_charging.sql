-- A payment is made known to the provider before it is charged, so nobody need count calls without an answer any more.
-- A refund that is refused is tried again and shows why.

alter table payments drop column open_calls;

comment on column payments.id is 'Also the idempotency key under which the provider opens the payment.';
comment on column payments.provider_reference is
    'The provider''s id of the payment, committed before anything is charged; null as long as nothing can have been.';

alter table refunds drop constraint refunds_status_ck, drop constraint refunds_due_ck;
alter table refunds rename column failure_reason to last_error;
update refunds set status = 'PENDING', next_attempt_at = now() where status = 'FAILED';
alter table refunds
    add constraint refunds_status_ck check (status in ('PENDING', 'COMPLETED')),
    add constraint refunds_due_ck check ((status = 'PENDING') = (next_attempt_at is not null));

comment on column refunds.id is 'Also the idempotency key of the first call; later ones have the number of the call added.';
comment on column refunds.last_error is 'What the provider said to the last call that gave nothing back.';
