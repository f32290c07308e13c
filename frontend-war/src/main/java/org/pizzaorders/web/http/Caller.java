package org.pizzaorders.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderStatus;

/**
 * Who calls, and as what. The one place that resources ask: without access control every caller is a guest who may do
 * everything.
 */
@ApplicationScoped
public class Caller {

    /** Whose idempotency keys the caller's are: those of different callers do not meet. */
    public String scope() {
        return customerId().orElse("guest");
    }

    /** The caller's account; empty for a guest. */
    public Optional<String> customerId() {
        return Optional.empty();
    }

    /** By what name an operator is in the audit. */
    public String operator() {
        return customerId().orElse("guest");
    }

    /** Whose orders the caller sees; empty for everybody's. */
    public Optional<String> seesOrdersOf() {
        return Optional.empty();
    }

    /** As what the caller cancels an order by the customer's way. */
    public Actor cancelling() {
        return Actor.OWNER;
    }

    /** As what the caller moves an order by the staff's way. */
    public Actor moving(OrderStatus to) {
        return to == OrderStatus.CANCELLED ? Actor.ADMIN : Actor.STAFF;
    }
}
