package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.web.http.Requests;

/** The operations of all services: one bean of each, all of one interface, told apart by name. Any thread. */
@ApplicationScoped
public class Services {

    private static final List<String> OPERATIONS = List.of(
            "frontend/CatalogOperations",
            "order-ejb/OrderOperations",
            "payment-ejb/PaymentOperations",
            "notification-ejb/NotificationOperations");
    private static final List<String> BREAKERS =
            List.of("payment-ejb/PaymentBreakerDesk", "notification-ejb/NotificationBreakerDesk");

    public Stream<ServiceOperations> all() {
        return OPERATIONS.stream().map(name -> bean(ServiceOperations.class, name));
    }

    /** Of the services that call others. */
    Stream<Breakers> breakers() {
        return BREAKERS.stream().map(name -> bean(Breakers.class, name));
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

    private static <T> T bean(Class<T> type, String name) {
        try {
            return type.cast(InitialContext.doLookup("java:app/" + name));
        } catch (NamingException e) {
            throw new IllegalStateException("The application has no " + name, e);
        }
    }
}
