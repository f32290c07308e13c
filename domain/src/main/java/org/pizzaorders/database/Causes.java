package org.pizzaorders.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Describes an exception by class names only, because messages may hold personal data. */
public final class Causes {

    private static final int DEEPEST = 10;

    /**
     * Exceptions that containers and the connector wrap around the cause. They depend on how the call came in and say
     * nothing about the cause.
     */
    private static final Pattern WRAPPING =
            Pattern.compile("jakarta\\.ejb\\..*|org\\.pizzaorders\\.messaging\\.inbox\\.Unreceivable");

    private Causes() {}

    /** The outermost first. */
    public static List<String> of(Throwable thrown) {
        var names = new ArrayList<String>();
        for (var cause = thrown; cause != null && names.size() < DEEPEST; cause = cause.getCause()) {
            names.add(cause.getClass().getName());
        }
        return withoutWrapping(names);
    }

    /** The names without the wrapping exceptions; all names if only wrappers are there. */
    public static List<String> withoutWrapping(List<String> names) {
        var telling = names.stream()
                .filter(Predicate.not(WRAPPING.asMatchPredicate()))
                .toList();
        return telling.isEmpty() ? List.copyOf(names) : telling;
    }
}
