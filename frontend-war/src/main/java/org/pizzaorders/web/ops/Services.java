package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.web.http.Part;
import org.pizzaorders.web.http.Requests;

/**
 * The operations of the services that are deployed here: one bean of each, all of one interface, told apart by name. Any
 * thread. In the EAR each service is a module of its own; in a web archive they are all parts of the one module.
 */
@ApplicationScoped
public class Services {

    private static final Map<Part, String> OPERATIONS = new EnumMap<>(Map.of(
            Part.MENU, "java:app/frontend/CatalogOperations",
            Part.ORDERS, "java:app/order-ejb/OrderOperations",
            Part.PAYMENTS, "java:app/payment-ejb/PaymentOperations",
            Part.NOTIFICATIONS, "java:app/notification-ejb/NotificationOperations"));
    private static final List<String> BREAKERS =
            List.of("java:app/payment-ejb/PaymentBreakerDesk", "java:app/notification-ejb/NotificationBreakerDesk");

    /** @throws IllegalStateException if the server does not have all of them yet */
    public Stream<ServiceOperations> all() {
        return OPERATIONS.entrySet().stream()
                .filter(service -> service.getKey().isHere())
                .map(service -> find(ServiceOperations.class, service.getValue())
                        .orElseThrow(() -> new IllegalStateException("The server has no " + service.getValue())));
    }

    /** Of the services that call others, as far as they have any. */
    Stream<Breakers> breakers() {
        return BREAKERS.stream().map(name -> find(Breakers.class, name)).flatMap(Optional::stream);
    }

    /**
     * The one of that name.
     *
     * @param name null for all
     */
    List<ServiceOperations> named(String name) {
        if (name == null) {
            return all().toList();
        }
        return List.of(all().filter(service -> service.service().equals(name))
                .findFirst()
                .orElseThrow(() -> Requests.invalid("service", "must be one of " + names())));
    }

    /** The one that a consumer of that group belongs to: groups are called after their service. */
    ServiceOperations consuming(String groupId) {
        return all().filter(service -> (groupId + "-").startsWith(service.service() + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No service has the consumer group " + groupId));
    }

    private String names() {
        return String.join(", ", all().map(ServiceOperations::service).toList());
    }

    /** Where each service is a module of the application, or where all are in this one. */
    private static <T> Optional<T> find(Class<T> type, String name) {
        return look(type, name).or(() -> look(type, name.replaceFirst("app/[^/]+", "module")));
    }

    private static <T> Optional<T> look(Class<T> type, String name) {
        try {
            return Optional.of(type.cast(InitialContext.doLookup(name)));
        } catch (NamingException e) {
            if (e instanceof NameNotFoundException || e.getRootCause() instanceof NameNotFoundException) {
                return Optional.empty();
            }
            throw new IllegalStateException("The server does not look up " + name, e);
        }
    }
}
