package org.pizzaorders.catalog.entity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaExists;
import org.pizzaorders.catalog.api.PizzaNotFound;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.catalog.api.PizzaWithdrawn;

/**
 * A pizza and its life on the menu: added, changed any number of times, withdrawn, and perhaps added again. It is never
 * deleted, so that its events stay numbered without gaps. Each step increments the event version and returns the event;
 * the caller appends it to the outbox with {@link #eventVersion()}.
 */
@Entity
@Table(schema = "catalog", name = "pizzas")
public class MenuPizza {

    @Id
    private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @ElementCollection
    @CollectionTable(schema = "catalog", name = "pizza_texts", joinColumns = @JoinColumn(name = "pizza_id"))
    @MapKeyColumn(name = "language")
    private Map<String, MenuText> texts = new HashMap<>();

    @Column(name = "image_url")
    private String imageUrl;

    private boolean available;

    @Column(name = "withdrawn_at")
    private OffsetDateTime withdrawnAt;

    @ElementCollection
    @CollectionTable(schema = "catalog", name = "pizza_prices", joinColumns = @JoinColumn(name = "pizza_id"))
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "size")
    @Column(name = "amount")
    private Map<PizzaSize, Long> prices = new EnumMap<>(PizzaSize.class);

    private String currency;

    @Column(name = "event_version")
    private int eventVersion;

    @Version
    private int version;

    protected MenuPizza() {}

    /** A pizza that is not on the menu yet: {@link #add} puts it there. */
    public MenuPizza(String id) {
        this.id = requireNonNull(id, "id");
    }

    /**
     * Puts it on the menu, for the first time or again.
     *
     * @throws PizzaExists if it is there
     */
    public PizzaAdded add(Pizza pizza) {
        if (isOnMenu()) {
            throw new PizzaExists(id);
        }
        withdrawnAt = null;
        take(pizza);
        return new PizzaAdded(pizza());
    }

    /** @throws PizzaNotFound if it is not on the menu */
    public PizzaChanged change(Pizza pizza) {
        if (!isOnMenu()) {
            throw new PizzaNotFound(id);
        }
        take(pizza);
        return new PizzaChanged(pizza());
    }

    /** Takes it off the menu; empty, and nothing changed, if it is off already. */
    public Optional<PizzaWithdrawn> withdraw(Instant now) {
        if (!isOnMenu()) {
            return Optional.empty();
        }
        withdrawnAt = now.atOffset(ZoneOffset.UTC);
        eventVersion++;
        return Optional.of(new PizzaWithdrawn(id));
    }

    private void take(Pizza pizza) {
        texts.keySet().retainAll(pizza.texts().keySet());
        pizza.texts().forEach(this::say);
        pizza.prices().forEach(price -> prices.put(price.size(), price.amount()));
        imageUrl = pizza.imageUrl();
        available = pizza.available();
        currency = pizza.currency();
        eventVersion++;
    }

    private void say(String language, PizzaText text) {
        var said = texts.get(language);
        if (said == null) {
            texts.put(language, new MenuText(text));
        } else {
            said.rewrite(text);
        }
    }

    public boolean isOnMenu() {
        return eventVersion > 0 && withdrawnAt == null;
    }

    /** Whether it equals the other pizza, regardless of the order of the prices. */
    public boolean is(Pizza other) {
        var here = pizza();
        return here.prices().size() == other.prices().size()
                && here.equals(new Pizza(
                        other.id(),
                        other.texts(),
                        other.imageUrl(),
                        other.available(),
                        other.prices().stream()
                                .sorted(comparing(PizzaPrice::size, nullsFirst(naturalOrder())))
                                .toList(),
                        other.currency()));
    }

    /** The number of its events so far. */
    public int eventVersion() {
        return eventVersion;
    }

    /** The public form, with prices from the smallest size to the largest. */
    public Pizza pizza() {
        var byLanguage = texts.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
        var bySize = Stream.of(PizzaSize.values())
                .filter(prices::containsKey)
                .map(size -> new PizzaPrice(size, prices.get(size)))
                .toList();
        return new Pizza(id, byLanguage, imageUrl, available, bySize, currency);
    }
}
