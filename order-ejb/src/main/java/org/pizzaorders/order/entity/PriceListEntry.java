package org.pizzaorders.order.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pizzaorders.catalog.api.PizzaSize;

/**
 * A pizza as in the catalogue's last event. Read-only here: only events change it, by SQL and not through this class.
 */
@Entity
@Table(name = "price_list", schema = "orders")
public class PriceListEntry {

    /** Whether the pizza is available. */
    public enum Status {
        AVAILABLE,
        SOLD_OUT,
        WITHDRAWN
    }

    private static final long HIGHEST_PRICE = 1_000_000_000_000L;

    @Id
    @Column(name = "pizza_id")
    private String pizzaId;

    @Column(name = "name_ru")
    private String russianName;

    @Column(name = "name_en")
    private String englishName;

    @Column(name = "price_small")
    private Long smallPrice;

    @Column(name = "price_medium")
    private Long mediumPrice;

    @Column(name = "price_large")
    private Long largePrice;

    private String currency;

    @Enumerated(EnumType.STRING)
    private Status status;

    protected PriceListEntry() {}

    /** For an entry that is not from the database; missing texts and prices are null. */
    public PriceListEntry(
            String pizzaId,
            String russianName,
            String englishName,
            Long smallPrice,
            Long mediumPrice,
            Long largePrice,
            String currency,
            Status status) {
        this.pizzaId = pizzaId;
        this.russianName = russianName;
        this.englishName = englishName;
        this.smallPrice = smallPrice;
        this.mediumPrice = mediumPrice;
        this.largePrice = largePrice;
        this.currency = currency;
        this.status = status;
    }

    public String pizzaId() {
        return pizzaId;
    }

    /** The name in that language, or else in the other one, or else the id. */
    public String name(String language) {
        var russian = language.equals("ru");
        return Optional.ofNullable(russian ? russianName : englishName)
                .or(() -> Optional.ofNullable(russian ? englishName : russianName))
                .orElse(pizzaId);
    }

    /**
     * In minor units; empty if the pizza is not sold in that size. An impossible price counts as no price, so that the
     * largest order cannot overflow.
     */
    public Optional<Long> price(PizzaSize size) {
        Optional<Long> stored = Optional.ofNullable(
                switch (size) {
                    case SMALL -> smallPrice;
                    case MEDIUM -> mediumPrice;
                    case LARGE -> largePrice;
                });
        return stored.filter(price -> price >= 1 && price <= HIGHEST_PRICE);
    }

    public String currency() {
        return currency;
    }

    public Status status() {
        return status;
    }
}
