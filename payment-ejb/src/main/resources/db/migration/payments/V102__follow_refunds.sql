-- A refund is completed once the provider says that the money has gone back, and looked at now and then after that: it
-- may still fail.

alter table refunds add column completed_at timestamptz;
alter table refunds add column refused_since timestamptz;
alter table refunds
    drop constraint refunds_due_ck,
    add constraint refunds_due_ck check (status <> 'PENDING' or next_attempt_at is not null);

create index refunds_refused_ix on refunds (payment_id) where refused_since is not null;

comment on column refunds.refused_since is 'Since when the provider refuses it, or could not make it. A person may have to see to it.';
comment on column refunds.completed_at is 'When the provider first said that the money has gone back.';
comment on column refunds.provider_reference is
    'The provider''s id of the refund; set while it is pending there, too.';
comment on column refunds.next_attempt_at is
    'When to ask the provider; once completed, whether it still is. Null for not any more. While claimed, the end of the lease.';
comment on column refunds.id is 'Also in the idempotency keys of the calls, with the number of the call behind it from the second on.';
