package org.pizzaorders.operations.api;

import org.pizzaorders.shared.DomainException;

/** The service has no circuit breaker of that name. */
public class BreakerNotFound extends DomainException {

    public BreakerNotFound(String name) {
        super(Kind.NOT_FOUND, "BREAKER_NOT_FOUND", "There is no circuit breaker " + name + ".");
    }
}
