-- What operators have decided about the service's circuit breakers; no row means nothing. Calls are counted in memory.

create table circuit_breakers (
    name       text        not null,
    override   text        not null,
    changed_at timestamptz not null default now(),
    constraint circuit_breakers_pk primary key (name),
    constraint circuit_breakers_override_ck check (override in ('NONE', 'OPEN', 'CLOSED'))
);
