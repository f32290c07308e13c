package org.pizzaorders.breaker;

/** What the outcome of a call says about the other side. */
public sealed interface Verdict {

    /** It answers; a declined card or an unknown recipient is an answer too. */
    record Works() implements Verdict {}

    /**
     * Time-out, no connection, an answer that says it is out of order or overloaded.
     *
     * @param reason for operators, short and without personal data
     */
    record Fails(String reason) implements Verdict {}

    /** Nothing: the call never reached it, by our own doing. */
    record Silent() implements Verdict {}

    static Verdict works() {
        return new Works();
    }

    static Verdict fails(String reason) {
        return new Fails(reason);
    }

    static Verdict silent() {
        return new Silent();
    }
}
