package org.pizzaorders.order.entity;

import static org.pizzaorders.order.api.OrderStatus.CANCELLED;
import static org.pizzaorders.order.api.OrderStatus.CONFIRMED;
import static org.pizzaorders.order.api.OrderStatus.DELIVERED;
import static org.pizzaorders.order.api.OrderStatus.PAID;
import static org.pizzaorders.order.api.OrderStatus.PAYMENT_FAILED;
import static org.pizzaorders.order.api.OrderStatus.PENDING;
import static org.pizzaorders.order.api.OrderStatus.PREPARING;
import static org.pizzaorders.order.api.OrderStatus.READY;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.IllegalOrderStep;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderConfirmed;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderPreparing;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Money;

/**
 * An order, from placing to delivery.
 *
 * <p>It begins {@code PENDING}. A card order waits for its payment and becomes {@code PAID} or {@code PAYMENT_FAILED}.
 * A failed one can be paid again until its time limit cancels it. A cash order does not wait. The pizzeria accepts the
 * order ({@code CONFIRMED}), bakes it ({@code PREPARING}), closes the box ({@code READY}) and delivers it ({@code
 * DELIVERED}). Until the kitchen begins, everybody may cancel it, afterwards only an administrator. {@code DELIVERED}
 * and {@code CANCELLED} are final. {@link LifeCycle} has the table; any other step throws {@link IllegalOrderStep} and
 * changes nothing.
 *
 * <p>Each step that other services must know about returns its event, with the version {@link #eventVersion}. Event
 * versions count from 1 without gaps, so they differ from the version of the row. Price, lines and contact never
 * change.
 *
 * <p>Not thread-safe. Load it with a lock to change it: of two simultaneous steps, the second then sees the result of
 * the first.
 */
@Entity(name = "PizzaOrder")
@Table(name = "orders", schema = "orders")
public class Order {

    @Id
    private UUID id;

