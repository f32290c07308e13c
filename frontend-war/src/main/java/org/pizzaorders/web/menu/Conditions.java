package org.pizzaorders.web.menu;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pizzaorders.web.http.QuotedText;

/**
 * Compares the client's entity tags with the current ones (RFC 9110, section 13). Invalid tags are ignored, because
 * servers treat them differently; some answer with their own error.
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

    /**
     * Whether the resource may be changed: {@code If-Match} names the version that the client has read, and {@code
     * If-None-Match} a version that must not be current. Weak tags count too, because ours are computed from the
     * content and weak only if the answer was gzipped.
     *
     * @param tags the tags of all its representations, without quotes
     */
    static boolean letChange(List<String> ifMatch, List<String> ifNoneMatch, Set<String> tags) {
        return (tags(ifMatch).isEmpty() || tags.stream().anyMatch(tag -> know(ifMatch, tag)))
                && tags.stream().noneMatch(tag -> know(ifNoneMatch, tag));
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
