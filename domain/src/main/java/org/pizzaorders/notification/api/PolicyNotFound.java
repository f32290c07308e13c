package org.pizzaorders.notification.api;

import org.pizzaorders.shared.DomainException;

/** Customers cannot be informed about an event of that name. */
public class PolicyNotFound extends DomainException {

    public PolicyNotFound(String event) {
        super(Kind.NOT_FOUND, "POLICY_NOT_FOUND", "There is no event '" + event + "' that customers are told of.");
    }
}
