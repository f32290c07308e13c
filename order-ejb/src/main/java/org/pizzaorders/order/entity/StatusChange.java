package org.pizzaorders.order.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;

/** A status of an order and when the order got it. Never changes. */
@Entity
@Table(name = "order_status_history", schema = "orders")
@IdClass(OrderPart.class)
public class StatusChange {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private Order order;

    @Id
    private int position;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "changed_at")
    private Instant at;

    protected StatusChange() {}

    StatusChange(Order order, int position, OrderStatus status, Instant at) {
        this.order = order;
        this.position = position;
        this.status = status;
        this.at = at;
    }

    OrderView.StatusChange view() {
        return new OrderView.StatusChange(status, at);
    }
}
