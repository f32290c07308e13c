package org.pizzaorders.web.order;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotNull;
import org.pizzaorders.order.api.OrderStatus;

/** The requested next status of an order. */
record NextStatus(@NotNull(message = NEEDED) OrderStatus status) {}
