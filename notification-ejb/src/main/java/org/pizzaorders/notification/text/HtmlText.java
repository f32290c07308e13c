package org.pizzaorders.notification.text;

import java.util.Locale;
import java.util.Set;

/**
 * Converts the simple HTML of our mails to plain text, for readers without HTML. The HTML contains values that people
 * typed, so it is read once from beginning to end, without regular expressions that could backtrack.
 */
final class HtmlText {

    private static final String SPACES = " \t\n\u000b\f\r";
    private static final Set<String> UNSEEN = Set.of("head", "style", "script");
    private static final Set<String> BLOCKS = Set.of("p", "table", "ul", "main", "body", "html");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> LINES = Set.of("tr", "li", "h1", "h2", "h3", "h4", "h5", "h6");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private String link = "";

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        var reader = new HtmlText(html);
        reader.read();
        return withoutGaps(unescaped(reader.text.toString())).strip();
    }

    private void read() {
        while (at < html.length()) {
            var tag = html.indexOf('<', at);
            var end = tag < 0 ? -1 : html.indexOf('>', tag);
            if (end < 0) {
                text.append(html, at, html.length());
                return;
            }
            text.append(html, at, tag);
            at = end + 1;
            tag(html.substring(tag + 1, end));
        }
    }

    private void tag(String tag) {
        var closes = tag.startsWith("/");
        var name = name(tag, closes ? 1 : 0);
        if (UNSEEN.contains(name) && !closes) {
            skipTo("</" + name);
        } else if (BLOCKS.contains(name)) {
            trimEnd();
            text.append("\n\n");
            skipSpaces();
        } else if (name.equals("br") || closes && LINES.contains(name)) {
            text.append('\n');
            skipSpaces();
        } else if (closes && CELLS.contains(name)) {
            cellEnd();
        } else if (name.equals("a")) {
            text.append(closes && !link.isEmpty() ? ": " + link : "");
            link = closes ? "" : href(tag);
        }
    }

    private static String name(String tag, int from) {
        var end = from;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        return tag.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static String href(String tag) {
        var start = tag.indexOf("href=\"");
        var end = start < 0 ? -1 : tag.indexOf('"', start + 6);
        return end < 0 ? "" : tag.substring(start + 6, end);
    }

    /** An element that is never closed extends to the end, as in a browser. */
    private void skipTo(String closing) {
        while (at < html.length() && !html.regionMatches(true, at, closing, 0, closing.length())) {
            at++;
        }
        var end = html.indexOf('>', at);
        at = end < 0 ? html.length() : end + 1;
    }

    private void skipSpaces() {
        while (at < html.length() && isSpace(html.charAt(at))) {
            at++;
        }
    }

    private void trimEnd() {
        while (!text.isEmpty() && isSpace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
    }

    private void cellEnd() {
        var here = at;
        skipSpaces();
        if (html.regionMatches(true, at, "<td", 0, 3) || html.regionMatches(true, at, "<th", 0, 3)) {
            text.append("  ");
        } else {
            text.append(html, here, at);
        }
    }

    private static boolean isSpace(char letter) {
        return SPACES.indexOf(letter) >= 0;
    }

    /** Reverses the escapes of the template engine; the ampersand comes last. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }

    /** Keeps one empty line between paragraphs. */
    private static String withoutGaps(String text) {
        var plain = new StringBuilder(text.length());
        for (int start = 0, end; start < text.length(); start = end) {
            end = start;
            var lines = 0;
            while (end < text.length() && isSpace(text.charAt(end))) {
                lines += text.charAt(end++) == '\n' ? 1 : 0;
            }
            plain.append(lines > 1 ? "\n\n" : text.substring(start, end));
            if (end < text.length()) {
                plain.append(text.charAt(end++));
            }
        }
        return plain.toString();
    }
}
