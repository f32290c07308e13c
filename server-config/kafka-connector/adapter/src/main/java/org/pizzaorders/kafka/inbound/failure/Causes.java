package org.pizzaorders.kafka.inbound.failure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is behind a failure. */
public final class Causes {

    /** Deep enough for every container's wrapping, and an end for chains that bite their tail. */
    private static final int DEPTH = 24;

    private Causes() {}

    /** The failure itself, then its causes down to the root. */
    public static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEPTH; each = next(each)) {
            chain.add(each);
        }
        return chain;
    }

    /** The driver chains the errors of a JDBC batch in a way of its own. */
    private static Throwable next(Throwable each) {
        return each.getCause() == null && each instanceof SQLException sql ? sql.getNextException() : each.getCause();
    }

    /** The types down to the root cause. Messages are left out: those of an application may quote what it was given. */
    public static List<String> names(Throwable failure) {
        return chain(failure).stream().map(each -> each.getClass().getName()).toList();
    }

    /** The same in one line. */
    public static String brief(Throwable failure) {
        return String.join(" < ", names(failure));
    }
}
