package org.pizzaorders.page;

/** What is between a page and the server. Public, as scripts call it. */
@FunctionalInterface
public interface Network {

    /**
     * @param key the {@code Idempotency-Key}; empty for none
     * @return null for no answer
     */
    Reply answer(String method, String url, String key, String body);

    /** What came back. */
    record Reply(int status, String type, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, status < 400 ? "application/json" : "application/problem+json", body);
        }

        static Reply problem(int status, String code) {
            return json(status, "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"No.\"}");
        }
    }
}
