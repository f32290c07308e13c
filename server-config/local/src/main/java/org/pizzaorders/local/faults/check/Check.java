package org.pizzaorders.local.faults.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One rule and what became of it.
 *
 * @param examined how many things the rule was held against
 * @param failures a line each, with the ids that one needs to look further
 * @param note what else is worth knowing; often empty
 */
public record Check(String rule, long examined, List<String> failures, String note) {

    public boolean holds() {
        return failures.isEmpty();
    }

    Check noting(String more) {
        return new Check(rule, examined, failures, more);
    }

    /** @param complaint the complaints about one of them; none if all is well */
    static <T> Check each(String rule, Collection<T> things, Function<T, List<String>> complaint) {
        return new Check(
                rule,
                things.size(),
                things.stream()
                        .flatMap(thing -> complaint.apply(thing).stream())
                        .toList(),
                "");
    }

    static List<String> unless(boolean fine, String complaint) {
        return fine ? List.of() : List.of(complaint);
    }
}
