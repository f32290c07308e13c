package org.pizzaorders.local.faults.evidence;

import java.util.List;
import org.pizzaorders.local.faults.customer.Counter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the payment provider, the gateway and the mail server report that they received. */
public record OutsideWorld(List<Charge> charges, List<Message> messages) {

    public record Charge(String id, String payment, String order, long amount, long refunded) {

        public boolean stands() {
            return refunded < amount;
        }
    }

    /** @param id the idempotency key, or the Message-ID of a mail */
    public record Message(String channel, String id) {}

    static OutsideWorld read(String simulator) {
        Counter http = new Counter(List.of(simulator), failure -> {});
        JsonMapper json = new JsonMapper();
        return new OutsideWorld(
                json.readTree(http.get(0, "/ledger").body())
                        .path("charges")
                        .valueStream()
                        .map(OutsideWorld::charge)
                        .toList(),
                json.readTree(http.get(0, "/sent?brief").body())
                        .path("messages")
                        .valueStream()
                        .map(message -> new Message(
                                message.path("channel").asString(),
                                message.path("id").asString("")))
                        .toList());
    }

    private static Charge charge(JsonNode charge) {
        return new Charge(
                charge.path("id").asString(),
                charge.at("/metadata/payment_id").asString(""),
                charge.at("/metadata/order_id").asString(""),
                charge.path("amount").asLong(),
                charge.path("refunded").asLong());
    }
}
