package org.pizzaorders.web.payment;

import static org.pizzaorders.web.http.Constraints.ID;
import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.TOO_LONG;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.web.http.Constraints;

/** The wish to pay an order again. */
record NewPayment(
        @NotNull(message = NEEDED) @Pattern(regexp = Constraints.UUID, message = ID)
        String orderId,

        @NotNull(message = NEEDED) PaymentMethod method,
        @Size(max = 255, message = TOO_LONG) String token) {

    PayOrder toCommand() {
        return new PayOrder(Ids.parse("orderId", orderId), method, token);
    }
}
