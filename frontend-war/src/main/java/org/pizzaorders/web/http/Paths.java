package org.pizzaorders.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.pizzaorders.web.text.Escapes;
import org.pizzaorders.web.text.JsonTexts;

/**
 * Checks whether a path or query is accepted. Our URLs contain no characters that servers and proxies read differently.
 * A client that sends one makes a mistake or tries to bypass a rule, so it gets an error.
 */
public final class Paths {

    private static final Pattern ODD = Pattern.compile("[\\x00-\\x1f\\x7f\\\\;]|//|/\\.{1,2}(/|$)|^(?![/*])");
    private static final Pattern ESCAPED_DELIMITER = Pattern.compile("%2f|%5c|%3b", Pattern.CASE_INSENSITIVE);

    private Paths() {}

    /** @param raw as it was sent */
    public static boolean isPlain(String raw) {
        return Escapes.areWhole(raw) && !ESCAPED_DELIMITER.matcher(raw).find() && isPlain(Escapes.decoded(raw));
    }

    private static boolean isPlain(byte[] decoded) {
        return JsonTexts.areUtf8(decoded)
                && !ODD.matcher(new String(decoded, UTF_8)).find();
    }
}
