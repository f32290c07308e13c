-- What every service has for messaging, in its own schema.

create table outbox_events (
    id                bigint generated always as identity,
    event_id          uuid        not null,
    aggregate_id      text        not null,
    aggregate_version integer     not null,
    partition_key     text        not null,
    event_type        text        not null,
    topic             text        not null,
    payload           jsonb       not null,
    headers           jsonb       not null,
    created_at        timestamptz not null default now(),
    published_at      timestamptz,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz,
    last_error        text,
    constraint outbox_events_pk primary key (id)
);

create index outbox_events_unpublished_ix on outbox_events (id) where published_at is null;
create index outbox_events_held_back_ix on outbox_events (aggregate_id, id) where published_at is null and attempts > 0;

-- The table empties all the time: vacuum by number of dead rows, not by their share.
alter table outbox_events set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table processed_events (
    consumer     text        not null,
    event_id     uuid        not null,
    processed_at timestamptz not null default now(),
    constraint processed_events_pk primary key (consumer, event_id)
);

create index processed_events_age_ix on processed_events (processed_at);
