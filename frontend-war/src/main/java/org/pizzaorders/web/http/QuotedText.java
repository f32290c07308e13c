package org.pizzaorders.web.http;

import java.util.ArrayList;
import java.util.List;

/** Splits header lists in which quoted strings may contain the separator. */
public final class QuotedText {

    private QuotedText() {}

    /** At least one part, as they were written. One pass. */
    public static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var start = 0;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (quoted && character == '\\') {
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
