package org.pizzaorders.system;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold of orders once they have come to rest, whatever was broken meanwhile. */
final class Audit {

    private final Installation installation;

    Audit(Installation installation) {
        this.installation = installation;
    }

    /** @param tokens cards by order */
    void eachIsChargedOnce(Map<String, String> tokens) {
        var payments =
                installation
                        .queryAll("select id::text as id, order_id::text as order_id from payments.payments")
                        .stream()
                        .collect(groupingBy(row -> (String) row.get("order_id")));
        var charges = installation
                .outside()
                .charges()
                .collect(groupingBy(charge -> charge.at("/metadata/payment_id").asString()));
        tokens.forEach((order, token) -> {
            assertThat(payments.get(order)).as("payments of " + order).hasSize(1);
            var payment = (String) payments.get(order).get(0).get("id");
            assertThat(charges.getOrDefault(payment, List.of()))
                    .as("charges of " + order + " by " + token)
                    .hasSize(token.equals("tok_declined") ? 0 : 1);
        });
    }

    /** An event may be on the topic twice, under one id; at its first arrival each aggregate's order is gapless. */
    void eachEventIsPublishedOnceAndInOrder(Set<String> orders) {
        var published = installation.topics().all("order-events").stream()
                .filter(event -> orders.contains(event.subject()))
                .collect(groupingBy(Topics.Event::subject));
        assertThat(published.keySet()).containsExactlyInAnyOrderElementsOf(orders);
        published.forEach((order, events) -> {
            var seen = new HashSet<String>();
            var first = events.stream().filter(event -> seen.add(event.id())).toList();
            assertThat(first)
                    .filteredOn(event -> event.type().equals("OrderCreated"))
                    .hasSize(1);
            assertThat(first.stream().map(Topics.Event::version))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, first.size()).boxed().toList());
        });
    }
}
