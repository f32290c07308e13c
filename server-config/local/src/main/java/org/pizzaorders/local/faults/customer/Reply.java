package org.pizzaorders.local.faults.customer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server said; status 0 if it said nothing. */
public record Reply(int status, String body) {

    static final Reply NONE = new Reply(0, "");

    private static final JsonMapper JSON = new JsonMapper();

    /** A text of the answer, empty if there is none. */
    String text(String field) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.path(field).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /**
     * Whether asking again may help: nobody there, a server that is starting and does not know the application yet, one
     * that has trouble of its own, or the same request still under way.
     */
    boolean isTemporary() {
        return status == 0
                || status == 429
                || status >= 500
                || status == 404 && text("code").isEmpty()
                || status == 409 && text("code").equals("IDEMPOTENCY_KEY_IN_USE");
    }
}
