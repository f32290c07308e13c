package org.pizzaorders.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderStatus;

/**
 * The caller and their role. Resources get it only from here. There is no access control yet, so every caller is a
 * guest who may do everything.
 */
@ApplicationScoped
public class Caller {

    /** The scope of the caller's idempotency keys; different callers may use the same key. */
    public String scope() {
        return customerId().orElse("guest");
    }

    /** The caller's account; empty for a guest. */
    public Optional<String> customerId() {
        return Optional.empty();
    }

    /** The operator's name for the audit. */
    public String operator() {
        return customerId().orElse("guest");
    }

    /** The customer whose orders the caller may see; empty for all. */
    public Optional<String> seesOrdersOf() {
        return Optional.empty();
    }

    /** The role in which the caller cancels an order. */
    public Actor cancelling() {
        return Actor.OWNER;
    }

    /** The role in which the caller moves an order on. */
    public Actor moving(OrderStatus to) {
        return to == OrderStatus.CANCELLED ? Actor.ADMIN : Actor.STAFF;
    }
}
