-- Orders, with what each of them copied from the price list at its time.

create table orders (
    id                uuid        not null,
    customer_id       text,
    status            text        not null,
    total_amount      bigint      not null,
    currency          text        not null,
    customer_name     text        not null,
    customer_email    text        not null,
    customer_phone    text,
    customer_language text        not null,
    delivery_address  text        not null,
    payment_method    text        not null,
    correlation_id    text        not null,
    event_version     integer     not null,
    version           integer     not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    constraint orders_pk primary key (id),
    constraint orders_status_ck check (status in
        ('PENDING', 'PAID', 'PAYMENT_FAILED', 'CONFIRMED', 'PREPARING', 'READY', 'DELIVERED', 'CANCELLED')),
    constraint orders_total_amount_ck check (total_amount >= 0),
    constraint orders_currency_ck check (currency ~ '^[A-Z]{3}$'),
    constraint orders_customer_language_ck check (customer_language in ('ru', 'en')),
    constraint orders_payment_method_ck check (payment_method in ('CARD', 'CASH')),
    constraint orders_event_version_ck check (event_version >= 1)
);

-- Lists run by id, newest first; the primary key serves the one without a filter.
create index orders_status_ix on orders (status, id desc);
create index orders_customer_ix on orders (customer_id, id desc) where customer_id is not null;

create table order_items (
    order_id    uuid    not null,
    position    integer not null,
    pizza_id    text    not null,
    pizza_name  text    not null,
    size        text    not null,
    quantity    integer not null,
    unit_price  bigint  not null,
    total_price bigint  not null,
    constraint order_items_pk primary key (order_id, position),
    constraint order_items_order_fk foreign key (order_id) references orders (id),
    constraint order_items_size_ck check (size in ('SMALL', 'MEDIUM', 'LARGE')),
    constraint order_items_quantity_ck check (quantity between 1 and 100),
    constraint order_items_unit_price_ck check (unit_price >= 0),
    constraint order_items_total_price_ck check (total_price = unit_price * quantity)
);

create table order_status_history (
    order_id   uuid        not null,
    position   integer     not null,
    status     text        not null,
    changed_at timestamptz not null,
    constraint order_status_history_pk primary key (order_id, position),
    constraint order_status_history_order_fk foreign key (order_id) references orders (id),
    constraint order_status_history_status_ck check (status in
        ('PENDING', 'PAID', 'PAYMENT_FAILED', 'CONFIRMED', 'PREPARING', 'READY', 'DELIVERED', 'CANCELLED'))
);

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := clock_timestamp();
    return new;
end
$$;

-- The application counts the version up and tells the time itself; for whoever else changes an order it is told here.
create trigger orders_updated_at before update on orders
    for each row when (new.version = old.version) execute function touch_updated_at();
