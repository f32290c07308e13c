package org.pizzaorders.local.faults.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One rule and its result.
 *
 * @param examined how many things were checked by the rule
 * @param failures one line for each, with the ids that are needed to investigate
 * @param note further information; often empty
 */
public record Check(String rule, long examined, List<String> failures, String note) {

    public boolean holds() {
        return failures.isEmpty();
    }

    Check noting(String more) {
        return new Check(rule, examined, failures, more);
    }

    /** @param complaint the failures of one of them; none if the rule holds */
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
