package org.pizzaorders.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.pizzaorders.order.api.PricedLine;

/** What was ordered, one line. Amounts in minor units of the order's currency. */
@Embeddable
public class ContactLine {

    @Column(name = "pizza_name")
    private String pizzaName;

    private String size;
    private int quantity;

    @Column(name = "unit_price")
    private long unitPrice;

    @Column(name = "total_price")
    private long totalPrice;

    protected ContactLine() {}

    ContactLine(PricedLine line) {
        pizzaName = line.pizzaName();
        size = line.size().name();
        quantity = line.quantity();
        unitPrice = line.unitPrice();
        totalPrice = line.totalPrice();
    }

    public String pizzaName() {
        return pizzaName;
    }

    /** Name of a {@link org.pizzaorders.catalog.api.PizzaSize}. */
    public String size() {
        return size;
    }

    public int quantity() {
        return quantity;
    }

    public long unitPrice() {
        return unitPrice;
    }

    public long totalPrice() {
        return totalPrice;
    }
}
