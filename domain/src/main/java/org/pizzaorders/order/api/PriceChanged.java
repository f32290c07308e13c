package org.pizzaorders.order.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.Money;

/**
 * The order comes to another total than the customer was told. Nothing is stored: whoever still wants it orders again,
 * with the total of today.
 */
public class PriceChanged extends DomainException {

    private final transient List<PricedLine> items;
    private final transient Money total;

    /** @param items the lines with the prices of today */
    public PriceChanged(List<PricedLine> items, Money total) {
        super(
                Kind.CONFLICT,
                "PRICE_CHANGED",
                "The order comes to another total than expected: see items and totalAmount, and order again with it.");
        this.items = List.copyOf(items);
        this.total = total;
    }

    /** Named as in the answer to an order. */
    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("items", items);
        facts.put("totalAmount", total.amount());
        facts.put("currency", total.currency());
        return facts;
    }
}
