package org.pizzaorders.local.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;

/** The environment variables of the application server and the application, see {@code pizza.env.example}. */
public final class ServerEnvironment {

    /** Time-outs, so that nobody waits for ever for a database that does not answer. */
    private static final String SILENCE = "&connectTimeout=5&loginTimeout=10&socketTimeout=60&tcpKeepAlive=true";

    private ServerEnvironment() {}

    public static Map<String, String> of(StackSettings settings, Secrets secrets) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PIZZA_BIND_ADDRESS", Ports.LOOPBACK);
        environment.put("PIZZA_HTTP_PORT", port(settings, Port.HTTP));
        environment.put("PIZZA_MENU_PORT", port(settings, Port.MENU));
        environment.put("PIZZA_ORDERS_PORT", port(settings, Port.ORDERS));
        environment.put("PIZZA_PAYMENTS_PORT", port(settings, Port.PAYMENTS));
        environment.put("PIZZA_NOTIFICATIONS_PORT", port(settings, Port.NOTIFICATIONS));
        environment.put("PIZZA_PUBLIC_URL", "http://localhost:" + settings.port(Port.HTTP));
        environment.put("KAFKA_CONNECTOR_BOOTSTRAP_SERVERS", Ports.LOOPBACK + ":" + settings.port(Port.KAFKA));
        environment.put("PIZZA_SMTP_HOST", Ports.LOOPBACK);
        environment.put("PIZZA_SMTP_PORT", port(settings, Port.SMTP));
        environment.put("PIZZA_NOTIFICATION_FROM", "pizza@pizza.test");
        environment.put("PIZZA_NOTIFICATION_GATEWAY_URL", settings.url(Port.SIMULATOR) + "/gateway");
        environment.put("PIZZA_PAYMENT_PROVIDER_URL", settings.url(Port.SIMULATOR));
        environment.put("PIZZA_PAYMENT_PROVIDER_KEY", "sk_test_local");
        // Safe on loopback. Nothing here could check who is an operator.
        environment.put("PIZZA_OPS_OPEN", "true");
        environment.put("PIZZA_DEAD_LETTERS_KEY", secrets.key("dead-letters"));
        String database = "jdbc:postgresql://" + Ports.LOOPBACK + ":" + settings.port(Port.POSTGRES) + "/pizza";
        for (String service : PizzaDatabase.SERVICES) {
            String prefix = "PIZZA_DB_" + service.toUpperCase(Locale.ROOT);
            environment.put(prefix + "_URL", database + "?ApplicationName=" + service + SILENCE);
            environment.put(prefix + "_PASSWORD", secrets.of(service));
        }
        environment.putAll(settings.environment());
        return Map.copyOf(environment);
    }

    private static String port(StackSettings settings, Port port) {
        return Integer.toString(settings.port(port));
    }
}
