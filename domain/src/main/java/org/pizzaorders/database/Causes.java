package org.pizzaorders.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What was thrown, told by class names alone: messages may hold personal data. */
public final class Causes {

    private static final int DEEPEST = 10;

    /** What container and connector wrap around: differs with the way of the call, and says nothing of the trouble. */
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

    /** All of them, if there is nothing else. */
    public static List<String> withoutWrapping(List<String> names) {
        var telling = names.stream()
                .filter(Predicate.not(WRAPPING.asMatchPredicate()))
                .toList();
        return telling.isEmpty() ? List.copyOf(names) : telling;
    }
}
