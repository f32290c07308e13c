package org.pizzaorders.local.faults.customer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer of a server. Status 0 if there was none. */
public record Reply(int status, String body) {

    static final Reply NONE = new Reply(0, "");

    private static final JsonMapper JSON = new JsonMapper();

    /** A text field of the answer, empty if there is none. */
    String text(String field) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.path(field).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /**
     * Whether a retry may help: no server answered, the server is starting and does not know the application yet, it has
     * an internal problem, or the same request is still in progress.
     */
    boolean isTemporary() {
        return status == 0
                || status == 429
                || status >= 500
                || status == 404 && text("code").isEmpty()
                || status == 409 && text("code").equals("IDEMPOTENCY_KEY_IN_USE");
    }
}
