-- What was answered to calls that came with a key. Written by the transaction of the call: a repeated call finds it and
-- has no effect of its own.

create table idempotency_keys (
    scope           text        not null,
    operation       text        not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,
    status          integer     not null,
    location        text,
    entity_tag      text,
    body            bytea       not null,
    created_at      timestamptz not null default now(),
    constraint idempotency_keys_pk primary key (scope, operation, idempotency_key)
);

create index idempotency_keys_age_ix on idempotency_keys (created_at);
