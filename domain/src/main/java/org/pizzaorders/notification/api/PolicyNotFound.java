package org.pizzaorders.notification.api;

import org.pizzaorders.shared.DomainException;

/** Customers cannot be informed about an event of that name. */
public class PolicyNotFound extends DomainException {

    public PolicyNotFound(String event) {
        super(Kind.NOT_FOUND, "POLICY_NOT_FOUND", "Customers are not notified of an event '\" + event + \"'.");
    }
}
