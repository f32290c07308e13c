package org.pizzaorders.notification.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.notification.entity.OrderContact;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;

/**
 * Sample values for each kind of message: the biggest possible order, by card and in cash, with all optional values and
 * with none; and a message by hand without an order.
 */
final class TemplateSamples {

    private static final UUID ORDER = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11");
    private static final int MOST_LINES = 50;
    private static final String PUBLIC_URL = "https://pizza.example";
    private static final String TEXT = "Some text";

    private TemplateSamples() {}

    /**
     * @param names all names in the template
     */
    static List<Map<String, Object>> of(Language language, Set<String> names) {
        var samples = new ArrayList<Map<String, Object>>();
        for (var method : PaymentMethod.values()) {
            var contact = Optional.of(contact(method));
            samples.add(values(language, ORDER, contact, full(method, names)));
            samples.add(values(language, ORDER, contact, money(method)));
        }
        samples.add(values(language, null, Optional.empty(), full(PaymentMethod.CARD, names)));
        return samples;
    }

    private static Map<String, Object> values(
            Language language, UUID order, Optional<OrderContact> contact, Map<String, Object> data) {
        return new TemplateValues(language, PUBLIC_URL).of("Anna", order, contact, data);
    }

    private static Map<String, Object> full(PaymentMethod method, Set<String> names) {
        var data = new HashMap<String, Object>();
        names.stream().filter(name -> !name.contains(".")).forEach(name -> data.put(name, TEXT));
        data.putAll(money(method));
        data.put("failureReason", "card_declined");
        data.put("reason", TEXT);
        return data;
    }

    private static Map<String, Object> money(PaymentMethod method) {
        return Map.of("amount", 125_000L, "currency", "RUB", "method", method.name());
    }

    private static OrderContact contact(PaymentMethod method) {
        var line =
                new PricedLine("margherita", "Margherita with buffalo mozzarella", PizzaSize.LARGE, 2, 62_500, 125_000);
        var contact = new OrderContact(ORDER);
        contact.learn(new OrderCreated(
                ORDER,
                null,
                new Customer("Anna", "anna@pizza.example", "+79161234567", "en"),
                Collections.nCopies(MOST_LINES, line),
                MOST_LINES * 125_000L,
                "RUB",
                "Moscow",
                new PaymentChoice(method, null)));
        return contact;
    }
}
