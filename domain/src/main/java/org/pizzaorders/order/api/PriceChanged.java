package org.pizzaorders.order.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.Money;

/**
 * The total of the order differs from the one that the customer was shown. Nothing is stored. The customer can order
 * again with today's total.
 */
public class PriceChanged extends DomainException {

    private final transient List<PricedLine> items;
    private final transient Money total;

    /**
     * @param items the lines with today's prices
     */
    public PriceChanged(List<PricedLine> items, Money total) {
        super(
                Kind.CONFLICT,
                "PRICE_CHANGED",
                "The total differs from the expected one: see items and totalAmount, and order again with that total.");
        this.items = List.copyOf(items);
        this.total = total;
    }

    /** The names are those of the answer to an order. */
    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("items", items);
        facts.put("totalAmount", total.amount());
        facts.put("currency", total.currency());
        return facts;
    }
}
