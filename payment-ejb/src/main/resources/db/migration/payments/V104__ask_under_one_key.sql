-- A payment is opened under one key until it is certain that the key gives nothing but an old failure. One that the
-- provider does not know is asked about ever more rarely, until an operator decides.

alter table payments add column opening_key integer not null default 1;
alter table payments add column unknown_since timestamptz;
alter table payments add constraint payments_opening_key_ck check (opening_key > 0);

create index payments_unknown_ix on payments (id) where unknown_since is not null;

comment on column payments.id is 'Also the idempotency key under which the provider opens the payment, with opening_key behind it from the second on.';
comment on column payments.opening_key is 'Number of the key under which the provider is told to open it.';
comment on column payments.unknown_since is 'Since when the provider says that it does not know what was opened there.';
