package org.pizzaorders.order.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Key of a row that is part of an order: the order, and the position in one of its lists. */
public class OrderPart implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID order;
    private int position;

    /** For JPA, which fills it. */
    public OrderPart() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderPart part && position == part.position && Objects.equals(order, part.order);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, position);
    }
}
