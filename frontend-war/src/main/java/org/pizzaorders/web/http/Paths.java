package org.pizzaorders.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.pizzaorders.web.text.JsonTexts;

/**
 * Checks whether a path or query is accepted. Our URLs contain no characters that servers and proxies read differently.
 * A client that sends one makes a mistake or tries to bypass a rule, so it gets an error.
 */
public final class Paths {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern ODD = Pattern.compile("[\\x00-\\x1f\\x7f\\\\;]|//|/\\.{1,2}(/|$)|^(?![/*])");
    private static final Pattern ESCAPED_DELIMITER = Pattern.compile("%2f|%5c|%3b", Pattern.CASE_INSENSITIVE);
    private static final int ESCAPE = 3;

    private Paths() {}

    /** @param raw as it was sent */
    public static boolean isPlain(String raw) {
        return hasWholeEscapes(raw) && !ESCAPED_DELIMITER.matcher(raw).find() && isPlainWhenDecoded(raw);
    }

    /**
     * Whether every percent sign begins an octet.
     *
     * @param raw null for none
     */
    public static boolean hasWholeEscapes(String raw) {
        return raw == null || !BROKEN_ESCAPE.matcher(raw).find();
    }

    private static boolean isPlainWhenDecoded(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < raw.length(); ) {
            if (raw.charAt(at) == '%') {
                bytes.write(Integer.parseInt(raw.substring(at + 1, at + ESCAPE), 16));
                at += ESCAPE;
            } else {
                bytes.writeBytes(raw.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
                at++;
            }
        }
        return JsonTexts.areUtf8(bytes.toByteArray())
                && !ODD.matcher(bytes.toString(StandardCharsets.UTF_8)).find();
    }
}
