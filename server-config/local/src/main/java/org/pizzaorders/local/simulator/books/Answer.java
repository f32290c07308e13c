package org.pizzaorders.local.simulator.books;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An answer of the provider. {@link #DROPPED} means no answer: the connection breaks. */
public record Answer(int status, String body, boolean replayed) {

    public static final Answer DROPPED = new Answer(0, "", false);

    public static Answer of(int status, String body) {
        return new Answer(status, body, false);
    }

    public Answer replay() {
        return new Answer(status, body, true);
    }

    /** Whether the same key gets this answer again. This includes a failure, but not an answer that nobody was available. */
    @JsonIgnore
    public boolean isKept() {
        return status >= 200 && status <= 500;
    }
}
