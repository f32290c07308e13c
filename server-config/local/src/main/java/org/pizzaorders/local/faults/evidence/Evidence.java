package org.pizzaorders.local.faults.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pizzaorders.local.Stack;

/**
 * Everything known about the orders of a run, from the four schemas, the topics and the outside world, after all work is
 * done.
 *
 * @param events the events of these orders, in the order of arrival within each
 * @param strangers events of orders that the database does not know
 * @param applied ids of the events in the inbox of each service
 * @param payable orders that the payment service knows
 * @param notified event types, each with a channel on which customers are notified of it, such as {@code OrderReady SMS}
 * @param world charges and messages of these orders only
 */
public record Evidence(
        List<Order> orders,
        List<Payment> payments,
        List<Notification> notifications,
        List<Delivery> deliveries,
        List<TopicEvent> events,
        List<TopicEvent> strangers,
        Map<String, Set<String>> applied,
        Set<String> payable,
        Set<String> notified,
        OutsideWorld world) {

    /** @param history all statuses that the order has had */
    public record Order(
            String id,
            String email,
            boolean hasPhone,
            String status,
            long total,
            String method,
            int eventVersion,
            List<String> history) {

        /** Whether its card should have been charged. */
        public boolean isCharged() {
            return method.equals("CARD")
                    && Set.of("PAID", "CONFIRMED", "PREPARING", "READY", "DELIVERED")
                            .contains(status);
        }
    }

    public record Payment(String id, String order, String status, int eventVersion) {}

    public record Notification(String id, String event, String template, String status) {}

    public record Delivery(String id, String notification, String channel, String status) {}

    /** @param email a pattern for the customers' addresses */
    public static Evidence collect(Stack stack, String email) {
        try (Database database = new Database(stack.database().owner());
                Topics topics = new Topics(stack.kafka().bootstrapServers())) {
            return collect(database, topics, OutsideWorld.read(stack.simulator().url()), email);
        }
    }

    static Evidence collect(Database database, Topics topics, OutsideWorld world, String email) {
        List<Order> orders = orders(database, email);
        Set<String> own = orders.stream().map(Order::id).collect(Collectors.toSet());
        Set<String> known = database.set("select id::text from orders.orders");
        List<TopicEvent> found = new ArrayList<>();
        List<TopicEvent> strangers = new ArrayList<>();
        for (String topic : Topics.ALL) {
            for (TopicEvent event : topics.read(topic)) {
                if (own.contains(event.key())) {
                    found.add(event);
                } else if (topic.startsWith("order") && !known.contains(event.key())) {
                    strangers.add(event);
                }
            }
        }
        List<Payment> payments = payments(database, email);
        List<Delivery> deliveries = deliveries(database, email);
        return new Evidence(
                orders,
                payments,
                notifications(database, email),
                deliveries,
                found,
                strangers,
                applied(database),
                database.set("select order_id::text from payments.payable_orders"),
                notified(database),
                own(world, own, payments, deliveries));
    }

    private static List<Order> orders(Database database, String email) {
        return database.list(
                """
                select o.id::text, customer_email, customer_phone is not null, o.status, total_amount, payment_method, event_version,
                       (select string_agg(h.status, ',' order by position) from orders.order_status_history h
                         where h.order_id = o.id)
                  from orders.orders o where customer_email like ? order by o.id""",
                row -> new Order(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getInt(7),
                        Arrays.asList(row.getString(8).split(","))),
                email);
    }

    private static final String OWN = "(select id from orders.orders where customer_email like ?)";

    private static List<Payment> payments(Database database, String email) {
        return database.list(
                "select id::text, order_id::text, status, event_version from payments.payments where order_id in " + OWN
                        + " order by id",
                row -> new Payment(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                email);
    }

    private static List<Notification> notifications(Database database, String email) {
        return database.list(
                "select id::text, event_id::text, template, status from notifications.notifications where order_id in "
                        + OWN,
                row -> new Notification(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                email);
    }

    private static List<Delivery> deliveries(Database database, String email) {
        return database.list(
                "select d.id::text, notification_id::text, channel, d.status"
                        + " from notifications.notification_deliveries d join notifications.notifications n"
                        + " on n.id = notification_id where n.order_id in " + OWN,
                row -> new Delivery(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                email);
    }

    private static Map<String, Set<String>> applied(Database database) {
        Map<String, Set<String>> applied = new HashMap<>();
        for (String service : List.of("orders", "payments", "notifications")) {
            applied.put(service, database.set("select event_id::text from " + service + ".processed_events"));
        }
        return applied;
    }

    /** Channels of the policy for which a template exists. */
    private static Set<String> notified(Database database) {
        return database.set(
                "select event || ' ' || channel from notifications.notification_policies p where told and exists"
                        + " (select 1 from notifications.notification_templates t where t.type = event and t.channel = p.channel)");
    }

    private static OutsideWorld own(
            OutsideWorld world, Set<String> orders, List<Payment> payments, List<Delivery> deliveries) {
        Set<String> paymentIds = payments.stream().map(Payment::id).collect(Collectors.toSet());
        Set<String> deliveryIds = deliveries.stream().map(Delivery::id).collect(Collectors.toSet());
        return new OutsideWorld(
                world.charges().stream()
                        .filter(charge -> orders.contains(charge.order()) || paymentIds.contains(charge.payment()))
                        .toList(),
                world.messages().stream()
                        .map(message -> new OutsideWorld.Message(message.channel(), deliveryOf(message)))
                        .filter(message -> deliveryIds.contains(message.id()))
                        .toList());
    }

    /** The id of the delivery. A mail's Message-ID contains it. */
    private static String deliveryOf(OutsideWorld.Message message) {
        return message.id().replaceAll("^<(.*)@.*$", "$1");
    }
}
