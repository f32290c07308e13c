package org.pizzaorders.web.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Percent-encoding of paths and queries. */
public final class Escapes {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final int LENGTH = 3;

    private Escapes() {}

    /**
     * Whether every percent sign begins an octet.
     *
     * @param raw null for none
     */
    public static boolean areWhole(String raw) {
        return raw == null || !BROKEN.matcher(raw).find();
    }

    /**
     * The octets that a text stands for, which need not be UTF-8. A plus sign stands for itself.
     *
     * @param raw every percent sign begins an octet
     */
    public static byte[] decoded(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < raw.length(); ) {
            if (raw.charAt(at) == '%') {
                bytes.write(Integer.parseInt(raw.substring(at + 1, at + LENGTH), 16));
                at += LENGTH;
            } else {
                bytes.writeBytes(raw.substring(at, at + 1).getBytes(UTF_8));
                at++;
            }
        }
        return bytes.toByteArray();
    }
}
