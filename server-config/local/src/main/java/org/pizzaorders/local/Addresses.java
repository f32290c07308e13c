package org.pizzaorders.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.server.StackSettings;

/** The addresses that people need when everything runs. Add a line here for a new page of the application. */
final class Addresses {

    private Addresses() {}

    static Map<String, String> of(Stack stack) {
        StackSettings settings = stack.settings();
        String shop = "http://localhost:" + settings.port(Port.HTTP);
        String simulator = "http://localhost:" + settings.port(Port.SIMULATOR);
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Shop", shop);
        addresses.put("API", shop + "/api/v1");
        addresses.put("Menu", shop + "/api/v1/menu");
        addresses.put("API description", shop + "/openapi");
        addresses.put("Health", shop + "/health");
        addresses.put("Messages that were sent", simulator + "/mail");
        addresses.put("Payment provider's books", simulator + "/ledger");
        stack.server()
                .console()
                .ifPresent(console -> addresses.put(
                        "Admin console", console + " (user admin, password: admin= in " + stack.secretsFile() + ")"));
        addresses.put("PostgreSQL", stack.database().owner() + " (password: pizza= there)");
        addresses.put("Kafka", stack.kafka().bootstrapServers());
        addresses.put("Logs", settings.home().resolve("logs").toString());
        return addresses;
    }
}
