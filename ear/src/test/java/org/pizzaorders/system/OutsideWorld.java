package org.pizzaorders.system;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the payment provider, the gateway and the mail server saw. */
final class OutsideWorld {

    private final Browser http;

    OutsideWorld(String simulator) {
        this.http = new Browser(simulator);
    }

    Stream<JsonNode> charges() {
        return http.get("/ledger").json().at("/charges").valueStream();
    }

    Stream<JsonNode> refunds() {
        return http.get("/ledger").json().at("/refunds").valueStream();
    }

    /** The charges of a payment, as the provider was told. */
    List<JsonNode> chargesOf(String payment) {
        return charges()
                .filter(charge -> charge.at("/metadata/payment_id").asString().equals(payment))
                .toList();
    }

    /** Something is done in the provider's dashboard; see the README of the simulator. */
    void dashboard(String path, String form) {
        http.post("/dashboard/" + path, form);
    }

    /** What reached that address, oldest first. */
    List<JsonNode> messagesTo(String address) {
        return http.get("/sent")
                .json()
                .at("/messages")
                .valueStream()
                .filter(message -> message.at("/to").asString().contains(address))
                .toList();
    }
}
