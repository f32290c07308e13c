package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
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
    private static final List<String> BREAKERS = List.of("payment-ejb/BreakerDesk", "notification-ejb/BreakerDesk");

    public Stream<ServiceOperations> all() {
        return OPERATIONS.stream().map(name -> bean(ServiceOperations.class, name));
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

    private static <T> T bean(Class<T> type, String name) {
        return find(type, name).orElseThrow(() -> new IllegalStateException("The application has no " + name));
    }

    private static <T> Optional<T> find(Class<T> type, String name) {
        try {
            return Optional.of(type.cast(InitialContext.doLookup("java:app/" + name)));
        } catch (NameNotFoundException e) {
            return Optional.empty();
        } catch (NamingException e) {
            throw new IllegalStateException("The server does not look up " + name, e);
        }
    }
}
