package org.pizzaorders.notification.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Money;

/**
 * The customer and the content of an order, for the messages about it. The first event of the order inserts an empty
 * row; each transaction that handles an event of the order locks it; {@code OrderCreated} fills it once. Contains
 * personal data.
 */
@Entity
@Table(schema = "notifications", name = "order_contacts")
public class OrderContact {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    private boolean known;
    private String name;
    private String email;
    private String phone;
    private String language;

    @Column(name = "total_amount")
    private Long totalAmount;

    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(name = "payment_method")
    private PaymentMethod paymentMethod;

    @ElementCollection
    @CollectionTable(
            schema = "notifications",
            name = "order_contact_lines",
            joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "line")
    private List<ContactLine> lines = new ArrayList<>();

    protected OrderContact() {}

    /** An empty contact, of which only the order is known. */
    public OrderContact(UUID orderId) {
        this.orderId = orderId;
    }

    /** Copies the customer and the content from the order. A second call changes nothing. */
    public void learn(OrderCreated order) {
        if (known) {
            return;
        }
        known = true;
        name = order.customer().name();
        email = order.customer().email();
        phone = order.customer().phone();
        language = order.customer().language();
        totalAmount = order.totalAmount();
        currency = order.currency();
        paymentMethod = order.payment().method();
        order.items().forEach(line -> lines.add(new ContactLine(line)));
    }

    public UUID orderId() {
        return orderId;
    }

    /** Whether {@code OrderCreated} has arrived; until then the customer is unknown. */
    public boolean isKnown() {
        return known;
    }

    public Recipient recipient() {
        return new Recipient(name, email, phone, null, null, language);
    }

    public Money total() {
        return new Money(totalAmount, currency);
    }

    public boolean isPaidInCash() {
        return paymentMethod == PaymentMethod.CASH;
    }

    public List<ContactLine> lines() {
        return List.copyOf(lines);
    }
}
