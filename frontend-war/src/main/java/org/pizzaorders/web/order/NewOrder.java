package org.pizzaorders.web.order;

import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.payment.api.PaymentMethod;

/**
 * An order request as clients send it. It is passed on unchecked, so that the order service reports all errors
 * together.
 */
record NewOrder(
        Customer customer, String deliveryAddress, List<Line> items, Payment payment, ExpectedTotal expectedTotal) {

    /**
     * @param language null for the language of the request
     */
    record Customer(String name, String email, String phone, String language) {

        org.pizzaorders.order.api.Customer named(String otherwise) {
            return new org.pizzaorders.order.api.Customer(name, email, phone, language == null ? otherwise : language);
        }
    }

    record Line(String pizzaId, PizzaSize size, Integer quantity) {

        /** A missing quantity becomes 0, which the order service refuses with the allowed range. */
        OrderLine toLine() {
            return new OrderLine(pizzaId, size, quantity == null ? 0 : quantity);
        }
    }

    /** @param token null for cash */
    record Payment(PaymentMethod method, String token) {}

    PlaceOrder toCommand(String customerId, String language) {
        return new PlaceOrder(
                customerId,
                customer == null ? null : customer.named(language),
                deliveryAddress,
                lines(),
                payment == null ? null : new PaymentChoice(payment.method, payment.token),
                expectedTotal);
    }

    private List<OrderLine> lines() {
        var lines = new ArrayList<OrderLine>();
        if (items != null) {
            items.forEach(line -> lines.add(line == null ? null : line.toLine()));
        }
        return lines;
    }
}
