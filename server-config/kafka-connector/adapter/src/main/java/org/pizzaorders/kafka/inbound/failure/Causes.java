package org.pizzaorders.kafka.inbound.failure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The causes of a failure. */
public final class Causes {

    /** Deep enough for every container's wrapping, and a limit for circular chains. */
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

    /** The driver chains the errors of a JDBC batch by {@code getNextException}. */
    private static Throwable next(Throwable each) {
        return each.getCause() == null && each instanceof SQLException sql ? sql.getNextException() : each.getCause();
    }

    /** The types down to the root cause. Messages are left out, because they may quote the record. */
    public static List<String> names(Throwable failure) {
        return chain(failure).stream().map(each -> each.getClass().getName()).toList();
    }

    /** The same in one line. */
    public static String brief(Throwable failure) {
        return String.join(" < ", names(failure));
    }
}
