package org.pizzaorders.order.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;

/**
 * Orders, from the wish to the delivered box. Each changing call is one transaction: the order and its event, or
 * neither.
 */
public interface Orders {

    /**
     * Takes an order at the prices of the moment; emits {@link OrderCreated}.
     *
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong, or a pizza is unknown or cannot be had: nothing
     *     is stored
     */
    OrderView place(PlaceOrder order);

    /** @throws OrderNotFound if there is none of that id */
    OrderView order(UUID id);

    Page<OrderView> list(OrderQuery query);

    /**
     * Cancels; emits {@link OrderCancelled}. What was paid is given back.
     *
     * @param reason in a few words, for the customer; null for none
     * @throws OrderNotFound if there is none of that id
     * @throws IllegalOrderStep if it is too late for this actor: nothing changes
     */
    OrderView cancel(UUID id, Actor by, String reason);

    /**
     * Moves the order one step on in the kitchen or on the road; emits the event of that step.
     *
     * @throws OrderNotFound if there is none of that id
     * @throws IllegalOrderStep if the life cycle lacks the step, or leaves it to payments: nothing changes
     */
    OrderView advance(UUID id, OrderStatus to, Actor by);

    /** Whether there is anything to order: false until the menu's events have arrived. */
    boolean takesOrders();
}
