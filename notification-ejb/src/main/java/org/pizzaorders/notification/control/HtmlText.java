package org.pizzaorders.notification.control;

import java.util.regex.Pattern;

/** The plain form of the simple HTML that our mails are made of, for readers without HTML. */
final class HtmlText {

    private static final Pattern HEAD = Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1>");
    private static final Pattern LINK = Pattern.compile("(?is)<a\\b[^>]*\\bhref=\"([^\"]*)\"[^>]*>(.*?)</a>");
    private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]>\\s*(?=<t[dh])");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(tr|li|h\\d)>\\s*");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)\\s*</?(p|table|ul|main|body|html)\\b[^>]*>\\s*");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]+>");
    private static final Pattern GAP = Pattern.compile("\\s*\n\\s*\n\\s*");

    private HtmlText() {}

    static String of(String html) {
        var text = HEAD.matcher(html).replaceAll("");
        text = LINK.matcher(text).replaceAll("$2: $1");
        text = CELL_END.matcher(text).replaceAll("  ");
        text = BREAK.matcher(text).replaceAll("\n");
        text = PARAGRAPH.matcher(text).replaceAll("\n\n");
        text = TAG.matcher(text).replaceAll("");
        return GAP.matcher(unescaped(text)).replaceAll("\n\n").strip();
    }

    /** What the template engine escapes, and back; the ampersand last. */
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
}
