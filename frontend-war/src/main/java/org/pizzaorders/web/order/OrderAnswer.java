package org.pizzaorders.web.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;

/** An order as clients read it. */
record OrderAnswer(
        UUID id,
        OrderStatus status,
        List<PricedLine> items,
        long totalAmount,
        String currency,
        Contact customer,
        String deliveryAddress,
        PaymentMethod paymentMethod,
        Instant createdAt,
        Instant updatedAt,
        int version,
        List<OrderView.StatusChange> history) {

    record Contact(String name, String email, String phone) {}

    static OrderAnswer of(OrderView order) {
        var customer = order.customer();
        return new OrderAnswer(
                order.id(),
                order.status(),
                order.items(),
                order.totalAmount(),
                order.currency(),
                new Contact(customer.name(), customer.email(), customer.phone()),
                order.deliveryAddress(),
                order.paymentMethod(),
                order.createdAt(),
                order.updatedAt(),
                order.version(),
                order.history());
    }
}
