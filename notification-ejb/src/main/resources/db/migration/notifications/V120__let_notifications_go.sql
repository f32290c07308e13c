-- Notifications and the contacts of orders are kept for a while, and then purged: whatever belongs to one goes with it.

alter table notification_deliveries drop constraint notification_deliveries_notification_fk,
    add constraint notification_deliveries_notification_fk
        foreign key (notification_id) references notifications (id) on delete cascade;
alter table delivery_attempts drop constraint delivery_attempts_delivery_fk,
    add constraint delivery_attempts_delivery_fk
        foreign key (delivery_id) references notification_deliveries (id) on delete cascade;
alter table order_contact_lines drop constraint order_contact_lines_contact_fk,
    add constraint order_contact_lines_contact_fk
        foreign key (order_id) references order_contacts (order_id) on delete cascade;

create index notifications_age_ix on notifications (updated_at);
create index order_contacts_age_ix on order_contacts (created_at);
