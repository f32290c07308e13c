package org.pizzaorders.local.simulator.provider;

import java.util.List;
import java.util.Map;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Charge;
import org.pizzaorders.local.simulator.books.Intent;
import org.pizzaorders.local.simulator.books.Json;
import org.pizzaorders.local.simulator.books.Refund;
import tools.jackson.databind.node.ObjectNode;

/** The provider's objects and errors in the shape that its client libraries read. */
public final class ProviderJson {

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

    static String paymentIntent(Intent intent) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", intent.id());
        json.put("object", "payment_intent");
        json.put("amount", intent.amount());
        json.put("amount_received", intent.status() == Intent.Status.succeeded ? intent.amount() : 0);
        json.put("currency", intent.currency());
        json.put("status", intent.status().name());
        json.put("capture_method", "automatic");
        json.put("created", intent.at().getEpochSecond());
        json.put("livemode", false);
        json.set("metadata", Json.MAPPER.valueToTree(intent.metadata()));
        if (intent.declineCode() != null) {
            json.putObject("last_payment_error")
                    .put("type", "card_error")
                    .put("code", "card_declined")
                    .put("decline_code", intent.declineCode());
        }
        return json.toString();
    }

    /** @param objects each as JSON */
    static String list(String url, List<String> objects, boolean more) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("object", "list");
        json.put("has_more", more);
        json.put("url", url);
        var data = json.putArray("data");
        objects.forEach(object -> data.add(Json.MAPPER.readTree(object)));
        return json.toString();
    }

    static String refund(Refund refund, Charge charge) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", refund.id());
        json.put("object", "refund");
        json.put("amount", refund.amount());
        json.put("currency", refund.currency());
        json.put("status", refund.status().name());
        if (refund.status() == Refund.Status.failed) {
            json.put("failure_reason", "expired_or_canceled_card");
        }
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

    static Answer invalid(String parameter, String code, String message) {
        return error(
                400, Map.of("type", "invalid_request_error", "param", parameter, "code", code, "message", message));
    }

    static Answer unknownToken(String token) {
        return invalid(Provider.TOKEN, "resource_missing", "No such token: '" + token + "'");
    }

    static Answer tokenUsed(String token) {
        return invalid(
                Provider.TOKEN, "token_already_used", "You cannot use a Stripe token more than once: " + token + ".");
    }

    static Answer methodUsed() {
        return invalid(
                "payment_method",
                "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment."
                        + " It may not be used again.");
    }

    static Answer keyInUse() {
        return error(
                409,
                Map.of(
                        "type", "invalid_request_error",
                        "code", "idempotency_key_in_use",
                        "message", "There is currently another in-progress request using this Idempotent Key."));
    }

    static Answer unexpectedState(Intent.Status status, String step) {
        return error(
                400,
                Map.of(
                        "type", "invalid_request_error",
                        "code", "payment_intent_unexpected_state",
                        "message", "A payment intent with status " + status + " cannot be " + step + "."));
    }

    static Answer alreadyRefunded() {
        return error(
                400,
                Map.of(
                        "type", "invalid_request_error",
                        "code", "charge_already_refunded",
                        "message", "The charge has already been refunded."));
    }

    public static Answer missing(String id) {
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

    public static Answer failure(int status) {
        return error(status, Map.of("type", "api_error", "message", "The provider has a problem of its own."));
    }

    public static Answer error(int status, Map<String, String> error) {
        return Answer.of(status, Json.write(Map.of("error", error)));
    }
}
