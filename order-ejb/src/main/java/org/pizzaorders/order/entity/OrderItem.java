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
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.PricedLine;

/** One line of an order, with the name and price it had at that time. Never changes. */
@Entity
@Table(name = "order_items", schema = "orders")
@IdClass(OrderPart.class)
public class OrderItem {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private Order order;

    @Id
    private int position;

    @Column(name = "pizza_id")
    private String pizzaId;

    @Column(name = "pizza_name")
    private String pizzaName;

    @Enumerated(EnumType.STRING)
    private PizzaSize size;

    private int quantity;

    @Column(name = "unit_price")
    private long unitPrice;

    @Column(name = "total_price")
    private long totalPrice;

    protected OrderItem() {}

    OrderItem(Order order, int position, PricedLine line) {
        this.order = order;
        this.position = position;
        pizzaId = line.pizzaId();
        pizzaName = line.pizzaName();
        size = line.size();
        quantity = line.quantity();
        unitPrice = line.unitPrice();
        totalPrice = line.totalPrice();
    }

    PricedLine line() {
        return new PricedLine(pizzaId, pizzaName, size, quantity, unitPrice, totalPrice);
    }
}
