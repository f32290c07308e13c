package org.pizzaorders.web.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pizzaorders.web.http.QuotedText;

/**
 * Reads the headers {@code Accept}, {@code Accept-Language} and {@code Accept-Encoding}. Unreadable entries are ignored
 * and never cause an error.
 */
final class Preferences {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern WEIGHT = Pattern.compile("[01]?(?:\\.[0-9]{0,9})?");

    private Preferences() {}

    /**
     * @param weight from 0, which means never, to 1
     */
    record Preference(String value, double weight) {

        @Override
        public String toString() {
            return weight == 1 ? value : value + ";q=" + weight;
        }
    }

    /**
     * The elements of a list in lower case, best first, without parameters except the weight.
     *
     * @param header null for none
     */
    static List<Preference> of(String header) {
        var found = new ArrayList<Preference>();
        for (var element : QuotedText.split(header == null ? "" : header, ',')) {
            read(element).ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(Preference::weight).reversed());
        return found;
    }

    private static Optional<Preference> read(String element) {
        var parts = QuotedText.split(element, ';');
        var value = parts.get(0).strip().toLowerCase(Locale.ROOT);
        return isReadable(value)
                ? weight(parts.subList(1, parts.size())).map(weight -> new Preference(value, weight))
                : Optional.empty();
    }

    private static boolean isReadable(String value) {
        var slash = value.indexOf('/');
        return slash < 0
                ? TOKEN.matcher(value).matches()
                : TOKEN.matcher(value.substring(0, slash)).matches()
                        && TOKEN.matcher(value.substring(slash + 1)).matches();
    }

    private static Optional<Double> weight(List<String> parameters) {
        for (var parameter : parameters) {
            var pair = parameter.split("=", 2);
            if (pair[0].strip().equalsIgnoreCase("q")) {
                return pair.length == 2 ? number(pair[1].strip()) : Optional.empty();
            }
        }
        return Optional.of(1.0);
    }

    private static Optional<Double> number(String text) {
        if (!WEIGHT.matcher(text).matches() || text.isEmpty() || text.equals(".")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(text)).filter(weight -> weight <= 1);
    }
}
