package org.pizzaorders.messaging.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Makes text of records fit for the database, which stores no NUL and indexes no text of unlimited length. What our own
 * services write stays unchanged.
 */
public final class RecordText {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_HEADER = 1_000;
    private static final int MARK = 16;

    private RecordText() {}

    /** The same result for the same key. A very long key is replaced by its beginning and its hash. */
    public static String key(String text) {
        var fit = fit(text);
        return fit.length() <= LONGEST_KEY ? fit : fit.substring(0, LONGEST_KEY) + "#" + mark(fit);
    }

    /** The CloudEvents headers. Others may hold anything and are left out. */
    public static Map<String, String> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().startsWith("ce_"))
                .collect(toMap(
                        header -> shortened(header.getKey()), header -> shortened(header.getValue()), (a, b) -> a));
    }

    /** Null for null. */
    public static String shortened(String text) {
        if (text == null) {
            return null;
        }
        var fit = fit(text);
        return fit.length() <= LONGEST_HEADER ? fit : fit.substring(0, LONGEST_HEADER);
    }

    /** A short text that differs if the input differs. */
    public static String mark(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String fit(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
