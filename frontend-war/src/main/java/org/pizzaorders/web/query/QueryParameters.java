package org.pizzaorders.web.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.web.text.Escapes;
import org.pizzaorders.web.text.JsonTexts;
import org.pizzaorders.web.text.Texts;

/**
 * Reads a query strictly. If a parameter were silently ignored, the client would get another list than it asked for.
 */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * What is wrong with a query.
     *
     * @param raw without the question mark, every percent sign before two hexadecimal digits; null for none
     * @param known names that the operation takes, in order
     */
    static List<FieldError> faults(String raw, Set<String> known) {
        var faults = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (var parameter : raw == null ? new String[0] : raw.split("&")) {
            if (!parameter.isEmpty()) {
                check(parameter, known, seen, faults);
            }
        }
        return faults;
    }

    private static void check(String parameter, Set<String> known, Set<String> seen, List<FieldError> faults) {
        var equals = parameter.indexOf('=');
        var name = text(equals < 0 ? parameter : parameter.substring(0, equals));
        if (!known.contains(name)) {
            faults.add(new FieldError(name, "is not known here; known are " + names(known)));
        } else if (!seen.add(name)) {
            faults.add(new FieldError(name, "must be given once"));
        } else if (equals >= 0) {
            checkValue(name, parameter.substring(equals + 1), faults);
        }
    }

    private static void checkValue(String name, String raw, List<FieldError> faults) {
        var bytes = bytes(raw);
        if (!JsonTexts.areUtf8(bytes)) {
            faults.add(new FieldError(name, "must be percent-encoded UTF-8"));
        } else {
            Texts.fault(new String(bytes, UTF_8)).ifPresent(what -> faults.add(new FieldError(name, what)));
        }
    }

    private static String names(Set<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", known);
    }

    private static String text(String raw) {
        return new String(bytes(raw), UTF_8);
    }

    private static byte[] bytes(String raw) {
        return Escapes.decoded(raw.replace('+', ' '));
    }
}
