package org.pizzaorders.order.control;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.order.entity.PriceListEntry;
import org.pizzaorders.order.entity.PriceListEntry.Status;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;

/** Checks the lines of one order, names them in the customer's language and prices them. */
final class LinePricing {

    private static final int MOST_LINES = 50;
    private static final int MOST_OF_ONE = 100;
    private static final Pattern PIZZA_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Map<String, PriceListEntry> prices;
    private final String language;
    private final Findings findings;
    private final Set<String> currencies = new HashSet<>();

    LinePricing(Map<String, PriceListEntry> prices, String language, Findings findings) {
        this.prices = prices;
        this.language = language;
        this.findings = findings;
    }

    /** Whether the text can be the id of a pizza. */
    static boolean isPizzaId(String text) {
        return text != null && PIZZA_ID.matcher(text).matches();
    }

    /** The correct lines: all of them if no error was found. */
    List<PricedLine> price(List<OrderLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            findings.add("items", "must be 1 to " + MOST_LINES + " lines");
            return List.of();
        }
        var priced = IntStream.range(0, lines.size())
                .mapToObj(i -> price("items[" + i + "]", lines.get(i)))
                .filter(Objects::nonNull)
                .toList();
        if (currencies.size() > 1) {
            findings.add("items", "have prices in different currencies: order them apart");
        }
        return priced;
    }

    /** The sum of the lines. Call it only for lines without errors. */
    Money total(List<PricedLine> lines) {
        var total = lines.stream().mapToLong(PricedLine::totalPrice).sum();
        return new Money(total, currencies.iterator().next());
    }

    private PricedLine price(String field, OrderLine line) {
        if (line == null) {
            findings.add(field, "is required");
            return null;
        }
        if (line.quantity() < 1 || line.quantity() > MOST_OF_ONE) {
            findings.add(field + ".quantity", "must be from 1 to " + MOST_OF_ONE);
        }
        if (line.size() == null) {
            findings.add(field + ".size", "is required: SMALL, MEDIUM or LARGE");
        }
        return orderable(field, line)
                .flatMap(entry -> price(field, line, entry))
                .orElse(null);
    }

    private static boolean isChargeable(long price, String code) {
        return Currencies.find(code)
                .filter(currency -> currency.faultOfPart(price).isEmpty())
                .isPresent();
    }

    private Optional<PriceListEntry> orderable(String field, OrderLine line) {
        var entry = isPizzaId(line.pizzaId()) ? prices.get(line.pizzaId()) : null;
        var wrong = wrongWith(line.pizzaId(), entry);
        wrong.ifPresent(message -> findings.add(field + ".pizzaId", message));
        return wrong.isPresent() ? Optional.empty() : Optional.of(entry);
    }

    private Optional<String> wrongWith(String pizzaId, PriceListEntry entry) {
        if (pizzaId == null || pizzaId.isBlank()) {
            return Optional.of("is required");
        }
        if (entry == null) {
            return Optional.of(
                    isPizzaId(pizzaId)
                            ? "there is no pizza '" + pizzaId + "' on the menu"
                            : "is not the id of a pizza: take one from the menu");
        }
        if (entry.status() == Status.WITHDRAWN) {
            return Optional.of(entry.name(language) + " is no longer on the menu");
        }
        return entry.status() == Status.SOLD_OUT
                ? Optional.of(entry.name(language) + " is sold out at the moment")
                : Optional.empty();
    }

    private Optional<PricedLine> price(String field, OrderLine line, PriceListEntry entry) {
        if (line.size() == null) {
            return Optional.empty();
        }
        var unit = entry.price(line.size());
        if (unit.isEmpty()) {
            findings.add(field + ".size", entry.name(language) + " is not sold in size " + line.size());
            return Optional.empty();
        }
        if (!isChargeable(unit.get(), entry.currency())) {
            findings.add(
                    field + ".pizzaId", entry.name(language) + " has a price that cannot be charged at the moment");
            return Optional.empty();
        }
        currencies.add(entry.currency());
        return unit.map(price -> new PricedLine(
                entry.pizzaId(), entry.name(language), line.size(), line.quantity(), price, price * line.quantity()));
    }
}
