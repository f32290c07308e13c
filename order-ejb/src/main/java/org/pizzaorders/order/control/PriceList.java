package org.pizzaorders.order.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.order.entity.PriceListEntry;
import org.pizzaorders.order.entity.PriceListEntry.Status;

/** The order service's own prices, from the catalogue's events. Older events never overwrite newer ones. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PriceList {

    /** One statement, so that two simultaneous consumers cannot both find the entry missing. */
    private static final String PUT = """
            insert into orders.price_list as known (pizza_id, name_ru, name_en, price_small, price_medium, price_large,
                currency, status, event_version)
            values (?1, cast(?2 as text), cast(?3 as text), cast(?4 as bigint), cast(?5 as bigint), cast(?6 as bigint),
                cast(?7 as text), ?8, ?9)
            on conflict (pizza_id) do update set
                name_ru = excluded.name_ru, name_en = excluded.name_en, price_small = excluded.price_small,
                price_medium = excluded.price_medium, price_large = excluded.price_large,
                currency = excluded.currency, status = excluded.status, event_version = excluded.event_version
            where known.event_version < excluded.event_version""";

    /** Name and prices stay, because an error message may still need the name. */
    private static final String WITHDRAW = """
            insert into orders.price_list as known (pizza_id, status, event_version) values (?1, 'WITHDRAWN', ?2)
            on conflict (pizza_id) do update set status = excluded.status, event_version = excluded.event_version
            where known.event_version < excluded.event_version""";

    @PersistenceContext(unitName = "orders")
    EntityManager entityManager;

    /**
     * The entries of the pizzas that have one, by pizza id. This is not a read-only query, because EclipseLink would
     * run that on a second connection, outside the transaction.
     */
    public Map<String, PriceListEntry> entries(Set<String> pizzaIds) {
        if (pizzaIds.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select e from PriceListEntry e where e.pizzaId in :ids", PriceListEntry.class)
                .setParameter("ids", pizzaIds)
                .getResultStream()
                .collect(toMap(PriceListEntry::pizzaId, identity()));
    }

    /** Whether it has heard of any pizza. One that is sold out counts, because a restaurant may run out of all. */
    public boolean isFilled() {
        return !entityManager
                .createQuery("select e.pizzaId from PriceListEntry e", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * @param version version of the event
     */
    public void put(Pizza pizza, int version) {
        var prices = pizza.prices().stream().collect(toMap(PizzaPrice::size, PizzaPrice::amount));
        entityManager
                .createNativeQuery(PUT)
                .setParameter(1, pizza.id())
                .setParameter(2, name(pizza, "ru"))
                .setParameter(3, name(pizza, "en"))
                .setParameter(4, prices.get(PizzaSize.SMALL))
                .setParameter(5, prices.get(PizzaSize.MEDIUM))
                .setParameter(6, prices.get(PizzaSize.LARGE))
                .setParameter(7, pizza.currency())
                .setParameter(8, (pizza.available() ? Status.AVAILABLE : Status.SOLD_OUT).name())
                .setParameter(9, version)
                .executeUpdate();
    }

    /**
     * @param version version of the event
     */
    public void withdraw(String pizzaId, int version) {
        entityManager
                .createNativeQuery(WITHDRAW)
                .setParameter(1, pizzaId)
                .setParameter(2, version)
                .executeUpdate();
    }

    private static String name(Pizza pizza, String language) {
        PizzaText text = pizza.texts().get(language);
        return text == null ? null : text.name();
    }
}