    @Column(name = "customer_id")
    private String customerId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "total_amount")
    private long totalAmount;

    private String currency;

    @Embedded
    private Contact contact;

    @Column(name = "delivery_address")
    private String deliveryAddress;

    @Enumerated(EnumType.STRING)
    @Column(name = "payment_method")
    private PaymentMethod paymentMethod;

    @Column(name = "correlation_id")
    private String correlationId;

    @Column(name = "event_version")
    private int eventVersion;

    @Version
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "payment_due_at")
    private Instant paymentDueAt;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<OrderItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<StatusChange> history = new ArrayList<>();

    protected Order() {}

    /** A new order, {@code PENDING}. Publish it with {@link #created}. */
    public Order(UUID id, CheckedOrder wish, String correlationId, Instant at) {
        this.id = id;
        this.correlationId = correlationId;
        customerId = wish.customerId();
        contact = new Contact(wish.customer());
        deliveryAddress = wish.deliveryAddress();
        paymentMethod = wish.payment().method();
        currency = wish.total().currency();
        totalAmount = wish.total().amount();
        for (var line : wish.lines()) {
            items.add(new OrderItem(this, items.size(), line));
        }
        createdAt = at;
        eventVersion = 1;
        arrive(PENDING, at);
    }

    /**
     * The first event.
     *
     * @param token the provider's token of the card, which the order does not store; null for cash
     */
    public OrderCreated created(String token) {
        return new OrderCreated(
                id,
                customerId,
                contact.customer(),
                lines(),
                totalAmount,
                currency,
                deliveryAddress,
                new PaymentChoice(paymentMethod, token));
    }

    /** Whether this step is allowed from the present status. */
    public boolean allows(OrderStatus to, Actor by) {
        return LifeCycle.allows(status, to, by, paymentMethod);
    }

    /** Sets the payment deadline of a card order; ignored for cash. Call it when the order is created. */
    public void expectPaymentBy(Instant limit) {
        if (paymentMethod == PaymentMethod.CARD) {
            paymentDueAt = limit;
        }
    }

    /**
     * The deadline has passed: asks whether the order was paid. Empty if it no longer waits, for whatever reason.
     *
     * @param again when to ask again, if it still waits then
     */
    public Optional<OrderOverdue> askForPayment(Instant again) {
        if (paymentDueAt == null) {
            return Optional.empty();
        }
        paymentDueAt = again;
        return Optional.of(counted(new OrderOverdue(id)));
    }

    /** Cancels it if it still waits for its payment; empty if it no longer does, for whatever reason. */
    public Optional<OrderCancelled> cancelUnpaid(Instant at) {
        return paymentDueAt == null
                ? Optional.empty()
                : Optional.of(cancel(Actor.SYSTEM, OrderCancelled.PAYMENT_TIME_LIMIT, at));
    }

    public OrderPaid pay(Instant at) {
        step(PAID, Actor.SYSTEM, at);
        return counted(new OrderPaid(id));
    }

    /** Returns no event, because the payment service has already published one. */
    public void failPayment(Instant at) {
        step(PAYMENT_FAILED, Actor.SYSTEM, at);
    }

    public OrderConfirmed confirm(Actor by, Instant at) {
        step(CONFIRMED, by, at);
        return counted(new OrderConfirmed(id));
    }

    public OrderPreparing prepare(Actor by, Instant at) {
        step(PREPARING, by, at);
        return counted(new OrderPreparing(id));
    }

    public OrderReady makeReady(Actor by, Instant at) {
        step(READY, by, at);
        return counted(new OrderReady(id));
    }

    public OrderDelivered deliver(Actor by, Instant at) {
        step(DELIVERED, by, at);
        return counted(new OrderDelivered(id));
    }

    /** @param reason null for none */
    public OrderCancelled cancel(Actor by, String reason, Instant at) {
        step(CANCELLED, by, at);
        return counted(new OrderCancelled(id, reason));
    }

    /** Takes a step for a person, who cannot set payment statuses. */
    public OrderEvent advance(OrderStatus to, Actor by, Instant at) {
        return switch (to) {
            case CONFIRMED -> confirm(by, at);
            case PREPARING -> prepare(by, at);
            case READY -> makeReady(by, at);
            case DELIVERED -> deliver(by, at);
            case CANCELLED -> cancel(by, null, at);
            case PENDING, PAID, PAYMENT_FAILED -> throw new IllegalOrderStep(status, to);
        };
    }

    public UUID id() {
        return id;
    }

    public OrderStatus status() {
        return status;
    }

    /** The sum of its lines. */
    public Money total() {
        return new Money(totalAmount, currency);
    }

    public PaymentMethod paymentMethod() {
        return paymentMethod;
    }

    /** The call context of the request, for later work on the order. */
    public CallContext context() {
        return CallContext.of(correlationId, null);
    }

    /** The version of the latest event. */
    public int eventVersion() {
        return eventVersion;
    }

    /** The view has the version of the row from the last flush, so flush first. */
    public OrderView view() {
        return new OrderView(
                id,
                customerId,
                status,
                lines(),
                totalAmount,
                currency,
                contact.customer(),
                deliveryAddress,
                paymentMethod,
                createdAt,
                updatedAt,
                version,
                history.stream().map(StatusChange::view).toList());
    }

    private List<PricedLine> lines() {
        return items.stream().map(OrderItem::line).toList();
    }

    private void step(OrderStatus to, Actor by, Instant at) {
        if (!allows(to, by)) {
            throw new IllegalOrderStep(status, to);
        }
        arrive(to, at);
    }

    private void arrive(OrderStatus to, Instant at) {
        status = to;
        updatedAt = at;
        if (to != PENDING && to != PAYMENT_FAILED) {
            paymentDueAt = null;
        }
        history.add(new StatusChange(this, history.size(), to, at));
    }

    private <E extends OrderEvent> E counted(E event) {
        eventVersion++;
        return event;
    }
}
