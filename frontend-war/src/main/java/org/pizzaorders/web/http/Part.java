package org.pizzaorders.web.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of the API, one for each service. An archive with one service does not contain the classes of the others,
 * so they are looked up by name.
 */
public enum Part {
    MENU("menu.MenuResource"),
    ORDERS("order.OrderResource"),
    PAYMENTS("payment.PaymentResource"),
    NOTIFICATIONS("notification.NotificationResource", "notification.TemplateResource", "notification.PolicyResource");

    private final Set<Class<?>> resources;

    Part(String... names) {
        this.resources = Stream.of(names).flatMap(Part::find).collect(toUnmodifiableSet());
    }

    /** The resource classes of all parts in this archive. */
    public static Set<Class<?>> resources() {
        return Arrays.stream(values())
                .map(part -> part.resources)
                .flatMap(Collection::stream)
                .collect(toUnmodifiableSet());
    }

    static Set<Part> missing() {
        return Arrays.stream(values()).filter(part -> !part.isHere()).collect(toUnmodifiableSet());
    }

    /** Whether this archive contains it. */
    public boolean isHere() {
        return !resources.isEmpty();
    }

    private static Stream<Class<?>> find(String name) {
        try {
            return Stream.of(Class.forName("org.pizzaorders.web." + name, false, Part.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }
}
