package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** The order cannot be paid now. */
public class OrderNotPayable extends DomainException {

    /** @param reason completes "Order … cannot be paid: " */
    public OrderNotPayable(UUID orderId, String reason) {
        super(Kind.CONFLICT, "ORDER_NOT_PAYABLE", "Order " + orderId + " cannot be paid: " + reason + ".");
    }
}
