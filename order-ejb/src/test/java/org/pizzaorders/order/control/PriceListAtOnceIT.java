package org.pizzaorders.order.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.messaging.AtOnce;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

/** Events of one pizza are read by one consumer, except while a rebalance takes it from one to another. */
class PriceListAtOnceIT {

    private static final int VERSIONS = 6;
    private static final int ROUNDS = 10;

    private static ServiceFixture orders;

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS, "orders");
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @Test
    void ofConcurrentEventsAboutANewPizzaTheNewestStaysAndNoneFails() {
        var list = new PriceList();
        list.entityManager = orders.entityManager();

        for (var round = 0; round < ROUNDS; round++) {
            var id = "fresh-" + round;

            var outcomes = AtOnce.run(
                    VERSIONS,
                    number -> orders.inTransaction(() -> {
                        list.put(pizza(id, number + 1), number + 1);
                        return null;
                    }));

            assertThat(outcomes).containsOnly("done");
            assertThat(orders.rows("select event_version as it, price_small as price from orders.price_list"
                            + " where pizza_id = '" + id + "'"))
                    .containsExactly(Map.of("it", VERSIONS, "price", (long) VERSIONS));
        }
    }

    @Test
    void aPizzaWithdrawnDuringItsFirstEventStaysWithdrawn() {
        var list = new PriceList();
        list.entityManager = orders.entityManager();

        for (var round = 0; round < ROUNDS; round++) {
            var id = "brief-" + round;

            var outcomes = AtOnce.run(
                    2,
                    number -> orders.inTransaction(() -> {
                        if (number == 0) {
                            list.put(pizza(id, 1), 1);
                        } else {
                            list.withdraw(id, 2);
                        }
                        return null;
                    }));

            assertThat(outcomes).containsOnly("done");
            assertThat(orders.rows("select status as it from orders.price_list where pizza_id = '" + id + "'"))
                    .containsExactly(Map.of("it", "WITHDRAWN"));
        }
    }

    private static Pizza pizza(String id, long price) {
        return new Pizza(
                id,
                Map.of("en", new PizzaText("Fresh", "Of today", List.of("tomatoes"))),
                null,
                true,
                List.of(new PizzaPrice(PizzaSize.SMALL, price)),
                "RUB");
    }
}
