package org.pizzaorders.local.simulator;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The provider's objects and errors in the shape that its client libraries read. */
final class ProviderJson {

    private ProviderJson() {}

    static String paymentIntent(Charge charge) {
        ObjectNode intent = Json.MAPPER.createObjectNode();
        intent.put("id", charge.paymentIntent());
        intent.put("object", "payment_intent");
        intent.put("amount", charge.amount());
        intent.put("amount_received", charge.amount());
        intent.put("currency", charge.currency());
        intent.put("status", "succeeded");
        intent.put("latest_charge", charge.id());
        intent.put("capture_method", "automatic");
        intent.put("created", charge.at().getEpochSecond());
        intent.put("livemode", false);
        intent.set("metadata", Json.MAPPER.valueToTree(charge.metadata()));
        return intent.toString();
    }

    static String refund(Refund refund, Charge charge) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", refund.id());
        json.put("object", "refund");
        json.put("amount", refund.amount());
        json.put("currency", refund.currency());
        json.put("status", "succeeded");
        json.put("payment_intent", refund.paymentIntent());
        json.put("charge", charge.id());
        json.put("created", refund.at().getEpochSecond());
        json.putObject("metadata");
        return json.toString();
    }

    static Answer declined(String declineCode) {
        return error(
                402,
                Map.of(
                        "type", "card_error",
                        "code", "card_declined",
                        "decline_code", declineCode,
                        "message", "Your card was declined."));
    }

    static Answer invalid(String parameter, String message) {
        return error(400, Map.of("type", "invalid_request_error", "param", parameter, "message", message));
    }

    static Answer missing(String id) {
        return error(
                404,
                Map.of(
                        "type", "invalid_request_error",
                        "code", "resource_missing",
                        "message", "No such object: '" + id + "'"));
    }

    static Answer keyReused() {
        return error(
                400,
                Map.of(
                        "type", "idempotency_error",
                        "message", "Keys for idempotent requests can only be used with the same parameters."));
    }

    static Answer failure(int status) {
        return error(status, Map.of("type", "api_error", "message", "The provider has a problem of its own."));
    }

    static Answer error(int status, Map<String, String> error) {
        return Answer.of(status, Json.write(Map.of("error", error)));
    }
}
