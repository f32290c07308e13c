-- The menu: a pizza, what is said of it in each language, and what it costs in each size.

create table pizzas (
    id            text        not null,
    position      bigint      generated always as identity,
    image_url     text,
    available     boolean     not null,
    withdrawn_at  timestamptz,
    currency      text        not null,
    event_version integer     not null,
    version       integer     not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint pizzas_pk primary key (id),
    constraint pizzas_id_is_slug_ck check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 64),
    constraint pizzas_currency_ck check (currency ~ '^[A-Z]{3}$'),
    constraint pizzas_event_version_ck check (event_version > 0)
);

comment on column pizzas.position is 'Place on the menu: first come, first shown.';
comment on column pizzas.event_version is 'Number of events told of this pizza so far; gapless.';

create table pizza_texts (
    pizza_id    text not null,
    language    text not null,
    name        text not null,
    description text not null,
    ingredients text not null,
    constraint pizza_texts_pk primary key (pizza_id, language),
    constraint pizza_texts_pizza_fk foreign key (pizza_id) references pizzas (id) on delete cascade,
    constraint pizza_texts_language_ck check (language in ('ru', 'en')),
    constraint pizza_texts_name_ck check (length(name) between 1 and 80)
);

comment on column pizza_texts.ingredients is 'One a line.';

create table pizza_prices (
    pizza_id text   not null,
    size     text   not null,
    amount   bigint not null,
    constraint pizza_prices_pk primary key (pizza_id, size),
    constraint pizza_prices_pizza_fk foreign key (pizza_id) references pizzas (id) on delete cascade,
    constraint pizza_prices_size_ck check (size in ('SMALL', 'MEDIUM', 'LARGE')),
    constraint pizza_prices_amount_ck check (amount > 0)
);

comment on column pizza_prices.amount is 'In minor units of the currency of the pizza.';

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end
$$;

create trigger pizzas_touch_tr before update on pizzas for each row execute function touch_updated_at();

-- One row for each set of pizzas that was put on the menu by the program: whoever inserts it, puts them there.
create table menu_seeds (
    name      text        not null,
    seeded_at timestamptz not null default now(),
    constraint menu_seeds_pk primary key (name)
);
