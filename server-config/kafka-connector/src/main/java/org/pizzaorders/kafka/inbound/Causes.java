package org.pizzaorders.kafka.inbound;

/** Failures in one line. */
final class Causes {

    private static final int DEPTH = 8;

    private Causes() {}

    /** The types down to the root cause. Messages are left out: those of an application may quote what it was given. */
    static String brief(Throwable failure) {
        StringBuilder brief = new StringBuilder(failure.getClass().getName());
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            brief.append(" < ").append(cause.getClass().getName());
        }
        return brief.toString();
    }
}
