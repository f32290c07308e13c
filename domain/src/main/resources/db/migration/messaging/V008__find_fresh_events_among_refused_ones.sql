-- However many events a topic refuses, the relay looks for fresh ones without passing over them. And what was refused is
-- found by its aggregate in one index only: with two to choose from, old statistics have the planner take the wrong one.

create index outbox_events_fresh_ix on outbox_events (id) where published_at is null and attempts = 0;
drop index outbox_events_unpublished_ix;
drop index outbox_events_retry_ix;
create index outbox_events_retry_ix on outbox_events (next_attempt_at)
    where published_at is null and next_attempt_at is not null;
