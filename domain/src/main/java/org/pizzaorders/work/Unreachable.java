package org.pizzaorders.work;

/** Something that the work needs is away. Nothing can be done until it is back. It is logged in one line. */
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
