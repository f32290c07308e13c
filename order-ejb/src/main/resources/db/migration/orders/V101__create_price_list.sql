-- The menu as the catalogue's events told it: what an order needs to be named and priced.

create table price_list (
    pizza_id      text        not null,
    name_ru       text,
    name_en       text,
    price_small   bigint,
    price_medium  bigint,
    price_large   bigint,
    currency      text,
    status        text        not null,
    event_version integer     not null,
    updated_at    timestamptz not null default clock_timestamp(),
    constraint price_list_pk primary key (pizza_id),
    constraint price_list_status_ck check (status in ('AVAILABLE', 'SOLD_OUT', 'WITHDRAWN')),
    -- A pizza whose withdrawal is all we heard has neither name nor prices.
    constraint price_list_currency_ck check (currency ~ '^[A-Z]{3}$' or status = 'WITHDRAWN')
);

create trigger price_list_updated_at before update on price_list for each row execute function touch_updated_at();
