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
 * The operations of the services that are deployed here: one bean of each, all with the same interface, distinguished
 * by name. Thread-safe. In the EAR each service is a separate module; in a web archive they are all in one module.
 */
@ApplicationScoped
public class Services {

    private static final Map<Part, Bean> OPERATIONS = new EnumMap<>(Map.of(
            Part.MENU, new Bean("frontend", "CatalogOperations"),
            Part.ORDERS, new Bean("order-ejb", "OrderOperations"),
            Part.PAYMENTS, new Bean("payment-ejb", "PaymentOperations"),
            Part.NOTIFICATIONS, new Bean("notification-ejb", "NotificationOperations")));
    private static final List<Bean> BREAKERS = List.of(
            breakersOf("payment-ejb", "PaymentBreakers"), breakersOf("notification-ejb", "NotificationBreakers"));

    /**
     * @param module its module in the EAR
     */
    private record Bean(String module, String name) {

        String inEar() {
            return "java:app/" + module + "/" + name;
        }

        String inWebArchive() {
            return "java:module/" + name;
        }
    }

    /** Their service calls them by their own class too, so the name has to tell which view is meant. */
    private static Bean breakersOf(String module, String name) {
        return new Bean(module, name + "!" + Breakers.class.getName());
    }

    /** @throws IllegalStateException if the server does not have all of them yet */
    public Stream<ServiceOperations> all() {
        return OPERATIONS.entrySet().stream()
                .filter(service -> service.getKey().isHere())
                .map(service -> find(ServiceOperations.class, service.getValue())
                        .orElseThrow(() -> new IllegalStateException(
                                "The server has no " + service.getValue().inEar())));
    }

    /** The breakers of the services that have some. */
    Stream<Breakers> breakers() {
        return BREAKERS.stream().map(bean -> find(Breakers.class, bean)).flatMap(Optional::stream);
    }

    /**
     * The service with that name.
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

    /** The service of a consumer group: the name of a group begins with its service. */
    public ServiceOperations consuming(String groupId) {
        return all().filter(service -> (groupId + "-").startsWith(service.service() + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No service has the consumer group " + groupId));
    }

    private String names() {
        return String.join(", ", all().map(ServiceOperations::service).toList());
    }

    private static <T> Optional<T> find(Class<T> type, Bean bean) {
        return look(type, bean.inEar()).or(() -> look(type, bean.inWebArchive()));
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
