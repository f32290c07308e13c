package org.pizzaorders.work;

/** What the work needs is away, and nothing is to be done until it is back: nobody's fault, and told in one line. */
public final class Unreachable extends RuntimeException {

    private final String what;

    /** @param what is away, such as "the broker" */
    public Unreachable(String what, String reason) {
        super(reason);
        this.what = what;
    }

    String what() {
        return what;
    }
}
