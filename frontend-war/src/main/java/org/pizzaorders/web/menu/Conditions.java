package org.pizzaorders.web.menu;

import java.util.List;
import java.util.function.Predicate;
import org.pizzaorders.web.http.QuotedText;

/**
 * Compares what a client has with what is here (RFC 9110, section 13). What is no entity tag is no condition: servers
 * differ in what they make of one, up to an error of their own.
 */
final class Conditions {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private Conditions() {}

    /**
     * {@code If-Match}, by the strong comparison: a weak tag is never the same.
     *
     * @param headers null for none
     * @param tag without quotes
     */
    static boolean allow(List<String> headers, String tag) {
        var known = tags(headers);
        return known.isEmpty() || known.stream().anyMatch(is(tag));
    }

    /** {@code If-None-Match}, by the weak comparison. */
    static boolean know(List<String> headers, String tag) {
        return tags(headers).stream()
                .map(known -> known.startsWith(WEAK) ? known.substring(WEAK.length()) : known)
                .anyMatch(is(tag));
    }

    private static Predicate<String> is(String tag) {
        return known -> known.equals(ANY) || known.equals('"' + tag + '"');
    }

    private static List<String> tags(List<String> headers) {
        var all = headers == null ? "" : String.join(",", headers);
        return QuotedText.split(all, ',').stream()
                .map(String::strip)
                .filter(Conditions::isTag)
                .toList();
    }

    private static boolean isTag(String text) {
        var opaque = text.startsWith(WEAK) ? text.substring(WEAK.length()) : text;
        return text.equals(ANY)
                || opaque.length() > 1 && opaque.startsWith("\"") && opaque.indexOf('"', 1) == opaque.length() - 1;
    }
}
