-- An order whose time to be paid is over asks whether it was paid. From then on nothing is charged for it any more.

alter table payable_orders add column overdue_at timestamptz;

comment on column payable_orders.overdue_at is 'When it was first heard that its time to be paid is over.';
