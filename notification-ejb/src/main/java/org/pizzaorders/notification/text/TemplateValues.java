package org.pizzaorders.notification.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.notification.entity.ContactLine;
import org.pizzaorders.notification.entity.OrderContact;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Money;

/**
 * The values for a template, in the language of the recipient: {@code name}; {@code order} with {@code number}, {@code
 * id}, {@code url}, {@code total}, {@code cash} and {@code items}; {@code payment} with {@code amount}, {@code cash}
 * and {@code reason}; and other values of the notification, such as {@code reason}.
 */
final class TemplateValues {

    private static final int SHORT_NUMBER = 8;

    private final Language language;
    private final String publicUrl;

    TemplateValues(Language language, String publicUrl) {
        this.language = language;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * @param orderId null if it is not about an order
     */
    Map<String, Object> of(String name, UUID orderId, Optional<OrderContact> contact, Map<String, Object> data) {
        var values = new HashMap<String, Object>(data);
        values.put("name", name);
        values.put("language", language.code());
        values.put("payment", payment(data));
        values.computeIfPresent(
                "reason",
                (key, reason) -> language.word("cancellation." + reason).orElse(reason.toString()));
        if (orderId != null) {
            values.put("order", order(orderId, contact));
        }
        return values;
    }

    private Map<String, Object> order(UUID id, Optional<OrderContact> contact) {
        var order = new HashMap<String, Object>();
        order.put("id", id.toString());
        order.put("number", number(id));
        order.put("url", publicUrl + "/orders/" + id);
        contact.filter(OrderContact::isKnown).ifPresent(known -> {
            order.put("total", language.money(known.total()));
            order.put("cash", known.isPaidInCash());
            order.put(
                    "items",
                    known.lines().stream()
                            .map(line -> item(line, known.total().currency()))
                            .toList());
        });
        return order;
    }

    /**
     * The end of the id, because it is random. The beginning is a time, which is the same for all orders of one minute.
     */
    private static String number(UUID id) {
        var text = id.toString();
        return text.substring(text.length() - SHORT_NUMBER).toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> item(ContactLine line, String currency) {
        return Map.of(
                "name", line.pizzaName(),
                "size", language.word("size." + line.size()).orElse(line.size()),
                "quantity", line.quantity(),
                "unitPrice", language.money(new Money(line.unitPrice(), currency)),
                "total", language.money(new Money(line.totalPrice(), currency)));
    }

    private Map<String, Object> payment(Map<String, Object> data) {
        var payment = new HashMap<String, Object>();
        if (data.get("amount") instanceof Number amount && data.get("currency") instanceof String currency) {
            payment.put("amount", language.money(new Money(amount.longValue(), currency)));
        }
        payment.put("cash", PaymentMethod.CASH.name().equals(data.get("method")));
        payment.put(
                "reason", language.word("failure." + data.get("failureReason")).orElse(null));
        return payment;
    }
}
