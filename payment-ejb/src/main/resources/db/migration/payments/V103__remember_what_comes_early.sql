-- What is told of an order may be heard before the order itself: it is kept in the order's row, which then knows no amount.

alter table payable_orders add column delivered_at timestamptz;
alter table payable_orders
    alter column amount drop not null,
    alter column currency drop not null,
    add constraint payable_orders_known_ck check ((amount is null) = (currency is null));

comment on column payable_orders.amount is 'Null as long as the order itself was not told of.';
comment on column payable_orders.delivered_at is 'Set if the delivery was told of before the order itself.';
