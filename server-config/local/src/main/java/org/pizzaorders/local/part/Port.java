package org.pizzaorders.local.part;

/** The ports of the local run, each with the property that changes it. */
public enum Port {
    HTTP("pizza.http.port", 8080, "the application"),
    MENU("pizza.menu.port", 5001, "the menu service"),
    ORDERS("pizza.orders.port", 5002, "the order service"),
    PAYMENTS("pizza.payments.port", 5003, "the payment service"),
    NOTIFICATIONS("pizza.notifications.port", 5004, "the notification service"),
    ADMIN("pizza.admin.port", 4848, "the admin console"),
    SIMULATOR("pizza.simulator.port", 8090, "the payment provider simulator"),
    POSTGRES("pizza.postgres.port", 54320, "PostgreSQL"),
    KAFKA("pizza.kafka.port", 9092, "Kafka"),
    SMTP("pizza.smtp.port", 3025, "mail");

    private final String property;
    private final int standard;
    private final String use;

    Port(String property, int standard, String use) {
        this.property = property;
        this.standard = standard;
        this.use = use;
    }

    /** The port of the property, or the default. */
    public int chosen() {
        return chosen(standard);
    }

    /** The port of the property, or another default. */
    public int chosen(int otherwise) {
        String text = System.getProperty(property, Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new LocalRunException(
                    "-D" + property + "=" + text + " is not a port. Give a number from 1 to 65535.");
        }
        return Integer.parseInt(text);
    }

    public void requireFree(int port) {
        Ports.requireFree(use, port, property);
    }
}
