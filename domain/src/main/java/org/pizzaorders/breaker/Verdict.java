package org.pizzaorders.breaker;

/** What the outcome of a call says about the other side. */
public sealed interface Verdict {

    /** It answered. A declined card or an unknown recipient is an answer too. */
    record Works() implements Verdict {}

    /**
     * It timed out, could not be reached, or answered that it is out of order or overloaded.
     *
     * @param reason for operators, short and without personal data
     */
    record Fails(String reason) implements Verdict {}

    /** The call says nothing: we never sent it. */
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
