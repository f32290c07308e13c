package org.pizzaorders.notification.control;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentRefunded;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Money;

/**
 * An event about an order that has arrived, with the values for templates.
 *
 * @param context the call context of the event
 */
public record Arrival(UUID eventId, UUID orderId, DomainEvent event, Map<String, Object> data, CallContext context) {

    /** Call it on the thread to which the event's context is bound. */
    public static Arrival ofOrder(EventEnvelope<OrderEvent> envelope) {
        var event = envelope.event();
        var data = new HashMap<String, Object>();
        if (event instanceof OrderCancelled cancelled && cancelled.reason() != null) {
            data.put("reason", withoutStop(cancelled.reason()));
        }
        return new Arrival(envelope.id(), event.orderId(), event, data, CallContext.current());
    }

    /**
     * Removes the full stop, because the template has its own. Without a regular expression, because one that ends in
     * {@code $} would search again from each letter.
     */
    private static String withoutStop(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Call it on the thread to which the event's context is bound. */
    public static Arrival ofPayment(EventEnvelope<PaymentEvent> envelope) {
        var event = envelope.event();
        return new Arrival(envelope.id(), event.orderId(), event, paymentData(event), CallContext.current());
    }

    private static Map<String, Object> paymentData(PaymentEvent event) {
        if (event instanceof PaymentCompleted completed) {
            return data(new Money(completed.amount(), completed.currency()), completed.method());
        }
        if (event instanceof PaymentRefunded refunded) {
            return data(new Money(refunded.amount(), refunded.currency()), refunded.method());
        }
        if (!(event instanceof PaymentFailed failed)) {
            return Map.of();
        }
        var data = data(new Money(failed.amount(), failed.currency()), failed.method());
        if (failed.failureReason() != null) {
            data.put("failureReason", failed.failureReason());
        }
        return data;
    }

    private static Map<String, Object> data(Money money, Enum<?> method) {
        var data = new HashMap<String, Object>();
        data.put("amount", money.amount());
        data.put("currency", money.currency());
        data.put("method", method.name());
        return data;
    }

    /** The template has the name of the event. */
    String template() {
        return event.getClass().getSimpleName();
    }
}
