package org.pizzaorders.web.payment;

import static org.pizzaorders.web.http.Constraints.ID;

import jakarta.validation.constraints.Pattern;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.web.http.Constraints;

/** A request to pay an order again. The payment service checks missing fields. */
record NewPayment(
        @Pattern(regexp = Constraints.UUID, message = ID) String orderId, PaymentMethod method, String token) {

    PayOrder toCommand() {
        return new PayOrder(orderId == null ? null : Ids.parse("orderId", orderId), method, token);
    }
}
