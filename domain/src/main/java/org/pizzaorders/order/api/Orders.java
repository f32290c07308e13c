package org.pizzaorders.order.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;

/** Orders, from placing to delivery. Each changing call is one transaction: the order and its event, or neither. */
public interface Orders {

    /**
     * Places an order at the current prices; emits {@link OrderCreated}.
     *
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong, or a pizza is unknown or not available: nothing
     *     is stored
     */
    OrderView place(PlaceOrder order);

    /**
     * @throws OrderNotFound if no order has that id
     */
    OrderView order(UUID id);

    Page<OrderView> list(OrderQuery query);

    /**
     * Cancels the order; emits {@link OrderCancelled}. The payment is refunded.
     *
     * @param reason in a few words, for the customer; null for none
     * @throws OrderNotFound if no order has that id
     * @throws IllegalOrderStep if it is too late for this actor: nothing changes
     */
    OrderView cancel(UUID id, Actor by, String reason);

    /**
     * Moves the order one step further in the kitchen or on the road; emits the event of that step.
     *
     * @throws OrderNotFound if no order has that id
     * @throws IllegalOrderStep if the life cycle does not allow the step, or only payments may make it: nothing changes
     */
    OrderView advance(UUID id, OrderStatus to, Actor by);

    /** Whether the menu is known: false until its events have arrived. True too if all of it is sold out. */
    boolean takesOrders();
}
