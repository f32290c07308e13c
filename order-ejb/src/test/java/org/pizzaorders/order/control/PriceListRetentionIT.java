package org.pizzaorders.order.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

class PriceListRetentionIT {

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    @Test
    void purgesPizzasWithdrawnLongAgoAndKeepsThoseOnSale() {
        orders.execute("insert into orders.price_list (pizza_id, status, currency, event_version, updated_at) values"
                + " ('gone', 'WITHDRAWN', null, 2, now() - interval '91 days'),"
                + " ('going', 'WITHDRAWN', null, 2, now() - interval '89 days'),"
                + " ('sold', 'AVAILABLE', 'RUB', 1, now() - interval '2 years')");

        orders.purge(OrderExpiries.all());

        assertThat(column("select pizza_id from orders.price_list")).containsExactlyInAnyOrder("going", "sold");
    }

    private static List<Object> column(String query) {
        return orders.rows(query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }
}
