package org.pizzaorders.order.control;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.api.PriceChanged;
import org.pizzaorders.order.entity.CheckedOrder;
import org.pizzaorders.order.entity.PriceListEntry;
import org.pizzaorders.payment.api.CardTokens;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;
import org.pizzaorders.shared.text.DefaultRegion;

/** Checks what a customer sent. A pure function: it gets the prices and returns all errors together. */
public final class OrderCheck {

    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_TOKEN = 255;
    private static final int LONGEST_REASON = 300;
    private static final int LENGTH_OF_CURRENCY = 3;

    private OrderCheck() {}

    /** The ids of the pizzas whose prices {@link #check} needs, without texts that cannot be ids. */
    public static Set<String> pizzaIds(PlaceOrder wish) {
        return wish.items().stream()
                .filter(Objects::nonNull)
                .map(OrderLine::pizzaId)
                .filter(LinePricing::isPizzaId)
                .collect(toSet());
    }

    /**
     * @param prices by pizza id; may lack some
     * @param region country of phone numbers without a country code
     * @throws org.pizzaorders.shared.InvalidInput naming every wrong field
     * @throws PriceChanged if the total differs from the one that the customer was shown
     */
    public static CheckedOrder check(PlaceOrder wish, Map<String, PriceListEntry> prices, DefaultRegion region) {
        var findings = new Findings();
        var customer = CustomerCheck.check(wish.customer(), region, findings);
        var address = findings.required("deliveryAddress", wish.deliveryAddress(), LONGEST_ADDRESS);
        var pricing = new LinePricing(prices, CustomerCheck.languageOf(wish.customer()), findings);
        var lines = pricing.price(wish.items());
        var payment = payment(wish.payment(), findings);
        var expected = expected(wish.expectedTotal(), findings);
        findings.throwIfAny();
        var total = pricing.total(lines);
        wrongWith(total, payment.method()).ifPresent(fault -> findings.add("items", fault));
        findings.throwIfAny();
        if (expected != null && !expected.equals(total)) {
            throw new PriceChanged(lines, total);
        }
        return new CheckedOrder(wish.customerId(), customer, address, lines, total, payment);
    }

    /** A card is charged with the total at once. Cash has no minimum, but the same steps and maximum. */
    private static Optional<String> wrongWith(Money total, PaymentMethod method) {
        return Currencies.find(total.currency())
                .flatMap(currency -> method == PaymentMethod.CARD
                        ? currency.faultOfCharge(total.amount())
                        : currency.faultOfPart(total.amount()))
                .map(fault -> "come to " + total.amount() + " in " + total.currency() + ", which " + fault);
    }

    /**
     * @return null if the request has no expected total, or an invalid one
     */
    private static Money expected(ExpectedTotal total, Findings findings) {
        if (total == null) {
            return null;
        }
        if (total.amount() == null) {
            findings.add("expectedTotal.amount", "is required: the total in minor units");
        }
        var currency = findings.required("expectedTotal.currency", total.currency(), LENGTH_OF_CURRENCY);
        return total.amount() == null || currency == null ? null : new Money(total.amount(), currency);
    }

    /**
     * The reason for a cancellation as it is stored.
     *
     * @return null for none
     * @throws org.pizzaorders.shared.InvalidInput if it is too long or not a valid text
     */
    public static String reason(String text) {
        var findings = new Findings();
        var reason = findings.optional("reason", text, LONGEST_REASON);
        findings.throwIfAny();
        return reason;
    }

    /** A card needs its token. For cash a token is dropped. */
    private static PaymentChoice payment(PaymentChoice payment, Findings findings) {
        if (payment == null) {
            findings.add("payment", "is required");
            return null;
        }
        if (payment.method() == null) {
            findings.add("payment.method", "is required: CARD or CASH");
            return null;
        }
        return payment.method() == PaymentMethod.CASH
                ? new PaymentChoice(PaymentMethod.CASH, null)
                : new PaymentChoice(PaymentMethod.CARD, token(payment.token(), findings));
    }

    private static String token(String text, Findings findings) {
        var token = findings.required("payment.token", text, LONGEST_TOKEN);
        if (token != null && token.length() <= LONGEST_TOKEN) {
            CardTokens.fault(token).ifPresent(fault -> findings.add("payment.token", fault));
        }
        return token;
    }
}
