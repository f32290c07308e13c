package org.pizzaorders.messaging.event;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pizzaorders.shared.DomainEvent;

/**
 * The CloudEvents types of one sealed family of events. The name follows from the class: {@code
 * org.pizzaorders.order.api.OrderCreated} becomes {@code org.pizzaorders.order.OrderCreated.v1}.
 */
public final class EventType<E extends DomainEvent> {

    private static final String VERSION = ".v1";
    private static final Pattern ANY_VERSION = Pattern.compile("\\.v\\d[^.]*$");

    private final Map<String, Class<? extends E>> byName;

    private EventType(Map<String, Class<? extends E>> byName) {
        this.byName = byName;
    }

    public static String nameOf(Class<? extends DomainEvent> event) {
        return event.getName().replace(".api.", ".") + VERSION;
    }

    public static <E extends DomainEvent> EventType<E> family(Class<E> family) {
        return new EventType<>(Stream.of(family.getPermittedSubclasses())
                .<Class<? extends E>>map(type -> type.asSubclass(family))
                .collect(toUnmodifiableMap(EventType::nameOf, Function.identity())));
    }

    /**
     * The class of that type; empty for types that the family does not have.
     *
     * @throws UnreadableEvent if the family has this type in another version
     */
    public Optional<Class<? extends E>> find(String name) {
        var type = byName.get(name);
        if (type == null) {
            refuseOtherVersion(ANY_VERSION.matcher(name).replaceFirst(""));
        }
        return Optional.ofNullable(type);
    }

    private void refuseOtherVersion(String withoutVersion) {
        if (byName.containsKey(withoutVersion + VERSION)) {
            throw new UnreadableEvent(withoutVersion + " is known as " + VERSION.substring(1) + " only");
        }
    }
}
