-- A person may not decide about a payment or refund while a worker asks the provider: the answer could contradict them.
-- next_attempt_at cannot tell, because the next call after a backoff is there too.

alter table payments add column claimed_until timestamptz;
alter table refunds add column claimed_until timestamptz;

comment on column payments.claimed_until is 'The end of the lease of the worker that asks the provider; null if none does.';
comment on column refunds.claimed_until is 'The end of the lease of the worker that asks the provider; null if none does.';
