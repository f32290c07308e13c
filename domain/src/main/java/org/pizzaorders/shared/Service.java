package org.pizzaorders.shared;

/** The services. Each has its schema and a topic that only this service writes to. */
public enum Service {
    CATALOG("catalog", "menu-events"),
    ORDERS("orders", "order-events"),
    PAYMENTS("payments", "payment-events"),
    NOTIFICATIONS("notifications", "notification-events");

    private final String schema;
    private final String topic;

    Service(String schema, String topic) {
        this.schema = schema;
        this.topic = topic;
    }

    /** Name of its database schema, and of its Flyway location. */
    public String schema() {
        return schema;
    }

    public String topic() {
        return topic;
    }

    /** {@code ce_source} of its events. */
    public String source() {
        return "/pizza-orders/" + schema;
    }

    /** A table of its schema. */
    public String table(String name) {
        return schema + "." + name;
    }
}
