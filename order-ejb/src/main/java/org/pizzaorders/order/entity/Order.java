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
 * An order on its way from the wish to the box at the door.
 *
 * <p>It begins {@code PENDING}. A card order waits for its payment and becomes {@code PAID}, or {@code PAYMENT_FAILED}
 * and may be paid again until its time limit cancels it; a cash order needs none. The pizzeria takes it on ({@code CONFIRMED}), bakes it
 * ({@code PREPARING}), closes the box ({@code READY}) and brings it ({@code DELIVERED}). Until the kitchen begins,
 * everybody may cancel it, afterwards an administrator only; what was delivered or {@code CANCELLED} stays so.
 * {@link LifeCycle} has the table; a step that it lacks throws {@link IllegalOrderStep} and changes nothing.
 *
 * <p>Each step that others should hear of returns its event, whose version is then {@link #eventVersion}: gapless from
 * 1, and so not the same as the version of the row. Price, lines and contact never change.
 *
 * <p>Not thread-safe. Load it locked to change it: of two steps at once, the second then sees what the first made of it.
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

    /** A new order, {@code PENDING}. Tell of it with {@link #created}. */
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
     * @param token the provider's token for the card, which the order does not keep; null for cash
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

    /** Whether this step is open from where the order stands. */
    public boolean allows(OrderStatus to, Actor by) {
        return LifeCycle.allows(status, to, by, paymentMethod);
    }

    /** By card, it waits for its money until then; in cash, for none. To be said as it begins. */
    public void expectPaymentBy(Instant limit) {
        if (paymentMethod == PaymentMethod.CARD) {
            paymentDueAt = limit;
        }
    }

    /**
     * Its time is over: asks whether it was paid. Empty if it does not wait any more, however that came about.
     *
     * @param again when to ask once more, should it still wait then
     */
    public Optional<OrderOverdue> askForPayment(Instant again) {
        if (paymentDueAt == null) {
            return Optional.empty();
        }
        paymentDueAt = again;
        return Optional.of(tell(new OrderOverdue(id)));
    }

    /** Cancels it if it still waits for its money; empty if it does not any more, however that came about. */
    public Optional<OrderCancelled> cancelUnpaid(Instant at) {
        return paymentDueAt == null
                ? Optional.empty()
                : Optional.of(cancel(Actor.SYSTEM, OrderCancelled.PAYMENT_TIME_LIMIT, at));
    }

    public OrderPaid pay(Instant at) {
        step(PAID, Actor.SYSTEM, at);
        return tell(new OrderPaid(id));
    }

    /** No event: the payment service has told already. */
    public void failPayment(Instant at) {
        step(PAYMENT_FAILED, Actor.SYSTEM, at);
    }

    public OrderConfirmed confirm(Actor by, Instant at) {
        step(CONFIRMED, by, at);
        return tell(new OrderConfirmed(id));
    }

    public OrderPreparing prepare(Actor by, Instant at) {
        step(PREPARING, by, at);
        return tell(new OrderPreparing(id));
    }

    public OrderReady makeReady(Actor by, Instant at) {
        step(READY, by, at);
        return tell(new OrderReady(id));
    }

    public OrderDelivered deliver(Actor by, Instant at) {
        step(DELIVERED, by, at);
        return tell(new OrderDelivered(id));
    }

    /** @param reason null for none */
    public OrderCancelled cancel(Actor by, String reason, Instant at) {
        step(CANCELLED, by, at);
        return tell(new OrderCancelled(id, reason));
    }

    /** Takes the step to that status on behalf of a person; payments are not theirs to make. */
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

    /** What its lines come to. */
    public Money total() {
        return new Money(totalAmount, currency);
    }

    public PaymentMethod paymentMethod() {
        return paymentMethod;
    }

    /** The context of the wish, for what is done about the order later. */
    public CallContext context() {
        return CallContext.of(correlationId, null);
    }

    /** The version of the latest event. */
    public int eventVersion() {
        return eventVersion;
    }

    /** With the version of the row as it was last written: flush before. */
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

    private <E extends OrderEvent> E tell(E event) {
        eventVersion++;
        return event;
    }
}
