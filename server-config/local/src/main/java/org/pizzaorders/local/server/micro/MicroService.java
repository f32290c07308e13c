package org.pizzaorders.local.server.micro;

import java.util.Locale;
import org.pizzaorders.local.part.Port;

/** A service that Payara Micro can run alone, in a web archive of the same name. */
enum MicroService {
    MENU(Port.MENU, "catalog"),
    ORDERS(Port.ORDERS, "orders"),
    PAYMENTS(Port.PAYMENTS, "payments"),
    NOTIFICATIONS(Port.NOTIFICATIONS, "notifications");

    private final Port port;
    private final String schema;

    MicroService(Port port, String schema) {
        this.port = port;
        this.schema = schema;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    Port port() {
        return port;
    }

    /** The prefix of the environment variables of its database. */
    String databasePrefix() {
        return "PIZZA_DB_" + schema.toUpperCase(Locale.ROOT) + "_";
    }
}
