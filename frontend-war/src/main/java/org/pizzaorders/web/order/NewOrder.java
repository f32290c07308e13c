package org.pizzaorders.web.order;

import static org.pizzaorders.web.http.Constraints.LANGUAGE;
import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.NOT_BLANK;
import static org.pizzaorders.web.http.Constraints.NOT_EMPTY;
import static org.pizzaorders.web.http.Constraints.TOO_LONG;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.payment.api.PaymentMethod;

/** The wish for an order, as clients write it. Only its form is checked here; the rest is for the order to say. */
record NewOrder(
        @NotNull(message = NEEDED) @Valid Customer customer,

        @NotBlank(message = NOT_BLANK) @Size(max = 500, message = TOO_LONG)
        String deliveryAddress,

        @NotEmpty(message = NOT_EMPTY) List<@NotNull(message = NEEDED) @Valid Line> items,
        @NotNull(message = NEEDED) @Valid Payment payment) {

    /** @param language null to be written to in the language of the request */
    record Customer(
            @NotBlank(message = NOT_BLANK) @Size(max = 100, message = TOO_LONG)
            String name,

            @NotBlank(message = NOT_BLANK) @Size(max = 254, message = TOO_LONG)
            String email,

            @NotBlank(message = NOT_BLANK) @Size(max = 32, message = TOO_LONG)
            String phone,

            @Pattern(regexp = "ru|en", message = LANGUAGE) String language) {

        org.pizzaorders.order.api.Customer named(String otherwise) {
            return new org.pizzaorders.order.api.Customer(name, email, phone, language == null ? otherwise : language);
        }
    }

    record Line(
            @NotBlank(message = NOT_BLANK) @Size(max = 64, message = TOO_LONG)
            String pizzaId,

            @NotNull(message = NEEDED) PizzaSize size,
            @NotNull(message = NEEDED) Integer quantity) {}

    /** @param token null for cash */
    record Payment(
            @NotNull(message = NEEDED) PaymentMethod method,
            @Size(max = 255, message = TOO_LONG) String token) {}

    PlaceOrder toCommand(String customerId, String language) {
        return new PlaceOrder(
                customerId,
                customer.named(language),
                deliveryAddress,
                items.stream()
                        .map(line -> new OrderLine(line.pizzaId, line.size, line.quantity))
                        .toList(),
                new PaymentChoice(payment.method, payment.token));
    }
}
