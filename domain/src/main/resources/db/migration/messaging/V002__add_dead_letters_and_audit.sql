-- Events that could not be applied or sent, those parked behind them, and what operators did about them.

create table dead_letters (
    id               uuid        not null,
    position         bigint generated always as identity,
    kind             text        not null,
    status           text        not null,
    consumer         text        not null,
    topic            text        not null,
    record_partition integer,
    record_offset    bigint,
    record_key       text,
    outbox_id        bigint,
    event_id         text,
    event_type       text,
    reason           text,
    causes           text[]      not null default '{}',
    fingerprint      text,
    attempts         integer     not null default 0,
    first_failed_at  timestamptz,
    last_failed_at   timestamptz,
    headers          jsonb       not null default '{}',
    payload          bytea,
    next_attempt_at  timestamptz,
    resolved_at      timestamptz,
    constraint dead_letters_pk primary key (id),
    constraint dead_letters_record_uq unique (consumer, topic, record_partition, record_offset),
    constraint dead_letters_outbox_uq unique (outbox_id),
    constraint dead_letters_kind_ck check (kind in ('INCOMING', 'OUTGOING')),
    constraint dead_letters_status_ck check (status in ('OPEN', 'REDRIVING', 'PARKED', 'REDRIVEN', 'DISCARDED')),
    constraint dead_letters_reason_ck check (reason in ('EXHAUSTED', 'UNREADABLE', 'UNSENDABLE'))
);

create index dead_letters_queue_ix on dead_letters (consumer, topic, record_key, position)
    where status in ('OPEN', 'REDRIVING', 'PARKED');
create index dead_letters_fingerprint_ix on dead_letters (fingerprint) where status = 'OPEN';
create index dead_letters_due_ix on dead_letters (next_attempt_at) where next_attempt_at is not null;
create index dead_letters_resolved_ix on dead_letters (resolved_at) where resolved_at is not null;

create table operator_actions (
    id       uuid        not null,
    taken_at timestamptz not null default now(),
    taken_by text        not null,
    action   text        not null,
    target   text        not null,
    reason   text        not null,
    touched  integer     not null,
    constraint operator_actions_pk primary key (id)
);
